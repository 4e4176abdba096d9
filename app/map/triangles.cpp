#include "app/map/triangles.h"

#include <geos_c.h>

#include <map>
#include <memory>
#include <utility>

namespace tiermap {

namespace {

using Context = std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)>;

struct Destroy {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

GEOSGeometry* linearRing(GEOSContextHandle_t context, const Polygon::ring_type& ring) {
    GEOSCoordSequence* points = GEOSCoordSeq_create_r(context, static_cast<unsigned>(ring.size()), 2);
    for (unsigned i = 0; i < ring.size(); ++i)
        GEOSCoordSeq_setXY_r(context, points, i, ring[i].x(), ring[i].y());
    return GEOSGeom_createLinearRing_r(context, points);
}

Geometry polygonOf(GEOSContextHandle_t context, const Polygon& polygon) {
    std::vector<GEOSGeometry*> holes;
    for (const auto& ring : polygon.inners())
        if (GEOSGeometry* hole = linearRing(context, ring))
            holes.push_back(hole);
    GEOSGeometry* outer = linearRing(context, polygon.outer());
    if (!outer)
        return Geometry(nullptr, {context});
    return Geometry(GEOSGeom_createPolygon_r(context, outer, holes.data(), static_cast<unsigned>(holes.size())),
                    {context});
}

Geometry cutUp(GEOSContextHandle_t context, const Geometry& geometry) {
    return Geometry(geometry ? GEOSConstrainedDelaunayTriangulation_r(context, geometry.get()) : nullptr, {context});
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

void collect(GEOSContextHandle_t context, const GEOSGeometry* triangles, Collector& collector) {
    const int count = GEOSGetNumGeometries_r(context, triangles);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* ring = GEOSGetExteriorRing_r(context, GEOSGetGeometryN_r(context, triangles, i));
        const GEOSCoordSequence* corners = GEOSGeom_getCoordSeq_r(context, ring);
        for (unsigned corner = 0; corner < 3; ++corner) {
            double x = 0;
            double y = 0;
            GEOSCoordSeq_getXY_r(context, corners, corner, &x, &y);
            collector.add(x, y);
        }
    }
}

} // namespace

Triangles triangulate(const Polygons& polygons) {
    Triangles triangles;
    const Context context(GEOS_init_r(), &GEOS_finish_r);
    for (const Polygon& polygon : polygons) {
        Collector collector(triangles);
        Geometry geometry = polygonOf(context.get(), polygon);
        Geometry cut = cutUp(context.get(), geometry);
        if (geometry && !cut) {
            geometry.reset(GEOSMakeValid_r(context.get(), geometry.get()));
            cut = cutUp(context.get(), geometry);
        }
        if (cut)
            collect(context.get(), cut.get(), collector);
    }
    return triangles;
}

} // namespace tiermap
