#include "maps/geometry/anchor.h"

#include <boost/geometry/algorithms/distance.hpp>
#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace tiermap;

namespace {

Polygon box(double west, double south, double east, double north) {
    Polygon polygon;
    polygon.outer() = {Point(west, south), Point(east, south), Point(east, north), Point(west, north),
                       Point(west, south)};
    return polygon;
}

Polygon jagged(int vertices) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> spread(0.6, 1);
    Polygon polygon;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * M_PI * i / vertices;
        const double radius = 40'000 * spread(random);
        polygon.outer().push_back(Point(radius * std::cos(angle), radius * std::sin(angle)));
    }
    polygon.outer().push_back(Point(polygon.outer().front()));
    return polygon;
}

} // namespace

class AnchorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void centreOfASquare();
    void holesPushTheAnchorAside();
    void anchorOfAnLShapeIsInside();
    void widestOfSeveralWins();
    void degenerateShapesStillGetAPlace();
    void nothingIsNowhere();
    void radiusIsTheDistanceToTheBorder();
};

void AnchorTest::centreOfASquare() {
    const Anchor anchor = labelAnchor({box(0, 0, 1000, 1000)}, 1);
    QCOMPARE_LT(std::abs(anchor.radius - 500), 1.0);
    QCOMPARE_LT(std::hypot(anchor.at.x() - 500, anchor.at.y() - 500), 2.0);
}

void AnchorTest::holesPushTheAnchorAside() {
    Polygon polygon = box(0, 0, 1000, 1000);
    polygon.inners().push_back({Point(100, 100), Point(100, 600), Point(600, 600), Point(600, 100), Point(100, 100)});
    const Anchor anchor = labelAnchor({polygon}, 1);
    QVERIFY(anchor.at.x() > 600 && anchor.at.y() > 600);
}

void AnchorTest::anchorOfAnLShapeIsInside() {
    Polygon polygon; // its centroid lies outside
    polygon.outer() = {Point(0, 0),      Point(1000, 0), Point(1000, 100), Point(100, 100),
                       Point(100, 1000), Point(0, 1000), Point(0, 0)};
    const Anchor anchor = labelAnchor({polygon}, 0.5);
    QVERIFY(boost::geometry::within(anchor.at, polygon));
    QCOMPARE_GT(anchor.radius, 50.0); // the corner is the widest place: 100 (2 - sqrt 2)
    QCOMPARE_LT(std::abs(anchor.radius - 100 * (2 - std::sqrt(2))), 1.0);
}

void AnchorTest::widestOfSeveralWins() {
    const Polygon narrow = box(0, 0, 10'000, 100); // larger, but no room for a name
    const Polygon wide = box(20'000, 0, 20'600, 600);
    Polygon reversed = wide; // a file's ring that runs the other way
    std::ranges::reverse(reversed.outer());
    const Polygon small = box(30'000, 0, 30'400, 400);
    for (const Polygons& both : {Polygons{narrow, wide}, Polygons{wide, narrow}, Polygons{small, reversed}}) {
        const Anchor anchor = labelAnchor(both, 1);
        QVERIFY(anchor.at.x() > 20'000);
        QCOMPARE_LT(std::abs(anchor.radius - 300), 1.0);
    }
}

void AnchorTest::degenerateShapesStillGetAPlace() {
    Polygon flat;
    flat.outer() = {Point(0, 0), Point(100, 0), Point(50, 0), Point(0, 0)};
    const Anchor anchor = labelAnchor({flat}, 1);
    QCOMPARE(anchor.at.y(), 0.0);
    QVERIFY(anchor.at.x() >= 0 && anchor.at.x() <= 100);
    QCOMPARE_LT(anchor.radius, 1.0);

    Polygon open; // no ring in GEOS's eyes
    open.outer() = {Point(3, 4), Point(5, 4)};
    QCOMPARE(labelAnchor({open}, 1).at.x(), 3.0);
}

void AnchorTest::nothingIsNowhere() {
    QCOMPARE(labelAnchor({}, 1).radius, 0.0);
    QCOMPARE(labelAnchor({Polygon()}, 1).radius, 0.0);
    Polygon unprojectable = box(0, 0, 10, 10);
    unprojectable.outer()[1] = Point(std::numeric_limits<double>::quiet_NaN(), 0);
    QCOMPARE(labelAnchor({unprojectable}, 1).radius, 0.0);
    QVERIFY(labelAnchor({box(0, 0, 1000, 1000)}, 0).radius > 499); // no tolerance: not an endless search
}

void AnchorTest::radiusIsTheDistanceToTheBorder() {
    const Polygon polygon = jagged(2000);
    const Anchor anchor = labelAnchor({polygon}, 50);
    QVERIFY(boost::geometry::within(anchor.at, polygon));
    double nearest = std::numeric_limits<double>::infinity();
    for (const Point& vertex : polygon.outer()) {
        nearest = std::min(nearest, boost::geometry::distance(anchor.at, vertex));
    }
    QVERIFY(anchor.radius <= nearest + 1e-6); // edges may be nearer than vertices
    QCOMPARE_GT(anchor.radius, 0.55 * 40'000);
}

QTEST_APPLESS_MAIN(AnchorTest)
#include "anchor_test.moc"
