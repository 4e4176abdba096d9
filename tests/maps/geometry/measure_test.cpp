#include "maps/geometry/measure.h"
#include "tests/maps/geometry/rectangle.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/distance.hpp>
#include <boost/geometry/srs/spheroid.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tiermap;

namespace {

namespace bg = boost::geometry;

using Spheroid = bg::srs::spheroid<double>;
// Boost.Geometry is written independently of GeographicLib. Of its formulas Vincenty's is the one that is quick here.
using AreaStrategy = bg::strategies::area::geographic<bg::strategy::vincenty, Spheroid>;
using DistanceStrategy = bg::strategy::distance::vincenty<Spheroid>;

Spheroid cgcs2000() { return {6378137.0, 6378137.0 * (1 - 1 / 298.257222101)}; }

double referenceArea(const GeoPolygon::ring_type& ring) { return std::abs(bg::area(ring, AreaStrategy(cgcs2000()))); }

double referenceDistance(const GeoPoint& from, const GeoPoint& to) {
    return bg::distance(from, to, DistanceStrategy(cgcs2000()));
}

/// Star-shaped around a place, with vertices at random distances.
GeoPolygon star(std::mt19937& random, const GeoPoint& centre, double degrees, int vertices) {
    std::uniform_real_distribution<double> spread(0.5, 1);
    GeoPolygon polygon;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * M_PI * i / vertices;
        const double radius = degrees * spread(random);
        polygon.outer().push_back(
            GeoPoint(centre.get<0>() + radius * std::cos(angle), centre.get<1>() + radius * std::sin(angle)));
    }
    polygon.outer().push_back(GeoPoint(polygon.outer().front()));
    return polygon;
}

} // namespace

class MeasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areaAgreesWithBoost_data();
    void areaAgreesWithBoost();
    void distanceAgreesWithBoost();
    void distanceAgreesWithAPublishedOne();
    void areaAgreesWithAPublishedOne();
    void aDegreeSquareHasItsArea();
    void holesAreSubtracted();
    void orientationDoesNotMatter();
    void emptyShapesMeasureNothing();
    void lengthIsTheSumOfItsParts();
};

/// The tolerances are Boost's: it loses digits in short edges.
void MeasureTest::areaAgreesWithBoost_data() {
    QTest::addColumn<double>("degrees");
    QTest::addColumn<int>("vertices");
    QTest::addColumn<double>("relative");
    QTest::newRow("a block") << 0.005 << 20 << 1e-5;
    QTest::newRow("a street") << 0.03 << 60 << 1e-6;
    QTest::newRow("a district") << 0.4 << 2000 << 1e-6;
    QTest::newRow("the city") << 1.5 << 5000 << 1e-7;
    QTest::newRow("a country") << 15.0 << 100 << 1e-9;
}

void MeasureTest::areaAgreesWithBoost() {
    QFETCH(double, degrees);
    QFETCH(int, vertices);
    QFETCH(double, relative);
    std::mt19937 random(20260521);
    double worst = 0;
    for (int i = 0; i < 20; ++i) {
        const GeoPolygon polygon = star(random, GeoPoint(119.5, 30), degrees, vertices);
        const double expected = referenceArea(polygon.outer());
        worst = std::max(worst, std::abs(areaSquareMetres(polygon) / expected - 1));
    }
    qInfo("largest relative difference %.1e", worst);
    QVERIFY2(worst < relative, qPrintable(QString::number(worst)));
}

void MeasureTest::distanceAgreesWithBoost() {
    std::mt19937 random(20260521);
    std::uniform_real_distribution<double> east(73, 135);
    std::uniform_real_distribution<double> north(4, 53);
    for (int i = 0; i < 500; ++i) {
        const GeoPoint from(east(random), north(random));
        const GeoPoint to(east(random), north(random));
        QCOMPARE_LT(std::abs(distanceMetres(from, to) - referenceDistance(from, to)), 1e-3);
        const GeoPoint near(from.get<0>() + 0.001, from.get<1>() - 0.002);
        QCOMPARE_LT(std::abs(distanceMetres(from, near) - referenceDistance(from, near)), 1e-4);
    }
    QCOMPARE(distanceMetres(GeoPoint(120, 30), GeoPoint(120, 30)), 0.0);
}

/// GeographicLib's documentation of GeodSolve: JFK to LHR, 5551.759 km. It is for WGS 84, which differs from CGCS2000 by
/// less than a millimetre over this distance.
void MeasureTest::distanceAgreesWithAPublishedOne() {
    QCOMPARE_LT(std::abs(distanceMetres(GeoPoint(-73.8, 40.6), GeoPoint(-0.5, 51.6)) - 5551759.400), 0.001);
}

/// Antarctica in the documentation of GeographicLib (python, "Basic geodesic calculations"): 13662703680020.1 m2 on WGS 84,
/// whose area differs from CGCS2000's by 1e-11. The ring holds a pole.
void MeasureTest::areaAgreesWithAPublishedOne() {
    const GeoPolygon antarctica = polygonThrough({{-58, -63.1},
                                                  {-74, -72.9},
                                                  {-102, -71.9},
                                                  {-102, -74.9},
                                                  {-131, -74.3},
                                                  {-163, -77.5},
                                                  {163, -77.4},
                                                  {172, -71.7},
                                                  {140, -65.9},
                                                  {113, -65.7},
                                                  {88, -66.6},
                                                  {59, -66.9},
                                                  {25, -69.8},
                                                  {-4, -70.0},
                                                  {-14, -71.0},
                                                  {-33, -77.3},
                                                  {-46, -77.9},
                                                  {-61, -74.7}});
    const double area = areaSquareMetres(antarctica);
    qInfo("%.1f m2", area);
    QCOMPARE_LT(std::abs(area / 13662703680020.1 - 1), 1e-10);
}

/// The exact area between two parallels and two meridians is known in closed form (Snyder 1987, equation 3-12); a
/// geodesic rectangle differs from it by the bulge of its edges, which vanishes for narrow ones.
void MeasureTest::aDegreeSquareHasItsArea() {
    const double a = 6378137;
    const double f = 1 / 298.257222101;
    const double e = std::sqrt(f * (2 - f));
    const auto q = [e](double degrees) {
        const double s = std::sin(degrees * M_PI / 180);
        return (1 - e * e) * (s / (1 - e * e * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    const double exact = a * a * (M_PI / 180) * (q(31) - q(30)) / 2;
    double sum = 0;
    const int slices = 1000;
    for (int i = 0; i < slices; ++i) {
        const double width = 1.0 / slices;
        sum += areaSquareMetres(rectangle(120 + i * width, 30, 120 + (i + 1) * width, 31));
    }
    QCOMPARE_LT(std::abs(sum / exact - 1), 1e-9);
}

void MeasureTest::holesAreSubtracted() {
    GeoPolygon polygon = rectangle(120, 30, 120.2, 30.2);
    const double full = areaSquareMetres(polygon);
    polygon.inners().push_back(rectangularHole(120.05, 30.05, 120.1, 30.1));
    const double hole = areaSquareMetres(rectangle(120.05, 30.05, 120.1, 30.1));
    QCOMPARE(areaSquareMetres(polygon), full - hole);
    QCOMPARE(areaSquareMetres(GeoPolygons{polygon, rectangle(121, 30, 121.2, 30.2)}),
             full - hole + areaSquareMetres(rectangle(121, 30, 121.2, 30.2)));
}

void MeasureTest::orientationDoesNotMatter() {
    GeoPolygon polygon = rectangle(120, 30, 120.2, 30.2);
    polygon.inners().push_back(rectangularHole(120.05, 30.05, 120.1, 30.1));
    GeoPolygon turned = polygon;
    std::ranges::reverse(turned.outer());
    QCOMPARE(areaSquareMetres(turned), areaSquareMetres(polygon));
    std::ranges::reverse(turned.inners().front());
    QCOMPARE(areaSquareMetres(turned), areaSquareMetres(polygon));
}

void MeasureTest::emptyShapesMeasureNothing() {
    QCOMPARE(areaSquareMetres(GeoPolygons()), 0.0);
    QCOMPARE(areaSquareMetres(GeoPolygon()), 0.0);
    QCOMPARE(lengthMetres(GeoLine()), 0.0);
    QCOMPARE(lengthMetres(GeoLine{GeoPoint(120, 30)}), 0.0);
    QCOMPARE(areaSquareMetres(polygonThrough({{120, 30}, {121, 30.5}})), 0.0);
}

void MeasureTest::lengthIsTheSumOfItsParts() {
    const GeoLine line{GeoPoint(120, 30), GeoPoint(120.1, 30.05), GeoPoint(120.2, 30)};
    QCOMPARE(lengthMetres(line), distanceMetres(line[0], line[1]) + distanceMetres(line[1], line[2]));
    QCOMPARE_LT(std::abs(lengthMetres(line) - 2 * referenceDistance(line[0], line[1])), 1e-4);
}

QTEST_APPLESS_MAIN(MeasureTest)
#include "measure_test.moc"
