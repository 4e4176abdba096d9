#include "maps/geometry/overlap.h"

#include "maps/geometry/planar.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/strategies/strategies.hpp>

namespace tiermap {

namespace bg = boost::geometry;

double overlap(const GeoPolygons& one, const GeoPolygons& other) {
    const Polygons first = planar(one);
    const Polygons second = planar(other);
    using Box = bg::model::box<Point>;
    if (!bg::intersects(bg::return_envelope<Box>(first), bg::return_envelope<Box>(second))) {
        return 0;
    }
    Polygons both;
    bg::intersection(first, second, both);
    const double shared = bg::area(both);
    const double all = bg::area(first) + bg::area(second) - shared;
    return all > 0 ? shared / all : 0;
}

} // namespace tiermap
