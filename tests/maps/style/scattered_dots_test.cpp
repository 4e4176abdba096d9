#include "maps/style/scattered_dots.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/geometries/box.hpp>

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace tiermap;

namespace {

namespace bg = boost::geometry;
using Box = bg::model::box<Point>;

Polygon::ring_type rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

Polygons blank(std::size_t count) {
    Polygons polygons;
    polygons.resize(count);
    return polygons;
}

/// Coordinates of the size that projected ones of Hangzhou have.
constexpr double east = 520000;
constexpr double north = 3350000;

/// A square of 10 km with a hole of 4 km, and a triangle to the east of it.
Polygons holedAndTriangle() {
    Polygons polygons = blank(2);
    polygons[0].outer() = rectangle(east, north, east + 10000, north + 10000);
    polygons[0].inners().push_back(rectangle(east + 2000, north + 3000, east + 6000, north + 7000));
    polygons[1].outer() = {
        {east + 20000, north}, {east + 30000, north}, {east + 20000, north + 8000}, {east + 20000, north}};
    bg::correct(polygons);
    return polygons;
}

/// A coast: bays and capes of all sizes, with a lake.
Polygons ragged(int vertices) {
    Polygon polygon;
    std::mt19937 random(3);
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / vertices;
        const double radius =
            20000 + 3000 * std::sin(7 * angle) + 1500 * std::sin(41 * angle) + 50 * double(random() % 10);
        polygon.outer().emplace_back(east + radius * std::cos(angle), north + radius * std::sin(angle));
    }
    polygon.outer().push_back(polygon.outer().front());
    polygon.inners().push_back(rectangle(east - 3000, north - 3000, east + 4000, north + 2000));
    bg::correct(polygon);
    return {polygon};
}

bool allInside(const std::vector<Point>& dots, const Polygons& polygons) {
    return std::ranges::all_of(dots, [&](const Point& dot) { return bg::within(dot, polygons); });
}

double nearestNeighbour(const std::vector<Point>& dots, std::size_t dot) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < dots.size(); ++i)
        if (i != dot)
            nearest = std::min(nearest, std::hypot(dots[i].x() - dots[dot].x(), dots[i].y() - dots[dot].y()));
    return nearest;
}

/// Least and mean distance to the nearest neighbour.
std::pair<double, double> distances(const std::vector<Point>& dots) {
    double least = std::numeric_limits<double>::infinity();
    double sum = 0;
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const double distance = nearestNeighbour(dots, i);
        least = std::min(least, distance);
        sum += distance;
    }
    return {least, sum / double(dots.size())};
}

std::vector<Point> plainRandom(const Polygons& polygons, const Box& box, std::size_t count) {
    std::mt19937 random(11);
    std::uniform_real_distribution<> x(box.min_corner().x(), box.max_corner().x());
    std::uniform_real_distribution<> y(box.min_corner().y(), box.max_corner().y());
    std::vector<Point> dots;
    while (dots.size() < count)
        if (const Point dot(x(random), y(random)); bg::within(dot, polygons))
            dots.push_back(dot);
    return dots;
}

/// Pearson's chi-square of the dots in a grid's cells against the cells' shares of the area; and the degrees of freedom.
std::pair<double, int> chiSquare(const std::vector<Point>& dots, const Polygons& polygons, const Box& box, int cells) {
    const double width = (box.max_corner().x() - box.min_corner().x()) / cells;
    const double height = (box.max_corner().y() - box.min_corner().y()) / cells;
    double sum = 0;
    int used = 0;
    for (int row = 0; row < cells; ++row) {
        for (int column = 0; column < cells; ++column) {
            const Point low(box.min_corner().x() + column * width, box.min_corner().y() + row * height);
            const Box cell(low, Point(low.x() + width, low.y() + height));
            Polygons part;
            bg::intersection(polygons, cell, part);
            const double expected = double(dots.size()) * bg::area(part) / bg::area(polygons);
            if (expected < 5)
                continue;
            const auto found =
                double(std::ranges::count_if(dots, [&](const Point& dot) { return bg::within(dot, cell); }));
            sum += (found - expected) * (found - expected) / expected;
            ++used;
        }
    }
    return {sum, used - 1};
}

const Box holedBox(Point(east, north), Point(east + 30000, north + 10000));

} // namespace

class ScatteredDotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asManyAsAskedAllInside();
    void theSameEverywhere();
    void sharesFollowTheArea();
    void areUniform();
    void moreEvenThanRandom();
    void doNotCrowdAtTheBorder();
    void fewDotsAreAnywhere();
    void sliversAndCombs();
    void badInput();
    void areFast();
};

void ScatteredDotsTest::asManyAsAskedAllInside() {
    for (const Polygons& polygons : {holedAndTriangle(), ragged(500)}) {
        for (const std::int64_t count : {1, 2, 3, 10, 777, 5000}) {
            const std::vector<Point> dots = scatteredDots(polygons, count, 42);
            QCOMPARE(std::int64_t(dots.size()), count);
            QVERIFY(allInside(dots, polygons));
        }
    }
}

void ScatteredDotsTest::theSameEverywhere() {
    const std::vector<Point> dots = scatteredDots(holedAndTriangle(), 100, 42);
    const std::vector<Point> expected{{529146.607207, 3352101.781812},
                                      {529992.597171, 3351860.658601},
                                      {529737.315616, 3350307.669933},
                                      {528675.328822, 3350892.709833}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY2(std::abs(dots[i].x() - expected[i].x()) < 1e-6 && std::abs(dots[i].y() - expected[i].y()) < 1e-6,
                 QByteArray::number(dots[i].x(), 'f', 6) + ' ' + QByteArray::number(dots[i].y(), 'f', 6));
    }
    const auto same = [](const Point& a, const Point& b) { return a.x() == b.x() && a.y() == b.y(); };
    QVERIFY(std::ranges::equal(dots, scatteredDots(holedAndTriangle(), 100, 42), same));
    QVERIFY(!std::ranges::equal(dots, scatteredDots(holedAndTriangle(), 100, 43), same));
    // Rings the other way round are the same polygons.
    Polygons reversed = holedAndTriangle();
    for (Polygon& polygon : reversed)
        std::ranges::reverse(polygon.outer());
    QCOMPARE(scatteredDots(reversed, 100, 42).size(), std::size_t{100});
    QVERIFY(allInside(scatteredDots(reversed, 100, 42), holedAndTriangle()));
}

void ScatteredDotsTest::sharesFollowTheArea() {
    const Polygons polygons = holedAndTriangle(); // 84 and 40 km2
    const std::vector<Point> dots = scatteredDots(polygons, 1240, 5);
    const auto inSquare = std::ranges::count_if(dots, [&](const Point& dot) { return bg::within(dot, polygons[0]); });
    QVERIFY2(std::abs(inSquare - 840) <= 8, QByteArray::number(qint64(inSquare)));
}

void ScatteredDotsTest::areUniform() {
    for (const std::uint64_t seed : {1, 2, 3}) {
        const std::vector<Point> dots = scatteredDots(holedAndTriangle(), 10000, seed);
        const auto [chi, freedom] = chiSquare(dots, holedAndTriangle(), holedBox, 12);
        qInfo("chi-square %.1f of %d degrees of freedom", chi, freedom);
        QVERIFY(freedom > 60);
        QVERIFY(chi < 0.5 * freedom); // dots at random: as large as the degrees of freedom
    }
    // Of many maps with few dots each, together: no place is preferred by more than a tenth.
    std::vector<Point> all;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const std::vector<Point> dots = scatteredDots(holedAndTriangle(), 5, seed);
        all.insert(all.end(), dots.begin(), dots.end());
    }
    const auto [chi, freedom] = chiSquare(all, holedAndTriangle(), holedBox, 12);
    qInfo("many maps: chi-square %.1f of %d degrees of freedom", chi, freedom);
    QVERIFY(chi < freedom + 0.1 * 0.1 * double(all.size()));
}

void ScatteredDotsTest::moreEvenThanRandom() {
    for (const std::size_t count : {30UL, 300UL, 3000UL}) {
        const auto [least, mean] = distances(scatteredDots(holedAndTriangle(), std::int64_t(count), 9));
        const auto [leastRandom, meanRandom] = distances(plainRandom(holedAndTriangle(), holedBox, count));
        const double spacing = std::sqrt(bg::area(holedAndTriangle()) / double(count));
        qInfo("%zu dots: least %.2f and mean %.2f of the spacing; at random %.3f and %.2f", count, least / spacing,
              mean / spacing, leastRandom / spacing, meanRandom / spacing);
        QVERIFY(least > 3 * leastRandom);
        QVERIFY(least > 0.35 * spacing);
        QVERIFY(mean > 1.25 * meanRandom);
    }
}

/// Neighbouring zones each have their dots: crowded borders would show as lines.
void ScatteredDotsTest::doNotCrowdAtTheBorder() {
    Polygons square = blank(1);
    square[0].outer() = rectangle(east, north, east + 10000, north + 10000);
    constexpr double strip = 50; // m, half of the spacing
    std::ptrdiff_t near = 0;
    constexpr int maps = 5;
    for (std::uint64_t seed = 0; seed < maps; ++seed) {
        near += std::ranges::count_if(scatteredDots(square, 10000, seed), [&](const Point& dot) {
            const double x = dot.x() - east;
            const double y = dot.y() - north;
            return std::min({x, y, 10000 - x, 10000 - y}) < strip;
        });
    }
    const double expected = maps * 10000 * (1 - std::pow(1 - 2 * strip / 10000, 2));
    qInfo("along the border %.3f of the share", double(near) / expected);
    QVERIFY(double(near) < 1.1 * expected);
    QVERIFY(double(near) > 0.9 * expected);
}

void ScatteredDotsTest::fewDotsAreAnywhere() {
    Polygons square = blank(1);
    square[0].outer() = rectangle(0, 0, 1000, 1000);
    double x = 0;
    double y = 0;
    constexpr int maps = 4000;
    for (std::uint64_t seed = 0; seed < maps; ++seed) {
        const Point dot = scatteredDots(square, 1, seed).front();
        x += dot.x() / maps;
        y += dot.y() / maps;
    }
    constexpr double deviation = 1000 / 3.4641 / 63.2; // of the mean of so many
    QVERIFY2(std::abs(x - 500) < 4 * deviation && std::abs(y - 500) < 4 * deviation,
             QByteArray::number(x) + ' ' + QByteArray::number(y));
}

void ScatteredDotsTest::sliversAndCombs() {
    // 100 km by 2 m, askew: a millionth of the rectangle around it.
    Polygons sliver = blank(1);
    sliver[0].outer() = {
        {east, north}, {east + 70000, north + 70000}, {east + 70000, north + 70003}, {east, north + 3}, {east, north}};
    bg::correct(sliver);
    QCOMPARE(scatteredDots(sliver, 20000, 1).size(), std::size_t{20000});
    QVERIFY(allInside(scatteredDots(sliver, 20000, 1), sliver));
    // Teeth upright and lying.
    for (const bool upright : {true, false}) {
        Polygons comb = blank(1);
        auto& ring = comb[0].outer();
        const auto add = [&](double x, double y) {
            ring.push_back(upright ? Point(east + x, north + y) : Point(east + y, north + x));
        };
        constexpr int teeth = 500;
        add(0, 0);
        add(teeth * 20, 0);
        for (int i = teeth; i > 0; --i) {
            add(i * 20, 5000);
            add(i * 20 - 10, 5000);
            add(i * 20 - 10, 10);
            add(i * 20 - 20, 10);
        }
        add(0, 0);
        bg::correct(comb);
        const std::vector<Point> dots = scatteredDots(comb, 3000, 1);
        QCOMPARE(dots.size(), std::size_t{3000});
        QVERIFY(allInside(dots, comb));
    }
}

void ScatteredDotsTest::badInput() {
    QVERIFY(scatteredDots({}, 10, 1).empty());
    QVERIFY(scatteredDots(blank(3), 10, 1).empty());
    QVERIFY(scatteredDots(holedAndTriangle(), 0, 1).empty());
    QVERIFY(scatteredDots(holedAndTriangle(), -5, 1).empty());
    QVERIFY(scatteredDots(holedAndTriangle(), std::numeric_limits<std::int64_t>::min(), 1).empty());
    Polygons flat = blank(2);
    flat[0].outer() = {{0, 0}, {1000, 0}, {500, 0}, {0, 0}};
    flat[1].outer() = {{east, north}, {east + 1000, north + 1000}, {east, north}, {east, north}};
    QVERIFY(scatteredDots(flat, 10, 1).empty());
    Polygons upright = blank(1);
    upright[0].outer() = {{7, 0}, {7, 1000}, {7, 500}, {7, 0}};
    QVERIFY(scatteredDots(upright, 10, 1).empty());
    Polygons broken = holedAndTriangle();
    broken[0].outer()[2] = Point(std::nan(""), north);
    const std::vector<Point> dots = scatteredDots(broken, 100, 1);
    QCOMPARE(dots.size(), std::size_t{100});
    QVERIFY(allInside(dots, {broken[1]}));
    // A ring that crosses itself is no polygon, but must not hang or crash.
    Polygons bow = blank(1);
    bow[0].outer() = {{0, 0}, {1000, 1000}, {1000, 0}, {0, 1000}, {0, 0}};
    QVERIFY(scatteredDots(bow, 10, 1).size() <= 10);
}

void ScatteredDotsTest::areFast() {
    const Polygons coast = ragged(5000);
    QElapsedTimer timer;
    timer.start();
    const std::vector<Point> dots = scatteredDots(coast, 100000, 1);
    qInfo("100,000 dots in 5,000 vertices: %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(dots.size(), std::size_t{100000});
    // Boost looks at every edge for every dot: one of 50 of them.
    for (std::size_t i = 0; i < dots.size(); i += 50)
        QVERIFY(bg::within(dots[i], coast));
}

QTEST_GUILESS_MAIN(ScatteredDotsTest)
#include "scattered_dots_test.moc"
