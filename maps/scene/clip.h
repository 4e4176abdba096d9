#pragma once

#include "maps/geometry/shape.h"

#include <limits>
#include <utility>

namespace tiermap {

/// Lower left and upper right corner of an upright rectangle.
using Extent = std::pair<Point, Point>;

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline const Extent nothing{Point(infinity, infinity), Point(-infinity, -infinity)};

Extent extentOf(const Line& line);
Extent extentOf(const Polygon& polygon);
Extent extentOf(const Polygons& polygons);
Extent united(const Extent& a, const Extent& b);
bool apart(const Extent& a, const Extent& b); ///< nothing lies apart from everything
bool holds(const Extent& outer, const Extent& inner);

// Cuts shapes to a rectangle: polygons by GEOS, whose way of doing it goes once along each ring, lines by Boost.Geometry.
// A polygon that is too broken to cut comes back whole: ink beyond the frame shows the fault, a hole in the map would
// hide it.

Polygons clip(const Polygons& polygons, const Extent& extent);
Lines clip(const Lines& lines, const Extent& extent);

} // namespace tiermap
