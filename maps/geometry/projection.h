#pragma once

#include "maps/geometry/shape.h"

#include <QString>

#include <memory>

namespace tiermap {

/// A map projection from EPSG:4490 degrees to metres, done by PROJ. Cheap to copy, and any thread may use it. What lies
/// outside of its domain, or is not a number, becomes a point that is not a number.
class Projection {
public:
    enum class Kind { WebMercator, GaussKrueger, ConicEqualArea };

    /// EPSG:3857, which Qt Location's map uses and knows no other. Its scale is wrong by 1 / cos(latitude).
    static Projection webMercator();
    /// CGCS2000 / 3-degree Gauss-Krueger without zone prefix, of the zone that a longitude lies in: EPSG:4534 for 75 E,
    /// then one code for each three degrees up to EPSG:4554 for 135 E; beyond those the nearest of them.
    static Projection gaussKrueger(double longitude);
    /// Albers conic equal-area on CGCS2000. Standard parallels lie a sixth of the extent inside its southern and
    /// northern edges, rounded to 5 minutes, and the central meridian is the middle rounded to half a degree: the
    /// sheet prints them.
    static Projection conicEqualArea(double west, double south, double east, double north);

    Kind kind() const;
    double centralMeridian() const;  ///< degrees
    double southernParallel() const; ///< degrees; ConicEqualArea only
    double northernParallel() const; ///< degrees; ConicEqualArea only

    /// What GDAL and PROJ call it: an authority's code, or a PROJ string on CGCS2000's ellipsoid.
    QString definition() const;

    /// The same as WKT 1 of GDAL's dialect, which PDF readers understand.
    QByteArray wkt() const;

    Point forward(const GeoPoint& point) const;
    GeoPoint inverse(const Point& point) const;
    Line forward(const GeoLine& line) const;
    Polygons forward(const GeoPolygons& polygons) const;

    /// Angle from grid north to true north at a place, degrees, counter-clockwise positive: what a north arrow turns by.
    double northAngle(const GeoPoint& at) const;

private:
    struct Transformation;
    explicit Projection(std::shared_ptr<const Transformation> transformation);
    std::shared_ptr<const Transformation> m_transformation;
};

} // namespace tiermap
