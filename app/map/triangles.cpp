#include "app/map/triangles.h"

#include "maps/geometry/geos.h"

#include <map>
#include <utility>

namespace tiermap {

namespace {

Geos::Geometry cutUp(const Geos& geos, const Geos::Geometry& geometry) {
    return geos.owned(geometry ? GEOSConstrainedDelaunayTriangulation_r(geos.handle(), geometry.get()) : nullptr);
}

/// Gives every place one index, since neighbouring triangles share their corners.
class Collector {
public:
    explicit Collector(Triangles& triangles)
        : m_triangles(triangles) {}

    void add(double x, double y) {
        const auto next = static_cast<quint32>(m_triangles.points.size());
        const auto [place, isNew] = m_places.try_emplace({x, y}, next);
        if (isNew)
            m_triangles.points.emplace_back(x, y);
        m_triangles.indices.push_back(place->second);
    }

private:
    Triangles& m_triangles;
    std::map<std::pair<double, double>, quint32> m_places;
};

void collect(const Geos& geos, const GEOSGeometry* triangles, Collector& collector) {
    const int count = GEOSGetNumGeometries_r(geos.handle(), triangles);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* ring =
            GEOSGetExteriorRing_r(geos.handle(), GEOSGetGeometryN_r(geos.handle(), triangles, i));
        const GEOSCoordSequence* corners = GEOSGeom_getCoordSeq_r(geos.handle(), ring);
        for (unsigned corner = 0; corner < 3; ++corner) {
            double x = 0;
            double y = 0;
            GEOSCoordSeq_getXY_r(geos.handle(), corners, corner, &x, &y);
            collector.add(x, y);
        }
    }
}

} // namespace

Triangles triangulate(const Polygons& polygons) {
    Triangles triangles;
    const Geos geos;
    for (const Polygon& polygon : polygons) {
        Collector collector(triangles);
        Geos::Geometry geometry = geos.polygon(polygon);
        Geos::Geometry cut = cutUp(geos, geometry);
        if (geometry && !cut) {
            geometry = geos.owned(GEOSMakeValid_r(geos.handle(), geometry.get()));
            cut = cutUp(geos, geometry);
        }
        if (cut)
            collect(geos, cut.get(), collector);
    }
    return triangles;
}

} // namespace tiermap
