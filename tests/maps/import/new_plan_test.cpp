// A plan for a city that is made up: six squares named 甲区 to 己区 with codes of no real place, as other programs write
// them.

#include "core/plan/completeness.h"
#include "core/plan/placeholder.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/import/new_plan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Notice = ImportReport::Notice;

namespace {

constexpr double west = 112.0;
constexpr double south = 34.0;
constexpr double side = 0.25;

} // namespace

class NewPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fromGeoJson();
    void theDatumIsDoubted();
    void fromGbkShapefile();
    void fromProjectedCoordinates();
    void tiersOfAFieldOrATable();
    void figuresMakeIndicators();
    void laterTablesTellTheUnit();
    void figuresInRowsMakeIndicators();
    void whatNobodyToldIsMarked();
    void thePackageMakesAProject();
    void outlinesThatCannotBeUsedAreNamed();
    void wrongFieldsAreNamed();
    void aPackageIsNotOverwritten();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    void ogr2ogr(const QStringList& arguments) const { QCOMPARE(QProcess::execute(u"ogr2ogr"_s, arguments), 0); }

    QString m_geojson;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void NewPlanTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QJsonArray features;
    for (int i = 0; i < 6; ++i) {
        const double x = west + side * (i % 3);
        const double y = south + side * static_cast<double>(i / 3);
        QJsonArray ring; // clockwise, as shapefiles have it
        for (const auto& [dx, dy] : {std::pair(0., 0.), {0., side}, {side, side}, {side, 0.}, {0., 0.}}) {
            ring << QJsonArray{x + dx, y + dy};
        }
        QJsonArray rings;
        rings << ring;
        features << QJsonObject{{u"type"_s, u"Feature"_s},
                                {u"properties"_s, QJsonObject{{u"区划代码"_s, QString::number(999901 + i)},
                                                              {u"名称"_s, QString(u"甲乙丙丁戊己"_s[i]) + u'区'},
                                                              {u"类型"_s, i < 2 ? u"引领"_s : u"协同"_s}}},
                                {u"geometry"_s, QJsonObject{{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, rings}}}};
    }
    m_geojson =
        write(u"区界.geojson"_s,
              QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}}).toJson());
}

void NewPlanTest::fromGeoJson() {
    const auto made =
        makePlan({.key = u"test"_s, .boundaries = m_geojson, .title = u"测试规划"_s, .city = u"试验市"_s});
    QVERIFY(made);
    const Plan& plan = made->project.plan;
    QCOMPARE(made->keyField, u"区划代码"_s);
    QCOMPARE(made->nameField, u"名称"_s);
    QCOMPARE(made->outlines.used, 6);
    QCOMPARE(plan.zones.size(), 7);
    QCOMPARE(plan.zones[0].code, u"999901"_s);
    QCOMPARE(plan.zones[5].name.zh, u"己区"_s);
    QCOMPARE(plan.zones[6].code, u"999900"_s);
    QCOMPARE(plan.zones[6].name.zh, u"试验市"_s);
    QCOMPARE(plan.zones[0].parent, u"999900"_s);
    QCOMPARE(plan.title.zh, u"测试规划"_s);
    const auto polygons = decodePolygons(made->project.zoneShapes.value(u"999901"_s));
    QVERIFY(polygons && polygons->size() == 1);
    const auto& ring = polygons->front().outer(); // counter-clockwise now
    const double turn = (ring[1].get<0>() - ring[0].get<0>()) * (ring[2].get<1>() - ring[1].get<1>());
    QVERIFY(turn > 0 || ring[1].get<0>() < ring[0].get<0>());
}

/// GeoJSON is called WGS 84 whatever it is, and the first outlines of a plan decide for all that follow.
void NewPlanTest::theDatumIsDoubted() {
    NewPlanChoices choices{.key = u"test"_s, .boundaries = m_geojson};
    const auto plain = makePlan(choices);
    QVERIFY(plain);
    QVERIFY(plain->coordinates.metresIfGcj02 > 100);
    choices.coordinates.datum = Datum::Gcj02;
    const auto moved = makePlan(choices);
    QVERIFY(moved);
    QCOMPARE(moved->coordinates.metresIfGcj02, 0.0);
    QVERIFY(moved->coordinates.metresMoved > 100);
    QVERIFY(moved->project.plan.boundary.provenance.zh.contains(u"GCJ-02 → CGCS2000"_s));
    QVERIFY(!plain->project.plan.boundary.provenance.zh.contains(u"GCJ-02"_s));
}

void NewPlanTest::fromGbkShapefile() {
    ogr2ogr({u"-f"_s, u"ESRI Shapefile"_s, path(u"gbk.shp"_s), m_geojson, u"-lco"_s, u"ENCODING=GBK"_s});
    QFile::remove(path(u"gbk.cpg"_s));
    const auto made = makePlan({.key = u"test"_s, .boundaries = path(u"gbk.shp"_s)});
    QVERIFY(made);
    QCOMPARE(made->project.plan.zones[0].name.zh, u"甲区"_s);
    QCOMPARE(made->project.plan.zones[0].code, u"999901"_s);
    QCOMPARE(made->outlines.used, 6);
}

void NewPlanTest::fromProjectedCoordinates() {
    ogr2ogr({u"-f"_s, u"GPKG"_s, u"-t_srs"_s, u"EPSG:4546"_s, path(u"gk.gpkg"_s), m_geojson});
    const auto made = makePlan({.key = u"test"_s, .boundaries = path(u"gk.gpkg"_s)});
    QVERIFY(made);
    const auto polygons = decodePolygons(made->project.zoneShapes.value(u"999901"_s));
    for (const GeoPoint& point : polygons->front().outer()) {
        QVERIFY(std::abs(point.get<0>() - west) < side + 1e-6 && std::abs(point.get<1>() - south) < side + 1e-6);
    }
}

void NewPlanTest::tiersOfAFieldOrATable() {
    const auto byField = makePlan({.key = u"test"_s, .boundaries = m_geojson, .tiers = u"类型"_s});
    QVERIFY(byField);
    const Plan& plan = byField->project.plan;
    QCOMPARE(plan.tiers.size(), 2);
    QCOMPARE(plan.tiers[0].name.zh, u"引领"_s);
    QCOMPARE(plan.zonesOf(plan.tiers[1].key).size(), 4);
    QCOMPARE(plan.layout.zh, u"2+4"_s);
    const QString table = write(u"层级.csv"_s, "区县,层级\n甲区,一类\n乙区,二类\n庚区,二类\n");
    const auto byTable = makePlan({.key = u"test"_s, .boundaries = m_geojson, .tiers = table});
    QVERIFY(byTable);
    QCOMPARE(byTable->project.plan.tiers.size(), 3); // and one for those that the table leaves out
    QCOMPARE(byTable->project.plan.zonesOf(placeholderTier).size(), 4);
    QCOMPARE(byTable->tables[0].report.read, 3);
    QCOMPARE(byTable->tables[0].report.used, 2);
    QCOMPARE(byTable->tables[0].report.unused[0].text, u"庚区"_s);
}

void NewPlanTest::figuresMakeIndicators() {
    const QString table = write(u"年鉴.csv"_s, "各区主要指标,,,\n区县,2024年地区生产总值（亿元）,2024年常住人口,备注\n"
                                               "甲区,\"1,234.5\",约30,\n乙区,99,—,快报\n全市,2000,,\n");
    const auto made =
        makePlan({.key = u"test"_s, .boundaries = m_geojson, .observations = {table}, .city = u"试验市"_s});
    QVERIFY(made);
    const Plan& plan = made->project.plan;
    QCOMPARE(plan.indicators.size(), 2);
    QCOMPARE(plan.indicators[0].name.zh, u"地区生产总值"_s);
    QCOMPARE(plan.indicators[0].unit.zh, u"亿元"_s);
    QCOMPARE(plan.indicators[1].name.zh, u"常住人口"_s);
    QCOMPARE(plan.indicators[1].unit.zh, QString()); // the table does not say
    QCOMPARE(plan.observations.size(), 4);
    QCOMPARE(plan.observations[0].value->number, 1234.5);
    QCOMPARE(plan.observations[0].period.toString(), u"2024"_s);
    QVERIFY(plan.observations[0].adopted);
    QVERIFY(isPlaceholder(plan.observations[0].source));
    QVERIFY(plan.observations[0].source.endsWith(u"年鉴.csv"_s));
    QCOMPARE(made->tables[0].report.valuesUsed, 4);
}

/// What an earlier table leaves open, by whatever name a later one has for it.
void NewPlanTest::laterTablesTellTheUnit() {
    const QString first = write(u"a.csv"_s, "区县,2024年地区生产总值,2024年常住人口\n甲区,12,30\n");
    const QString later = write(u"b.csv"_s, "区县,2023年GDP（亿元）,2023年末常住人口（万人）\n甲区,11,29\n");
    const auto made = makePlan({.key = u"test"_s, .boundaries = m_geojson, .observations = {first, later}});
    QVERIFY(made);
    const Plan& plan = made->project.plan;
    QCOMPARE(plan.indicators.size(), 2);
    QCOMPARE(plan.indicators[0].unit.zh, u"亿元"_s);
    QCOMPARE(plan.indicators[1].unit.zh, u"万人"_s);
    QCOMPARE(plan.observations.size(), 4);
}

void NewPlanTest::figuresInRowsMakeIndicators() {
    const QString table = write(u"长表.csv"_s, "区县,指标,年份,数值,来源\n甲区,快递量（亿件）,2024,3,公报\n"
                                               "乙区,快递量（亿件）,2024,4,公报\n甲区,出口,2024,5,公报\n");
    const auto made = makePlan({.key = u"test"_s, .boundaries = m_geojson, .observations = {table}});
    QVERIFY(made);
    const Plan& plan = made->project.plan;
    QCOMPARE(plan.indicators.size(), 2);
    QCOMPARE(plan.indicators[0].unit.zh, u"亿件"_s);
    QCOMPARE(plan.observations.size(), 3);
    QCOMPARE(plan.observations[2].source, u"公报"_s);
}

void NewPlanTest::whatNobodyToldIsMarked() {
    const auto made = makePlan({.key = u"test"_s, .boundaries = m_geojson});
    QVERIFY(made);
    QVERIFY(isPlaceholder(made->project.plan.title.zh));
    QVERIFY(isPlaceholder(made->project.plan.zones.last().name.zh));
    QVERIFY(!made->project.plan.validFrom.isValid());
    QVERIFY(writePlanProject(made->project, path(u"package"_s)));
    const PackageFindings found = checkPlanProject(path(u"package"_s));
    QVERIFY(found.problems.isEmpty());
    const auto having = [&](PlanGap::Kind kind) { return std::ranges::count(found.gaps, kind, &PlanGap::kind); };
    QCOMPARE(having(PlanGap::Kind::TierMissing), 6);
    QCOMPARE(having(PlanGap::Kind::TranslationMissing), 6);
    QVERIFY(having(PlanGap::Kind::NotFilledIn) >= 10);
}

void NewPlanTest::thePackageMakesAProject() {
    const auto made = makePlan({.key = u"test"_s, .boundaries = m_geojson, .tiers = u"类型"_s, .title = u"测试规划"_s});
    QVERIFY(made);
    QVERIFY(writePlanProject(made->project, path(u"package"_s)));
    const auto read = readPlanProject(path(u"package"_s));
    QVERIFY(read);
    QVERIFY(read->plan == made->project.plan);
    QCOMPARE(read->zoneShapes.size(), 6);
    QVERIFY(writeProjectFile(path(u"a.gpkg"_s), *read));
    const auto project = readProjectFile(path(u"a.gpkg"_s));
    QVERIFY(project);
    QVERIFY(project->plan == made->project.plan);
}

void NewPlanTest::outlinesThatCannotBeUsedAreNamed() {
    QFile file(m_geojson);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray features = root[u"features"_s].toArray();
    features << features[0]; // 甲区 a second time
    QJsonObject empty = features[1].toObject();
    empty[u"geometry"_s] = QJsonValue::Null;
    empty[u"properties"_s] = QJsonObject{{u"区划代码"_s, u"999907"_s}, {u"名称"_s, u"庚区"_s}};
    features << empty;
    root[u"features"_s] = features;
    const auto made = makePlan({.key = u"test"_s, .boundaries = write(u"odd.geojson"_s, QJsonDocument(root).toJson())});
    QVERIFY(made);
    QCOMPARE(made->outlines.read, 8);
    QCOMPARE(made->outlines.used, 6);
    QCOMPARE(made->outlines.unused[0].kind, Notice::Kind::ZoneTwice);
    QCOMPARE(made->outlines.unused[1].kind, Notice::Kind::PlaceMissing);
    QCOMPARE(made->outlines.unused[1].row, 8);
}

void NewPlanTest::wrongFieldsAreNamed() {
    const auto made = makePlan({.key = u"test"_s, .boundaries = m_geojson, .keyField = u"code"_s});
    QVERIFY(!made);
    QCOMPARE(made.error().code, Problem::Code::ValueUnknown);
    QVERIFY(made.error().arguments[1].contains(u"区划代码"_s));
    QVERIFY(!makePlan({.key = u"test"_s, .boundaries = m_geojson, .tiers = u"no such thing"_s}));
    QCOMPARE(makePlan({.key = u"test"_s, .boundaries = path(u"missing.shp"_s)}).error().code,
             Problem::Code::FileMissing);
}

void NewPlanTest::aPackageIsNotOverwritten() {
    const auto made = makePlan({.key = u"test"_s, .boundaries = m_geojson});
    QVERIFY(writePlanProject(made->project, path(u"package"_s)));
    QCOMPARE(writePlanProject(made->project, path(u"package"_s)).error().code, Problem::Code::FileExists);
}

QTEST_GUILESS_MAIN(NewPlanTest)
#include "new_plan_test.moc"
