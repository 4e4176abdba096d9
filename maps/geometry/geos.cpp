#include "maps/geometry/geos.h"

#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace tiermap {

namespace {

Polygon::ring_type ringOf(GEOSContextHandle_t handle, const GEOSGeometry* ring) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle, ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(handle, sequence, &size);
    std::vector<double> numbers(2 * std::size_t{size});
    GEOSCoordSeq_copyToBuffer_r(handle, sequence, numbers.data(), 0, 0);
    Polygon::ring_type points;
    points.reserve(size);
    for (std::size_t i = 0; i < numbers.size(); i += 2)
        points.emplace_back(numbers[i], numbers[i + 1]);
    return points;
}

} // namespace

Geos::Geometry Geos::ring(const Polygon::ring_type& ring) const {
    std::vector<double> numbers;
    numbers.reserve(2 * ring.size());
    for (const Point& point : ring)
        numbers.insert(numbers.end(), {point.x(), point.y()});
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_copyFromBuffer_r(m_handle, numbers.data(), static_cast<unsigned>(ring.size()), 0, 0);
    return owned(sequence != nullptr ? GEOSGeom_createLinearRing_r(m_handle, sequence) : nullptr);
}

Geos::Geometry Geos::polygon(const Polygon& polygon) const {
    Geometry shell = ring(polygon.outer());
    if (!shell)
        return shell;
    std::vector<GEOSGeometry*> holes; // the polygon takes them over, whether it can be made or not
    for (const Polygon::ring_type& hole : polygon.inners()) {
        if (Geometry made = ring(hole))
            holes.push_back(made.release());
    }
    return owned(
        GEOSGeom_createPolygon_r(m_handle, shell.release(), holes.data(), static_cast<unsigned>(holes.size())));
}

Polygons Geos::polygons(const GEOSGeometry* geometry) const {
    Polygons all;
    const int count = GEOSGetNumGeometries_r(m_handle, geometry); // 1 of a single one
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(m_handle, geometry, i);
        if (GEOSGeomTypeId_r(m_handle, part) != GEOS_POLYGON || GEOSisEmpty_r(m_handle, part) != 0)
            continue;
        Polygon polygon;
        polygon.outer() = ringOf(m_handle, GEOSGetExteriorRing_r(m_handle, part));
        const int holes = GEOSGetNumInteriorRings_r(m_handle, part);
        for (int hole = 0; hole < holes; ++hole)
            polygon.inners().push_back(ringOf(m_handle, GEOSGetInteriorRingN_r(m_handle, part, hole)));
        boost::geometry::correct(polygon);
        all.push_back(std::move(polygon));
    }
    return all;
}

} // namespace tiermap
