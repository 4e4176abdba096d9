#include "maps/style/hexagon_bins.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace tiermap;

namespace {

namespace bg = boost::geometry;

constexpr double width = 1000;
const Point origin(520000, 3350000);
const double side = width / std::sqrt(3.0);

std::vector<Hexagon> binsOf(const std::vector<Point>& points) { return hexagonBins(points, width, origin); }

int countOf(const std::vector<Hexagon>& bins) {
    int count = 0;
    for (const Hexagon& bin : bins)
        count += bin.count;
    return count;
}

Point centreOf(const Hexagon& bin) {
    const Point& top = bin.outline.outer()[0];
    return {top.x(), (top.y() + bin.outline.outer()[3].y()) / 2};
}

/// The centre of the hexagon that a point is in, in widths and sides from the origin.
QByteArray centreFor(double x, double y) {
    const std::vector<Hexagon> bins = binsOf({Point(origin.x() + x, origin.y() + y)});
    if (bins.size() != 1)
        return "none";
    const Point centre = centreOf(bins.front());
    return QByteArray::number((centre.x() - origin.x()) / width, 'f', 2) + ' ' +
           QByteArray::number((centre.y() - origin.y()) / side, 'f', 2);
}

} // namespace

class HexagonBinsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointIsCountedOnce();
    void pointsAreInTheirHexagon();
    void sidesBelongToTheEast();
    void cornersAndSidesAddUp();
    void outlinesAreRegular();
    void neighboursShareCorners();
    void rowsFromTheSouthWest();
    void weights();
    void badInput();
};

void HexagonBinsTest::everyPointIsCountedOnce() {
    std::mt19937 random(1);
    std::uniform_real_distribution<> offset(-20000, 20000);
    std::vector<Point> points;
    for (int i = 0; i < 10000; ++i)
        points.emplace_back(origin.x() + offset(random), origin.y() + offset(random));
    const std::vector<Hexagon> bins = binsOf(points);
    QCOMPARE(countOf(bins), 10000);
    for (const Hexagon& bin : bins) {
        QVERIFY(bin.count > 0);
        QCOMPARE(bin.sum, double(bin.count));
    }
    // 1600 km2 of hexagons of 0.866 km2, and those across the border.
    QVERIFY2(bins.size() > 1750 && bins.size() < 2000, QByteArray::number(qsizetype(bins.size())));
}

void HexagonBinsTest::pointsAreInTheirHexagon() {
    std::mt19937 random(2);
    std::uniform_real_distribution<> offset(-5000, 5000);
    for (int i = 0; i < 2000; ++i) {
        const Point point(origin.x() + offset(random), origin.y() + offset(random));
        const std::vector<Hexagon> bins = binsOf({point});
        QCOMPARE(bins.size(), std::size_t{1});
        // To the left of each of its sides.
        const auto& ring = bins.front().outline.outer();
        for (std::size_t k = 1; k < ring.size(); ++k) {
            const double turn = (ring[k].x() - ring[k - 1].x()) * (point.y() - ring[k - 1].y()) -
                                (ring[k].y() - ring[k - 1].y()) * (point.x() - ring[k - 1].x());
            QVERIFY(turn > -1e-3);
        }
    }
}

void HexagonBinsTest::sidesBelongToTheEast() {
    QCOMPARE(centreFor(0, 0), "0.00 0.00");
    QCOMPARE(centreFor(499.999, 0), "0.00 0.00");
    QCOMPARE(centreFor(500, 0), "1.00 0.00");
    QCOMPARE(centreFor(-500, 0), "0.00 0.00");
    QCOMPARE(centreFor(-500, 200), "0.00 0.00");
    QCOMPARE(centreFor(-500.001, 0), "-1.00 0.00");
    // The other rows are half a width aside, and one and a half sides up or down.
    QCOMPARE(centreFor(0, 1.5 * side), "0.50 1.50");
    QCOMPARE(centreFor(-0.001, 1.5 * side), "-0.50 1.50");
    QCOMPARE(centreFor(0, -1.5 * side), "0.50 -1.50");
    QCOMPARE(centreFor(0, 1.1 * side), "0.50 1.50"); // on the side between the two above
    QCOMPARE(centreFor(0, 0.99 * side), "0.00 0.00");
    QCOMPARE(centreFor(0, 3 * side), "0.00 3.00");
}

/// Where rounding decides, too, a point is somewhere, and once.
void HexagonBinsTest::cornersAndSidesAddUp() {
    std::vector<Point> points;
    for (int row = -7; row <= 7; ++row) {
        for (int column = -7; column <= 7; ++column) {
            const double x = origin.x() + (column + (row % 2 == 0 ? 0 : 0.5)) * width;
            const double y = origin.y() + row * 1.5 * side;
            const std::vector<Hexagon> bin = binsOf({Point(x, y)});
            const auto& ring = bin.front().outline.outer();
            for (std::size_t i = 1; i < ring.size(); ++i) {
                points.push_back(ring[i]);
                for (const double part : {0.25, 0.5, 0.8})
                    points.emplace_back(std::lerp(ring[i - 1].x(), ring[i].x(), part),
                                        std::lerp(ring[i - 1].y(), ring[i].y(), part));
            }
        }
    }
    QCOMPARE(countOf(binsOf(points)), int(points.size()));
    int count = 0;
    for (const Point& point : points) {
        const std::vector<Hexagon> bins = binsOf({point});
        count += countOf(bins);
        const Point centre = centreOf(bins.front());
        QVERIFY(std::hypot(point.x() - centre.x(), point.y() - centre.y()) < side + 1e-6);
    }
    QCOMPARE(count, int(points.size()));
}

void HexagonBinsTest::outlinesAreRegular() {
    for (const double each : {0.5, 1000.0, 25000.0}) {
        const std::vector<Hexagon> bins = hexagonBins({Point(origin.x() + 12345, origin.y() - 777)}, each, origin);
        const Polygon& outline = bins.front().outline;
        QVERIFY(bg::is_valid(outline)); // counter-clockwise and closed
        const double area = std::sqrt(3.0) / 2 * each * each;
        QVERIFY(std::abs(bg::area(outline) - area) < 1e-6 * area);
        const auto& ring = outline.outer();
        QCOMPARE(ring.size(), std::size_t{7});
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double length = std::hypot(ring[i].x() - ring[i - 1].x(), ring[i].y() - ring[i - 1].y());
            QVERIFY(std::abs(length - each / std::sqrt(3.0)) < 1e-8 + 1e-6 * each);
        }
        QVERIFY(ring[0].y() > ring[1].y() && ring[0].y() > ring[5].y()); // a corner at the top
    }
}

void HexagonBinsTest::neighboursShareCorners() {
    const std::vector<Hexagon> bins = hexagonBins({Point(0, 0), Point(333, 0), Point(166, 290)}, 333, Point(0.1, 0.7));
    QCOMPARE(bins.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& a = bins[i].outline.outer();
        const auto& b = bins[(i + 1) % 3].outline.outer();
        int shared = 0;
        for (std::size_t k = 1; k < a.size(); ++k)
            shared += int(std::count_if(b.begin() + 1, b.end(),
                                        [&](const Point& p) { return p.x() == a[k].x() && p.y() == a[k].y(); }));
        QCOMPARE(shared, 2);
    }
}

void HexagonBinsTest::rowsFromTheSouthWest() {
    std::mt19937 random(3);
    std::uniform_real_distribution<> offset(-5000, 5000);
    std::vector<Point> points;
    for (int i = 0; i < 500; ++i)
        points.emplace_back(origin.x() + offset(random), origin.y() + offset(random));
    const std::vector<Hexagon> bins = binsOf(points);
    for (std::size_t i = 1; i < bins.size(); ++i) {
        const Point& before = bins[i - 1].outline.outer()[0];
        const Point& after = bins[i].outline.outer()[0];
        QVERIFY(before.y() < after.y() || (before.y() == after.y() && before.x() < after.x()));
    }
    std::ranges::shuffle(points, random);
    const std::vector<Hexagon> again = binsOf(points);
    QVERIFY(std::ranges::equal(bins, again, {}, &Hexagon::count, &Hexagon::count));
}

void HexagonBinsTest::weights() {
    const std::vector<Point> points{Point(0, 0), Point(1, 1), Point(100, 0), Point(0, 2)};
    const std::vector<Hexagon> bins = hexagonBins(points, 20, Point(0, 0), {2.5, std::nan(""), -4});
    QCOMPARE(bins.size(), std::size_t{2});
    QCOMPARE(bins[0].count, 3);
    QCOMPARE(bins[0].sum, 2.5);
    QCOMPARE(bins[1].count, 1);
    QCOMPARE(bins[1].sum, -4.0);
}

void HexagonBinsTest::badInput() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QVERIFY(binsOf({}).empty());
    for (const double bad : {0.0, -1.0, std::nan(""), infinity, 5e-324})
        QVERIFY(hexagonBins({Point(1, 1)}, bad, origin).empty());
    QVERIFY(hexagonBins({Point(1, 1)}, 10, Point(std::nan(""), 0)).empty());
    QCOMPARE(countOf(binsOf({Point(std::nan(""), 0), Point(0, infinity), Point(1, 1), Point(-infinity, 3)})), 1);
    QCOMPARE(countOf(binsOf({Point(1e300, -1e300), Point(1, 1)})), 2); // far away, but somewhere
}

QTEST_GUILESS_MAIN(HexagonBinsTest)
#include "hexagon_bins_test.moc"
