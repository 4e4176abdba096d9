#pragma once

#include <cstdint>

namespace tiermap {

/// Geometry types of ISO WKB that shapes are written as or read from.
enum class WkbType : std::uint32_t {
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6,
};

} // namespace tiermap
