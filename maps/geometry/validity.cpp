#include "maps/geometry/validity.h"

#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <string>

namespace tiermap {

namespace {

Polygon::ring_type planarRing(const GeoPolygon::ring_type& ring) {
    Polygon::ring_type planar;
    planar.resize(ring.size());
    std::ranges::transform(ring, planar.begin(),
                           [](const GeoPoint& point) { return Point(point.get<0>(), point.get<1>()); });
    return planar;
}

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

} // namespace

std::optional<QString> whyInvalid(const GeoPolygons& polygons) {
    std::string reason;
    if (boost::geometry::is_valid(planar(polygons), reason)) {
        return std::nullopt;
    }
    return QString::fromStdString(reason);
}

} // namespace tiermap
