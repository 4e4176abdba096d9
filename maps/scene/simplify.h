#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

// Douglas and Peucker: no dropped vertex lies farther than `tolerance` from the line that stays. For ink only, where the
// tolerance is a fraction of a line's width; geometry that is measured or stored is never simplified.

Line simplified(const Line& line, double tolerance);
Polygons simplified(const Polygons& polygons, double tolerance);

} // namespace tiermap
