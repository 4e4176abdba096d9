#pragma once

#include "core/plan/names.h"
#include "maps/geometry/shape.h"

namespace tiermap {

/// What the degrees of a source refer to. WGS 84 and CGCS2000 agree to centimetres.
enum class Datum { Unknown, Wgs84, Cgcs2000, Gcj02, Bd09 };

template <>
std::span<const Name<Datum>> namesOf(); ///< unknown, wgs84, cgcs2000, gcj02, bd09

/// To EPSG:4490. What is unknown stays where it is.
GeoPoint toCgcs2000(const GeoPoint& point, Datum datum);
GeoShape toCgcs2000(const GeoShape& shape, Datum datum);
GeoPolygons toCgcs2000(const GeoPolygons& polygons, Datum datum);

/// The other way: the degrees that a source of that datum gives a place of EPSG:4490.
GeoPoint fromCgcs2000(const GeoPoint& point, Datum datum);

} // namespace tiermap
