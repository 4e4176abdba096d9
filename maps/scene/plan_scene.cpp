#include "maps/scene/plan_scene.h"

#include "maps/scene/clip.h"
#include "maps/style/tier_style.h"

#include <algorithm>
#include <iterator>

namespace tiermap {

namespace {

void addContext(DisplayList& list, const PlanShapes& shapes, const Projection& projection,
                const SceneOptions& options) {
    Stroke borders{.color = options.theme.neighbour, .width = options.theme.neighbourWidth};
    if (!options.neighbours)
        return;
    // Borders as lines are each there once; outlines of neighbours, which run double, stand in where there are none.
    const bool lines = std::ranges::any_of(
        shapes.context, [](const ContextShape& context) { return context.role == ContextFeature::Role::Border; });
    for (const ContextShape& context : shapes.context) {
        if (context.role != (lines ? ContextFeature::Role::Border : ContextFeature::Role::Neighbour))
            continue;
        if (const auto* many = std::get_if<GeoLines>(&context.shape)) {
            for (const GeoLine& line : *many)
                borders.lines.push_back(projection.forward(line));
        } else if (const auto* polygons = std::get_if<GeoPolygons>(&context.shape)) {
            for (const Polygon& polygon : projection.forward(*polygons))
                borders.lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
        }
    }
    if (!borders.lines.empty())
        list.base.emplace_back(std::move(borders));
}

/// Sea and lakes that reach beyond the city lie under the zones: their shores are older than the land that was reclaimed
/// since, and would hide it. A lake within the city lies above the tier fills, so that it stays a lake to the reader;
/// borders and labels lie over it.
void addWater(DisplayList& list, const PlanShapes& shapes, const Projection& projection, const SceneOptions& options,
              bool within) {
    const Extent city = planExtent(shapes, projection);
    Fill water{.color = options.theme.water};
    for (const ContextShape& context : shapes.context) {
        const auto* polygons = std::get_if<GeoPolygons>(&context.shape);
        if (context.role != ContextFeature::Role::Water || !polygons)
            continue;
        const Polygons projected = projection.forward(*polygons);
        if (holds(city, extentOf(projected)) == within)
            water.polygons.insert(water.polygons.end(), projected.begin(), projected.end());
    }
    if (!water.polygons.empty())
        list.base.emplace_back(std::move(water));
}

/// The tier of a zone that is drawn: not hidden, known to the plan.
const Tier* drawnTier(const Plan& plan, const QString& code, const SceneOptions& options) {
    const Zone* zone = plan.zone(code);
    return zone && !options.hiddenTiers.contains(zone->tier) ? plan.tier(zone->tier) : nullptr;
}

bool isOfWhich(const Plan& plan, const QString& code) {
    const Zone* zone = plan.zone(code);
    return zone && zone->kind == Zone::Kind::OfWhich;
}

void addZones(DisplayList& list, const Plan& plan, const PlanShapes& shapes, const Projection& projection,
              const SceneOptions& options, bool ofWhich) {
    for (const ZoneShape& shape : shapes.zones) {
        const Tier* tier = drawnTier(plan, shape.code, options);
        if (!tier || isOfWhich(plan, shape.code) != ofWhich)
            continue;
        const TierInk ink = tierInk(*tier);
        list.base.emplace_back(Fill{projection.forward(shape.polygons), ink.fill, ink.hatch, shape.code});
    }
}

/// Every stretch of border once, in the stroke of its class.
void addBorders(DisplayList& list, const Plan& plan, const PlanShapes& shapes, const Projection& projection,
                const Theme& theme) {
    Stroke zones{.color = theme.zoneBorder, .width = theme.zoneBorderWidth};
    Stroke tiers{.color = theme.tierBorder, .width = theme.tierBorderWidth};
    Stroke outline{.color = theme.outline, .width = theme.outlineWidth};
    for (const Border& border : shapes.borders) {
        const Zone* left = plan.zone(border.left);
        const Zone* right = plan.zone(border.right);
        Stroke& stroke = !left || !right ? outline : left->tier == right->tier ? zones : tiers;
        stroke.lines.push_back(projection.forward(border.line));
    }
    for (Stroke* stroke : {&zones, &tiers, &outline}) {
        if (!stroke->lines.empty())
            list.base.emplace_back(std::move(*stroke));
    }
}

void addOfWhichOutlines(DisplayList& list, const Plan& plan, const PlanShapes& shapes, const Projection& projection,
                        const SceneOptions& options) {
    for (const ZoneShape& shape : shapes.zones) {
        const Tier* tier = drawnTier(plan, shape.code, options);
        if (!tier || !isOfWhich(plan, shape.code))
            continue;
        const TierInk ink = tierInk(*tier);
        Stroke stroke{.color = ink.hatch ? ink.hatch->color : options.theme.outline, .width = outlineOfWhichWidth};
        if (plan.zone(shape.code)->schematic)
            stroke.dash = schematicDash();
        for (const Polygon& polygon : projection.forward(shape.polygons))
            stroke.lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
        list.base.emplace_back(std::move(stroke));
    }
}

} // namespace

Extent planExtent(const PlanShapes& shapes, const Projection& projection) {
    Polygons whole;
    for (const ZoneShape& zone : shapes.zones) {
        Polygons projected = projection.forward(zone.polygons);
        std::ranges::move(projected, std::back_inserter(whole));
    }
    return extentOf(whole);
}

std::vector<double> schematicDash() { return {1.4, 0.7}; }

DisplayList planScene(const Plan& plan, const PlanShapes& shapes, const Projection& projection,
                      const SceneOptions& options) {
    DisplayList list;
    addContext(list, shapes, projection, options);
    if (options.water)
        addWater(list, shapes, projection, options, false);
    addZones(list, plan, shapes, projection, options, false);
    if (options.water)
        addWater(list, shapes, projection, options, true);
    addZones(list, plan, shapes, projection, options, true);
    addBorders(list, plan, shapes, projection, options.theme);
    addOfWhichOutlines(list, plan, shapes, projection, options);
    return list;
}

} // namespace tiermap
