#pragma once

#include "core/problem.h"
#include "maps/geometry/shape.h"

#include <QByteArray>

#include <cstddef>
#include <span>

namespace tiermap {

/// ISO WKB (ISO/IEC 13249-3, OGC 06-103r4 clause 8), little-endian: MultiPolygon, MultiLineString or Point. A point that
/// is not a number stands for an empty one.
QByteArray encodeWkb(const GeoShape& shape);

/// Reads a polygon, line or point, single or multi, of either byte order, ISO or EWKB; Z, M and SRID are dropped. Rings
/// are closed and turned as shape.h says; empty members are left out. Malformed input is a Problem (GeometryInvalid; the
/// zone code among its arguments is left empty for the caller to fill).
Result<GeoShape> decodeWkb(std::span<const std::byte> wkb);

} // namespace tiermap
