#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

/// GCJ-02, the obfuscated datum of Chinese web maps, as an offset from WGS 84 (public formula on the Krasovsky 1940
/// ellipsoid). CGCS2000 and WGS 84 agree to centimetres, so one stands for the other here. Outside China's rough
/// rectangle (72.004 to 137.8347 E, 0.8293 to 55.8271 N) both functions return their argument.
GeoPoint gcj02FromWgs84(const GeoPoint& wgs84);

/// Inverse by fixed-point iteration to 1e-9 degree (about 0.1 mm); subtracting the offset once would leave 1 to 2 m.
GeoPoint wgs84FromGcj02(const GeoPoint& gcj02);

} // namespace tiermap
