#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

/// BD-09, the datum of Baidu's maps: a second offset on top of GCJ-02 (public formula).
GeoPoint bd09FromGcj02(const GeoPoint& gcj02);

/// Inverse by fixed-point iteration to 1e-9 degree; the closed formula in use elsewhere is off by up to half a metre.
GeoPoint gcj02FromBd09(const GeoPoint& bd09);

} // namespace tiermap
