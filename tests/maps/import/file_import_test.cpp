// Files as bureaus hold them, made by other programs, taken into a real project.

#include "core/store/blob_header.h"
#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"
#include "maps/geometry/gcj02.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/measure.h"
#include "maps/geometry/points.h"
#include "maps/import/file_import.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Notice = ImportReport::Notice;

namespace {

const QString root = QString::fromUtf16(TIERMAP_SOURCE_DIR);

} // namespace

class FileImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void outlinesFromGcj02AreMovedBack();
    void outlinesAreKnownByNameOrPlace();
    void outlinesOfFormerDistrictsAreNotTaken();
    void oneStepGivesTheOutlinesBack();
    void gbkShapefileShowsBothReadings();
    void prefixedEastingsFindTheirZone_data();
    void prefixedEastingsFindTheirZone();
    void figuresFromACsvInGbk();
    void aPageOfNotesBeforeTheTable();
    void sitesFromATable();
    void degreesGoBeforeOtherCoordinates();
    void sitesInTheWordsOfARegister();
    void sitesMayStandForTheirDistrict();
    void aPointElsewhereThanItsRowSays();
    void mistakenCoordinatesCostTheirRowOnly();
    void brokenOutlinesCostTheirRowOnly();
    void aDatumThatDoesNotFitIsDoubted();
    void pointsThatMissTheirDistrictsAreDoubted();
    void headersMustLeaveRows();
    void sitesOutsideAreNamed();
    void northingsMayComeFirst();
    void whatIsNotReadIsNamed();
    void anOddEncodingIsDoubted();
    void namesThatContradictAreNotTaken();
    void importingTwiceChangesNothing();
    void theFileStaysAsItIs();
    void aJumpIsTold();
    void readingCanBeCancelled();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    /// The plan's districts as another file, each point moved.
    QString districts(const QString& name, const QString& key, auto change, const QStringList& codes = {}) const;
    void ogr2ogr(const QStringList& arguments) const { QCOMPARE(QProcess::execute(u"ogr2ogr"_s, arguments), 0); }
    Result<FileImport> import(const QString& file, const FileImportChoices& choices) const {
        auto made = importFile(m_project, m_shapes, file, choices);
        if (made && made->report.read != made->report.used + made->report.unchanged + made->report.unused.size()) {
            qFatal("the counts do not add up");
        }
        return made;
    }
    double metresOff(const FileImport& made) const;

    Project m_project;
    PlanShapes m_shapes;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileImportTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    m_project = *readPlanProject(root + u"/resources/plans/hangzhou"_s);
    m_shapes = *decodeShapes(m_project);
}

QString FileImportTest::districts(const QString& name, const QString& key, auto change,
                                  const QStringList& codes) const {
    QJsonArray features;
    for (const Zone& zone : m_project.plan.zones) {
        const GeoPolygons* polygons = m_shapes.polygons(zone.code);
        if (zone.kind != Zone::Kind::District || polygons == nullptr ||
            (!codes.isEmpty() && !codes.contains(zone.code))) {
            continue;
        }
        QJsonArray members;
        for (const GeoPolygon& polygon : *polygons) {
            QJsonArray ring;
            for (const GeoPoint& point : polygon.outer()) {
                const GeoPoint moved = change(point);
                ring << QJsonArray{moved.get<0>(), moved.get<1>()};
            }
            members << QJsonArray{ring};
        }
        const QJsonValue value = key == "adcode"_L1 ? QJsonValue(zone.code.toInt()) : QJsonValue(zone.name.zh);
        features << QJsonObject{
            {u"type"_s, u"Feature"_s},
            {u"properties"_s, QJsonObject{{key, value}}},
            {u"geometry"_s, QJsonObject{{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, members}}}};
    }
    return write(name,
                 QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}}).toJson());
}

/// The largest distance of a vertex in the edit from the plan's.
double FileImportTest::metresOff(const FileImport& made) const {
    double most = 0;
    for (const Change& change : made.edit.changes) {
        if (change.table != Table::Zones) {
            continue;
        }
        const auto polygons = decodePolygons(std::get<QByteArray>(change.after.value(u"geom"_s)));
        const GeoPolygons* there = m_shapes.polygons(change.key[0]);
        for (std::size_t i = 0; i < polygons->size(); ++i) {
            const auto& ring = (*polygons)[i].outer();
            for (std::size_t j = 0; j < ring.size(); ++j) {
                most = std::max(most, distanceMetres(ring[j], (*there)[i].outer()[j]));
            }
        }
    }
    return most;
}

void FileImportTest::outlinesFromGcj02AreMovedBack() {
    const QString file = districts(u"a.geojson"_s, u"adcode"_s, gcj02FromWgs84);
    const auto made = import(file, {.kind = ImportKind::Zones});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->report.read, 13);
    QVERIFY(made->report.unused.isEmpty());
    QCOMPARE(made->zoneField, u"adcode"_s);
    QVERIFY(made->coordinates->datum == Datum::Gcj02);
    QVERIFY(made->coordinates->suggested);
    QCOMPARE_GT(made->coordinates->metresMoved, 506.0);
    QCOMPARE_LT(made->coordinates->metresMoved, 567.0);
    QCOMPARE_LT(metresOff(*made), 0.001);
    // Whoever knows better says so.
    const auto asked = import(file, {.kind = ImportKind::Zones, .coordinates = {.datum = Datum::Cgcs2000, .crs = {}}});
    QCOMPARE(asked->coordinates->metresMoved, 0.0);
    QCOMPARE_GT(metresOff(*asked), 500.0);
}

void FileImportTest::outlinesAreKnownByNameOrPlace() {
    const auto same = [](const GeoPoint& point) { return point; };
    const auto named = import(districts(u"b.geojson"_s, u"NAME"_s, same), {.kind = ImportKind::Zones});
    QCOMPARE(named->zoneField, u"NAME"_s);
    QCOMPARE(named->report.unchanged + named->report.used, 13);
    // A field that names nothing.
    QFile file(path(u"b.geojson"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject collection = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray features = collection[u"features"_s].toArray();
    for (qsizetype i = 0; i < features.size(); ++i) {
        QJsonObject feature = features[i].toObject();
        feature[u"properties"_s] = QJsonObject{{u"id"_s, i}};
        features[i] = feature;
    }
    collection[u"features"_s] = features;
    const auto placed = import(write(u"c.geojson"_s, QJsonDocument(collection).toJson()), {.kind = ImportKind::Zones});
    QCOMPARE(placed->zoneField, QString());
    QCOMPARE(placed->report.unchanged + placed->report.used, 13);
    QCOMPARE(std::ranges::count(placed->report.warnings, Notice::Kind::OverlapMatch, &Notice::kind), 13);
}

void FileImportTest::outlinesOfFormerDistrictsAreNotTaken() {
    const QByteArray ring = "[[[120.1,30.2],[120.2,30.2],[120.2,30.3],[120.1,30.2]]]";
    const QByteArray feature = R"({"type":"Feature","properties":{"name":"%1"},"geometry":%2})";
    const auto make = [&](const char* name, const QByteArray& geometry) {
        return QByteArray(feature).replace("%1", name).replace("%2", geometry);
    };
    const QByteArray polygon = R"({"type":"Polygon","coordinates":)" + ring + "}";
    const QString file =
        write(u"d.geojson"_s,
              R"({"type":"FeatureCollection","features":[)" + make("下城区", polygon) + "," + make("西湖区", polygon) +
                  "," + make("西湖区", polygon) + "," + make("月球区", polygon) + "," + make("滨江区", "null") + "," +
                  make("余杭区", R"({"type":"Point","coordinates":[120,30]})") + "," +
                  make("临平区", R"({"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]})") + "]}");
    const auto made = import(file, {.kind = ImportKind::Zones});
    QVERIFY(made);
    QList<Notice::Kind> kinds;
    for (const Notice& notice : made->report.unused) {
        kinds << notice.kind;
    }
    QCOMPARE(kinds, (QList{Notice::Kind::ZoneFormer, Notice::Kind::ZoneTwice, Notice::Kind::ZoneUnknown,
                           Notice::Kind::PlaceMissing, Notice::Kind::GeometryInvalid, Notice::Kind::GeometryInvalid}));
    QCOMPARE(made->report.used, 1);
}

void FileImportTest::oneStepGivesTheOutlinesBack() {
    const QString file = path(u"plan.gpkg"_s);
    QVERIFY(writeProjectFile(file, m_project));
    const auto project = OpenProject::open(file, OpenProject::Access::Write);
    const QString before = (*project)->contentHash();
    const auto made = import(districts(u"e.geojson"_s, u"adcode"_s, gcj02FromWgs84, {u"330108"_s, u"330127"_s}),
                             {.kind = ImportKind::Zones, .coordinates = {.datum = Datum::Wgs84, .crs = {}}});
    const auto applied = (*project)->apply(made->edit);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().arguments.join(u' ')));
    QVERIFY((*project)->contentHash() != before);
    Plan after = (*project)->content().plan;
    QVERIFY(after.boundary.provenance.zh.contains(u"滨江区、淳安县: e.geojson"_s));
    after.boundary = m_project.plan.boundary;
    QCOMPARE(after, m_project.plan); // names, tiers and figures stay
    QVERIFY((*project)->undo());
    QCOMPARE((*project)->contentHash(), before);
}

void FileImportTest::gbkShapefileShowsBothReadings() {
    const QString from = districts(u"f.geojson"_s, u"名称"_s, [](const GeoPoint& point) { return point; });
    ogr2ogr({u"-lco"_s, u"ENCODING=GBK"_s, path(u"f.shp"_s), from});
    QVERIFY(QFile::remove(path(u"f.cpg"_s)));
    const auto made = import(path(u"f.shp"_s), {.kind = ImportKind::Zones});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->zoneField, u"名称"_s);
    QCOMPARE(made->report.unused.size(), 0);
    QCOMPARE(made->readings.size(), 2);
    QCOMPARE(made->readings[0].zones, 0); // as UTF-8
    QCOMPARE(made->readings[1].zones, 13);
}

void FileImportTest::prefixedEastingsFindTheirZone_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("declared");
    QTest::newRow("declared with prefix") << u"EPSG:4528"_s << u"EPSG:4528"_s;
    QTest::newRow("declared without prefix") << u"EPSG:4549"_s << u"EPSG:4549"_s;
    QTest::newRow("prefixed, undeclared") << u"EPSG:4528"_s << QString();
    QTest::newRow("not prefixed, undeclared") << u"EPSG:4549"_s << QString();
    QTest::newRow("prefixed, declared without") << u"EPSG:4528"_s << u"EPSG:4549"_s;
    QTest::newRow("not prefixed, declared with") << u"EPSG:4549"_s << u"EPSG:4528"_s;
    QTest::newRow("six degrees") << u"EPSG:4499"_s << QString();
    QTest::newRow("Web Mercator, undeclared") << u"EPSG:3857"_s << QString();
}

void FileImportTest::prefixedEastingsFindTheirZone() {
    QFETCH(QString, target);
    QFETCH(QString, declared);
    const QString from = districts(u"g.geojson"_s, u"adcode"_s, [](const GeoPoint& point) { return point; });
    ogr2ogr({u"-s_srs"_s, u"EPSG:4490"_s, u"-t_srs"_s, target, path(u"g.shp"_s), from});
    QVERIFY(QFile::remove(path(u"g.prj"_s)));
    if (!declared.isEmpty()) {
        ogr2ogr({u"-a_srs"_s, declared, path(u"h.shp"_s), path(u"g.shp"_s)});
    }
    const auto made = import(path(declared.isEmpty() ? u"g.shp"_s : u"h.shp"_s), {.kind = ImportKind::Zones});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->report.unused.size(), 0);
    QCOMPARE(made->coordinates->declared, target == declared);
    QCOMPARE_LT(metresOff(*made), 0.01);
}

void FileImportTest::figuresFromACsvInGbk() {
    QByteArray gbk;
    {
        const QString text = u"地区,2029年上市公司数\r\n滨江区,\"1,234\"\r\n月球区,1\r\n"_s;
        QProcess iconv;
        iconv.start(u"iconv"_s, {u"-f"_s, u"UTF-8"_s, u"-t"_s, u"GBK"_s});
        iconv.write(text.toUtf8());
        iconv.closeWriteChannel();
        QVERIFY(iconv.waitForFinished());
        gbk = iconv.readAllStandardOutput();
    }
    QVERIFY(!gbk.isEmpty());
    const auto made =
        import(write(u"i.csv"_s, gbk), {.kind = ImportKind::Observations, .observations = {.source = u"s"_s}});
    QVERIFY(made);
    QCOMPARE(made->source.encoding, u"GB18030"_s);
    QCOMPARE(made->report.used, 1);
    QCOMPARE(made->report.unused[0].row, 3);
    QCOMPARE(toText(made->edit.changes[0].after.value(u"value"_s)), u"1234"_s);
}

/// Where nobody chose a sheet the first that is a table is taken; one that was chosen is the one.
void FileImportTest::aPageOfNotesBeforeTheTable() {
    const QString book = path(u"book.xlsx"_s);
    ogr2ogr({u"-f"_s, u"XLSX"_s, book, write(u"notes.csv"_s, u"说明\n本表由统计局提供\n"_s.toUtf8()), u"-nln"_s,
             u"说明"_s});
    ogr2ogr({u"-update"_s, u"-f"_s, u"XLSX"_s, book,
             write(u"table.csv"_s, u"地区,2029年上市公司数\n滨江区,12\n"_s.toUtf8()), u"-nln"_s, u"表1"_s});
    const FileImportChoices choices{.kind = ImportKind::Observations, .observations = {.source = u"s"_s}};
    const auto made = import(book, choices);
    QVERIFY(made);
    QCOMPARE(made->layer, u"表1"_s);
    QCOMPARE(made->report.used, 1);
    FileImportChoices notes = choices;
    notes.layer = u"说明"_s;
    QVERIFY(!import(book, notes));
}

void FileImportTest::sitesFromATable() {
    const auto made = import(write(u"j.csv"_s, u"平台清单\n名称,类型,经度,纬度,区县\n"
                                               "甲平台,platform,120.2,30.2,\n"
                                               "乙园区,park,,,余杭\n"
                                               "丙基地,神秘,120.21,30.19,滨江区\n"_s.toUtf8()),
                             {.kind = ImportKind::Sites, .observations = {.source = u"名录"_s}});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->report.used, 3);
    QCOMPARE(made->report.warnings.size(), 3);
    QCOMPARE(made->report.warnings[0].kind, Notice::Kind::KindUnknown);
    QCOMPARE(made->report.warnings[1].kind, Notice::Kind::SitesUnplaced);
    QCOMPARE(made->report.warnings[2].kind, Notice::Kind::DatumOpen); // half a kilometre, were it of a web map
    QVERIFY(std::abs(made->report.warnings[2].arguments[0].toInt() - 540) < 40);
    QCOMPARE(textOf(made->edit.changes[0].after.value(u"zone"_s)), u"330108"_s); // where it lies
    QCOMPARE(textOf(made->edit.changes[1].after.value(u"zone"_s)), u"330110"_s);
    QVERIFY(!made->edit.changes[1].after.contains(u"geom"_s));
    QCOMPARE(textOf(made->edit.changes[2].after.value(u"source"_s)), u"名录"_s);
}

/// An X of whatever system beside the degrees is a column like others.
void FileImportTest::degreesGoBeforeOtherCoordinates() {
    const auto made = import(write(u"x.csv"_s, u"名称,X,经度,纬度,Y\n甲,519000,120.2,30.2,7\n"_s.toUtf8()),
                             {.kind = ImportKind::Sites, .observations = {.source = u"名录"_s}});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->report.used, 1);
    QCOMPARE(textOf(made->edit.changes[0].after.value(u"zone"_s)), u"330108"_s);
    QStringList left;
    for (const Notice& notice : made->report.unusedColumns) {
        left << notice.column;
    }
    QCOMPARE(left, (QStringList{u"X"_s, u"Y"_s}));
}

/// Kinds in Chinese, an apostrophe that is somebody's text, a name that stands twice.
void FileImportTest::sitesInTheWordsOfARegister() {
    const auto made = import(write(u"w.csv"_s, u"名称,类型,区县,备注\n甲,园区,滨江区,'=1\n乙,总部,滨江区,\n"
                                               "丙,平台,滨江区,\n甲,基地,滨江区,\n"_s.toUtf8()),
                             {.kind = ImportKind::Sites, .observations = {.source = u"名录"_s}});
    QVERIFY(made);
    QStringList kinds;
    for (const Change& change : made->edit.changes) {
        kinds << textOf(change.after.value(u"kind"_s));
    }
    QCOMPARE(kinds, (QStringList{u"park"_s, u"headquarters"_s, u"platform"_s}));
    QCOMPARE(textOf(made->edit.changes[0].after.value(u"note"_s)), u"'=1"_s);
    QCOMPARE(made->report.warnings.size(), 1);
    QCOMPARE(made->report.warnings[0].kind, Notice::Kind::SitesUnplaced);
    QCOMPARE(made->report.warnings[0].arguments, QStringList{u"3"_s});
    QCOMPARE(made->report.unused.size(), 1);
    QCOMPARE(made->report.unused[0].kind, Notice::Kind::SiteTwice);
    QCOMPARE(made->report.unused[0].arguments, QStringList(QString::number(made->report.unused[0].row - 3)));
}

/// By name, code, old name, whatever the column is called; a former unit of several districts tells none.
void FileImportTest::sitesMayStandForTheirDistrict() {
    for (const QString& heading : {u"所在区"_s, u"所属片区（2024）"_s}) {
        const auto made = import(write(u"q.csv"_s, u"名称,%1\n甲,余杭\n乙,330108\n丙,下城区\n丁,江干区\n戊,月球区\n"
                                                   "己,杭州市\n庚,\n"_s.arg(heading)
                                                       .toUtf8()),
                                 {.kind = ImportKind::Sites, .observations = {.source = u"名录"_s}});
        QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
        QStringList zones;
        for (const Change& change : made->edit.changes) {
            zones << textOf(change.after.value(u"zone"_s));
            QVERIFY(!change.after.contains(u"geom"_s));
        }
        QCOMPARE(zones, (QStringList{u"330110"_s, u"330108"_s, u"330105"_s}));
        QList<std::pair<int, Notice::Kind>> unused;
        for (const Notice& notice : made->report.unused) {
            unused.emplaceBack(notice.row, notice.kind);
        }
        QCOMPARE(unused, (QList<std::pair<int, Notice::Kind>>{{5, Notice::Kind::WhereMissing},
                                                              {6, Notice::Kind::ZoneUnknown},
                                                              {7, Notice::Kind::WhereMissing},
                                                              {8, Notice::Kind::WhereMissing}}));
        QCOMPARE(made->report.unused[0].arguments, (QStringList{u"江干区"_s, u"330102"_s, u"330114"_s}));
        QCOMPARE(made->report.unused[2].arguments, QStringList{u"杭州市"_s});
        QCOMPARE(made->report.warnings.size(), 2);
        QCOMPARE(made->report.warnings[0].kind, Notice::Kind::ZoneFormer);
        QCOMPARE(made->report.warnings[0].row, 4);
        QCOMPARE(made->report.warnings[1].kind, Notice::Kind::SitesUnplaced);
        QCOMPARE(made->report.warnings[1].arguments, QStringList{u"3"_s});
        QCOMPARE(made->report.columns, (QList<ColumnReading>{{.column = u"名称"_s, .field = u"name_zh"_s},
                                                             {.column = heading, .field = u"zone"_s}}));
    }
}

void FileImportTest::aPointElsewhereThanItsRowSays() {
    const auto made = import(write(u"r.csv"_s, u"名称,区县,经度,纬度\n甲,滨江区,120.2,30.2\n乙,余杭区,120.2,30.2\n"
                                               "丙,江干区,120.2,30.2\n丁,杭州市,120.2,30.2\n"
                                               "戊,淳安县,118.33,29.5\n己,淳安县,117.33,29.5\n"_s.toUtf8()),
                             {.kind = ImportKind::Sites,
                              .coordinates = {.datum = Datum::Cgcs2000, .crs = {}},
                              .observations = {.source = u"名录"_s}});
    QVERIFY(made);
    QCOMPARE(made->report.used, 5);
    QCOMPARE(made->report.unused.size(), 1); // far away
    QCOMPARE(made->report.unused[0].row, 7);
    QCOMPARE(made->report.unused[0].kind, Notice::Kind::OutsidePlan);
    QList<std::pair<int, Notice::Kind>> warnings;
    for (const Notice& notice : made->report.warnings) {
        warnings.emplaceBack(notice.row, notice.kind);
    }
    QCOMPARE(warnings, (QList<std::pair<int, Notice::Kind>>{{3, Notice::Kind::PlaceElsewhere},
                                                            {4, Notice::Kind::PlaceElsewhere},
                                                            {4, Notice::Kind::ZoneFormer},
                                                            {6, Notice::Kind::PlaceElsewhere}}));
    QCOMPARE(made->report.warnings[0].arguments, (QStringList{u"330110"_s, u"330108"_s}));
    QCOMPARE(textOf(made->edit.changes[1].after.value(u"zone"_s)), u"330110"_s); // what is said is kept
    QCOMPARE(textOf(made->edit.changes[2].after.value(u"zone"_s)), u"330108"_s); // of several, where it lies
}

/// However few the good ones are.
void FileImportTest::mistakenCoordinatesCostTheirRowOnly() {
    const FileImportChoices choices{.kind = ImportKind::Sites, .observations = {.source = u"s"_s}};
    const auto made =
        import(write(u"s.csv"_s, u"名称,经度,纬度\n甲,120.2,230.2\n乙,30.2,120.2\n丙,120.2,30.2\n"
                                 "丁,120.2,NaN\n戊,120.2,\n己,1e300,30.2\n庚,519000,3344000\n"_s.toUtf8()),
               choices);
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->report.read, 7);
    QCOMPARE(made->report.used, 1);
    QCOMPARE(textOf(made->edit.changes[0].after.value(u"name_zh"_s)), u"丙"_s);
    const QString beyond = u"its latitude is beyond 90 or its longitude beyond 180 degrees"_s;
    const QString numbers = u"the coordinates are no numbers"_s;
    const QString swapped = u"its two coordinates are swapped"_s;
    QStringList reasons;
    for (const Notice& notice : made->report.unused) {
        QCOMPARE(notice.kind, Notice::Kind::GeometryInvalid);
        reasons << notice.arguments;
    }
    QCOMPARE(reasons, (QStringList{beyond, swapped, numbers, numbers, beyond, beyond}));
    // So in a file that GDAL reads, with outlines beside the points, and on a plane.
    const QString feature =
        uR"({"type":"Feature","properties":{"name":"%1"},"geometry":{"type":"Point","coordinates":[%2]}})"_s;
    const auto json = import(
        write(u"t.geojson"_s, uR"({"type":"FeatureCollection","features":[%1,%2]})"_s
                                  .arg(feature.arg(u"甲"_s, u"120.2,130.2"_s), feature.arg(u"乙"_s, u"120.2,30.2"_s))
                                  .toUtf8()),
        choices);
    QVERIFY(json);
    QCOMPARE(json->report.used, 1);
    QCOMPARE(json->report.unused[0].arguments, QStringList{beyond});
    const auto plane =
        import(write(u"u.csv"_s, u"名称,东坐标,北坐标\n甲,519000,3344000\n乙,3344000,519000\n"_s.toUtf8()), choices);
    QVERIFY(plane);
    QCOMPARE(plane->report.used, 1);
    QCOMPARE(plane->report.unused[0].arguments, QStringList{swapped});
    // East of its central meridian by a degree, which another zone's would be near the plan, too.
    const auto east = import(write(u"v.csv"_s, u"名称,东坐标,北坐标\n甲,553000,3344000\n"_s.toUtf8()), choices);
    QVERIFY(east && east->report.used == 1);
    QCOMPARE(textOf(east->edit.changes[0].after.value(u"zone"_s)), u"330109"_s);
}

/// One vertex that is nowhere costs the outline, not the others.
void FileImportTest::brokenOutlinesCostTheirRowOnly() {
    QFile file(districts(u"y.geojson"_s, u"adcode"_s, [](const GeoPoint& point) { return point; },
                         {u"330108"_s, u"330127"_s}));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject collection = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray features = collection[u"features"_s].toArray();
    QJsonObject broken = features[0].toObject();
    broken[u"geometry"_s] =
        QJsonDocument::fromJson(
            R"({"type":"Polygon","coordinates":[[[120.1,30.1],[120.2,30.2],[120.2,930],[120.1,30.1]]]})")
            .object();
    features[0] = broken;
    collection[u"features"_s] = features;
    const auto made = import(write(u"z.geojson"_s, QJsonDocument(collection).toJson()), {.kind = ImportKind::Zones});
    QVERIFY(made);
    QCOMPARE(made->report.unused.size(), 1);
    QCOMPARE(made->report.unused[0].row, 1);
    QCOMPARE(made->report.unused[0].kind, Notice::Kind::GeometryInvalid);
    QCOMPARE(made->report.used + made->report.unchanged, 1);
}

/// Whoever says the datum is obeyed, and told where the data say otherwise.
void FileImportTest::aDatumThatDoesNotFitIsDoubted() {
    const QStringList some{u"330108"_s, u"330105"_s, u"330106"_s};
    const QString shifted = districts(u"a.geojson"_s, u"adcode"_s, gcj02FromWgs84, some);
    const auto asked = [&](const QString& file, std::optional<Datum> datum) {
        return import(file, {.kind = ImportKind::Zones, .coordinates = {.datum = datum, .crs = {}}});
    };
    const auto doubts = [](const auto& made) {
        QList<Notice> found = made->report.warnings;
        found.removeIf([](const Notice& notice) { return notice.kind != Notice::Kind::DatumDoubted; });
        return found;
    };
    const auto wrong = asked(shifted, Datum::Wgs84);
    QVERIFY(wrong && wrong->coordinates->datum == Datum::Wgs84 && wrong->coordinates->metresMoved == 0);
    QCOMPARE(doubts(wrong).size(), 1);
    const QStringList told = doubts(wrong)[0].arguments;
    QCOMPARE(doubts(wrong)[0].text, u"wgs84"_s);
    QCOMPARE(told[1], u"gcj02"_s);
    QCOMPARE_LT(told[0].toDouble(), 99.0);
    QCOMPARE_GT(told[2].toDouble(), 99.9);
    QVERIFY(told[3].toInt() >= 506 && told[3].toInt() <= 567);
    QVERIFY(doubts(asked(shifted, Datum::Gcj02)).isEmpty());
    QVERIFY(doubts(asked(shifted, std::nullopt)).isEmpty()); // it is taken as what it is
    const QString right = districts(u"b.geojson"_s, u"adcode"_s, [](const GeoPoint& point) { return point; }, some);
    QVERIFY(doubts(asked(right, Datum::Cgcs2000)).isEmpty());
    QCOMPARE(doubts(asked(right, Datum::Gcj02)).size(), 1);
}

/// Points tell it where they lie along borders and their rows say on which side.
void FileImportTest::pointsThatMissTheirDistrictsAreDoubted() {
    // 200 m within each vertex, as seen from the middle of the district.
    const auto sites = [&](auto change) {
        QString text = u"名称,区县,经度,纬度\n"_s;
        int number = 0;
        for (const QString& code : {u"330108"_s, u"330106"_s, u"330105"_s}) {
            const auto& ring = m_shapes.polygons(code)->front().outer();
            GeoPoint middle(0, 0);
            for (const GeoPoint& corner : ring) {
                middle = GeoPoint(middle.get<0>() + corner.get<0>() / static_cast<double>(ring.size()),
                                  middle.get<1>() + corner.get<1>() / static_cast<double>(ring.size()));
            }
            for (const GeoPoint& corner : ring) {
                const double part = 200 / std::max(200.0, distanceMetres(corner, middle));
                const GeoPoint within(corner.get<0>() + (middle.get<0>() - corner.get<0>()) * part,
                                      corner.get<1>() + (middle.get<1>() - corner.get<1>()) * part);
                const GeoPoint there = change(within);
                text += u"点%1,%2,%3,%4\n"_s.arg(++number)
                            .arg(code)
                            .arg(there.get<0>(), 0, 'f', 7)
                            .arg(there.get<1>(), 0, 'f', 7);
            }
        }
        return text.toUtf8();
    };
    const auto kinds = [&](const QByteArray& text, std::optional<Datum> datum) {
        const auto made = import(write(u"w.csv"_s, text), {.kind = ImportKind::Sites,
                                                           .coordinates = {.datum = datum, .crs = {}},
                                                           .observations = {.source = u"s"_s}});
        QSet<Notice::Kind> found;
        for (const Notice& notice : made->report.warnings) {
            found << notice.kind;
        }
        return found;
    };
    const QByteArray shifted = sites(gcj02FromWgs84);
    QVERIFY(kinds(shifted, Datum::Wgs84).contains(Notice::Kind::DatumDoubted));
    QVERIFY(kinds(shifted, std::nullopt).contains(Notice::Kind::DatumDoubted)); // points do not decide it
    QVERIFY(!kinds(shifted, std::nullopt).contains(Notice::Kind::DatumOpen));   // told once
    QVERIFY(!kinds(shifted, Datum::Gcj02).contains(Notice::Kind::DatumDoubted));
    const QByteArray right = sites([](const GeoPoint& point) { return point; });
    QVERIFY(!kinds(right, Datum::Wgs84).contains(Notice::Kind::DatumDoubted));
    QVERIFY(kinds(right, std::nullopt).contains(Notice::Kind::DatumOpen));
}

void FileImportTest::headersMustLeaveRows() {
    FileImportChoices choices{.kind = ImportKind::Observations, .observations = {.source = u"名录"_s}};
    choices.layout.headerRows = 99;
    const auto made = import(write(u"h.csv"_s, u"区县,2024年GDP\n滨江区,1\n"_s.toUtf8()), choices);
    QCOMPARE(made.error().code, Problem::Code::OutOfRange);
}

void FileImportTest::sitesOutsideAreNamed() {
    const auto made =
        import(write(u"k.csv"_s, u"名称,经度,纬度\n东京,139.7,35.7\n,120.2,30.2\n无处,,\n坏,东,北\n"_s.toUtf8()),
               {.kind = ImportKind::Sites, .observations = {.source = u"名录"_s}});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QList<Notice::Kind> kinds;
    for (const Notice& notice : made->report.unused) {
        kinds << notice.kind;
    }
    QCOMPARE(kinds, (QList{Notice::Kind::OutsidePlan, Notice::Kind::NameMissing, Notice::Kind::WhereMissing,
                           Notice::Kind::GeometryInvalid}));
}

/// As surveyors have it: X is the northing.
void FileImportTest::northingsMayComeFirst() {
    const FileImportChoices choices{.kind = ImportKind::Sites, .observations = {.source = u"s"_s}};
    const auto east = import(write(u"e.csv"_s, u"名称,东坐标,北坐标\n甲,519000,3344000\n"_s.toUtf8()), choices);
    const auto north = import(write(u"n.csv"_s, u"名称,X坐标,Y坐标\n甲,3344000,519000\n"_s.toUtf8()), choices);
    const auto degrees = import(write(u"d.csv"_s, u"名称,x,y\n甲,30.2,120.2\n"_s.toUtf8()), choices);
    QVERIFY(east && north && degrees);
    QVERIFY(!east->coordinates->swapped && north->coordinates->swapped && degrees->coordinates->swapped);
    QVERIFY(east->report.used == 1 && north->report.used == 1 && degrees->report.used == 1);
    QVERIFY(east->edit.changes[0].after.value(u"geom"_s) == north->edit.changes[0].after.value(u"geom"_s));
    QCOMPARE(degrees->edit.changes[0].after.value(u"geom"_s), Value(encodePosition({120.2, 30.2})));
}

void FileImportTest::whatIsNotReadIsNamed() {
    const QString book = path(u"book.xlsx"_s);
    const QString table = write(u"table.csv"_s, u"地区,2029年上市公司数\n滨江区,12\n"_s.toUtf8());
    ogr2ogr({u"-f"_s, u"XLSX"_s, book, table, u"-nln"_s, u"表1"_s});
    ogr2ogr({u"-update"_s, u"-f"_s, u"XLSX"_s, book, table, u"-nln"_s, u"表2"_s});
    const auto figures = import(book, {.kind = ImportKind::Observations, .observations = {.source = u"s"_s}});
    QVERIFY(figures);
    QCOMPARE(figures->report.warnings.size(), 1);
    QCOMPARE(figures->report.warnings[0].kind, Notice::Kind::LayerLeft);
    QCOMPARE(figures->report.warnings[0].text, u"表2"_s);

    const QString lines =
        write(u"l.geojson"_s, uR"({"type":"FeatureCollection","features":[{"type":"Feature","properties":
              {"name":"路","等级":"主干路","空":null},"geometry":{"type":"LineString","coordinates":[[120.2,30.2],
              [120.3,30.3]]}}]})"_s.toUtf8());
    const auto layer = import(lines, {.kind = ImportKind::Layer});
    QVERIFY(layer);
    QCOMPARE(layer->report.unusedColumns.size(), 1);
    QCOMPARE(layer->report.unusedColumns[0].column, u"等级"_s);
    QCOMPARE(layer->report.unusedColumns[0].kind, Notice::Kind::ColumnLeft);
    QVERIFY(textOf(layer->edit.changes[0].after.value(u"crs"_s)).contains(u"WGS 84"_s));

    const auto one = import(write(u"o.csv"_s, u"名称\n甲平台\n"_s.toUtf8()), {.kind = ImportKind::Sites});
    QVERIFY(one);
    QCOMPARE(one->report.read, 1);
}

void FileImportTest::anOddEncodingIsDoubted() {
    const QByteArray text = QStringEncoder("GB18030").encode(u"地区,2029年上市公司数\n滨江区,12\n"_s);
    FileImportChoices choices{.kind = ImportKind::Zones, .encoding = u"ISO-8859-1"_s};
    const auto made = import(write(u"g.csv"_s, text), choices);
    QVERIFY(made);
    QVERIFY(std::ranges::contains(made->report.warnings, Notice::Kind::EncodingOdd, &Notice::kind));
    QVERIFY(std::ranges::contains(made->readings, u"ISO-8859-1"_s, &EncodingReading::encoding));
    choices.encoding.clear();
    const auto right = import(write(u"g.csv"_s, text), choices);
    QVERIFY(right && !std::ranges::contains(right->report.warnings, Notice::Kind::EncodingOdd, &Notice::kind));
}

void FileImportTest::namesThatContradictAreNotTaken() {
    const QString text = QString::fromUtf8([&] {
        QFile file(districts(u"a.geojson"_s, u"adcode"_s,
                             [](const GeoPoint& point) { return GeoPoint(point.get<0>() + 1e-4, point.get<1>()); },
                             {u"330108"_s, u"330109"_s, u"330110"_s}));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }());
    const auto named = [&](const QString& third) {
        QString with = text;
        for (const auto& [code, name] :
             {std::pair(u"330108"_s, u"滨江区"_s), {u"330109"_s, u"萧山区"_s}, {u"330110"_s, third}}) {
            with.replace(u"\"adcode\": "_s + code, uR"("name":"%1","adcode": %2)"_s.arg(name, code));
        }
        return import(write(u"b.geojson"_s, with.toUtf8()), {.kind = ImportKind::Zones,
                                                             .coordinates = {.datum = Datum::Cgcs2000, .crs = {}},
                                                             .zones = {.source = u"局"_s}});
    };
    const auto right = named(u"余杭"_s);
    QVERIFY(right);
    QVERIFY(right->report.unused.isEmpty());
    const auto wrong = named(u"西湖区"_s);
    QVERIFY(wrong);
    QCOMPARE(wrong->report.unused.size(), 1);
    QCOMPARE(wrong->report.unused[0].kind, Notice::Kind::NamesDiffer);
    // Of some districts only: the provenance names them beside what it said before.
    const auto change = std::ranges::find(right->edit.changes, Table::Boundary, &Change::table);
    QVERIFY(change != right->edit.changes.end());
    QVERIFY(textOf(change->after.value(u"provenance_zh"_s)).endsWith(u"滨江区、萧山区、余杭区: 局"_s));
}

void FileImportTest::importingTwiceChangesNothing() {
    const QString file = path(u"plan.gpkg"_s);
    QVERIFY(writeProjectFile(file, m_project));
    const auto project = OpenProject::open(file, OpenProject::Access::Write);
    const auto run = [&](const QString& from, const FileImportChoices& choices) {
        const auto shapes = decodeShapes((*project)->content());
        const auto made = importFile((*project)->content(), *shapes, from, choices);
        const auto applied = made ? (*project)->apply(made->edit) : Result<bool>(std::unexpected(made.error()));
        return applied && *applied;
    };
    const QString csv = write(u"l.csv"_s, u"名称,经度,纬度,区县\n甲平台,120.2,30.2,滨江\n"_s.toUtf8());
    const FileImportChoices sites{.kind = ImportKind::Sites, .observations = {.source = u"名录"_s}};
    QVERIFY(run(csv, sites));
    QVERIFY(!run(csv, sites));
    const QString figures = write(u"m.csv"_s, u"地区,2029年上市公司数\n滨江区,9\n"_s.toUtf8());
    const FileImportChoices observations{.kind = ImportKind::Observations, .observations = {.source = u"年鉴"_s}};
    QVERIFY(run(figures, observations));
    QVERIFY(!run(figures, observations));
    const QString outlines = districts(u"n.geojson"_s, u"adcode"_s, gcj02FromWgs84);
    QVERIFY(run(outlines, {.kind = ImportKind::Zones}));
    QVERIFY(!run(outlines, {.kind = ImportKind::Zones}));
    QCOMPARE((*project)->done().size(), 3);
}

void FileImportTest::theFileStaysAsItIs() {
    const QString from = districts(u"o.geojson"_s, u"adcode"_s, [](const GeoPoint& point) { return point; });
    ogr2ogr({path(u"o.gpkg"_s), from});
    const auto hash = [&] {
        QCryptographicHash all(QCryptographicHash::Sha256);
        for (const QFileInfo& info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly)) {
                all.addData(info.fileName().toUtf8());
                all.addData(&file);
            }
        }
        return all.result();
    };
    const QByteArray before = hash();
    QVERIFY(import(path(u"o.gpkg"_s), {.kind = ImportKind::Zones}));
    QVERIFY(import(from, {.kind = ImportKind::Zones}));
    QVERIFY(hash() == before);
}

/// A share typed into a cell of numbers: the spreadsheet makes 0.05 of 5%.
void FileImportTest::aJumpIsTold() {
    const auto warned = [&](const QByteArray& value) {
        const auto made = importFile(
            m_project, m_shapes, write(u"j.csv"_s, u"地区,2029年地区生产总值(亿元)\n滨江区,"_s.toUtf8() + value + '\n'),
            {.kind = ImportKind::Observations, .observations = {.source = u"s"_s}});
        return made && made->report.used == 1 &&
               std::ranges::contains(made->report.warnings, ImportReport::Notice::Kind::ValueJumps,
                                     &ImportReport::Notice::kind);
    };
    QVERIFY(warned("0.05"));
    QVERIFY(warned("29000000"));
    QVERIFY(!warned("3000"));
}

void FileImportTest::readingCanBeCancelled() {
    QByteArray csv = u"地区,2029年上市公司数\n"_s.toUtf8();
    for (int i = 0; i < 5000; ++i) {
        csv += "滨江区,1\n";
    }
    const auto made = importFile(m_project, m_shapes, write(u"p.csv"_s, csv), {.kind = ImportKind::Observations},
                                 [](double) { return false; });
    QVERIFY(!made);
    QCOMPARE(made.error().code, Problem::Code::Cancelled);
    QVERIFY(made.error().arguments.isEmpty());
    // Nobody watches, and the time is up.
    const auto late = importFile(m_project, m_shapes, m_folder->filePath(u"p.csv"_s),
                                 {.kind = ImportKind::Observations, .timeLimit = std::chrono::seconds(0)});
    QCOMPARE(late.error().code, Problem::Code::Cancelled);
    QCOMPARE(late.error().arguments, (QStringList{u"0"_s}));
}

QTEST_GUILESS_MAIN(FileImportTest)
#include "file_import_test.moc"
