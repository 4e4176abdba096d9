#include "maps/style/hexagon_bins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

namespace tiermap {

namespace {

/// All corners and centres lie on a grid of half a width by half a side. Whole numbers, as doubles: points may be as far
/// away as a double reaches.
struct Centre {
    double column;
    double row;
};

Centre nearestCentre(double x, double y) {
    // In steps of the grid. Centres are two columns apart, and rows three; every other row is one column to the east.
    const Centre even{2 * std::floor(x / 2 + 0.5), 6 * std::floor(y / 6 + 0.5)};
    const Centre odd{2 * std::floor(x / 2) + 1, 6 * std::floor(y / 6) + 3};
    const auto squared = [&](const Centre& centre) {
        // Half a width is sqrt(3) times half a side.
        return 3 * (x - centre.column) * (x - centre.column) + (y - centre.row) * (y - centre.row);
    };
    const double toEven = squared(even);
    const double toOdd = squared(odd);
    if (toEven == toOdd)
        return even.column > odd.column ? even : odd;
    return toEven < toOdd ? even : odd;
}

} // namespace

std::vector<Hexagon> hexagonBins(const std::vector<Point>& points, double width, const Point& origin,
                                 const std::vector<double>& weights) {
    const double stepX = width / 2;
    const double stepY = width * std::numbers::inv_sqrt3 / 2;
    if (!(stepY > 0) || !std::isfinite(width))
        return {};
    std::map<std::pair<double, double>, Hexagon> bins; // by row, then column
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [column, row] =
            nearestCentre((points[i].x() - origin.x()) / stepX, (points[i].y() - origin.y()) / stepY);
        if (!std::isfinite(column) || !std::isfinite(row))
            continue;
        Hexagon& bin = bins[{row, column}];
        ++bin.count;
        if (weights.empty())
            bin.sum += 1;
        else if (i < weights.size() && std::isfinite(weights[i]))
            bin.sum += weights[i];
    }
    std::vector<Hexagon> hexagons;
    hexagons.reserve(bins.size());
    for (auto& [at, bin] : bins) {
        const auto corner = [&, row = at.first, column = at.second](int east, int north) {
            return Point(origin.x() + (column + east) * stepX, origin.y() + (row + north) * stepY);
        };
        bin.outline.outer() = {corner(0, 2),  corner(-1, 1), corner(-1, -1), corner(0, -2),
                               corner(1, -1), corner(1, 1),  corner(0, 2)};
        hexagons.push_back(std::move(bin));
    }
    return hexagons;
}

} // namespace tiermap
