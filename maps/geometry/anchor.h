#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

/// The place inside polygons that is farthest from every border (pole of inaccessibility), and how far that is.
struct Anchor {
    Point at;          ///< in the units of the polygons
    double radius = 0; ///< distance to the nearest border
};

/// Of several polygons the one with the widest circle wins. `tolerance` in the units of the polygons.
Anchor labelAnchor(const Polygons& polygons, double tolerance);

} // namespace tiermap
