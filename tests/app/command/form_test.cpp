// Forms and plan packages from the command line, as a process.

#include "tests/maps/forms/fill_form.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

class FormCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void formsGoOutAndComeBack();
    void whatCameBackIsReported();
    void usageAndFailures_data();
    void usageAndFailures();
    void aPlanForAnotherCity();
    void aBrokenPackageIsListed();

private:
    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    Outcome run(const QStringList& arguments, const QString& language = u"en"_s) const;
    QJsonDocument json(const QStringList& arguments) const { return QJsonDocument::fromJson(run(arguments).out); }
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

void FormCommandTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = path(u"a.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, m_project}).code, 0);
}

FormCommandTest::Outcome FormCommandTest::run(const QStringList& arguments, const QString& language) const {
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s,
                  QStringList{u"--lang"_s, language} + arguments);
    if (!process.waitForFinished(-1)) {
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

void FormCommandTest::formsGoOutAndComeBack() {
    const QStringList ask{u"form"_s,     u"write"_s,       m_project,   u"-o"_s,     u"out"_s,
                          u"--period"_s, u"2031"_s,        u"--zone"_s, u"余杭"_s,   u"--zone"_s,
                          u"滨江"_s,     u"--indicator"_s, u"gdp"_s,    u"--lang"_s, u"zh"_s};
    const Outcome written = run(ask);
    QVERIFY2(written.code == 0, written.err.constData());
    QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files), (QStringList{u"余杭区.xlsx"_s, u"滨江区.xlsx"_s}));
    QCOMPARE(run(ask).code, 1); // they are there already
    QVERIFY(QDir().mkpath(path(u"back"_s)));
    QVERIFY(
        fillForm(path(u"out/余杭区.xlsx"_s), path(u"back/余杭区.xlsx"_s), {{5, 6, u"约3,500"_s}, {5, 7, u"公报"_s}}));
    const QByteArray before = run({u"log"_s, m_project, u"--json"_s}).out;
    const QStringList collect{u"form"_s, u"collect"_s, m_project, u"back"_s, u"--json"_s, u"--reason"_s, u"yearly"_s};
    const QJsonObject dry = json(collect + QStringList{u"--dry-run"_s}).object();
    QCOMPARE(dry[u"applied"_s].toBool(), false);
    QCOMPARE(run({u"log"_s, m_project, u"--json"_s}).out, before);
    const QJsonObject done = json(collect).object();
    QCOMPARE(done[u"applied"_s].toBool(), true);
    QCOMPARE(done[u"forms"_s][0][u"used"_s].toInt(), 1);
    QCOMPARE(done[u"unanswered"_s].toArray().size(), 13);
    const QByteArray log = run({u"log"_s, m_project, u"--zone"_s, u"余杭"_s, u"--json"_s}).out;
    QVERIFY(log.contains("公报") && log.contains("yearly") && log.contains("余杭区.xlsx"));
    QCOMPARE(json(collect).object()[u"forms"_s][0][u"unchanged"_s].toInt(), 1);
    QCOMPARE(run({u"undo"_s, m_project}).code, 0); // one step
}

void FormCommandTest::whatCameBackIsReported() {
    QCOMPARE(run({u"form"_s, u"write"_s, m_project, u"-o"_s, u"out"_s, u"--period"_s, u"2031"_s, u"--indicator"_s,
                  u"area_km2"_s})
                 .code,
             0);
    QVERIFY(
        fillForm(path(u"out/Yuhang.xlsx"_s), path(u"out/Yuhang.xlsx.filled.xlsx"_s), {{5, 6, -4.0}, {5, 7, u"s"_s}}));
    QVERIFY(QFile::remove(path(u"out/Yuhang.xlsx"_s)) && QFile::remove(path(u"out/Xihu.xlsx"_s)));
    const Outcome outcome = run({u"form"_s, u"collect"_s, m_project, u"out"_s}, u"zh"_s);
    QCOMPARE(outcome.code, 0);
    const QString said = QString::fromUtf8(outcome.out);
    QVERIFY2(said.contains(u"未报：西湖区"_s), outcome.out.constData());
    QVERIFY(said.contains(u"余杭区（Yuhang.xlsx.filled.xlsx）：共 1 行，已填 1 行"_s));
    QVERIFY(said.contains(u"未填写（共 1 行）"_s));
}

void FormCommandTest::usageAndFailures_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QStringList{u"form"_s} << 2 << QByteArray("write or collect");
    QTest::newRow("no period") << QStringList{u"form"_s, u"write"_s, u"a.gpkg"_s, u"-o"_s, u"x"_s} << 2
                               << QByteArray("--period");
    const QStringList ask{u"form"_s, u"write"_s, u"a.gpkg"_s, u"-o"_s, u"x"_s, u"--period"_s};
    QTest::newRow("odd period") << (ask + QStringList{u"soon"_s}) << 2 << QByteArray("--period");
    QTest::newRow("unknown zone") << (ask + QStringList{u"2031"_s, u"--zone"_s, u"nowhere"_s}) << 1
                                  << QByteArray("nowhere");
    QTest::newRow("no forms") << QStringList{u"form"_s, u"collect"_s, u"a.gpkg"_s} << 2 << QByteArray("forms");
    QTest::newRow("not a form") << QStringList{u"form"_s, u"collect"_s, u"a.gpkg"_s, u"a.gpkg"_s} << 1 << QByteArray();
    QTest::newRow("plan of nothing") << QStringList{u"plan"_s, u"new"_s, u"x"_s} << 2 << QByteArray("--boundaries");
    QTest::newRow("check of nothing") << QStringList{u"plan"_s, u"check"_s} << 2 << QByteArray("FOLDER");
}

void FormCommandTest::usageAndFailures() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QFileInfo::exists(path(u"x"_s)));
}

void FormCommandTest::aPlanForAnotherCity() {
    QJsonArray features;
    for (int i = 0; i < 6; ++i) {
        const double x = 112 + 0.25 * (i % 3);
        const double y = 34 + 0.25 * static_cast<double>(i / 3);
        QJsonArray ring;
        for (const auto& [dx, dy] : {std::pair(0., 0.), {0.25, 0.}, {0.25, 0.25}, {0., 0.25}, {0., 0.}}) {
            ring << QJsonArray{x + dx, y + dy};
        }
        QJsonArray rings;
        rings << ring;
        features << QJsonObject{{u"type"_s, u"Feature"_s},
                                {u"properties"_s, QJsonObject{{u"code"_s, QString::number(999901 + i)},
                                                              {u"name"_s, QString(u"甲乙丙丁戊己"_s[i]) + u'区'},
                                                              {u"tier"_s, i < 2 ? u"引领"_s : u"协同"_s}}},
                                {u"geometry"_s, QJsonObject{{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, rings}}}};
    }
    QFile file(path(u"区界.geojson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}}).toJson());
    file.close();
    const Outcome made = run({u"plan"_s, u"new"_s, u"city"_s, u"--boundaries"_s, u"区界.geojson"_s, u"--tiers"_s,
                              u"tier"_s, u"--title"_s, u"试验规划"_s, u"--city"_s, u"试验市"_s});
    QVERIFY2(made.code == 0, made.err.constData());
    QVERIFY(made.out.contains("6 zones, 2 tiers"));
    QVERIFY(QFileInfo::exists(path(u"city/zones.geojson"_s)));
    const Outcome checked = run({u"plan"_s, u"check"_s, u"city"_s, u"--json"_s});
    QCOMPARE(checked.code, 1); // names of publishers, English names ...
    const QJsonArray findings = QJsonDocument::fromJson(checked.out).array();
    for (const QJsonValue& finding : findings) {
        QCOMPARE(finding[u"kind"_s].toString(), u"incomplete"_s);
    }
    QVERIFY(findings.size() > 8);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"city"_s, u"b.gpkg"_s}).code, 0);
    QCOMPARE(json({u"zones"_s, u"b.gpkg"_s, u"--json"_s}).array().size(), 6);
    const Outcome drawn =
        run({u"export"_s, u"b.gpkg"_s, u"-o"_s, u"b.png"_s, u"--dpi"_s, u"72"_s, u"--lang"_s, u"zh"_s});
    QVERIFY2(drawn.code == 0, drawn.err.constData());
    QVERIFY(!QImage(path(u"b.png"_s)).isNull());
    QCOMPARE(run({u"plan"_s, u"new"_s, u"city"_s, u"--boundaries"_s, u"区界.geojson"_s}).code, 1); // it is there
}

void FormCommandTest::aBrokenPackageIsListed() {
    QVERIFY(QDir().mkpath(path(u"broken"_s)));
    const QDir shipped(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    for (const QString& name : shipped.entryList(QDir::Files)) {
        QVERIFY(QFile::copy(shipped.filePath(name), path(u"broken/"_s + name)));
    }
    QCOMPARE(run({u"plan"_s, u"check"_s, u"broken"_s}).code, 0);
    QFile sites(path(u"broken/sites.csv"_s));
    QVERIFY(sites.open(QIODevice::ReadOnly));
    QByteArray text = sites.readAll();
    sites.close();
    text.replace(",operating,", ",running,");
    QVERIFY(sites.open(QIODevice::WriteOnly) && sites.write(text) > 0);
    sites.close();
    const Outcome checked = run({u"plan"_s, u"check"_s, u"broken"_s, u"--json"_s});
    QCOMPARE(checked.code, 1);
    const QJsonArray findings = QJsonDocument::fromJson(checked.out).array();
    QVERIFY(findings.size() > 5); // each of them
    QCOMPARE(findings[0][u"kind"_s].toString(), u"wrong"_s);
    QVERIFY(findings[0][u"row"_s].toInt() > 1);
}

QTEST_GUILESS_MAIN(FormCommandTest)
#include "form_test.moc"
