#pragma once

#include "maps/geometry/shape.h"

#include <initializer_list>
#include <utility>

namespace tiermap {

/// A closed ring through these places; the first need not be repeated.
inline GeoPolygon polygonThrough(std::initializer_list<std::pair<double, double>> places) {
    GeoPolygon polygon;
    for (const auto& [x, y] : places) {
        polygon.outer().push_back(GeoPoint(x, y));
    }
    polygon.outer().push_back(GeoPoint(polygon.outer().front()));
    return polygon;
}

inline GeoPolygon rectangle(double west, double south, double east, double north) {
    return polygonThrough({{west, south}, {east, south}, {east, north}, {west, north}});
}

/// A hole must run clockwise.
inline GeoPolygon::ring_type rectangularHole(double west, double south, double east, double north) {
    return polygonThrough({{west, south}, {west, north}, {east, north}, {east, south}}).outer();
}

} // namespace tiermap
