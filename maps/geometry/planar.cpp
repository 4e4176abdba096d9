#include "maps/geometry/planar.h"

#include <algorithm>

namespace tiermap {

namespace {

Polygon::ring_type planarRing(const GeoPolygon::ring_type& ring) {
    Polygon::ring_type result;
    result.resize(ring.size());
    std::ranges::transform(ring, result.begin(), [](const GeoPoint& point) { return planar(point); });
    return result;
}

} // namespace

Polygons planar(const GeoPolygons& polygons) {
    Polygons result;
    for (const GeoPolygon& polygon : polygons) {
        Polygon& copy = result.emplace_back();
        copy.outer() = planarRing(polygon.outer());
        for (const GeoPolygon::ring_type& hole : polygon.inners()) {
            copy.inners().push_back(planarRing(hole));
        }
    }
    return result;
}

Point planar(const GeoPoint& point) { return {point.get<0>(), point.get<1>()}; }

} // namespace tiermap
