#include "maps/figure/map_fit.h"

#include "maps/figure/numbers.h"
#include "maps/scene/clip.h"

#include <algorithm>

namespace tiermap {

namespace {

constexpr double planMargin = 2; // mm, least room between plan and frame

Projection conicFor(const PlanShapes& shapes) {
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (const ZoneShape& zone : shapes.zones) {
        for (const GeoPolygon& polygon : zone.polygons) {
            for (const GeoPoint& p : polygon.outer()) {
                west = std::min(west, p.get<0>());
                east = std::max(east, p.get<0>());
                south = std::min(south, p.get<1>());
                north = std::max(north, p.get<1>());
            }
        }
    }
    return Projection::conicEqualArea(west, south, east, north);
}

MapFit fitted(const PlanShapes& shapes, const Projection& projection, const QRectF& frame) {
    Polygons whole;
    for (const ZoneShape& zone : shapes.zones) {
        const Polygons projected = projection.forward(zone.polygons);
        whole.insert(whole.end(), projected.begin(), projected.end());
    }
    const auto [low, high] = extentOf(whole);
    const QSizeF metres(high.x() - low.x(), high.y() - low.y());
    const double denominator = roundDenominator(1000 * std::max(metres.width() / (frame.width() - 2 * planMargin),
                                                                metres.height() / (frame.height() - 2 * planMargin)));
    const Point middle((low.x() + high.x()) / 2, (low.y() + high.y()) / 2);
    return {projection, denominator, std::move(whole), metres / (denominator / 1000),
            View{middle, denominator / 1000, frame}};
}

} // namespace

std::optional<MapFit> fitMap(const PlanShapes& shapes, const QRectF& frame) {
    constexpr double least = 40; // mm; a smaller map shows nothing
    if (shapes.zones.empty() || frame.width() < least || frame.height() < least)
        return std::nullopt;
    MapFit fit = fitted(shapes, conicFor(shapes), frame);
    return fit.denominator > 500000 ? std::move(fit) : fitted(shapes, Projection::gaussKrueger120(), frame);
}

QStringList crowdedZones(const LayoutWork& work, const MapFit& fit) {
    LabelOptions options = work.labels();
    options.context = false;
    options.sites = false;
    const Placement placement = placeLabels(work.plan, work.shapes, fit.projection, work.scene, options, fit.view);
    QStringList crowded;
    for (const Zone& zone : work.plan.layoutZones()) {
        const auto label = std::ranges::find(placement.labels, zone.code, &Label::zone);
        const bool easy =
            label != placement.labels.end() && !label->leader && !label->markAbove && label->size == options.size;
        if (zone.kind == Zone::Kind::District && !easy)
            crowded += zone.code;
    }
    return crowded;
}

} // namespace tiermap
