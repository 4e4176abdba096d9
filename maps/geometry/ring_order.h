#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

/// Closes rings, and turns exteriors counter-clockwise, interiors clockwise. Orientation is that of the drawn, planar
/// ring in degrees, which is right for anything that neither crosses the antimeridian nor holds a pole.
void orderRings(GeoPolygon& polygon);

} // namespace tiermap
