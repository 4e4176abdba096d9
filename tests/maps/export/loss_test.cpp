#include "maps/export/loss.h"
#include "maps/export/short_names.h"
#include "tests/maps/export/exported_plan.h"

#include <QTest>

using namespace tiermap;
using namespace tiermap::test;
using namespace Qt::StringLiterals;

namespace {

QStringList kindsOf(const TableFacts& facts, const QString& format) {
    QStringList kinds;
    for (const Loss& loss : lossesOf(facts, *formatNamed(format))) {
        kinds << nameOf(loss.kind);
    }
    return kinds;
}

} // namespace

class LossTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatOccurs();
    void countsAndNames();
    void whatCannotBeHeld();
    void shortensNames_data();
    void shortensNames();
    void stopsWhenAsked();

private:
    QString project(bool awkward) {
        const QString file = m_folder.filePath(awkward ? u"awkward.gpkg"_s : u"plain.gpkg"_s);
        return makeAwkwardProject(file, awkward) ? file : QString();
    }

    QTemporaryDir m_folder;
};

void LossTest::onlyWhatOccurs() {
    const auto zones = factsOf(project(false), Table::Zones);
    QVERIFY(zones);
    QCOMPARE_GT(zones->polygons, 0);
    QCOMPARE(zones->points, 0);
    QCOMPARE(kindsOf(*zones, u"gpkg"_s), QStringList());
    QCOMPARE(kindsOf(*zones, u"fgb"_s), QStringList());
    QCOMPARE(kindsOf(*zones, u"geojson"_s), QStringList{u"datum_wgs84"_s});
    QCOMPARE(kindsOf(*zones, u"xlsx"_s), QStringList{u"outlines"_s});
    const auto indicators = factsOf(project(false), Table::Indicators);
    QCOMPARE(kindsOf(*indicators, u"xlsx"_s), QStringList());
    QCOMPARE(kindsOf(*indicators, u"csv"_s), QStringList());
    QCOMPARE(kindsOf(*indicators, u"gpkg"_s), QStringList());
    const auto sites = factsOf(project(false), Table::Sites);
    QCOMPARE(kindsOf(*sites, u"xlsx"_s), QStringList{u"datum_unstated"_s});
}

void LossTest::countsAndNames() {
    const QString file = project(true);
    const auto sites = factsOf(file, Table::Sites);
    QVERIFY(sites);
    const QList<Loss> losses = lossesOf(*sites, *formatNamed(u"shp"_s));
    const auto cut = std::ranges::find(losses, Loss::Kind::TextCut, &Loss::kind);
    QVERIFY(cut != losses.end());
    QCOMPARE_GE(cut->count, 2); // 300 Chinese characters in two fields
    QVERIFY(cut->columns.contains(u"note"_s) && cut->columns.contains(u"name_en"_s));
    QCOMPARE(cut->arguments, QStringList{u"254"_s});
    const auto guessed = lossesOf(*factsOf(file, Table::Observations), *formatNamed(u"csv"_s));
    QVERIFY(std::ranges::contains(guessed, Loss::Kind::Guessed, &Loss::kind)); // 007
    TableFacts facts{.table = Table::Zones};
    facts.columns.resize(static_cast<qsizetype>(columnsOf(Table::Zones).size()));
    facts.columns[4].emptyTexts = 3;
    QCOMPARE(kindsOf(facts, u"csv"_s), QStringList{u"empty_text"_s});
    QCOMPARE(kindsOf(facts, u"gpkg"_s), QStringList());
    facts.columns[4] = {.controls = 1};
    QCOMPARE(kindsOf(facts, u"xlsx"_s), QStringList{u"controls"_s});
    QCOMPARE(kindsOf(facts, u"kml"_s), QStringList{u"controls"_s});
    QCOMPARE(kindsOf(facts, u"geojson"_s), QStringList());
    facts.columns[4] = {.longNumbers = 1};
    QCOMPARE(kindsOf(facts, u"xlsx"_s), QStringList{u"digits"_s});
    QCOMPARE(kindsOf(facts, u"csv"_s), QStringList());
}

void LossTest::whatCannotBeHeld() {
    const QString file = project(false);
    for (const FileFormat& format : fileFormats()) {
        const Obstacle targets = obstacleOf(*factsOf(file, Table::Targets), format);
        QCOMPARE(targets, format.tables ? Obstacle::None : Obstacle::NoShapes);
        const Obstacle context = obstacleOf(*factsOf(file, Table::Context), format); // areas and lines
        QCOMPARE(context, format.name == "shp"_L1 ? Obstacle::SeveralKinds : Obstacle::None);
    }
    QCOMPARE(obstacleOf({.table = Table::Observations, .rows = 1'048'575}, *formatNamed(u"xlsx"_s)), Obstacle::None);
    QCOMPARE(obstacleOf({.table = Table::Observations, .rows = 1'048'576}, *formatNamed(u"xlsx"_s)),
             Obstacle::TooManyRows);
    QCOMPARE(formatOf(u"a.SHP"_s).value()->name, "shp"_L1);
    QCOMPARE(formatOf(u"a.docx"_s).error().code, Problem::Code::FileTypeUnknown);
    QCOMPARE(formatOf(u"csv"_s).error().code, Problem::Code::FileTypeUnknown);
}

void LossTest::shortensNames_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("brief");
    QTest::newRow("as they are") << QStringList{u"code"_s, u"confidence"_s} << QStringList{u"code"_s, u"confidence"_s};
    QTest::newRow("long") << QStringList{u"missing_reason"_s} << QStringList{u"missing_re"_s};
    QTest::newRow("alike") << QStringList{u"missing_reason"_s, u"missing_remark"_s, u"missing_rest"_s}
                           << QStringList{u"missing_re"_s, u"missing__1"_s, u"missing__2"_s};
    QTest::newRow("the short one stays") << QStringList{u"missing_reason"_s, u"missing_re"_s}
                                         << QStringList{u"missing__1"_s, u"missing_re"_s};
    QTest::newRow("case") << QStringList{u"Name"_s, u"NAME"_s} << QStringList{u"Name"_s, u"NAME_1"_s};
    QTest::newRow("Chinese") << QStringList{u"地区生产总值"_s, u"人口"_s, u"GDP（亿元）"_s}
                             << QStringList{u"F"_s, u"F_1"_s, u"GDP"_s};
    QTest::newRow("digit first") << QStringList{u"2024值"_s} << QStringList{u"F2024"_s};
}

void LossTest::shortensNames() {
    QFETCH(QStringList, names);
    QFETCH(QStringList, brief);
    QCOMPARE(shortNames(names), brief);
}

void LossTest::stopsWhenAsked() {
    const QString file = m_folder.filePath(u"large.gpkg"_s);
    auto project = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    QVERIFY(project);
    Observation observation = project->plan.observations[0];
    observation.adopted = false;
    for (int i = 0; i < 3000; ++i) {
        observation.source = QString::number(i);
        project->plan.observations << observation;
    }
    QVERIFY(writeProjectFile(file, *project));
    const auto facts = factsOf(file, Table::Observations, [](double) { return false; });
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, Problem::Code::Cancelled);
    const auto written = exportTable({.project = file,
                                      .table = Table::Observations,
                                      .file = m_folder.filePath(u"large.csv"_s),
                                      .progress = [](double share) { return share == 0; }});
    QVERIFY(!written);
    QCOMPARE(written.error().code, Problem::Code::Cancelled);
    QVERIFY(!QFile::exists(m_folder.filePath(u"large.csv"_s)));
}

QTEST_GUILESS_MAIN(LossTest)
#include "loss_test.moc"
