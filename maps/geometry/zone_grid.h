#pragma once

#include "maps/geometry/shape.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tiermap {

/// Which of several polygons holds a point, for millions of points. A grid over all polygons says it at once for most
/// cells; in the few that a border crosses, the edges of the point's row of cells are counted (even-odd rule, a ray to the
/// east). Longitude and latitude are taken as plane coordinates, edges as straight in them.
///
/// A point on a border that two polygons share, vertex for vertex, lies in exactly one of them: the edge belongs to what
/// is east of it or, where it runs along a parallel, north of it. So the counts of zones that tile an area add up to the
/// count of the area. Where polygons overlap, the first in order has the point.
class ZoneGrid {
public:
    explicit ZoneGrid(std::span<const GeoPolygons* const> polygons);

    /// Index of the polygons; -1 where none holds the point, or it is no number.
    int at(double longitude, double latitude) const {
        const double x = (longitude - m_west) * m_columnsPerDegree;
        const double y = (latitude - m_south) * m_rowsPerDegree;
        const bool within = x >= 0 && y >= 0 && x < cells && y < cells; // NaN is not
        if (!within) {
            return -1;
        }
        const auto row = static_cast<std::size_t>(y);
        const int zone = m_cells[row * cells + static_cast<std::size_t>(x)];
        return zone != crossed ? zone : exact(row, longitude, latitude);
    }

private:
    static constexpr std::size_t cells = 512; ///< along each side; some 400 m over a city
    static constexpr std::int16_t crossed = -2;

    struct Edge {
        double x0; ///< its lower end: both polygons reckon with the same numbers
        double y0;
        double x1;
        double y1;
        std::int32_t zone;
    };

    void addRing(const GeoPolygon::ring_type& ring, int zone, std::vector<std::vector<Edge>>& rows);
    void fill(std::size_t row);
    int exact(std::size_t row, double x, double y) const;

    double m_west = 0;
    double m_south = 0;
    double m_columnsPerDegree = 0;
    double m_rowsPerDegree = 0;
    std::vector<std::int16_t> m_cells; ///< a polygon, -1, or `crossed`
    std::vector<Edge> m_edges;         ///< row by row, there by polygon
    std::vector<std::size_t> m_rows;   ///< where a row's edges begin, and the end
};

} // namespace tiermap
