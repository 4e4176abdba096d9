#include "maps/scene/label_placement.h"

#include "core/processors.h"
#include "maps/scene/clip.h"
#include "maps/scene/label_work.h"
#include "maps/scene/simplify.h"

#include <boost/geometry/algorithms/area.hpp>

#include <vector>

namespace tiermap {

Point LabelWork::toMetres(const QPointF& ink) const {
    return {view.centre.x() + ink.x() * view.metresPerMm, view.centre.y() + ink.y() * view.metresPerMm};
}

QPointF LabelWork::fromMetres(const Point& metres) const {
    return {(metres.x() - view.centre.x()) / view.metresPerMm, (metres.y() - view.centre.y()) / view.metresPerMm};
}

namespace {

constexpr double detail = 0.05;       // mm; placing needs no more
constexpr double anchorDetail = 0.15; // the middle of a zone less still: most of the time of finding it goes by corners

/// Empty where nothing of the zone can be seen, or no tier has it.
LabelWork::Room roomOf(const LabelWork& work, const ProjectedShapes::Zone& shape) {
    const Zone* zone = work.plan.zone(shape.code);
    const Tier* tier = zone ? work.plan.tier(zone->tier) : nullptr;
    if (!tier)
        return {};
    LabelWork::Room room{zone, tier, seen(work, shape.polygons)};
    const double full = boost::geometry::area(shape.polygons) / (work.view.metresPerMm * work.view.metresPerMm);
    room.cut = boost::geometry::area(room.shape) < 0.99 * full;
    room.anchor = labelAnchor(simplified(room.shape, anchorDetail), 0.25);
    return room;
}

} // namespace

Polygons seen(const LabelWork& work, const Polygons& metres) {
    return toInk(simplified(clip(metres, work.view.extent()), detail * work.view.metresPerMm), work.view);
}

void findRooms(LabelWork& work) {
    work.rooms.resize(work.shapes.zones.size());
    inParallel(work.rooms.size(), [&](std::size_t i) { work.rooms[i] = roomOf(work, work.shapes.zones[i]); });
    std::erase_if(work.rooms, [](const LabelWork::Room& room) { return room.shape.empty(); });
    std::vector<const Polygons*> tiling;
    for (std::size_t i = 0; i < work.rooms.size(); ++i) {
        if (work.rooms[i].zone->kind == Zone::Kind::OfWhich)
            work.ofWhich.push_back(i);
        else
            tiling.push_back(&work.rooms[i].shape);
    }
    for (const ProjectedShapes::Context& context : work.shapes.context) {
        const auto* polygons = std::get_if<Polygons>(&context.shape);
        if (context.role != ContextFeature::Role::Water || !polygons || !work.scene.water || !context.within)
            continue;
        const Polygons water = seen(work, *polygons);
        work.water.insert(work.water.end(), water.begin(), water.end());
    }
    if (work.asksGround())
        work.ground.emplace(tiling, work.view.frame.size());
}

Placement placeLabels(const Plan& plan, const ProjectedShapes& shapes, const SceneOptions& scene,
                      const LabelOptions& options, const View& view) {
    LabelWork work{plan, shapes, scene, options, view, TextMeasure(options.font), TakenRoom(toInk(view.frame, view))};
    for (const QRectF& obstacle : options.obstacles)
        work.taken.take(toInk(obstacle, view));
    work.written = work.taken;
    findRooms(work);
    Placement placement;
    if (options.symbols)
        placeThematicSymbols(work, placement);
    if (options.zones)
        placeZoneLabels(work, placement);
    placePoints(work, placement);
    if (options.sites && scene.sites)
        placeSites(work, placement);
    if (options.context)
        placeContextLabels(work, placement);
    return placement;
}

} // namespace tiermap
