#include "maps/figure/map_fit.h"

#include "maps/figure/numbers.h"
#include "maps/scene/clip.h"

#include <algorithm>

namespace tiermap {

namespace {

constexpr double planMargin = 2; // mm, least room between plan and frame

MapFit fitted(const LayoutWork& work, const ProjectedShapes& shapes, const QRectF& frame) {
    Polygons wanted;
    for (const ProjectedShapes::Zone& zone : shapes.zones) {
        if (work.isWanted(zone.code))
            wanted.insert(wanted.end(), zone.polygons.begin(), zone.polygons.end());
    }
    const auto [low, high] = extentOf(wanted);
    const QSizeF metres(high.x() - low.x(), high.y() - low.y());
    const double least = 1000 * std::max(metres.width() / (frame.width() - 2 * planMargin),
                                         metres.height() / (frame.height() - 2 * planMargin));
    const double denominator =
        work.onPage(work.spec.scale > 0 ? work.spec.scale : roundDenominator(work.printed(least)));
    const Point middle((low.x() + high.x()) / 2, (low.y() + high.y()) / 2);
    return {&shapes, denominator, std::move(wanted), metres / (denominator / 1000),
            View{middle, denominator / 1000, frame}};
}

} // namespace

bool MapFit::isCut() const { return size.width() > view.frame.width() || size.height() > view.frame.height(); }

std::optional<MapFit> fitMap(const LayoutWork& work, const QRectF& frame) {
    constexpr double least = 40; // mm; a smaller map shows nothing
    if (work.shapes.equalArea.zones.empty() || frame.width() < least || frame.height() < least)
        return std::nullopt;
    MapFit fit = fitted(work, work.shapes.equalArea, frame);
    const ProjectedShapes& fitting = work.shapesFor(fit.denominator);
    return &fitting == fit.shapes ? std::move(fit) : fitted(work, fitting, frame);
}

QStringList crowdedZones(const LayoutWork& work, const MapFit& fit) {
    if (!work.spec.extent.isEmpty()) // a part that is drawn for itself is large enough
        return {};
    LabelOptions options = work.labels();
    options.context = false;
    options.leaders = false;
    options.sites = false;
    options.symbols = false; // the part that is enlarged is that of the layout, whatever is shown
    const Placement placement = placeLabels(work.plan, *fit.shapes, work.scene, options, fit.view);
    QStringList crowded;
    for (const Zone& zone : work.plan.layoutZones()) {
        const auto label = std::ranges::find(placement.labels, zone.code, &Label::zone);
        const bool easy = label != placement.labels.end() && !label->markAbove && label->size == options.size;
        if (zone.kind == Zone::Kind::District && !easy)
            crowded += zone.code;
    }
    return crowded;
}

} // namespace tiermap
