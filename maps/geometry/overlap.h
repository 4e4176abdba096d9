#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

/// Area of the intersection over area of the union (Jaccard index), 0 to 1, in degrees on a plane: within one degree of
/// latitude the stretch of a parallel is the same for both and cancels out. Both must be valid.
double overlap(const GeoPolygons& one, const GeoPolygons& other);

} // namespace tiermap
