#include "maps/geometry/anchor.h"

#include "maps/geometry/geos.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace tiermap {

namespace {

std::optional<Point> pointAt(const Geos& geos, const Geos::Geometry& geometry, unsigned index) {
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
    const Geos::Geometry area = geos.polygon(polygon);
    if (!area) {
        return Anchor{polygon.outer().front(), 0};
    }
    // The result is a line from the centre to the nearest border.
    const Geos::Geometry radius = geos.owned(
        GEOSMaximumInscribedCircle_r(geos.handle(), area.get(), usableTolerance(polygon.outer(), tolerance)));
    const std::optional<Point> centre = pointAt(geos, radius, 0);
    const std::optional<Point> border = pointAt(geos, radius, 1);
    if (centre && border) {
        return Anchor{*centre, std::hypot(border->x() - centre->x(), border->y() - centre->y())};
    }
    // No circle fits into a polygon that has collapsed to a line.
    const Geos::Geometry inside = geos.owned(GEOSPointOnSurface_r(geos.handle(), area.get()));
    return Anchor{pointAt(geos, inside, 0).value_or(polygon.outer().front()), 0};
}

} // namespace

Anchor labelAnchor(const Polygons& polygons, double tolerance) {
    const Geos geos;
    std::optional<Anchor> widest;
    for (const Polygon& polygon : polygons) {
        // No circle within a polygon is larger than the polygon, whichever way its rings run.
        if (widest && std::abs(boost::geometry::area(polygon)) < std::numbers::pi * widest->radius * widest->radius) {
            continue;
        }
        const std::optional<Anchor> anchor = anchorOf(geos, polygon, tolerance);
        if (anchor && (!widest || anchor->radius > widest->radius)) {
            widest = anchor;
        }
    }
    return widest.value_or(Anchor{});
}

} // namespace tiermap
