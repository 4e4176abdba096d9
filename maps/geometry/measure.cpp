#include "maps/geometry/measure.h"

#include <geodesic.h>

#include <cmath>

namespace tiermap {

namespace {

// PROJ's geodesic.h is Karney's own C code. Boost.Geometry 1.83 has the same formulas, but sums up the area with the
// rounding errors of its azimuths (3e-7 of a district of 2000 vertices) and takes seven times as long.
const geod_geodesic& cgcs2000() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made{};
        geod_init(&made, 6378137, 1 / 298.257222101);
        return made;
    }();
    return ellipsoid;
}

/// Without its sign: files from outside run their rings either way.
double ringArea(const GeoPolygon::ring_type& ring) {
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (std::size_t i = 1; i < ring.size(); ++i) { // the first vertex stands again at the end
        geod_polygon_addpoint(&cgcs2000(), &polygon, ring[i].get<1>(), ring[i].get<0>());
    }
    double area = 0;
    geod_polygon_compute(&cgcs2000(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

} // namespace

double areaSquareMetres(const GeoPolygons& polygons) {
    double sum = 0;
    for (const GeoPolygon& polygon : polygons) {
        sum += areaSquareMetres(polygon);
    }
    return sum;
}

double areaSquareMetres(const GeoPolygon& polygon) {
    double area = ringArea(polygon.outer());
    for (const GeoPolygon::ring_type& hole : polygon.inners()) {
        area -= ringArea(hole);
    }
    return area;
}

double lengthMetres(const GeoLine& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum += distanceMetres(line[i - 1], line[i]);
    }
    return sum;
}

double distanceMetres(const GeoPoint& from, const GeoPoint& to) {
    double distance = 0;
    geod_inverse(&cgcs2000(), from.get<1>(), from.get<0>(), to.get<1>(), to.get<0>(), &distance, nullptr, nullptr);
    return distance;
}

} // namespace tiermap
