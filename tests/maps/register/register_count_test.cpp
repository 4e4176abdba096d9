#include "maps/formats/plan_project.h"
#include "maps/geometry/gcj02.h"
#include "maps/register/register_count.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

/// Well within its district.
struct Place {
    const char* code;
    double longitude;
    double latitude;
};
constexpr Place binjiang{"330108", 120.19, 30.18};
constexpr Place xihu{"330106", 120.08, 30.20};
constexpr Place chunan{"330127", 118.90, 29.60};

QByteArray at(const Place& place) {
    return QByteArray::number(place.longitude, 'f', 6) + ',' + QByteArray::number(place.latitude, 'f', 6);
}

qint64 rejected(const RegisterCount& count, Rejection kind) {
    const auto found = std::ranges::find(count.rejections, kind, &RejectedRows::kind);
    return found == count.rejections.end() ? 0 : found->count;
}

} // namespace

class RegisterCountTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsByPlace();
    void countsByDistrictWhereThereIsNoPlace();
    void countsByDistrictAlone();
    void disagreementsAreTold();
    void badRowsAreCountedByKind();
    void theAirportZoneIsOfWhich();
    void datumsAreMoved();
    void manyRowsInOnePlaceAreTold();
    void otherFilesCountTheSame_data();
    void otherFilesCountTheSame();
    void filtersLeaveRowsOut();
    void columnsAreAskedFor();
    void theTotalsAddUpWhateverComes();

private:
    QString write(const QByteArray& bytes) const {
        QFile file(m_folder.filePath(u"a.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }
    RegisterCount count(const QByteArray& bytes, const RegisterChoices& choices = {}) const {
        const auto result = countRegister(m_project, m_shapes, write(bytes), choices);
        if (!result) {
            qFatal("problem %d %s", static_cast<int>(result.error().code), qPrintable(result.error().field));
        }
        return *result;
    }
    static qint64 in(const RegisterCount& count, const char* code) {
        return std::ranges::find(count.zones, QString::fromLatin1(code), &ZoneCount::code)->count;
    }

    QTemporaryDir m_folder;
    Project m_project;
    PlanShapes m_shapes;
};

void RegisterCountTest::initTestCase() {
    m_project = *readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    m_shapes = *decodeShapes(m_project);
}

void RegisterCountTest::countsByPlace() {
    const RegisterCount result = count("name,行业代码,经度,纬度\nA,I65," + at(binjiang) + "\nB,C," + at(binjiang) +
                                       "\nC,," + at(xihu) + "\nD,I65,121.55,29.87\n");
    QCOMPARE(result.read, 4);
    QCOMPARE(result.counted, 3);
    QCOMPARE(result.outside, 1); // Ningbo
    QCOMPARE(result.rejected, 0);
    QCOMPARE(in(result, "330108"), 2);
    QCOMPARE(in(result, "330106"), 1);
    QCOMPARE(in(result, "330127"), 0); // there, with nothing
    const auto& industries = std::ranges::find(result.zones, u"330108"_s, &ZoneCount::code)->industries;
    QCOMPARE(industries[65], 1);
    QCOMPARE(industries[static_cast<std::size_t>(industryIndex({'C', 0}))], 1);
}

void RegisterCountTest::countsByDistrictWhereThereIsNoPlace() {
    const RegisterCount result =
        count("lon,lat,区县\n" + at(binjiang) + ",滨江区\n,,西湖\n,,330127\n,,下城区\n,,宁波市\n,,330203\n");
    QCOMPARE(result.read, 6);
    QCOMPARE(result.byDistrict, 3);
    QCOMPARE(in(result, "330106"), 1);
    QCOMPARE(in(result, "330105"), 1); // what 下城 became a part of
    QCOMPARE(result.outside, 1);       // a code of another city
    QCOMPARE(rejected(result, Rejection::DistrictUnknown), 1);
}

void RegisterCountTest::countsByDistrictAlone() {
    const RegisterCount result = count(
        "lon,lat,code\n" + at(binjiang) + ",330106\n0,0,330106\n",
        {.columns = {.longitude = {}, .latitude = {}, .district = u"code"_s, .industry = {}}, .districtOnly = true});
    QCOMPARE(result.counted, 2);
    QCOMPARE(in(result, "330106"), 2);
}

void RegisterCountTest::disagreementsAreTold() {
    const RegisterCount result = count("lon,lat,code\n" + at(binjiang) + ",330108\n" + at(binjiang) + ",330106\n" +
                                       at(xihu) + ",余杭区\n" + at(xihu) + ",unknown\n");
    QCOMPARE(result.counted, 4);
    QCOMPARE(result.disagreements.count, 2);
    QCOMPARE(result.disagreements.first, (std::vector<qint64>{3, 4}));
    QCOMPARE(in(result, "330108"), 2); // where they lie
}

void RegisterCountTest::badRowsAreCountedByKind() {
    const RegisterCount result = count("name,lon,lat\n"
                                       "ok,120.19,30.18\n"      // 2
                                       "swapped,30.18,120.19\n" // 3
                                       "empty,,\n"              // 4
                                       "half,120.19,\n"         // 5
                                       "nan,nan,30.18\n"        // 6
                                       "text,120°,30.18\n"      // 7
                                       "null island,0,0\n"      // 8
                                       "metres,519000,3340000\n"
                                       "short\n" // 10
                                       "\"quote\"s,120.19,30.18\n"
                                       "inf,inf,30\n");
    QCOMPARE(result.read, 11);
    QCOMPARE(result.counted, 1);
    QCOMPARE(rejected(result, Rejection::Swapped), 1);
    QCOMPARE(rejected(result, Rejection::PlaceMissing), 2);
    QCOMPARE(rejected(result, Rejection::NotANumber), 3);
    QCOMPARE(rejected(result, Rejection::OutsideChina), 2);
    QCOMPARE(rejected(result, Rejection::CellsMissing), 1);
    QCOMPARE(rejected(result, Rejection::WrongQuotes), 1);
    const auto numbers = std::ranges::find(result.rejections, Rejection::NotANumber, &RejectedRows::kind);
    QCOMPARE(numbers->first, (std::vector<qint64>{6, 7, 12}));
    QCOMPARE(result.read, result.counted + result.outside + result.rejected);
}

/// It lies in 萧山, which has the row, too.
void RegisterCountTest::theAirportZoneIsOfWhich() {
    const RegisterCount result = count("lon,lat\n120.432,30.234\n");
    QCOMPARE(in(result, "LKSFQ"), 1);
    QCOMPARE(in(result, "330109"), 1);
    QCOMPARE(result.counted, 1);
}

/// A place near the river, which half a kilometre brings to the other side.
void RegisterCountTest::datumsAreMoved() {
    const GeoPoint truth(120.1985, 30.2105);
    const GeoPoint map = gcj02FromWgs84(truth);
    const QByteArray file =
        "lon,lat\n" + QByteArray::number(map.get<0>(), 'f', 7) + ',' + QByteArray::number(map.get<1>(), 'f', 7) + '\n';
    const QByteArray plain = "lon,lat\n120.1985,30.2105\n";
    const auto zones = [](const RegisterCount& count) {
        QStringList codes;
        for (const ZoneCount& zone : count.zones) {
            codes << zone.code + QString::number(zone.count);
        }
        return codes;
    };
    RegisterChoices gcj02;
    gcj02.datum = Datum::Gcj02;
    QCOMPARE(zones(count(file, gcj02)), zones(count(plain)));
}

void RegisterCountTest::manyRowsInOnePlaceAreTold() {
    QByteArray file = "lon,lat\n";
    for (int i = 0; i < 300'000; ++i) {
        file += i % 3 == 0 ? "120.190000,30.180000\n" : "120." + QByteArray::number(100'000 + i % 90'000) + ",30.2\n";
    }
    const RegisterCount result = count(file);
    QCOMPARE(result.shared.size(), 1);
    QCOMPARE(result.shared[0].longitude, 120.19);
    QVERIFY(result.shared[0].atLeast > 90'000 && result.shared[0].atLeast <= 100'000);
}

void RegisterCountTest::otherFilesCountTheSame_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    const QStringList points{
        u"-oo"_s,   u"X_POSSIBLE_NAMES=lon"_s, u"-oo"_s, u"Y_POSSIBLE_NAMES=lat"_s, u"-s_srs"_s, u"EPSG:4490"_s,
        u"-t_srs"_s};
    QTest::newRow("GeoPackage") << u"a.gpkg"_s << points + QStringList{u"EPSG:4490"_s};
    QTest::newRow("FlatGeobuf") << u"a.fgb"_s << points + QStringList{u"EPSG:4490"_s};
    QTest::newRow("GeoJSON") << u"a.geojson"_s << points + QStringList{u"EPSG:4490"_s};
    QTest::newRow("Shapefile") << u"a.shp"_s << points + QStringList{u"EPSG:4490"_s};
    QTest::newRow("metres") << u"b.gpkg"_s << points + QStringList{u"EPSG:4549"_s};
    QTest::newRow("XLSX") << u"a.xlsx"_s << QStringList();
}

void RegisterCountTest::otherFilesCountTheSame() {
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    const QByteArray table = "name,industry,lon,lat\nA,I65," + at(binjiang) + "\nB,C39," + at(xihu) + "\nC,I65," +
                             at(chunan) + "\nD,I65,121.55,29.87\n";
    const RegisterCount expected = count(table);
    const QString csv = write(table);
    const QString file = m_folder.filePath(name);
    QProcess process;
    process.start(u"ogr2ogr"_s, QStringList{file, csv} + options);
    QVERIFY(process.waitForFinished(-1));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const auto result = countRegister(m_project, m_shapes, file, {});
    QVERIFY(result);
    QCOMPARE(result->read, expected.read);
    QCOMPARE(result->outside, expected.outside);
    for (qsizetype i = 0; i < expected.zones.size(); ++i) {
        QCOMPARE(result->zones[i].count, expected.zones[i].count);
        QCOMPARE(result->zones[i].industries, expected.zones[i].industries);
    }
}

void RegisterCountTest::filtersLeaveRowsOut() {
    const QByteArray rows = "企业名称,行业代码,企业规模,成立日期,经度,纬度\n杭州跨境A,I65,大型,2019-05-20," +
                            at(binjiang) + "\nB,I64,微型,2021," + at(binjiang) + "\nC,C39,大型,2021," + at(xihu) +
                            "\nD,I65,,," + at(xihu) + "\nE,I65,大型,2022,1,1\n\"F,I65\n";
    const auto counted = [&](const RegisterFilter& filter) {
        const RegisterCount result = count(rows, {.filter = filter});
        return QList<qint64>{result.read, result.counted, result.rejected, result.leftOut};
    };
    QCOMPARE(counted({}), (QList<qint64>{6, 4, 2, 0}));
    QCOMPARE(counted({.industries = {{'I', 65}}}), (QList<qint64>{4, 2, 2, 2})); // of the last row nobody knows
    QCOMPARE(counted({.sizes = {EnterpriseSize::Large}}), (QList<qint64>{4, 2, 2, 2}));
    QCOMPARE(counted({.from = 2020, .to = 2021}), (QList<qint64>{3, 2, 1, 3}));
    QCOMPARE(counted({.text = u"跨境a"_s}), (QList<qint64>{2, 1, 1, 4}));
    const auto result =
        countRegister(m_project, m_shapes, write("lon,lat\n" + at(xihu) + "\n"), {.filter = {.from = 2020}});
    QCOMPARE(result.error().code, Problem::Code::FieldMissing);
    QCOMPARE(result.error().field, u"year"_s);
}

void RegisterCountTest::columnsAreAskedFor() {
    const auto fails = [&](const QByteArray& bytes, const RegisterChoices& choices) {
        const auto result = countRegister(m_project, m_shapes, write(bytes), choices);
        return result ? QString() : result.error().field;
    };
    QCOMPARE(fails("name,height\nA,1\n", {}), u"longitude"_s);
    QCOMPARE(fails("name,lon\nA,1\n", {}), u"latitude"_s);
    QCOMPARE(fails("lon,lat\n1,2\n",
                   {.columns = {.longitude = u"easting"_s, .latitude = {}, .district = {}, .industry = {}}}),
             u"easting"_s);
    QCOMPARE(fails("lon,lat\n1,2\n", {.districtOnly = true}), u"district"_s);
}

/// Noise, with commas, quotes and line ends among it.
void RegisterCountTest::theTotalsAddUpWhateverComes() {
    QRandomGenerator random(11);
    const QByteArray letters = "0123456789.,,,\"\"\n\r\n;- 120,30\xE6\x9D\xAD";
    for (int round = 0; round < 50; ++round) {
        QByteArray bytes = "lon,lat,code,industry\n120.19,30.18,330108,I65\n";
        for (int i = 0; i < 3000; ++i) {
            bytes += letters[random.bounded(static_cast<quint32>(letters.size()))];
        }
        const RegisterCount result = count(bytes);
        QCOMPARE(result.read, result.counted + result.outside + result.rejected);
        QVERIFY(result.counted >= 1);
        qint64 sum = 0;
        for (const RejectedRows& rows : result.rejections) {
            sum += rows.count;
            QVERIFY(std::ranges::is_sorted(rows.first));
            QCOMPARE(static_cast<qint64>(rows.first.size()), std::min<qint64>(10, rows.count));
        }
        QCOMPARE(sum, result.rejected);
    }
}

QTEST_GUILESS_MAIN(RegisterCountTest)
#include "register_count_test.moc"
