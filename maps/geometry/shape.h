#pragma once

#include <boost/geometry/core/cs.hpp>
#include <boost/geometry/geometries/linestring.hpp>
#include <boost/geometry/geometries/multi_linestring.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <variant>

namespace tiermap {

// Two families, so that degrees and metres cannot be mixed up. Rings are closed; exteriors run counter-clockwise (RFC
// 7946), interiors clockwise.

/// Longitude, latitude in degrees, EPSG:4490.
using GeoPoint = boost::geometry::model::point<double, 2, boost::geometry::cs::geographic<boost::geometry::degree>>;
using GeoLine = boost::geometry::model::linestring<GeoPoint>;
using GeoLines = boost::geometry::model::multi_linestring<GeoLine>;
using GeoPolygon = boost::geometry::model::polygon<GeoPoint, false, true>;
using GeoPolygons = boost::geometry::model::multi_polygon<GeoPolygon>;
using GeoShape = std::variant<GeoPolygons, GeoLines, GeoPoint>;

/// Easting, northing in projected metres, or millimetres on a page (y up in both).
using Point = boost::geometry::model::d2::point_xy<double>;
using Line = boost::geometry::model::linestring<Point>;
using Lines = boost::geometry::model::multi_linestring<Line>;
using Polygon = boost::geometry::model::polygon<Point, false, true>;
using Polygons = boost::geometry::model::multi_polygon<Polygon>;

/// West, south, east, north in degrees.
struct DegreeBox {
    double west = -180;
    double south = -85;
    double east = 180;
    double north = 85;
};

} // namespace tiermap
