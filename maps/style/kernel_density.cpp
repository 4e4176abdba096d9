#include "maps/style/kernel_density.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>
#include <numeric>
#include <utility>

namespace tiermap {

namespace {

std::vector<Point> finite(const std::vector<Point>& points) {
    std::vector<Point> kept;
    std::ranges::copy_if(points, std::back_inserter(kept),
                         [](const Point& p) { return std::isfinite(p.x()) && std::isfinite(p.y()); });
    return kept;
}

/// Cells whose middles lie less than `reach` from a place, both counted in cells from the grid's edge.
struct Stretch {
    int begin;
    int end;
};

Stretch within(double place, double reach, int cells) {
    const auto cellAt = [cells](double at) {
        return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(cells)));
    };
    return {cellAt(std::ceil(place - reach - 0.5)), cellAt(std::floor(place + reach - 0.5) + 1)};
}

} // namespace

double usualBandwidth(const std::vector<Point>& points) {
    constexpr double preset = 1000;
    const std::vector<Point> kept = finite(points);
    if (kept.empty())
        return preset;
    const auto n = static_cast<double>(kept.size());
    const double x =
        std::accumulate(kept.begin(), kept.end(), 0.0, [&](double sum, const Point& p) { return sum + p.x() / n; });
    const double y =
        std::accumulate(kept.begin(), kept.end(), 0.0, [&](double sum, const Point& p) { return sum + p.y() / n; });
    std::vector<double> distances;
    double squares = 0;
    for (const Point& p : kept) {
        distances.push_back(std::hypot(p.x() - x, p.y() - y));
        squares += distances.back() * distances.back();
    }
    std::ranges::sort(distances);
    const double median = std::midpoint(distances[(distances.size() - 1) / 2], distances[distances.size() / 2]);
    double spread = std::sqrt(squares / n);
    if (median > 0)
        spread = std::min(spread, std::sqrt(1 / std::numbers::ln2) * median);
    const double bandwidth = 0.9 * spread * std::pow(n, -0.2);
    // What rounding leaves of points in one place is no spread.
    const double digits = (std::abs(x) + std::abs(y)) * 1e-12;
    return bandwidth > digits && std::isfinite(bandwidth) ? bandwidth : preset;
}

DensityGrid kernelDensity(const std::vector<Point>& points, double bandwidth, const Point& low, const Point& high,
                          double cell) {
    const double width = high.x() - low.x();
    const double height = high.y() - low.y();
    const auto usable = [](double length) { return length > 0 && std::isfinite(length); };
    if (!usable(bandwidth) || !usable(cell) || !usable(width) || !usable(height))
        return {};
    DensityGrid grid{.low = low};
    grid.cell = std::max(cell, std::max(width, height) / DensityGrid::most);
    constexpr double narrowest = 3; // cells: sums over the grid are then within 1 % of the integral
    grid.bandwidth = std::max(bandwidth, narrowest * grid.cell);
    const auto cellsIn = [&](double length) {
        constexpr double rounding = 1e-9; // a length of 10 cells has 10
        return static_cast<int>(std::clamp(std::ceil(length / grid.cell - rounding), 1.0, 1.0 * DensityGrid::most));
    };
    grid.columns = cellsIn(width);
    grid.rows = cellsIn(height);
    grid.values.assign(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows), 0);

    const double reach = grid.bandwidth / grid.cell;
    const double perSquare = 1 / (reach * reach);
    for (const Point& point : finite(points)) {
        const double x = (point.x() - low.x()) / grid.cell;
        const double y = (point.y() - low.y()) / grid.cell;
        const Stretch columns = within(x, reach, grid.columns);
        const Stretch rows = within(y, reach, grid.rows);
        for (int row = rows.begin; row < rows.end; ++row) {
            const double up = row + 0.5 - y;
            double* values = grid.values.data() + static_cast<std::ptrdiff_t>(row) * grid.columns;
            for (int column = columns.begin; column < columns.end; ++column) {
                const double right = column + 0.5 - x;
                const double rest = std::max(0.0, 1 - (right * right + up * up) * perSquare);
                values[column] += rest * rest;
            }
        }
    }
    constexpr double squareKilometre = 1e6;
    const double peak = 3 * squareKilometre / (std::numbers::pi * grid.bandwidth * grid.bandwidth);
    for (double& value : grid.values)
        value *= peak;
    return grid;
}

DensityGrid kernelDensity(const std::vector<Point>& points, double bandwidth) {
    const std::vector<Point> kept = finite(points);
    if (kept.empty() || !(bandwidth > 0) || !std::isfinite(bandwidth))
        return {};
    const auto [west, east] = std::ranges::minmax(kept, {}, [](const Point& p) { return p.x(); });
    const auto [south, north] = std::ranges::minmax(kept, {}, [](const Point& p) { return p.y(); });
    // Where the grid is coarse the bandwidth grows to 3 cells, and the margin must have room for that.
    const double longest = std::max(east.x() - west.x(), north.y() - south.y());
    const double margin = std::max(bandwidth, longest * 3 / (DensityGrid::most - 8)) * 1.001;
    return kernelDensity(kept, bandwidth, Point(west.x() - margin, south.y() - margin),
                         Point(east.x() + margin, north.y() + margin), bandwidth / 12);
}

namespace {

/// Walks around what is above a level. Nodes are the cells' middles and, around them, nodes on the grid's edge that are
/// below every level, so that all walks close.
class Contours {
public:
    explicit Contours(const DensityGrid& grid)
        : m_grid(grid)
        , m_columns(grid.columns + 2)
        , m_rows(grid.rows + 2) {}

    Polygons above(double level) {
        m_level = level;
        const auto nodes = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
        m_part.resize(nodes);
        std::ranges::iota(m_part, 0);
        m_following.assign(2 * nodes, none);
        for (int row = 0; row + 1 < m_rows; ++row)
            for (int column = 0; column + 1 < m_columns; ++column)
                visit(column, row);
        return polygons();
    }

private:
    static constexpr int none = -1;

    int node(int column, int row) const { return row * m_columns + column; }
    /// The side from a node to the one east of it, and to the one north of it.
    static int sideEast(int node) { return 2 * node; }
    static int sideNorth(int node) { return 2 * node + 1; }

    bool onEdge(int node) const {
        const int column = node % m_columns;
        const int row = node / m_columns;
        return column == 0 || row == 0 || column == m_columns - 1 || row == m_rows - 1;
    }
    double value(int node) const { return m_grid.at(node % m_columns - 1, node / m_columns - 1); }
    bool isAbove(int node) const { return !onEdge(node) && value(node) >= m_level; }

    Point place(int node) const {
        const auto along = [&](int index, int cells) {
            return std::clamp(index - 0.5, 0.0, 1.0 * cells) * m_grid.cell;
        };
        return {m_grid.low.x() + along(node % m_columns, m_grid.columns),
                m_grid.low.y() + along(node / m_columns, m_grid.rows)};
    }

    /// Nodes above the level that belong together have the same root.
    int root(int node) {
        while (m_part[static_cast<std::size_t>(node)] != node) {
            int& up = m_part[static_cast<std::size_t>(node)];
            up = m_part[static_cast<std::size_t>(up)];
            node = up;
        }
        return node;
    }
    void join(int a, int b) { m_part[static_cast<std::size_t>(root(a))] = root(b); }

    /// The stretches of contour in the square to the north-east of a node, what is above on their left.
    void visit(int column, int row) {
        const int a = node(column, row);
        // Counter-clockwise, and the side from each corner to the next.
        const std::array<int, 4> corners{a, a + 1, a + 1 + m_columns, a + m_columns};
        const std::array<int, 4> sides{sideEast(a), sideNorth(a + 1), sideEast(a + m_columns), sideNorth(a)};
        std::array<bool, 4> up{};
        std::ranges::transform(corners, up.begin(), [this](int corner) { return isAbove(corner); });
        const auto count = std::ranges::count(up, true);
        if (count == 0)
            return;
        for (std::size_t i = 0; i < 4; ++i)
            if (up[i] && up[(i + 1) % 4])
                join(corners[i], corners[(i + 1) % 4]);
        const bool saddle = count == 2 && up[0] == up[2];
        const bool joined = saddle && meanIsAbove(corners);
        if (joined)
            join(up[0] ? corners[0] : corners[1], up[0] ? corners[2] : corners[3]);
        for (std::size_t out = 0; out < 4; ++out) {
            if (!up[out] || up[(out + 1) % 4])
                continue;
            // A stretch leads from where the square's border leaves the region to where it came into it: back over the
            // corners above. Where two opposite corners are joined it goes on to the other one.
            std::size_t in = joined ? (out + 1) % 4 : (out + 3) % 4;
            while (!joined && up[in])
                in = (in + 3) % 4;
            m_following[static_cast<std::size_t>(sides[out])] = sides[in];
        }
    }

    /// Of a saddle, which has no corner on the grid's edge: two neighbours there are below.
    bool meanIsAbove(const std::array<int, 4>& corners) const {
        return std::accumulate(corners.begin(), corners.end(), 0.0,
                               [this](double sum, int corner) { return sum + value(corner) / 4; }) >= m_level;
    }

    struct Crossing {
        int above; ///< node
        Point at;
    };

    Crossing crossing(int side) const {
        int above = side / 2;
        int below = side % 2 == 0 ? above + 1 : above + m_columns;
        if (!isAbove(above))
            std::swap(above, below);
        // Never in a node, where contours of several sides would touch.
        constexpr double least = 1.0 / 4096;
        const double part = onEdge(below) ? 1 : (value(above) - m_level) / (value(above) - value(below));
        const double kept = onEdge(below) ? 1 : part > least ? std::min(part, 1 - least) : least;
        const Point from = place(above);
        const Point to = place(below);
        return {above, Point(std::lerp(from.x(), to.x(), kept), std::lerp(from.y(), to.y(), kept))};
    }

    Polygons polygons() {
        // What belongs together has one ring around it, and the others are its holes.
        Polygons found;
        std::vector<int> polygonOf(m_part.size(), none);
        for (std::size_t start = 0; start < m_following.size(); ++start) {
            if (m_following[start] == none)
                continue;
            const int part = root(crossing(static_cast<int>(start)).above);
            Polygon::ring_type ring;
            double doubleArea = 0;
            for (int side = static_cast<int>(start); side != none;) {
                ring.push_back(crossing(side).at);
                side = std::exchange(m_following[static_cast<std::size_t>(side)], none);
            }
            for (std::size_t i = 1; i < ring.size(); ++i)
                doubleArea += (ring[i - 1].x() - ring[0].x()) * (ring[i].y() - ring[0].y()) -
                              (ring[i].x() - ring[0].x()) * (ring[i - 1].y() - ring[0].y());
            int& index = polygonOf[static_cast<std::size_t>(part)];
            if (index == none) {
                index = static_cast<int>(found.size());
                found.emplace_back();
            }
            Polygon& polygon = found[static_cast<std::size_t>(index)];
            if (doubleArea > 0)
                polygon.outer() = std::move(ring);
            else
                polygon.inners().push_back(std::move(ring));
        }
        return found;
    }

    const DensityGrid& m_grid;
    int m_columns;
    int m_rows;
    double m_level = 0;
    std::vector<int> m_part;
    std::vector<int> m_following; ///< of each crossed side the next one
};

} // namespace

std::vector<Polygons> densityBands(const DensityGrid& grid, const std::vector<double>& levels) {
    std::vector<Polygons> bands(levels.size());
    const bool whole =
        grid.columns > 0 && grid.rows > 0 && grid.cell > 0 &&
        grid.values.size() == static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
    if (!whole)
        return bands;
    Contours contours(grid);
    std::ranges::transform(levels, bands.begin(), [&](double level) { return contours.above(level); });
    return bands;
}

} // namespace tiermap
