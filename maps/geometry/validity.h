#pragma once

#include "maps/geometry/shape.h"

#include <QString>

#include <optional>

namespace tiermap {

/// Why polygons are not valid in the sense of OGC Simple Features (06-103r4), "it crosses itself" or
/// Boost.Geometry's English words; nothing where they are. Edges count as straight lines in degrees, as QGIS and GEOS take them.
std::optional<QString> whyInvalid(const GeoPolygons& polygons);

} // namespace tiermap
