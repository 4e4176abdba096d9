#pragma once

#include "maps/geometry/shape.h"

#include <geos_c.h>

#include <memory>

namespace tiermap {

/// GEOS's re-entrant interface, for what Boost.Geometry has not or takes many times as long for. Its errors come back as
/// null pointers; its messages are not needed. One for each thread, and it outlives its geometries.
class Geos {
public:
    Geos()
        : m_handle(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(m_handle); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    struct Destroy {
        GEOSContextHandle_t handle;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    GEOSContextHandle_t handle() const { return m_handle; }
    Geometry owned(GEOSGeometry* geometry) const { return {geometry, Destroy{m_handle}}; }

    /// Null where its outer ring is none: open, or of fewer than four points. Such holes are left out.
    Geometry polygon(const Polygon& polygon) const;
    /// The polygons of a geometry of any kind, their rings in the directions that ours have.
    Polygons polygons(const GEOSGeometry* geometry) const;

private:
    Geometry ring(const Polygon::ring_type& ring) const;

    GEOSContextHandle_t m_handle;
};

} // namespace tiermap
