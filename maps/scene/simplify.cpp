#include "maps/scene/simplify.h"

#include <boost/geometry/algorithms/simplify.hpp>

namespace tiermap {

Line simplified(const Line& line, double tolerance) {
    Line simple;
    boost::geometry::simplify(line, simple, tolerance);
    return simple;
}

Polygons simplified(const Polygons& polygons, double tolerance) {
    Polygons simple;
    // As lines: Boost's own way for rings may drop a whole ring, and costs more.
    const auto ringOf = [&](const Polygon::ring_type& ring) {
        const Line line = simplified(Line(ring.begin(), ring.end()), tolerance);
        return Polygon::ring_type(line.begin(), line.end());
    };
    for (const Polygon& polygon : polygons) {
        Polygon one;
        one.outer() = ringOf(polygon.outer());
        if (one.outer().size() < 4) // smaller than the tolerance
            continue;
        for (const auto& hole : polygon.inners()) {
            if (auto ring = ringOf(hole); ring.size() >= 4)
                one.inners().push_back(std::move(ring));
        }
        simple.push_back(std::move(one));
    }
    return simple;
}

} // namespace tiermap
