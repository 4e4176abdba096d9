#include "maps/geometry/anchor.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <vector>

namespace tiermap {

namespace {

/// GEOS's re-entrant interface. Errors come back as null pointers; its messages are not needed.
class Geos {
public:
    Geos()
        : m_handle(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(m_handle); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    GEOSContextHandle_t handle() const { return m_handle; }

private:
    GEOSContextHandle_t m_handle;
};

struct Destroy {
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

Geometry owned(const Geos& geos, GEOSGeometry* geometry) { return {geometry, Destroy{geos.handle()}}; }

Geometry ringOf(const Geos& geos, const Polygon::ring_type& ring) {
    std::vector<double> coordinates;
    coordinates.reserve(2 * ring.size());
    for (const Point& point : ring) {
        coordinates.insert(coordinates.end(), {point.x(), point.y()});
    }
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_copyFromBuffer_r(geos.handle(), coordinates.data(), static_cast<unsigned>(ring.size()), 0, 0);
    return owned(geos, sequence != nullptr ? GEOSGeom_createLinearRing_r(geos.handle(), sequence) : nullptr);
}

/// Null where a ring is not one (open, fewer than four points).
Geometry polygonOf(const Geos& geos, const Polygon& polygon) {
    Geometry shell = ringOf(geos, polygon.outer());
    std::vector<Geometry> holes;
    holes.reserve(polygon.inners().size());
    for (const Polygon::ring_type& ring : polygon.inners()) {
        holes.push_back(ringOf(geos, ring));
    }
    if (!shell || !std::ranges::all_of(holes, [](const Geometry& hole) { return hole != nullptr; })) {
        return owned(geos, nullptr);
    }
    std::vector<GEOSGeometry*> given; // the polygon takes them over, whether it can be made or not
    given.reserve(holes.size());
    for (Geometry& hole : holes) {
        given.push_back(hole.release());
    }
    return owned(geos, GEOSGeom_createPolygon_r(geos.handle(), shell.release(), given.data(),
                                                static_cast<unsigned>(given.size())));
}

std::optional<Point> pointAt(const Geos& geos, const Geometry& geometry, unsigned index) {
    const GEOSCoordSequence* sequence = geometry ? GEOSGeom_getCoordSeq_r(geos.handle(), geometry.get()) : nullptr;
    double x = 0;
    double y = 0;
    if (sequence == nullptr || GEOSCoordSeq_getXY_r(geos.handle(), sequence, index, &x, &y) == 0) {
        return std::nullopt;
    }
    return Point(x, y);
}

bool isFinite(const Polygon::ring_type& ring) {
    return std::ranges::all_of(ring,
                               [](const Point& point) { return std::isfinite(point.x()) && std::isfinite(point.y()); });
}

/// GEOS refuses a tolerance of 0 and would search for ages with a tiny one: at most a 100,000th of the size.
double usableTolerance(const Polygon::ring_type& ring, double tolerance) {
    const auto [west, east] = std::ranges::minmax(ring, {}, [](const Point& point) { return point.x(); });
    const auto [south, north] = std::ranges::minmax(ring, {}, [](const Point& point) { return point.y(); });
    return std::max(tolerance, std::max(east.x() - west.x(), north.y() - south.y()) * 1e-5);
}

std::optional<Anchor> anchorOf(const Geos& geos, const Polygon& polygon, double tolerance) {
    if (polygon.outer().empty() || !isFinite(polygon.outer()) || !std::ranges::all_of(polygon.inners(), isFinite)) {
        return std::nullopt;
    }
    const Geometry area = polygonOf(geos, polygon);
    if (!area) {
        return Anchor{polygon.outer().front(), 0};
    }
    // The result is a line from the centre to the nearest border.
    const Geometry radius = owned(
        geos, GEOSMaximumInscribedCircle_r(geos.handle(), area.get(), usableTolerance(polygon.outer(), tolerance)));
    const std::optional<Point> centre = pointAt(geos, radius, 0);
    const std::optional<Point> border = pointAt(geos, radius, 1);
    if (centre && border) {
        return Anchor{*centre, std::hypot(border->x() - centre->x(), border->y() - centre->y())};
    }
    // No circle fits into a polygon that has collapsed to a line.
    const Geometry inside = owned(geos, GEOSPointOnSurface_r(geos.handle(), area.get()));
    return Anchor{pointAt(geos, inside, 0).value_or(polygon.outer().front()), 0};
}

} // namespace

Anchor labelAnchor(const Polygons& polygons, double tolerance) {
    const Geos geos;
    std::optional<Anchor> widest;
    for (const Polygon& polygon : polygons) {
        const std::optional<Anchor> anchor = anchorOf(geos, polygon, tolerance);
        if (anchor && (!widest || anchor->radius > widest->radius)) {
            widest = anchor;
        }
    }
    return widest.value_or(Anchor{});
}

} // namespace tiermap
