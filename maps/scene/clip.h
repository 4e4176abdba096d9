#pragma once

#include "maps/geometry/shape.h"

#include <utility>

namespace tiermap {

/// Lower left and upper right corner of an upright rectangle.
using Extent = std::pair<Point, Point>;

Extent extentOf(const Polygons& polygons);
bool holds(const Extent& outer, const Extent& inner);

// Cuts shapes to a rectangle, by Boost.Geometry where a shape crosses its edge. A shape that Boost finds too broken to
// cut comes back whole: ink beyond the frame shows the fault, a hole in the map would hide it.

Polygons clip(const Polygons& polygons, const Extent& extent);
Lines clip(const Lines& lines, const Extent& extent);

} // namespace tiermap
