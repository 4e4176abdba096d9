#include "maps/scene/clip.h"
#include "maps/scene/projected_shapes.h"
#include "tests/maps/figure/hangzhou.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/equals.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace bg = boost::geometry;

namespace {

Polygon::ring_type ringThrough(std::initializer_list<Point> corners) {
    Polygon::ring_type ring(corners.begin(), corners.end());
    ring.push_back(Point(ring.front()));
    return ring;
}

Polygons polygonWith(const Polygon::ring_type& outer, const std::vector<Polygon::ring_type>& holes = {}) {
    Polygon polygon;
    polygon.outer() = outer;
    polygon.inners().assign(holes.begin(), holes.end());
    return {polygon};
}

/// A jagged ring with a jagged hole in its middle.
Polygon jagged(std::mt19937& random, int corners) {
    std::uniform_real_distribution<double> spread(0.6, 1);
    Polygon polygon;
    polygon.inners().resize(1);
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * i / corners;
        const double radius = 100 * spread(random);
        polygon.outer().emplace_back(radius * std::cos(angle), radius * std::sin(angle));
        polygon.inners()[0].emplace_back(0.4 * radius * std::cos(angle), 0.4 * radius * std::sin(angle));
    }
    polygon.outer().push_back(Point(polygon.outer().front()));
    polygon.inners()[0].push_back(Point(polygon.inners()[0].front()));
    std::ranges::reverse(polygon.inners()[0]);
    return polygon;
}

/// The same by Boost's general way.
Polygons intersection(const Polygons& polygons, const Extent& extent) {
    Polygons parts;
    for (const Polygon& polygon : polygons)
        bg::intersection(polygon, bg::model::box<Point>(extent.first, extent.second), parts);
    return parts;
}

} // namespace

class ClipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatLiesWithinStaysAsItIs();
    void whatLiesBeyondIsGone();
    void partsAreCutOff();
    void holesStay();
    void frameWithinAPolygonIsFilled();
    void frameWithoutAreaShowsNothing();
    void areaIsThatOfBoost();
    void zonesOfThePlan();
    void brokenShapesStayWhole();
    void linesAreCut();
};

void ClipTest::whatLiesWithinStaysAsItIs() {
    const Polygons square = polygonWith(ringThrough({{1, 1}, {2, 1}, {2, 2}, {1, 2}}));
    QVERIFY(bg::equals(clip(square, {{0, 0}, {5, 5}}), square));
}

void ClipTest::whatLiesBeyondIsGone() {
    const Polygons square = polygonWith(ringThrough({{1, 1}, {2, 1}, {2, 2}, {1, 2}}));
    QVERIFY(clip(square, {{3, 3}, {5, 5}}).empty());
    const Polygons corner = polygonWith(ringThrough({{0, 0}, {9, 0}, {0, 9}})); // its box meets the frame, it does not
    QVERIFY(clip(corner, {{6, 6}, {9, 9}}).empty());
}

void ClipTest::partsAreCutOff() {
    // A comb of which the frame shows the teeth alone: three pieces, not one with bridges.
    const Polygons comb = polygonWith(
        ringThrough({{0, 0}, {5, 0}, {5, 4}, {4, 4}, {4, 1}, {3, 1}, {3, 4}, {2, 4}, {2, 1}, {1, 1}, {1, 4}, {0, 4}}));
    const Polygons teeth = clip(comb, {{-1, 2}, {6, 3}});
    QCOMPARE(teeth.size(), 3U);
    for (const Polygon& tooth : teeth)
        QCOMPARE(bg::area(tooth), 1.0); // positive: its ring runs as ours do
}

void ClipTest::holesStay() {
    const Polygons ring =
        polygonWith(ringThrough({{0, 0}, {10, 0}, {10, 10}, {0, 10}}),
                    {ringThrough({{2, 2}, {2, 4}, {4, 4}, {4, 2}}), ringThrough({{7, 7}, {7, 9}, {9, 9}, {9, 7}})});
    const Polygons part = clip(ring, {{-1, -1}, {8, 8}}); // one hole whole, of the other a corner
    QCOMPARE(bg::area(part), 64.0 - 4 - 1);
    QCOMPARE(part.size(), 1U);
    QCOMPARE(part.front().inners().size(), 1U);
    QVERIFY(bg::area(part.front().inners().front()) < 0);
}

void ClipTest::frameWithinAPolygonIsFilled() {
    const Polygons large = polygonWith(ringThrough({{0, 0}, {100, 0}, {100, 100}, {0, 100}}));
    QCOMPARE(bg::area(clip(large, {{40, 40}, {50, 60}})), 200.0);
}

void ClipTest::frameWithoutAreaShowsNothing() {
    const Polygons large = polygonWith(ringThrough({{0, 0}, {100, 0}, {100, 100}, {0, 100}}));
    QVERIFY(clip(large, {{40, 40}, {40, 60}}).empty());
    QVERIFY(clip(large, nothing).empty());
}

void ClipTest::areaIsThatOfBoost() {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> at(-110, 110);
    for (int round = 0; round < 300; ++round) {
        const Polygons shape{jagged(random, 40)};
        QVERIFY(bg::is_valid(shape));
        const double x = at(random);
        const double y = at(random);
        const Extent frame({std::min(x, y / 2), std::min(y, -10.0)}, {std::max(x, y / 2), std::max(y, 30.0)});
        const Polygons part = clip(shape, frame);
        const double expected = bg::area(intersection(shape, frame));
        QVERIFY2(std::abs(bg::area(part) - expected) < 1e-6 * (1 + expected), qPrintable(QString::number(round)));
        for (const Polygon& polygon : part)
            QVERIFY(holds(
                {{frame.first.x() - 1e-9, frame.first.y() - 1e-9}, {frame.second.x() + 1e-9, frame.second.y() + 1e-9}},
                extentOf(polygon)));
    }
}

void ClipTest::zonesOfThePlan() {
    const test::RealPlan real = test::hangzhou(QString::fromUtf16(TIERMAP_SOURCE_DIR));
    const ProjectedShapes shapes = projected(real.shapes, Projection::gaussKrueger(120));
    const auto [low, high] = shapes.extent;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> east(low.x(), high.x());
    std::uniform_real_distribution<double> north(low.y(), high.y());
    for (int round = 0; round < 20; ++round) {
        const double x = east(random);
        const double y = north(random);
        const Extent frame({x, y}, {std::max(x, east(random)), std::max(y, north(random))});
        for (const ProjectedShapes::Zone& zone : shapes.zones) {
            const double expected = bg::area(intersection(zone.polygons, frame));
            QVERIFY2(std::abs(bg::area(clip(zone.polygons, frame)) - expected) < 1, qPrintable(zone.code)); // m2
        }
    }
}

void ClipTest::brokenShapesStayWhole() {
    Polygon open; // GEOS makes no ring of it
    open.outer() = {Point(0, 0), Point(10, 0), Point(10, 10)};
    QCOMPARE(clip({open}, {{1, 1}, {2, 2}}).size(), 1U);
    // What is no hole is none.
    const Polygons flatHole =
        polygonWith(ringThrough({{0, 0}, {10, 0}, {10, 10}, {0, 10}}), {{Point(3, 3), Point(4, 4)}});
    QCOMPARE(bg::area(clip(flatHole, {{5, 0}, {20, 10}})), 50.0);
}

void ClipTest::linesAreCut() {
    const Lines zigzag{Line{Point(0, 0), Point(2, 4), Point(4, 0), Point(6, 4)}};
    const Lines parts = clip(zigzag, {{-1, 2}, {9, 9}});
    QCOMPARE(parts.size(), 2U);
    QCOMPARE(extentOf(parts.front()).first.y(), 2.0);
}

QTEST_GUILESS_MAIN(ClipTest)
#include "clip_test.moc"
