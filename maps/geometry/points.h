#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

// One walk over all points of a shape, for what is done to each by itself.

/// Calls change(GeoPoint&) for every point, rings' closing points included.
void eachPoint(GeoPolygons& polygons, auto change) {
    for (GeoPolygon& polygon : polygons) {
        for (GeoPoint& point : polygon.outer()) {
            change(point);
        }
        for (auto& ring : polygon.inners()) {
            for (GeoPoint& point : ring) {
                change(point);
            }
        }
    }
}

void eachPoint(GeoLines& lines, auto change) {
    for (GeoLine& line : lines) {
        for (GeoPoint& point : line) {
            change(point);
        }
    }
}

void eachPoint(GeoPoint& point, auto change) { change(point); }

void eachPoint(GeoShape& shape, auto change) {
    std::visit([&](auto& kind) { eachPoint(kind, change); }, shape);
}

} // namespace tiermap
