#pragma once

#include "core/problem.h"
#include "maps/geometry/datum.h"

#include <memory>

namespace tiermap {

/// The coordinate reference system of a source, as PROJ understands it. Cheap to copy; one thread at a time.
class SourceCrs {
public:
    /// From WKT, a PROJ string or "EPSG:4549". Fails with ProjectionFailed and PROJ's message. No network is used.
    static Result<SourceCrs> from(const QString& definition);

    QString name() const;
    bool isGeographic() const;
    /// Wgs84 or Cgcs2000; Unknown for others, such as Xian 1980, whose shift to CGCS2000 is not public: what comes out of
    /// them may be off by a hundred metres.
    Datum datum() const;

    /// To EPSG:4490 degrees. Coordinates come as files have them whatever the authority says: easting or longitude first.
    /// What lies outside of the system's domain becomes a point that is not a number.
    GeoPoint toDegrees(const GeoPoint& source) const;
    GeoShape toDegrees(const GeoShape& source) const;

private:
    struct Transformation;
    explicit SourceCrs(std::shared_ptr<const Transformation> transformation);
    std::shared_ptr<const Transformation> m_transformation;
};

/// Systems that coordinates without a declared one can be in: degrees; CGCS2000 Gauss-Krueger in zones of 3 and 6
/// degrees, with the zone's number before the easting or without (EPSG:4491 to 4554); Web Mercator. `x` and `y` are of one
/// typical point.
QStringList possibleCrs(double x, double y);

} // namespace tiermap
