#pragma once

#include "maps/geometry/shape.h"

namespace tiermap {

// On the ellipsoid of CGCS2000 (a = 6378137 m, 1/f = 298.257222101; GB 22021-2008), by Karney's geodesics (Algorithms
// for geodesics, J. Geodesy 87, 2013). Rings are closed, and may run either way.

double areaSquareMetres(const GeoPolygons& polygons);
double areaSquareMetres(const GeoPolygon& polygon);
double lengthMetres(const GeoLine& line);
double distanceMetres(const GeoPoint& from, const GeoPoint& to);

} // namespace tiermap
