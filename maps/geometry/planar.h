#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

/// The same numbers on a plane: edges become straight lines in degrees, as QGIS and GEOS take them. For questions that
/// need no metres (validity, point in polygon, shares of area), which the ellipsoid answers a hundred times slower.
Polygons planar(const GeoPolygons& polygons);
Point planar(const GeoPoint& point);

} // namespace tiermap
