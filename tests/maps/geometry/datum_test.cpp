#include "core/plan/plan.h"
#include "maps/formats/features.h"
#include "maps/geometry/bd09.h"
#include "maps/geometry/datum_fit.h"
#include "maps/geometry/gcj02.h"
#include "maps/geometry/measure.h"
#include "maps/geometry/points.h"
#include "maps/geometry/source_crs.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

const QString root = QString::fromUtf16(TIERMAP_SOURCE_DIR);

std::vector<ZoneShape> planZones() {
    std::vector<ZoneShape> zones;
    const auto features = readFeatures(root + u"/resources/plans/hangzhou/zones.geojson"_s);
    for (const Feature& feature : *features) {
        zones.push_back({feature.attributes[u"code"_s].toString(), std::get<GeoPolygons>(feature.shape)});
    }
    return zones;
}

std::vector<GeoPolygons> shifted(const std::vector<GeoPolygons>& layer, Datum datum) {
    std::vector<GeoPolygons> result = layer;
    for (GeoPolygons& polygons : result) {
        eachPoint(polygons, [&](GeoPoint& point) {
            point = datum == Datum::Gcj02  ? gcj02FromWgs84(point)
                    : datum == Datum::Bd09 ? bd09FromGcj02(gcj02FromWgs84(point))
                                           : point;
        });
    }
    return result;
}

} // namespace

namespace {

/// So many of the points lie in what they are said to lie in.
DatumFit pointsFit(int points, int inside) {
    return {.datum = Datum::Cgcs2000, .overlap = static_cast<double>(inside) / points, .points = points};
}

} // namespace

class DatumTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bd09AgreesWithPublishedPair();
    void bd09RoundTripIsExact();
    void namesOfDatums();
    void gaussKrueger_data();
    void gaussKrueger();
    void oldSystemsAreNotTakenForExact();
    void systemsWithoutANameSayWhatTheyAre();
    void whatIsNoSystemIsAProblem();
    void possibleSystems();
    void fitsThePlansOwnOutlines_data();
    void fitsThePlansOwnOutlines();
    void fitsTheReference();
    void pointsTellADatum();
    void elsewhereNothingFits();
};

/// The pair of Baidu's own coordinate service that ports of the formula share (GCJ-02 116.404, 39.915).
void DatumTest::bd09AgreesWithPublishedPair() {
    const GeoPoint bd09 = bd09FromGcj02(GeoPoint(116.404, 39.915));
    QCOMPARE_LT(std::abs(bd09.get<0>() - 116.41036949371029), 1e-9);
    QCOMPARE_LT(std::abs(bd09.get<1>() - 39.92133699351022), 1e-9);
}

void DatumTest::bd09RoundTripIsExact() {
    for (double x = 118.3; x < 121; x += 0.17) {
        for (double y = 29.1; y < 30.8; y += 0.13) {
            const GeoPoint back = gcj02FromBd09(bd09FromGcj02(GeoPoint(x, y)));
            QCOMPARE_LT(std::hypot(back.get<0>() - x, back.get<1>() - y), 1e-9);
        }
    }
}

void DatumTest::namesOfDatums() {
    QVERIFY(fromName<Datum>(u"gcj02"_s) == Datum::Gcj02);
    QCOMPARE(allowedNames<Datum>(), u"unknown, wgs84, cgcs2000, gcj02, bd09"_s);
}

/// Eastings and northings by gdaltransform (GDAL 3.10, PROJ 9.6) from 120.2 E, 30.25 N.
void DatumTest::gaussKrueger_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("zone 40, prefixed") << u"EPSG:4528"_s << 40519248.7233991 << 3347843.96053452;
    QTest::newRow("CM 120") << u"EPSG:4549"_s << 519248.723399073 << 3347843.96053452;
    QTest::newRow("degrees, latitude first by the authority") << u"EPSG:4326"_s << 120.2 << 30.25;
}

void DatumTest::gaussKrueger() {
    QFETCH(QString, code);
    QFETCH(double, x);
    QFETCH(double, y);
    const auto crs = SourceCrs::from(code);
    QVERIFY(crs);
    const GeoPoint degrees = crs->toDegrees(GeoPoint(x, y));
    QCOMPARE_LT(distanceMetres(degrees, GeoPoint(120.2, 30.25)), 0.001);
    QCOMPARE(crs->isGeographic(), x < 180);
    QVERIFY(crs->datum() == (x < 180 ? Datum::Wgs84 : Datum::Cgcs2000));
}

void DatumTest::oldSystemsAreNotTakenForExact() {
    for (const QString& code : {u"EPSG:4610"_s, u"EPSG:4214"_s, u"EPSG:2343"_s}) { // Xian 1980, Beijing 1954
        const auto crs = SourceCrs::from(code);
        QVERIFY2(crs, qPrintable(code));
        QVERIFY(crs->datum() == Datum::Unknown);
    }
}

void DatumTest::systemsWithoutANameSayWhatTheyAre() {
    QCOMPARE(SourceCrs::from(u"+proj=tmerc +lat_0=0 +lon_0=120 +x_0=500000 +ellps=GRS80 +units=m +type=crs"_s)->name(),
             u"Transverse Mercator, GRS 1980"_s);
    QCOMPARE(SourceCrs::from(u"+proj=longlat +ellps=GRS80 +type=crs"_s)->name(), u"GRS 1980"_s);
    QCOMPARE(SourceCrs::from(u"EPSG:4549"_s)->name(), u"CGCS2000 / 3-degree Gauss-Kruger CM 120E"_s);
}

void DatumTest::whatIsNoSystemIsAProblem() {
    for (const QString& text : {u""_s, u"EPSG:1"_s, u"nonsense"_s, u"+proj=pipeline +step +proj=merc"_s}) {
        const auto crs = SourceCrs::from(text);
        QVERIFY2(!crs, qPrintable(text));
        QCOMPARE(crs.error().code, Problem::Code::ReferenceUnknown);
    }
}

void DatumTest::possibleSystems() {
    QCOMPARE(possibleCrs(120, 30), QStringList{u"EPSG:4490"_s});
    QCOMPARE(possibleCrs(40519248, 3347843), QStringList{u"EPSG:4528"_s});
    QCOMPARE(possibleCrs(20519248, 3347843), QStringList{u"EPSG:4498"_s}); // a 6-degree zone
    QVERIFY(possibleCrs(519248, 3347843).contains(u"EPSG:4549"_s));
    QVERIFY(possibleCrs(13380602, 3535096).contains(u"EPSG:3857"_s));
    QVERIFY(possibleCrs(NAN, NAN).isEmpty());
}

void DatumTest::fitsThePlansOwnOutlines_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("CGCS2000") << u"cgcs2000"_s;
    QTest::newRow("GCJ-02") << u"gcj02"_s;
    QTest::newRow("BD-09") << u"bd09"_s;
}

void DatumTest::fitsThePlansOwnOutlines() {
    QFETCH(QString, name);
    const Datum datum = *fromName<Datum>(name);
    const std::vector<ZoneShape> zones = planZones();
    std::vector<GeoPolygons> layer;
    for (const ZoneShape& zone : zones) {
        layer.push_back(zone.polygons);
    }
    const QList<DatumFit> fits = fitDatum(shifted(layer, datum), zones);
    QCOMPARE(fits.size(), 3);
    QVERIFY(fits[0].datum == datum);
    QCOMPARE_GT(fits[0].overlap, 0.9999);
    QCOMPARE_LT(fits[1].overlap, 0.95); // half a kilometre shows
}

void DatumTest::fitsTheReference() {
    const QString file = root + u"/../shared/reference/hangzhou-districts-gcj02.geojson"_s;
    if (!QFile::exists(file)) {
        QSKIP("the reference file lies outside of the tree and is not here");
    }
    std::vector<GeoPolygons> layer;
    const auto features = readFeatures(file);
    for (const Feature& feature : *features) {
        layer.push_back(std::get<GeoPolygons>(feature.shape));
    }
    const QList<DatumFit> fits = fitDatum(layer, planZones());
    for (const DatumFit& fit : fits) {
        qInfo("%s: overlap %.4f, %.0f m", qPrintable(nameOf(fit.datum)), fit.overlap, fit.metresMoved);
    }
    QVERIFY(fits[0].datum == Datum::Gcj02);
    QCOMPARE_GT(fits[0].overlap - fits[1].overlap, 0.02);
    QCOMPARE_GT(fits[0].metresMoved, 500.0); // 506 to 567 m across the city
    QCOMPARE_LT(fits[0].metresMoved, 570.0);
}

void DatumTest::elsewhereNothingFits() {
    GeoPolygons elsewhere;
    elsewhere.emplace_back().outer() = {{10, 50}, {11, 50}, {11, 51}, {10, 50}};
    QVERIFY(fitDatum({elsewhere}, planZones()).isEmpty());
    QVERIFY(fitDatum({}, planZones()).isEmpty());
    QVERIFY(fitPoints({}, planZones()).isEmpty());
    QVERIFY(fitPoints({{.point = GeoPoint(120.2, 30.2), .zone = u"999999"_s}}, planZones()).isEmpty());
}

void DatumTest::pointsTellADatum() {
    const std::vector<PlacedPoint> points{{.point = GeoPoint(120.2, 30.2), .zone = u"330108"_s},
                                          {.point = GeoPoint(120.2, 30.2), .zone = u"330110"_s}};
    const QList<DatumFit> fits = fitPoints(points, planZones());
    QCOMPARE(fits.size(), 3);
    QCOMPARE(fits[0].overlap, 0.5);
    QCOMPARE(fits[0].points, 2);
    // Two of a hundred are an accident, nine of a hundred that leave one are not; nor do many that leave as many.
    QVERIFY(!isClearlyBetter(pointsFit(100, 100), pointsFit(100, 98)));
    QVERIFY(isClearlyBetter(pointsFit(100, 99), pointsFit(100, 90)));
    QVERIFY(!isClearlyBetter(pointsFit(100, 70), pointsFit(100, 50)));
    QVERIFY(!isClearlyBetter(pointsFit(100, 90), pointsFit(100, 99)));
}

QTEST_GUILESS_MAIN(DatumTest)
#include "datum_test.moc"
