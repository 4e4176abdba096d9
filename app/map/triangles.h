#pragma once

#include "maps/geometry/shape.h"

#include <QtTypes>

#include <vector>

namespace tiermap {

/// Polygons cut into triangles that cover them exactly: three indices into `points` each.
struct Triangles {
    std::vector<Point> points;
    std::vector<quint32> indices;
};

/// Constrained Delaunay triangulation by GEOS, which Boost.Geometry lacks. A polygon that it refuses as invalid is
/// repaired; one that cannot be yields no triangles.
Triangles triangulate(const Polygons& polygons);

} // namespace tiermap
