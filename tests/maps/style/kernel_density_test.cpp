#include "maps/style/kernel_density.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/algorithms/within.hpp>

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <random>

using namespace tiermap;

namespace {

namespace bg = boost::geometry;

constexpr double east = 520000;
constexpr double north = 3350000;
constexpr double squareKilometre = 1e6;

/// How many points a grid stands for.
double integral(const DensityGrid& grid) {
    return std::accumulate(grid.values.begin(), grid.values.end(), 0.0) * grid.cell * grid.cell / squareKilometre;
}

std::vector<Point> cluster(int count, double spread, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<> offset(0, spread);
    std::vector<Point> points;
    for (int i = 0; i < count; ++i)
        points.emplace_back(east + offset(random), north + offset(random));
    return points;
}

DensityGrid gridOf(int columns, int rows, const std::vector<double>& values) {
    return {.low = Point(east, north), .cell = 100, .bandwidth = 1, .columns = columns, .rows = rows, .values = values};
}

bool near(double a, double b, double part) { return std::abs(a - b) <= part * std::abs(b); }

QByteArray number(double n) { return QByteArray::number(n, 'g', 10); }

/// What is wrong with bands as polygons.
QByteArray fault(const std::vector<Polygons>& bands) {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        std::string reason;
        if (!bg::is_valid(bands[i], reason))
            return "band " + QByteArray::number(int(i)) + ": " + QByteArray::fromStdString(reason);
        for (const Polygon& polygon : bands[i])
            if (!(bg::area(polygon) > 0))
                return "no area";
    }
    return {};
}

/// Samples a grid's box: no place in a band that is not in the one below.
bool nested(const std::vector<Polygons>& bands, const DensityGrid& grid) {
    std::mt19937 random(5);
    std::uniform_real_distribution<> x(0, grid.columns * grid.cell);
    std::uniform_real_distribution<> y(0, grid.rows * grid.cell);
    for (int k = 0; k < 400; ++k) {
        const Point place(grid.low.x() + x(random), grid.low.y() + y(random));
        for (std::size_t i = 1; i < bands.size(); ++i)
            if (bg::within(place, bands[i]) && !bg::within(place, bands[i - 1]))
                return false;
    }
    return true;
}

} // namespace

class KernelDensityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void integratesToTheNumberOfPoints();
    void peakOfOnePoint();
    void profileOfOnePoint();
    void gridIsBounded();
    void bandwidths();
    void contourOfOnePointIsACircle();
    void ringOfPointsHasAHole();
    void islandInALake();
    void saddlesFollowTheMean();
    void closedAtTheEdge();
    void bandsAreNested();
    void anyGridGivesValidBands();
    void badInput();
    void isFast();
};

void KernelDensityTest::integratesToTheNumberOfPoints() {
    for (const double bandwidth : {50.0, 300.0, 2000.0, 20000.0}) {
        const DensityGrid grid = kernelDensity(cluster(250, 2000, 1), bandwidth);
        QVERIFY2(near(integral(grid), 250, 0.01), number(integral(grid)));
    }
    // At worst three cells to the bandwidth, wherever in its cell the point is.
    for (int i = 0; i < 100; ++i) {
        const Point point(east + i * 1.37, north + i * 7.31);
        const DensityGrid grid =
            kernelDensity({point}, 300, Point(east - 1000, north - 1000), Point(east + 1200, north + 2000), 100);
        QVERIFY2(near(integral(grid), 1, 0.01), number(integral(grid)));
    }
    // The grid's box cuts off what lies beyond: half of it here.
    const DensityGrid half =
        kernelDensity({Point(east, north)}, 1000, Point(east, north - 2000), Point(east + 2000, north + 2000), 20);
    QVERIFY2(near(integral(half), 0.5, 0.01), number(integral(half)));
}

void KernelDensityTest::peakOfOnePoint() {
    // In the middle of a cell.
    const DensityGrid grid = kernelDensity({Point(east + 50, north + 50)}, 1000, Point(east - 2000, north - 2000),
                                           Point(east + 2000, north + 2000), 100);
    QCOMPARE(grid.columns, 40);
    QCOMPARE(grid.rows, 40);
    const double peak = 3 / std::numbers::pi; // of a bandwidth of 1 km, per km2
    QVERIFY(near(grid.at(20, 20), peak, 1e-9));
    QVERIFY(near(std::ranges::max(grid.values), peak, 1e-9));
}

void KernelDensityTest::profileOfOnePoint() {
    const DensityGrid grid = kernelDensity({Point(east + 50, north + 50)}, 1000, Point(east - 2000, north - 2000),
                                           Point(east + 2000, north + 2000), 100);
    for (int i = 0; i < 15; ++i) {
        const double d = i / 10.0; // km
        const double expected = d < 1 ? 3 / std::numbers::pi * std::pow(1 - d * d, 2) : 0;
        for (const double value : {grid.at(20 + i, 20), grid.at(20 - i, 20), grid.at(20, 20 + i), grid.at(20, 20 - i)})
            QVERIFY2(std::abs(value - expected) < 1e-9, number(value));
    }
}

void KernelDensityTest::gridIsBounded() {
    const DensityGrid wide = kernelDensity(cluster(50, 20000, 2), 10);
    QVERIFY(wide.columns <= 512 && wide.rows <= 512 && std::max(wide.columns, wide.rows) > 500);
    QVERIFY(near(wide.bandwidth, 3 * wide.cell, 1e-12));
    QVERIFY2(near(integral(wide), 50, 0.01), number(integral(wide)));
    const DensityGrid line = kernelDensity({Point(east, north), Point(east, north + 1e6)}, 100);
    QVERIFY(line.columns < 20 && line.rows <= 512);
    QVERIFY2(near(integral(line), 2, 0.01), number(integral(line)));
    const DensityGrid fine = kernelDensity({Point(east, north)}, 1200);
    QCOMPARE(fine.bandwidth, 1200.0);
    QCOMPARE(fine.cell, 100.0);
    QVERIFY(fine.columns >= 24 && fine.columns <= 26);
}

void KernelDensityTest::bandwidths() {
    // A square: all distances are 500 sqrt(2), so that both measures differ by the factor of the median only.
    const std::vector<Point> square{Point(0, 0), Point(1000, 0), Point(1000, 1000), Point(0, 1000)};
    const double distance = 500 * std::numbers::sqrt2;
    QVERIFY(near(usualBandwidth(square), 0.9 * distance * std::pow(4, -0.2), 1e-12));
    // Far points move the standard distance, not the median.
    std::vector<Point> points = cluster(200, 1000, 3);
    const double before = usualBandwidth(points);
    // The median distance of a normal distribution is sqrt(2 ln 2) of one axis' deviation.
    QVERIFY2(near(before, 0.9 * std::numbers::sqrt2 * 1000 * std::pow(200, -0.2), 0.1), number(before));
    points.emplace_back(east + 50000, north);
    points.emplace_back(east - 50000, north);
    QVERIFY2(near(usualBandwidth(points), before, 0.1), number(usualBandwidth(points)));
    // Most in one place: the median is 0, and the standard distance is used.
    QVERIFY(near(usualBandwidth({Point(0, 0), Point(0, 0), Point(0, 0), Point(0, 0)}), 1000, 0));
    QVERIFY(usualBandwidth({Point(0, 0), Point(0, 0), Point(0, 0), Point(0, 400)}) > 10);
    QCOMPARE(usualBandwidth({}), 1000.0);
    QCOMPARE(usualBandwidth({Point(east, north)}), 1000.0);
    QCOMPARE(usualBandwidth(std::vector<Point>(7, Point(east + 0.1, north + 0.7))), 1000.0);
}

void KernelDensityTest::contourOfOnePointIsACircle() {
    const double h = 1.5; // km
    const DensityGrid grid = kernelDensity({Point(east + 12.3, north - 4.5)}, h * 1000);
    const double peak = 3 / (std::numbers::pi * h * h);
    std::vector<double> levels;
    for (const double part : {0.05, 0.25, 0.5, 0.75, 0.9})
        levels.push_back(part * peak);
    const std::vector<Polygons> bands = densityBands(grid, levels);
    QCOMPARE(fault(bands), QByteArray());
    for (std::size_t i = 0; i < levels.size(); ++i) {
        QCOMPARE(bands[i].size(), std::size_t{1});
        QVERIFY(bands[i][0].inners().empty());
        // (1 - d^2 / h^2)^2 is the part of the peak.
        const double area = std::numbers::pi * h * h * (1 - std::sqrt(levels[i] / peak)) * squareKilometre;
        qInfo("contour at %.2f of the peak: %.4f of the circle's area", levels[i] / peak, bg::area(bands[i]) / area);
        QVERIFY2(near(bg::area(bands[i]), area, 0.04), number(bg::area(bands[i]) / area));
    }
}

void KernelDensityTest::ringOfPointsHasAHole() {
    std::vector<Point> points;
    for (int i = 0; i < 60; ++i) {
        const double angle = 2 * std::numbers::pi * i / 60;
        points.emplace_back(east + 5000 * std::cos(angle), north + 5000 * std::sin(angle));
    }
    const DensityGrid grid = kernelDensity(points, 1500);
    const double greatest = std::ranges::max(grid.values);
    const std::vector<Polygons> bands = densityBands(grid, {greatest * 0.1, greatest * 0.5});
    QCOMPARE(fault(bands), QByteArray());
    for (const Polygons& band : bands) {
        QCOMPARE(band.size(), std::size_t{1});
        QCOMPARE(band[0].inners().size(), std::size_t{1});
        QVERIFY(!bg::within(Point(east, north), band));
        QVERIFY(bg::within(Point(east + 5000, north), band));
    }
    QVERIFY(nested(bands, grid));
}

void KernelDensityTest::islandInALake() {
    std::vector<double> values(81);
    for (int row = 0; row < 9; ++row)
        for (int column = 0; column < 9; ++column)
            values[std::size_t(row * 9 + column)] = std::max(std::abs(row - 4), std::abs(column - 4)) % 2 == 0 ? 2 : 0;
    const std::vector<Polygons> bands = densityBands(gridOf(9, 9, values), {1});
    QCOMPARE(fault(bands), QByteArray());
    QCOMPARE(bands[0].size(), std::size_t{3}); // the middle, a ring around it, and a ring along the edge
    std::vector<std::size_t> holes;
    for (const Polygon& polygon : bands[0])
        holes.push_back(polygon.inners().size());
    std::ranges::sort(holes);
    QCOMPARE(holes, (std::vector<std::size_t>{0, 1, 1}));
}

void KernelDensityTest::saddlesFollowTheMean() {
    const auto parts = [](double high) {
        const std::vector<Polygons> bands = densityBands(gridOf(4, 4,
                                                                {0, 0, 0, 0,    //
                                                                 0, high, 0, 0, //
                                                                 0, 0, high, 0, //
                                                                 0, 0, 0, 0}),
                                                         {1});
        return fault(bands).isEmpty() ? bands[0].size() : 0;
    };
    QCOMPARE(parts(1.9), std::size_t{2});
    QCOMPARE(parts(2.1), std::size_t{1});
}

void KernelDensityTest::closedAtTheEdge() {
    const std::vector<Polygons> bands = densityBands(gridOf(6, 4, std::vector<double>(24, 5)), {5, 5.1});
    QCOMPARE(fault(bands), QByteArray());
    QVERIFY(bands[1].empty());
    QCOMPARE(bands[0].size(), std::size_t{1});
    // All of it but the four corners, each an eighth of a cell.
    QVERIFY(near(bg::area(bands[0]), (24 - 0.5) * 100 * 100, 1e-6));
    const DensityGrid one = gridOf(1, 1, {5});
    QCOMPARE(fault(densityBands(one, {1})), QByteArray());
    QCOMPARE(densityBands(one, {1})[0].size(), std::size_t{1});
}

void KernelDensityTest::bandsAreNested() {
    std::vector<Point> points = cluster(300, 3000, 7);
    for (Point& point : points)
        if (point.x() > east)
            point = Point(point.x() + 9000, point.y() - 2000);
    const DensityGrid grid = kernelDensity(points, 1200);
    const double greatest = std::ranges::max(grid.values);
    std::vector<double> levels{greatest * 1e-6};
    for (int i = 1; i < 10; ++i)
        levels.push_back(greatest * i / 10);
    const std::vector<Polygons> bands = densityBands(grid, levels);
    QCOMPARE(bands.size(), levels.size());
    QCOMPARE(fault(bands), QByteArray());
    QVERIFY(nested(bands, grid));
    for (std::size_t i = 1; i < bands.size(); ++i)
        QVERIFY(bg::area(bands[i]) < bg::area(bands[i - 1]));
    // Together they are the volume under the surface again, as far as so few steps tell.
    double volume = -greatest / 20 * bg::area(bands[0]);
    for (const Polygons& band : bands)
        volume += greatest / 10 * bg::area(band);
    QVERIFY2(near(volume / squareKilometre, 300, 0.1), number(volume / squareKilometre));
}

/// Whole numbers, so that many nodes have the very value of a level, and saddles are everywhere.
void KernelDensityTest::anyGridGivesValidBands() {
    std::mt19937 random(13);
    for (int round = 0; round < 150; ++round) {
        const int columns = 1 + int(random() % 14);
        const int rows = 1 + int(random() % 14);
        std::vector<double> values(std::size_t(columns * rows));
        for (double& value : values)
            value = round % 3 == 0 ? double(random() % 4)
                                   : double(random() % 2) + (round % 3 == 1 ? 1e-9 : 0.3) * double(random() % 3);
        const DensityGrid grid = gridOf(columns, rows, values);
        const std::vector<Polygons> bands = densityBands(grid, {0, 1, 1 + 1e-9, 1.3, 2, 3});
        QCOMPARE(fault(bands), QByteArray());
        QVERIFY(nested(bands, grid));
        // Every middle of a cell is on its side.
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                QCOMPARE(bg::within(Point(east + 100 * column + 50, north + 100 * row + 50), bands[1]),
                         grid.at(column, row) >= 1);
    }
}

void KernelDensityTest::badInput() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(kernelDensity({}, 100).columns, 0);
    QVERIFY(kernelDensity({Point(std::nan(""), 0), Point(0, infinity)}, 100).values.empty());
    for (const double bad : {0.0, -1.0, std::nan(""), infinity}) {
        QVERIFY(kernelDensity({Point(0, 0)}, bad).values.empty());
        QVERIFY(kernelDensity({Point(0, 0)}, 100, Point(0, 0), Point(100, 100), bad).values.empty());
    }
    QVERIFY(kernelDensity({Point(0, 0)}, 100, Point(0, 0), Point(-100, 100), 10).values.empty());
    // Far beyond the grid, and not finite: nothing comes of them.
    const DensityGrid grid =
        kernelDensity({Point(1e300, -1e300), Point(std::nan(""), 0)}, 100, Point(0, 0), Point(1000, 1000), 10);
    QCOMPARE(integral(grid), 0.0);
    QCOMPARE(densityBands({}, {1, 2}).size(), std::size_t{2});
    QVERIFY(densityBands(gridOf(3, 3, {1, 2}), {1}).front().empty());
    QVERIFY(densityBands(gridOf(1, 1, {1}), {std::nan("")}).front().empty());
    QVERIFY(densityBands(gridOf(1, 1, {1}), {}).empty());
    const std::vector<Polygons> odd = densityBands(gridOf(3, 1, {std::nan(""), infinity, -infinity}), {1});
    QCOMPARE(fault(odd), QByteArray());
}

void KernelDensityTest::isFast() {
    QElapsedTimer timer;
    timer.start();
    const std::vector<Point> points = cluster(100000, 8000, 17);
    const DensityGrid grid = kernelDensity(points, 1000);
    const double greatest = std::ranges::max(grid.values);
    qInfo("100,000 points on %d x %d cells: %lld ms", grid.columns, grid.rows, static_cast<long long>(timer.restart()));
    std::vector<double> levels;
    for (int i = 1; i < 9; ++i)
        levels.push_back(greatest * i / 9);
    const std::vector<Polygons> bands = densityBands(grid, levels);
    qInfo("8 bands: %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(near(integral(grid), 100000, 0.01), number(integral(grid)));
    QCOMPARE(fault(bands), QByteArray());
}

QTEST_GUILESS_MAIN(KernelDensityTest)
#include "kernel_density_test.moc"
