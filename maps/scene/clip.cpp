#include "maps/scene/clip.h"

#include "maps/geometry/geos.h"

#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/geometries/box.hpp>

#include <algorithm>
#include <iterator>

namespace tiermap {

namespace {

// Plain loops: Boost's envelope() of a box trips GCC's -Wmaybe-uninitialized.
void widen(Extent& extent, const Point& p) {
    extent.first = Point(std::min(extent.first.x(), p.x()), std::min(extent.first.y(), p.y()));
    extent.second = Point(std::max(extent.second.x(), p.x()), std::max(extent.second.y(), p.y()));
}

/// Most shapes lie wholly within the frame or wholly beyond it: only the others are cut.
template <class Shapes, class Cut>
Shapes clipEach(const Shapes& shapes, const Extent& extent, const Cut& cut) {
    Shapes kept;
    for (const auto& shape : shapes) {
        const Extent box = extentOf(shape);
        if (apart(box, extent))
            continue;
        if (holds(extent, box)) {
            kept.push_back(shape);
            continue;
        }
        Shapes parts = cut(shape);
        kept.insert(kept.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
    }
    return kept;
}

} // namespace

Extent united(const Extent& a, const Extent& b) {
    Extent both = a;
    widen(both, b.first);
    widen(both, b.second);
    return both;
}

bool apart(const Extent& a, const Extent& b) {
    return a.second.x() < b.first.x() || b.second.x() < a.first.x() || a.second.y() < b.first.y() ||
           b.second.y() < a.first.y();
}

bool holds(const Extent& outer, const Extent& inner) {
    return outer.first.x() <= inner.first.x() && outer.first.y() <= inner.first.y() &&
           outer.second.x() >= inner.second.x() && outer.second.y() >= inner.second.y();
}

Extent extentOf(const Line& line) {
    Extent extent = nothing;
    for (const Point& point : line)
        widen(extent, point);
    return extent;
}

Extent extentOf(const Polygon& polygon) {
    Extent extent = nothing;
    for (const Point& point : polygon.outer())
        widen(extent, point);
    return extent;
}

Extent extentOf(const Polygons& polygons) {
    Extent extent = nothing;
    for (const Polygon& polygon : polygons)
        extent = united(extent, extentOf(polygon));
    return extent;
}

Polygons clip(const Polygons& polygons, const Extent& extent) {
    const auto& [low, high] = extent;
    const bool hasArea = low.x() < high.x() && low.y() < high.y();
    if (!hasArea) // GEOS refuses such a frame
        return {};
    const Geos geos;
    return clipEach(polygons, extent, [&](const Polygon& polygon) {
        const Geos::Geometry whole = geos.polygon(polygon);
        const Geos::Geometry part = geos.owned(
            whole ? GEOSClipByRect_r(geos.handle(), whole.get(), low.x(), low.y(), high.x(), high.y()) : nullptr);
        return part ? geos.polygons(part.get()) : Polygons{polygon};
    });
}

Lines clip(const Lines& lines, const Extent& extent) {
    const boost::geometry::model::box<Point> frame(extent.first, extent.second);
    return clipEach(lines, extent, [&](const Line& line) {
        Lines parts;
        boost::geometry::intersection(line, frame, parts);
        return parts;
    });
}

} // namespace tiermap
