#pragma once

#include "maps/geometry/shape.h"
#include "maps/scene/display_list.h"

namespace tiermap {

/// The lines of a hatch inside polygons, ends exactly on the edge. Lines are counted from the origin of the coordinates,
/// so hatches of neighbours meet. `unit` is one millimetre of ink in the units of the polygons.
Lines hatchLines(const Polygons& polygons, const Hatch& hatch, double unit);

} // namespace tiermap
