#include "maps/geometry/zone_grid.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

void eachRing(const GeoPolygons& polygons, const auto& visit) {
    for (const GeoPolygon& polygon : polygons) {
        visit(polygon.outer());
        std::ranges::for_each(polygon.inners(), visit);
    }
}

} // namespace

ZoneGrid::ZoneGrid(std::span<const GeoPolygons* const> polygons)
    : m_cells(cells * cells, -1) {
    double east = -INFINITY;
    double north = -INFINITY;
    m_west = m_south = INFINITY;
    for (const GeoPolygons* each : polygons) {
        eachRing(*each, [&](const GeoPolygon::ring_type& ring) {
            for (const GeoPoint& point : ring) {
                m_west = std::min(m_west, point.get<0>());
                m_south = std::min(m_south, point.get<1>());
                east = std::max(east, point.get<0>());
                north = std::max(north, point.get<1>());
            }
        });
    }
    std::vector<std::vector<Edge>> rows(cells);
    if (m_west < east && m_south < north) {
        constexpr double wide = static_cast<double>(cells) * (1 - 1e-12); // the easternmost point is in the last column
        m_columnsPerDegree = wide / (east - m_west);
        m_rowsPerDegree = wide / (north - m_south);
        for (std::size_t zone = 0; zone < polygons.size(); ++zone) {
            eachRing(*polygons[zone],
                     [&](const GeoPolygon::ring_type& ring) { addRing(ring, static_cast<int>(zone), rows); });
        }
    }
    m_rows.push_back(0);
    for (std::size_t row = 0; row < cells; ++row) {
        m_edges.insert(m_edges.end(), rows[row].begin(), rows[row].end());
        m_rows.push_back(m_edges.size());
        fill(row);
    }
}

/// Gives each edge to the rows that it touches, and marks the cells that it may cross there.
void ZoneGrid::addRing(const GeoPolygon::ring_type& ring, int zone, std::vector<std::vector<Edge>>& rows) {
    constexpr double rounding = 1e-6; // of a cell: nobody asks on which side of a cell's edge 0.2 mm are
    const auto cellAt = [](double place) {
        return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(cells - 1)));
    };
    for (std::size_t i = 1; i < ring.size(); ++i) {
        Edge edge{ring[i - 1].get<0>(), ring[i - 1].get<1>(), ring[i].get<0>(), ring[i].get<1>(), zone};
        if (edge.y0 > edge.y1) {
            std::swap(edge.x0, edge.x1);
            std::swap(edge.y0, edge.y1);
        }
        const double left = (edge.x0 - m_west) * m_columnsPerDegree;
        const double right = (edge.x1 - m_west) * m_columnsPerDegree;
        const double low = (edge.y0 - m_south) * m_rowsPerDegree;
        const double high = (edge.y1 - m_south) * m_rowsPerDegree;
        const auto columnAt = [&](double y) {
            return high > low ? left + (right - left) * (std::clamp(y, low, high) - low) / (high - low) : left;
        };
        for (std::size_t row = cellAt(low - rounding); row <= cellAt(high + rounding); ++row) {
            const auto below = static_cast<double>(row);
            const double one = high > low ? columnAt(below) : left;
            const double other = high > low ? columnAt(below + 1) : right;
            const std::size_t last = cellAt(std::max(one, other) + rounding);
            for (std::size_t column = cellAt(std::min(one, other) - rounding); column <= last; ++column) {
                m_cells[row * cells + column] = crossed;
            }
            rows[row].push_back(edge);
        }
    }
}

/// Goes along the middle of the row, in and out of polygons. Cells that no border crosses lie in one as a whole.
void ZoneGrid::fill(std::size_t row) {
    struct Crossing {
        double column;
        std::int32_t zone;
    };
    const double y = m_south + (static_cast<double>(row) + 0.5) / m_rowsPerDegree;
    std::vector<Crossing> crossings;
    for (std::size_t i = m_rows[row]; i < m_rows[row + 1]; ++i) {
        if (const Edge& edge = m_edges[i]; edge.y0 <= y && y < edge.y1) {
            const double x = edge.x0 + (edge.x1 - edge.x0) * (y - edge.y0) / (edge.y1 - edge.y0);
            crossings.push_back({(x - m_west) * m_columnsPerDegree, edge.zone});
        }
    }
    std::ranges::sort(crossings, {}, &Crossing::column);
    std::vector<std::int32_t> inside; // mostly one
    auto next = crossings.begin();
    for (std::size_t column = 0; column < cells; ++column) {
        for (; next != crossings.end() && next->column < static_cast<double>(column) + 0.5; ++next) {
            if (const auto left = std::ranges::find(inside, next->zone); left != inside.end()) {
                inside.erase(left);
            } else {
                inside.push_back(next->zone);
            }
        }
        std::int16_t& cell = m_cells[row * cells + column];
        if (cell != crossed) {
            cell = inside.empty() ? std::int16_t{-1} : static_cast<std::int16_t>(std::ranges::min(inside));
        }
    }
}

int ZoneGrid::exact(std::size_t row, double x, double y) const {
    int zone = -1;
    bool inside = false;
    for (std::size_t i = m_rows[row]; i < m_rows[row + 1]; ++i) {
        const Edge& edge = m_edges[i];
        if (edge.zone != zone) {
            if (inside) {
                return zone;
            }
            zone = edge.zone;
        }
        if (edge.y0 <= y && y < edge.y1 && (edge.x1 - edge.x0) * (y - edge.y0) > (x - edge.x0) * (edge.y1 - edge.y0)) {
            inside = !inside;
        }
    }
    return inside ? zone : -1;
}

} // namespace tiermap
