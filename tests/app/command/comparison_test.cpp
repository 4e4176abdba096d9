#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// claims, compare, whatif and targets as processes: what is known of the Hangzhou plan, and the made-up numbers.
class ComparisonCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void claimsOfPublishedNumbers();
    void claimsOfAFullTable();
    void sameSeedSameBytes();
    void zonesWithoutNumbersAreThere();
    void weightsFromFiles();
    void airCargoIsWarnedOf();
    void scenarios();
    void scenariosAreKept();
    void targetsAndWhereTheyStand();
    void splitsAddUp();
    void changesAreExplained();
    void wrongOptions_data();
    void wrongOptions();

private:
    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    Outcome run(const QStringList& arguments, const QString& language = u"en"_s) const {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s,
                      QStringList{u"--lang"_s, language} + arguments);
        if (!process.waitForFinished(-1))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QJsonDocument json(const QStringList& arguments) const {
        const Outcome outcome = run(arguments + QStringList{u"--json"_s});
        return outcome.code == 0 ? QJsonDocument::fromJson(outcome.out) : QJsonDocument();
    }

    static QJsonObject of(const QJsonArray& array, const QString& key, const QString& value) {
        for (const QJsonValue& each : array) {
            if (each[key].toString() == value)
                return each.toObject();
        }
        return {};
    }

    QString write(const QString& name, const QString& text) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            return {};
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void ComparisonCommandTest::initTestCase() {
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, u"--illustrative"_s, u"try.gpkg"_s}).code, 0);
}

void ComparisonCommandTest::claimsOfPublishedNumbers() {
    const QJsonArray claims = json({u"claims"_s}).array();
    QCOMPARE(claims.size(), 4);
    const QJsonObject lead = of(claims, u"tier"_s, u"lead"_s);
    QCOMPARE(lead[u"n"_s].toInt(), 7);
    QCOMPARE(lead[u"assignments"_s].toInt(), 35);
    QCOMPARE(lead[u"verdict"_s].toString(), u"not_shown"_s);
    QVERIFY(!lead[u"illustrative"_s].toBool());
    for (const QString& tier : {u"linked"_s, u"support"_s, u"develop"_s}) {
        const QJsonObject claim = of(claims, u"tier"_s, tier);
        QCOMPARE(claim[u"verdict"_s].toString(), u"not_testable"_s);
        QVERIFY(claim[u"p"_s].isNull());
    }
    const QByteArray chinese = run({u"claims"_s}, u"zh"_s).out;
    QVERIFY(chinese.contains("未能显示") && chinese.contains("35") && !chinese.contains("not shown"));
}

void ComparisonCommandTest::claimsOfAFullTable() {
    const QJsonArray claims = json({u"claims"_s, u"try.gpkg"_s}).array();
    for (const QString& tier : {u"linked"_s, u"develop"_s}) {
        const QJsonObject claim = of(claims, u"tier"_s, tier);
        QCOMPARE(claim[u"assignments"_s].toInt(), 90'090);
        QVERIFY(claim[u"illustrative"_s].toBool());
        QVERIFY(claim[u"p"_s].toDouble() > 0);
    }
    const QJsonObject support = of(claims, u"tier"_s, u"support"_s);
    QVERIFY(support[u"p"_s].isNull());
    QCOMPARE(support[u"verdict"_s].toString(), u"consistent"_s);
    QVERIFY(run({u"claims"_s, u"try.gpkg"_s}).out.contains("Illustrative"));
}

void ComparisonCommandTest::sameSeedSameBytes() {
    const QStringList compare{u"compare"_s, u"try.gpkg"_s, u"--samples"_s, u"500"_s, u"--json"_s};
    const Outcome one = run(compare);
    QCOMPARE(one.code, 0);
    QCOMPARE(run(compare).out, one.out);
    QVERIFY(run(compare + QStringList{u"--seed"_s, u"2"_s}).out != one.out);
    const QJsonArray zones = QJsonDocument::fromJson(one.out)[u"zones"_s].toArray();
    QCOMPARE(zones.size(), 13); // the airport zone is none of them
    double last = 2;
    for (const QJsonValue& zone : zones) {
        QVERIFY(zone[u"score"_s].toDouble() <= last + 1e-12);
        last = zone[u"score"_s].toDouble();
        QVERIFY(zone[u"rank_best"_s].toInt() <= zone[u"rank_worst"_s].toInt());
    }
    double sum = 0;
    for (const QJsonValue& share : zones[0][u"acceptability"_s].toArray())
        sum += share.toDouble();
    QVERIFY(std::abs(sum - 1) < 1e-9);
}

void ComparisonCommandTest::zonesWithoutNumbersAreThere() {
    const QJsonDocument compared = json({u"compare"_s, u"--samples"_s, u"200"_s});
    QCOMPARE(compared[u"zones"_s].toArray().size(), 13);
    const QJsonObject fuyang = of(compared[u"zones"_s].toArray(), u"code"_s, u"330111"_s);
    QVERIFY(fuyang[u"score"_s].isNull());
    QCOMPARE(fuyang[u"score_worst"_s].toDouble(), 0.0);
    QCOMPARE(fuyang[u"score_best"_s].toDouble(), 1.0);
    const QJsonObject gdp = of(compared[u"indicators"_s].toArray(), u"key"_s, u"gdp"_s);
    QCOMPARE(gdp[u"period"_s].toString(), u"2021"_s);
    for (const QJsonValue& observation : gdp[u"observations"_s].toArray())
        QVERIFY(!observation[u"source"_s].toString().isEmpty());
}

void ComparisonCommandTest::weightsFromFiles() {
    const QString weights = write(u"w.csv"_s, u"indicator,weight\ngdp,3\nhq_enterprises,1\n"_s);
    const auto weightOf = [&](const QStringList& arguments, const QString& key) {
        const QJsonDocument compared = json(QStringList{u"compare"_s, u"--samples"_s, u"0"_s} + arguments);
        return of(compared[u"indicators"_s].toArray(), u"key"_s, key)[u"weight"_s].toDouble();
    };
    QCOMPARE(weightOf({u"--weights"_s, weights}, u"gdp"_s), 0.75);
    const QString judged = write(u"j.csv"_s, u",gdp,hq_enterprises\ngdp,1,1/4\nhq_enterprises,4,1\n"_s);
    QCOMPARE(weightOf({u"--weights"_s, u"ahp"_s, u"--judgements"_s, judged}, u"gdp"_s), 0.2);
    const Outcome unknown = run({u"compare"_s, u"--weights"_s, write(u"x.csv"_s, u"indicator,weight\nnope,1\n"_s)});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains("x.csv") && unknown.err.contains("line 2") && unknown.err.contains("nope"),
             unknown.err.constData());
}

/// One airport: the entropy method gives its column the greatest weight there can be (USERS.md, section 4).
void ComparisonCommandTest::airCargoIsWarnedOf() {
    const QStringList entropy{u"compare"_s,   u"try.gpkg"_s,  u"--by"_s,    u"gdp"_s,       u"--by"_s,
                              u"air_cargo"_s, u"--weights"_s, u"entropy"_s, u"--samples"_s, u"0"_s};
    // Only Xiaoshan has a number: all others are missing, not zero, and so it tells nobody from anybody.
    const Outcome alone = run(entropy);
    QCOMPARE(alone.code, 0);
    QVERIFY(alone.err.contains("tells no zone from another"));
    const QString zeros = write(u"zeros.csv"_s, u"zone,indicator,period,value,source\n330108,air_cargo,2025,0,x\n"
                                                "330110,air_cargo,2025,0,x\n330114,air_cargo,2025,0,x\n"_s);
    QCOMPARE(run({u"import"_s, u"try.gpkg"_s, zeros, u"--as"_s, u"observations"_s}).code, 0);
    const Outcome warned = run(entropy);
    QVERIFY2(warned.err.contains("--cap"), warned.err.constData());
    QCOMPARE(run({u"undo"_s, u"try.gpkg"_s}).code, 0);
}

void ComparisonCommandTest::scenarios() {
    const QJsonDocument scenario =
        json({u"whatif"_s, u"try.gpkg"_s, u"--move"_s, u"330113:lead"_s, u"--fewest"_s, u"--decompose"_s,
              u"overseas_brands"_s, u"--by"_s, u"role"_s, u"--role"_s, u"lead=3"_s});
    QCOMPARE(scenario[u"scenario"_s].toString(), u"情景方案"_s);
    QCOMPARE(scenario[u"before"_s][u"sizes"_s][u"lead"_s].toInt(), 4);
    QCOMPARE(scenario[u"after"_s][u"sizes"_s][u"lead"_s].toInt(), 5);
    QCOMPARE(of(scenario[u"after"_s][u"claims"_s].toArray(), u"tier"_s, u"lead"_s)[u"sizes"_s][u"lead"_s].toInt(), 5);
    QVERIFY(scenario[u"fewest"_s][u"looked_at"_s].toInt() > 0);
    QVERIFY(scenario[u"before"_s][u"joins"_s][u"all"_s].toInt() > 15);
    const auto part = [&](const QString& side) {
        return of(scenario[u"splits"_s][side][u"zones"_s].toArray(), u"zone"_s, u"330113"_s)[u"value"_s].toDouble();
    };
    QVERIFY(part(u"after"_s) > part(u"before"_s));
    // The adopted plan stays as it is.
    const QJsonArray zones = json({u"zones"_s, u"try.gpkg"_s}).array();
    QCOMPARE(of(zones, u"code"_s, u"330113"_s)[u"tier"_s].toString(), u"linked"_s);
    QVERIFY(run({u"whatif"_s, u"--move"_s, u"临平:引领"_s}, u"zh"_s).out.contains("情景方案"));
    // The search starts at the scenario and keeps its moves.
    QCOMPARE(scenario[u"fewest"_s][u"from"_s].toString(), u"scenario"_s);
    for (const QJsonValue& option : scenario[u"fewest"_s][u"options"_s].toArray())
        QVERIFY(of(option.toArray(), u"zone"_s, u"330113"_s).isEmpty());
    QCOMPARE(json({u"whatif"_s, u"try.gpkg"_s, u"--fewest"_s})[u"fewest"_s][u"from"_s].toString(), u"adopted"_s);
    const Outcome further = run({u"whatif"_s, u"try.gpkg"_s, u"--move"_s, u"330113:lead"_s, u"--fewest"_s});
    QVERIFY2(further.out.contains("stay where it puts them"), further.out.constData());
}

void ComparisonCommandTest::scenariosAreKept() {
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, u"kept.gpkg"_s}).code, 0);
    QCOMPARE(json({u"whatif"_s, u"kept.gpkg"_s, u"--list"_s}).array(), QJsonArray());
    const Outcome saved =
        run({u"whatif"_s, u"kept.gpkg"_s, u"--move"_s, u"临平:引领"_s, u"--save"_s, u"临平引领"_s}, u"zh"_s);
    QVERIFY2(saved.code == 0 && saved.out.contains("情景方案"), saved.err);
    const QJsonArray kept = json({u"whatif"_s, u"kept.gpkg"_s, u"--list"_s}).array();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"key"_s].toString(), u"临平引领"_s);
    QCOMPARE(kept[0][u"moves"_s].toArray(), QJsonArray{u"330113:lead"_s});
    const QJsonDocument again = json({u"whatif"_s, u"kept.gpkg"_s, u"--scenario"_s, u"临平引领"_s});
    QCOMPARE(again[u"moves"_s][0][u"to"_s].toString(), u"lead"_s);
    const QJsonDocument more =
        json({u"whatif"_s, u"kept.gpkg"_s, u"--scenario"_s, u"临平引领"_s, u"--move"_s, u"330110:linked"_s});
    QCOMPARE(more[u"moves"_s].toArray().size(), 2);
    QVERIFY(run({u"log"_s, u"kept.gpkg"_s}).out.contains("scenario"));
    QCOMPARE(run({u"undo"_s, u"kept.gpkg"_s}).code, 0);
    QCOMPARE(json({u"whatif"_s, u"kept.gpkg"_s, u"--list"_s}).array(), QJsonArray());
}

void ComparisonCommandTest::targetsAndWhereTheyStand() {
    const QJsonArray targets = json({u"targets"_s}).array();
    const QJsonObject cargo = of(targets, u"key"_s, u"air_cargo"_s);
    QCOMPARE(cargo[u"latest"_s].toDouble(), 68.0);
    QVERIFY(!cargo[u"met"_s].toBool());
    QVERIFY(cargo[u"required_growth"_s].toDouble() > 7 && cargo[u"required_growth"_s].toDouble() < 7.2);
    QVERIFY(of(targets, u"key"_s, u"cbec_share"_s)[u"met"_s].toBool());
    QVERIFY(of(targets, u"key"_s, u"talents"_s)[u"latest"_s].isNull());
}

void ComparisonCommandTest::splitsAddUp() {
    const QStringList split{u"targets"_s, u"--decompose"_s, u"overseas_brands"_s, u"--base"_s, u"pop_census_2020"_s};
    const QJsonDocument parts = json(split + QStringList{u"--lock"_s, u"滨江=50"_s});
    double sum = 0;
    for (const QJsonValue& zone : parts[u"zones"_s].toArray())
        sum += zone[u"value"_s].toDouble();
    QCOMPARE(sum, 300.0);
    QCOMPARE(of(parts[u"zones"_s].toArray(), u"zone"_s, u"330108"_s)[u"value"_s].toDouble(), 50.0);
    QCOMPARE(of(parts[u"zones"_s].toArray(), u"zone"_s, u"330109"_s)[u"of_which"_s].toArray(), QJsonArray{u"LKSFQ"_s});
    QVERIFY(parts[u"note"_s].toString().contains(u"not official"_s));
    QVERIFY(run(split, u"zh"_s).err.contains("分解建议，非官方"));
    const QStringList more{u"targets"_s, u"--decompose"_s, u"air_cargo"_s};
    const QJsonDocument bound = json(more);
    QCOMPARE(bound[u"total"_s].toDouble(), 110.0);
    QCOMPARE(bound[u"operator"_s].toString(), u">"_s);
    QVERIFY(bound[u"bound"_s].toBool());
    QVERIFY(!parts[u"bound"_s].toBool());
    QVERIFY2(run(more).err.contains("has to be passed"), run(more).err.constData());
}

void ComparisonCommandTest::changesAreExplained() {
    const QJsonDocument change = json({u"change"_s, u"gdp"_s, u"--from"_s, u"2021"_s, u"--to"_s, u"2022"_s});
    QCOMPARE(change[u"zones"_s].toArray().size(), 3); // the districts with both years
    QCOMPARE(change[u"left_out"_s].toArray().size(), 10);
    for (const QJsonValue& zone : change[u"zones"_s].toArray())
        QVERIFY(std::abs(zone[u"reference"_s].toDouble() + zone[u"mix"_s].toDouble() + zone[u"local"_s].toDouble() -
                         zone[u"change"_s].toDouble()) < 1e-9);
    const QJsonDocument parted =
        json({u"change"_s, u"gdp"_s, u"--from"_s, u"2021"_s, u"--to"_s, u"2022"_s, u"--per"_s, u"pop_resident"_s});
    QCOMPARE(parted[u"zones"_s].toArray().size(), 1); // of Shangcheng alone the population of both is known
    const QJsonValue parts = parted[u"decomposition"_s];
    QVERIFY(std::abs(parts[u"size"_s].toDouble() + parts[u"shares"_s].toDouble() + parts[u"value_per"_s].toDouble() -
                     (2525 - 2417.5)) < 1e-9);
}

void ComparisonCommandTest::wrongOptions_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* name, const QStringList& arguments, int code, const QByteArray& said) {
        QTest::newRow(name) << arguments << code << said;
    };
    row("method", {u"compare"_s, u"--method"_s, u"best"_s}, 2, "sum, product, topsis");
    row("weights", {u"compare"_s, u"--weights"_s, u"nope"_s}, 2, "equal, entropy, critic");
    row("cap", {u"compare"_s, u"--cap"_s, u"2"_s}, 2, "--cap");
    row("cap too small", {u"compare"_s, u"--cap"_s, u"0.1"_s}, 2, "cap");
    row("samples", {u"compare"_s, u"--samples"_s, u"many"_s}, 2, "--samples");
    row("indicator", {u"compare"_s, u"--by"_s, u"nope"_s}, 1, "nope");
    row("judgements", {u"compare"_s, u"--weights"_s, u"ahp"_s}, 2, "--judgements");
    row("move", {u"whatif"_s, u"--move"_s, u"330113"_s}, 2, "330113:lead");
    row("move to where it is", {u"whatif"_s, u"--move"_s, u"330108:lead"_s}, 2, "lead");
    row("move of nothing", {u"whatif"_s, u"--move"_s, u"x:lead"_s}, 1, "zone");
    row("whatif", {u"whatif"_s}, 2, "--move");
    row("nothing to save", {u"whatif"_s, u"--fewest"_s, u"--save"_s, u"x"_s}, 2, "--save");
    row("scenario", {u"whatif"_s, u"--scenario"_s, u"x"_s}, 1, "scenario");
    row("built-in plan", {u"whatif"_s, u"--move"_s, u"330113:lead"_s, u"--save"_s, u"x"_s}, 2, "PROJECT");
    row("target", {u"targets"_s, u"--decompose"_s, u"nope"_s}, 1, "nope");
    row("duration", {u"targets"_s, u"--decompose"_s, u"express_global_days"_s}, 2, "amount");
    row("base", {u"targets"_s, u"--decompose"_s, u"overseas_brands"_s, u"--base"_s, u"gdp"_s}, 1, "Fuyang");
    row("role of no account", {u"targets"_s, u"--decompose"_s, u"overseas_brands"_s, u"--role"_s, u"lead=2"_s}, 2,
        "--by share");
    row("roles all nought", {u"targets"_s, u"--decompose"_s, u"overseas_brands"_s, u"--by"_s, u"capacity"_s}, 2,
        "--capacity");
    row("lock", {u"targets"_s, u"--decompose"_s, u"overseas_brands"_s, u"--lock"_s, u"滨江=999"_s}, 2, "999");
    row("nothing to decompose", {u"targets"_s, u"--base"_s, u"gdp"_s}, 2, "--decompose");
    row("change of a ratio", {u"change"_s, u"gdp_growth"_s, u"--from"_s, u"2021"_s, u"--to"_s, u"2022"_s}, 1, "amount");
    row("change without years", {u"change"_s, u"gdp"_s}, 2, "--from");
    row("change of years unknown", {u"change"_s, u"gdp"_s, u"--from"_s, u"1998"_s, u"--to"_s, u"1999"_s}, 2, "--to");
    row("illustrative", {u"new"_s, u"--plan"_s, u"."_s, u"--illustrative"_s, u"x.gpkg"_s}, 2, "--illustrative");
}

void ComparisonCommandTest::wrongOptions() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == code, outcome.err.constData());
    QVERIFY2(outcome.err.count('\n') == 1 && outcome.err.contains(said), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
}

QTEST_GUILESS_MAIN(ComparisonCommandTest)
#include "comparison_test.moc"
