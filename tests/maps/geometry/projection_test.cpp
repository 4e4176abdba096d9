#include "maps/geometry/measure.h"
#include "maps/geometry/projection.h"
#include "tests/maps/geometry/rectangle.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QDir>
#include <QTest>

#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double west = 118.3;
constexpr double south = 29.1;
constexpr double east = 120.8;
constexpr double north = 30.7;
constexpr double radians = M_PI / 180;

std::array<Projection, 3> all() {
    return {Projection::webMercator(), Projection::gaussKrueger(120),
            Projection::conicEqualArea(west, south, east, north)};
}

/// Fine edges, because a straight edge on the map is not the geodesic that the area on the ellipsoid follows.
GeoPolygon fineRectangle(double w, double s, double e, double n) {
    const int parts = 200;
    GeoPolygon polygon;
    const auto edge = [&](double x0, double y0, double x1, double y1) {
        for (int i = 0; i < parts; ++i) {
            const double t = static_cast<double>(i) / parts;
            polygon.outer().push_back(GeoPoint(x0 + t * (x1 - x0), y0 + t * (y1 - y0)));
        }
    };
    edge(w, s, e, s);
    edge(e, s, e, n);
    edge(e, n, w, n);
    edge(w, n, w, s);
    polygon.outer().push_back(GeoPoint(polygon.outer().front()));
    return polygon;
}

} // namespace

class ProjectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDatabaseStaysClosed();
    void gaussKruegerAgreesWithEpsg_data();
    void gaussKruegerAgreesWithEpsg();
    void gaussKruegerTakesTheZoneOfThePlace();
    void webMercatorIsItsFormula();
    void conicKeepsAreas();
    void conicChoosesRoundParameters();
    void roundTrip();
    void linesAndPolygonsKeepTheirParts();
    void northAngleIsTheMeridianConvergence();
    void noResultOutsideOfTheDomain();
    void strangeExtentsDoNotCrash();
    void copiesMayBeUsedByThreads();
};

/// Opening PROJ's database costs more than all the rest of a projection. PROJ keeps it open, so it would be seen.
void ProjectionTest::theDatabaseStaysClosed() {
    const Projection krueger = Projection::gaussKrueger(120);
    const Projection conic = Projection::conicEqualArea(west, south, east, north);
    QVERIFY(std::isfinite(krueger.forward(GeoPoint(120, 30)).x() + conic.forward(GeoPoint(120, 30)).x()));
    const QDir open(u"/proc/self/fd"_s);
    for (const QFileInfo& handle : open.entryInfoList(QDir::Files | QDir::System)) {
        QVERIFY2(!handle.symLinkTarget().contains(u"proj.db"), qPrintable(handle.symLinkTarget()));
    }
}

/// From PROJ 9.6 by way of its database: gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4549 (GDAL 3.10.3).
void ProjectionTest::gaussKruegerAgreesWithEpsg_data() {
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("easting");
    QTest::addColumn<double>("northing");
    QTest::newRow("Binjiang") << 120.2 << 30.2 << 519258.463226028 << 3342301.13159526;
    QTest::newRow("west of Chun'an") << 118.5 << 29.5 << 354541.950289777 << 3265627.00704594;
    QTest::newRow("Chun'an") << 119.05 << 29.6 << 407970.494363668 << 3276150.64200962;
    QTest::newRow("Qiantang") << 120.7 << 30.5 << 567200.065783655 << 3375750.0847936;
    QTest::newRow("origin") << 120.0 << 0.0 << 500000.0 << 0.0;
}

void ProjectionTest::gaussKruegerAgreesWithEpsg() {
    QFETCH(double, longitude);
    QFETCH(double, latitude);
    QFETCH(double, easting);
    QFETCH(double, northing);
    const Point point = Projection::gaussKrueger(120).forward(GeoPoint(longitude, latitude));
    QCOMPARE_LT(std::abs(point.x() - easting), 1e-6);
    QCOMPARE_LT(std::abs(point.y() - northing), 1e-6);
}

/// gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547 and EPSG:4538 (GDAL 3.10.3).
void ProjectionTest::gaussKruegerTakesTheZoneOfThePlace() {
    const Projection guangzhou = Projection::gaussKrueger(113.2);
    QCOMPARE(guangzhou.definition(), u"EPSG:4547"_s);
    QCOMPARE(guangzhou.centralMeridian(), 114.0);
    const Point point = guangzhou.forward(GeoPoint(113.2, 23.1));
    QCOMPARE_LT(std::abs(point.x() - 418040.657729819), 1e-6);
    QCOMPARE_LT(std::abs(point.y() - 2555836.54843768), 1e-6);
    const Projection urumqi = Projection::gaussKrueger(87.6);
    QCOMPARE(urumqi.definition(), u"EPSG:4538"_s);
    QCOMPARE_LT(std::abs(urumqi.forward(GeoPoint(87.6, 43.8)).x() - 548285.115077205), 1e-6);
    QCOMPARE(Projection::gaussKrueger(119.55).definition(), u"EPSG:4549"_s);
    QCOMPARE(Projection::gaussKrueger(60).definition(), u"EPSG:4534"_s);
    QCOMPARE(Projection::gaussKrueger(150).definition(), u"EPSG:4554"_s);
}

/// EPSG method 1024 (guidance note 7-2): spherical formula with the ellipsoid's equatorial radius.
void ProjectionTest::webMercatorIsItsFormula() {
    const Projection mercator = Projection::webMercator();
    for (const GeoPoint& place : {GeoPoint(120.2, 30.2), GeoPoint(0, 0), GeoPoint(-179, -80), GeoPoint(118, 29)}) {
        const Point point = mercator.forward(place);
        QCOMPARE_LT(std::abs(point.x() - 6378137 * place.get<0>() * radians), 1e-6);
        const double y = 6378137 * std::log(std::tan(M_PI / 4 + place.get<1>() * radians / 2));
        QCOMPARE_LT(std::abs(point.y() - y), 1e-6);
    }
}

void ProjectionTest::conicKeepsAreas() {
    const Projection conic = Projection::conicEqualArea(west, south, east, north);
    for (const GeoPolygon& polygon : {fineRectangle(119.9, 30.1, 120.1, 30.3), fineRectangle(118.4, 29.2, 118.9, 29.6),
                                      fineRectangle(west, south, east, north)}) {
        const double onPaper = boost::geometry::area(conic.forward(GeoPolygons{polygon}));
        const double onTheEllipsoid = areaSquareMetres(polygon);
        qInfo("relative difference %.1e", onPaper / onTheEllipsoid - 1);
        QCOMPARE_LT(std::abs(onPaper / onTheEllipsoid - 1), 1e-6);
    }
    const GeoPolygon polygon = fineRectangle(119.9, 30.1, 120.1, 30.3);
    const double mercator = boost::geometry::area(Projection::webMercator().forward(GeoPolygons{polygon}));
    QCOMPARE_GT(mercator / areaSquareMetres(polygon), 1.3); // why figures are not drawn in it
}

void ProjectionTest::conicChoosesRoundParameters() {
    const Projection conic = Projection::conicEqualArea(west, south, east, north);
    QCOMPARE(conic.kind(), Projection::Kind::ConicEqualArea);
    QCOMPARE(conic.centralMeridian(), 119.5);                                         // middle 119.55
    QCOMPARE_LT(std::abs(conic.southernParallel() - (29 + 22.0 / 60)), 0.5 / 60 * 5); // 29.3667
    QCOMPARE_LT(std::abs(conic.northernParallel() - (30 + 26.0 / 60)), 0.5 / 60 * 5); // 30.4333
    for (const double parallel : {conic.southernParallel(), conic.northernParallel()}) {
        QCOMPARE_LT(std::abs(parallel * 12 - std::round(parallel * 12)), 1e-9);
    }
    QCOMPARE_LT(std::abs(conic.forward(GeoPoint(119.5, 30)).x()), 1e-6);
    QCOMPARE(Projection::gaussKrueger(120).centralMeridian(), 120.0);
    QCOMPARE(Projection::webMercator().kind(), Projection::Kind::WebMercator);
}

void ProjectionTest::roundTrip() {
    for (const Projection& projection : all()) {
        for (double longitude = west; longitude <= east; longitude += 0.1) {
            for (double latitude = south; latitude <= north; latitude += 0.1) {
                const GeoPoint back = projection.inverse(projection.forward(GeoPoint(longitude, latitude)));
                QCOMPARE_LT(std::abs(back.get<0>() - longitude), 1e-10);
                QCOMPARE_LT(std::abs(back.get<1>() - latitude), 1e-10);
            }
        }
    }
}

void ProjectionTest::linesAndPolygonsKeepTheirParts() {
    const Projection projection = Projection::gaussKrueger(120);
    GeoPolygon polygon = rectangle(120, 30, 120.2, 30.2);
    polygon.inners().push_back(rectangularHole(120.05, 30.05, 120.1, 30.1));
    const Polygons projected = projection.forward(GeoPolygons{polygon, rectangle(121, 30, 121.1, 30.1)});
    QCOMPARE(projected.size(), 2U);
    QCOMPARE(projected[0].inners().size(), 1U);
    const Point corner = projection.forward(GeoPoint(120.05, 30.05));
    QCOMPARE(projected[0].inners()[0][0].x(), corner.x());
    QCOMPARE(projected[0].inners()[0][0].y(), corner.y());
    QCOMPARE(projection.forward(GeoLine{GeoPoint(120, 30), GeoPoint(121, 31)}).size(), 2U);
    QVERIFY(projection.forward(GeoLine()).empty());
    QVERIFY(projection.forward(GeoPolygons()).empty());
}

/// tan(convergence) = tan(longitude difference) sin(latitude) on the sphere, within arc seconds on the
/// ellipsoid; for the cone n times the longitude difference.
void ProjectionTest::northAngleIsTheMeridianConvergence() {
    const Projection krueger = Projection::gaussKrueger(120);
    for (const double longitude : {118.5, 119.3, 120.0, 120.7}) {
        const double expected = std::atan(std::tan((longitude - 120) * radians) * std::sin(30 * radians)) / radians;
        // East of the central meridian true north lies to the left of grid north: counter-clockwise.
        QCOMPARE_LT(std::abs(krueger.northAngle(GeoPoint(longitude, 30)) - expected), 1e-3);
    }
    const Projection conic = Projection::conicEqualArea(west, south, east, north);
    const double n = (std::sin(conic.southernParallel() * radians) + std::sin(conic.northernParallel() * radians)) / 2;
    QCOMPARE_LT(std::abs(conic.northAngle(GeoPoint(120.5, 30)) - n * (120.5 - 119.5)), 1e-3);
    QCOMPARE_LT(std::abs(Projection::webMercator().northAngle(GeoPoint(120.5, 30))), 1e-6);
}

void ProjectionTest::noResultOutsideOfTheDomain() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Projection& projection : all()) {
        for (const GeoPoint& place : {GeoPoint(nan, 30), GeoPoint(120, nan), GeoPoint(infinity, 30), GeoPoint(120, 91),
                                      GeoPoint(1e300, 1e300), GeoPoint(120, -1e9)}) {
            const Point point = projection.forward(place);
            QVERIFY(std::isnan(point.x()) && std::isnan(point.y()));
        }
        QVERIFY(std::isnan(projection.inverse(Point(nan, 0)).get<0>()));
        projection.inverse(Point(1e300, -1e300));                          // whatever it is, it must end
        QVERIFY(std::isfinite(projection.forward(GeoPoint(120, 30)).x())); // an error does not stick
    }
    // Half a world away from its meridian a transverse Mercator knows nothing.
    QVERIFY(std::isnan(Projection::gaussKrueger(120).forward(GeoPoint(-150, 0)).x()));
}

void ProjectionTest::strangeExtentsDoNotCrash() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(std::isnan(Projection::conicEqualArea(nan, nan, nan, nan).forward(GeoPoint(120, 30)).x()));
    QVERIFY(std::isfinite(Projection::conicEqualArea(100, -10, 120, 10).forward(GeoPoint(110, 5)).x()));
    QVERIFY(std::isfinite(Projection::conicEqualArea(120, 30, 120, 30).forward(GeoPoint(120, 30)).x()));
    QVERIFY(std::isnan(Projection::conicEqualArea(0, 500, 1, 600).forward(GeoPoint(120, 30)).x()));
}

void ProjectionTest::copiesMayBeUsedByThreads() {
    const Projection projection = Projection::gaussKrueger(120);
    const double expected = projection.forward(GeoPoint(120.2, 30.2)).x();
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([copy = projection, expected, &wrong] {
                for (int round = 0; round < 5000; ++round) {
                    copy.forward(GeoPoint(120, 95));
                    wrong += copy.forward(GeoPoint(120.2, 30.2)).x() != expected ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_APPLESS_MAIN(ProjectionTest)
#include "projection_test.moc"
