#include "maps/geometry/ring_order.h"

#include <algorithm>

namespace tiermap {

namespace {

using Ring = GeoPolygon::ring_type;

/// Twice the area, positive for counter-clockwise (shoelace formula), counted from the first vertex to lose no digits.
double signedArea(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double x0 = ring[i].get<0>() - ring[0].get<0>();
        const double y0 = ring[i].get<1>() - ring[0].get<1>();
        const double x1 = ring[i + 1].get<0>() - ring[0].get<0>();
        const double y1 = ring[i + 1].get<1>() - ring[0].get<1>();
        sum += x0 * y1 - x1 * y0;
    }
    return sum;
}

bool samePlace(const GeoPoint& one, const GeoPoint& other) {
    return one.get<0>() == other.get<0>() && one.get<1>() == other.get<1>();
}

void order(Ring& ring, bool counterClockwise) {
    if (!ring.empty() && !samePlace(ring.front(), ring.back())) {
        ring.push_back(GeoPoint(ring.front()));
    }
    const double area = signedArea(ring);
    if (area != 0 && (area > 0) != counterClockwise) {
        std::ranges::reverse(ring);
    }
}

} // namespace

void orderRings(GeoPolygon& polygon) {
    order(polygon.outer(), true);
    for (Ring& hole : polygon.inners()) {
        order(hole, false);
    }
}

} // namespace tiermap
