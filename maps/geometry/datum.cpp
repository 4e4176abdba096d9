#include "maps/geometry/datum.h"

#include "maps/geometry/bd09.h"
#include "maps/geometry/gcj02.h"
#include "maps/geometry/points.h"

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<Datum>> namesOf() {
    static constexpr Name<Datum> names[] = {{Datum::Unknown, "unknown"_L1},
                                            {Datum::Wgs84, "wgs84"_L1},
                                            {Datum::Cgcs2000, "cgcs2000"_L1},
                                            {Datum::Gcj02, "gcj02"_L1},
                                            {Datum::Bd09, "bd09"_L1}};
    return names;
}

GeoPoint toCgcs2000(const GeoPoint& point, Datum datum) {
    switch (datum) {
    case Datum::Gcj02:
        return wgs84FromGcj02(point);
    case Datum::Bd09:
        return wgs84FromGcj02(gcj02FromBd09(point));
    default:
        return point;
    }
}

GeoPoint fromCgcs2000(const GeoPoint& point, Datum datum) {
    switch (datum) {
    case Datum::Gcj02:
        return gcj02FromWgs84(point);
    case Datum::Bd09:
        return bd09FromGcj02(gcj02FromWgs84(point));
    default:
        return point;
    }
}

namespace {

template <class Shape>
Shape moved(Shape shape, Datum datum) {
    if (datum == Datum::Gcj02 || datum == Datum::Bd09) {
        eachPoint(shape, [datum](GeoPoint& point) { point = toCgcs2000(point, datum); });
    }
    return shape;
}

} // namespace

GeoShape toCgcs2000(const GeoShape& shape, Datum datum) { return moved(shape, datum); }

GeoPolygons toCgcs2000(const GeoPolygons& polygons, Datum datum) { return moved(polygons, datum); }

} // namespace tiermap
