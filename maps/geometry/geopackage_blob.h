#pragma once

#include "core/problem.h"
#include "core/project/project.h"
#include "maps/geometry/shape.h"

namespace tiermap {

/// GeoPackage geometry blob (OGC 12-128r17, clause 2.1.3): little-endian header with envelope and srs_id 4490, then ISO
/// WKB (MultiPolygon, MultiLineString or Point).
ShapeBlob encodeShape(const GeoShape& shape);

/// Reads any such blob of either byte order, single or multi, Z and M dropped. Malformed input is a Problem
/// (GeometryInvalid), never a crash: project files come from outside.
Result<GeoShape> decodeShape(const ShapeBlob& blob);

/// decodeShape for callers that need polygons; anything else is a Problem.
Result<GeoPolygons> decodePolygons(const ShapeBlob& blob);

} // namespace tiermap
