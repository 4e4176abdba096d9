#pragma once

#include "app/map/camera.h"

#include <QString>

namespace tiermap {

/// Ground metres under one logical pixel at the centre, measured on the ellipsoid from west to east: Web Mercator's own
/// metres are longer by 1 / cos(latitude).
double groundMetresPerPixel(const Camera& camera);

struct ScaleBar {
    double metres = 0; ///< 1, 2 or 5 times a power of ten
    double pixels = 0; ///< logical
    QString text;      ///< "20 km", "500 m"
};

/// The longest round bar of at most this width.
ScaleBar scaleBar(const Camera& camera, double widest);

} // namespace tiermap
