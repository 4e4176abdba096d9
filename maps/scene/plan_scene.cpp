#include "maps/scene/plan_scene.h"

#include "maps/scene/graticule_lines.h"
#include "maps/style/drawn_map.h"
#include "maps/style/tier_style.h"

#include <algorithm>

namespace tiermap {

namespace {

void addOutlines(Stroke& stroke, const Polygons& polygons) {
    for (const Polygon& polygon : polygons)
        stroke.lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
}

void addContext(DisplayList& list, const ProjectedShapes& shapes, const SceneOptions& options) {
    Stroke borders{.color = options.theme.neighbour, .width = options.theme.neighbourWidth};
    if (!options.neighbours)
        return;
    // Borders as lines are each there once; outlines of neighbours, which run double, stand in where there are none.
    const bool lines = std::ranges::any_of(shapes.context, [](const ProjectedShapes::Context& context) {
        return context.role == ContextFeature::Role::Border;
    });
    for (const ProjectedShapes::Context& context : shapes.context) {
        if (context.role != (lines ? ContextFeature::Role::Border : ContextFeature::Role::Neighbour))
            continue;
        if (const auto* many = std::get_if<Lines>(&context.shape))
            borders.lines.insert(borders.lines.end(), many->begin(), many->end());
        else
            addOutlines(borders, std::get<Polygons>(context.shape));
    }
    if (!borders.lines.empty())
        list.base.emplace_back(std::move(borders));
}

/// Sea and lakes that reach beyond the city lie under the zones: their shores are older than the land that was reclaimed
/// since, and would hide it. A lake within the city lies above the tier fills, so that it stays a lake to the reader;
/// borders and labels lie over it.
void addWater(DisplayList& list, const ProjectedShapes& shapes, const SceneOptions& options, bool within) {
    Fill water{.color = options.theme.water};
    for (const ProjectedShapes::Context& context : shapes.context) {
        const auto* polygons = std::get_if<Polygons>(&context.shape);
        if (context.role == ContextFeature::Role::Water && polygons && context.within == within)
            water.polygons.insert(water.polygons.end(), polygons->begin(), polygons->end());
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

void addZones(DisplayList& list, const Plan& plan, const ProjectedShapes& shapes, const SceneOptions& options,
              bool ofWhich) {
    for (const ProjectedShapes::Zone& shape : shapes.zones) {
        if (!drawnTier(plan, shape.code, options) || isOfWhich(plan, shape.code) != ofWhich)
            continue;
        const AreaInk ink = zoneInk(plan, *plan.zone(shape.code), options);
        if (ink.fill || ink.hatch)
            list.base.emplace_back(Fill{shape.polygons, ink.fill, ink.hatch, shape.code});
    }
}

/// Every stretch of border once, in the stroke of its class.
void addBorders(DisplayList& list, const Plan& plan, const ProjectedShapes& shapes, const Theme& theme) {
    Stroke zones{.color = theme.zoneBorder, .width = theme.zoneBorderWidth};
    Stroke tiers{.color = theme.tierBorder, .width = theme.tierBorderWidth};
    Stroke outline{.color = theme.outline, .width = theme.outlineWidth};
    for (const ProjectedShapes::Border& border : shapes.borders) {
        const Zone* left = plan.zone(border.left);
        const Zone* right = plan.zone(border.right);
        Stroke& stroke = !left || !right ? outline : left->tier == right->tier ? zones : tiers;
        stroke.lines.push_back(border.line);
    }
    for (Stroke* stroke : {&zones, &tiers, &outline}) {
        if (!stroke->lines.empty())
            list.base.emplace_back(std::move(*stroke));
    }
}

void addOfWhichOutlines(DisplayList& list, const Plan& plan, const ProjectedShapes& shapes,
                        const SceneOptions& options) {
    for (const ProjectedShapes::Zone& shape : shapes.zones) {
        const Tier* tier = drawnTier(plan, shape.code, options);
        if (!tier || !isOfWhich(plan, shape.code))
            continue;
        const AreaInk ink = tierInk(*tier);
        Stroke stroke{.color = ink.hatch ? ink.hatch->color : options.theme.outline, .width = outlineOfWhichWidth};
        if (plan.zone(shape.code)->schematic)
            stroke.dash = schematicDash();
        addOutlines(stroke, shape.polygons);
        list.base.emplace_back(std::move(stroke));
    }
}

/// Seen without colours, too: a dashed line with a halo along the border of each zone that a scenario moves.
void addMoved(DisplayList& list, const ProjectedShapes& shapes, const SceneOptions& options) {
    Stroke outlines{.color = options.theme.outline, .width = movedOutlineWidth, .dash = movedDash()};
    for (const ProjectedShapes::Zone& shape : shapes.zones) {
        if (options.moved.contains(shape.code))
            addOutlines(outlines, shape.polygons);
    }
    if (outlines.lines.empty())
        return;
    constexpr double halo = 0.4; // mm on each side
    list.base.emplace_back(
        Stroke{.lines = outlines.lines, .color = options.theme.halo, .width = movedOutlineWidth + 2 * halo});
    list.base.emplace_back(std::move(outlines));
}

/// What a thematic map has over the zones' fills.
void addThematic(DisplayList& list, const ProjectedShapes& shapes, const SceneOptions& options) {
    if (!options.thematic)
        return;
    for (const ThematicMap::Area& area : options.thematic->areas)
        list.base.emplace_back(Fill{.polygons = shapes.projection.forward(area.polygons), .color = area.fill});
    for (const ThematicMap::Dots& dots : options.thematic->dots) {
        Stroke stroke{.color = dots.color, .width = dots.width};
        for (const GeoPoint& point : dots.points)
            stroke.lines.push_back({shapes.projection.forward(point)});
        list.base.emplace_back(std::move(stroke));
    }
}

void addLayers(DisplayList& list, const ProjectedShapes& shapes, const SceneOptions& options) {
    QList<ReferenceLayer> layers = options.layers;
    std::ranges::stable_sort(layers, {}, &ReferenceLayer::level);
    for (const ReferenceLayer& layer : layers) {
        if (!layer.shown)
            continue;
        if (layer.kind == ReferenceLayer::Kind::Raster) {
            list.base.emplace_back(Picture{.layer = layer.key});
            continue;
        }
        const auto shape = std::ranges::find(shapes.layers, layer.data, &ProjectedShapes::Layer::data);
        if (shape == shapes.layers.end())
            continue;
        const QColor color = layerInk(layer, options.theme);
        if (!shape->lines.empty())
            list.base.emplace_back(Stroke{.lines = shape->lines, .color = color, .width = layer.width});
        if (!shape->dots.empty())
            list.base.emplace_back(Stroke{.lines = shape->dots, .color = color, .width = layer.width * dotsPerWidth});
    }
}

} // namespace

SceneOptions drawnAt(SceneOptions options, double denominator) {
    for (ReferenceLayer& layer : options.layers)
        layer.shown = isDrawn(layer, denominator);
    if (options.thematic)
        options.thematic =
            std::make_shared<const ThematicMap>(drawnMap(*options.thematic, options.theme.land, denominator));
    return options;
}

QColor layerInk(const ReferenceLayer& layer, const Theme& theme) {
    return mixed(QColor(layer.color), theme.land, layer.opacity);
}

AreaInk zoneInk(const Plan& plan, const Zone& zone, const SceneOptions& options) {
    if (!options.thematic || options.thematic->style.kind == LayerStyle::Kind::Tiers) {
        const Tier* tier = plan.tier(zone.tier);
        return tier ? tierInk(*tier) : AreaInk();
    }
    return options.thematic->inks.value(zone.code);
}

std::vector<double> schematicDash() { return {1.4, 0.7}; }

std::vector<double> movedDash() { return {2, 1.2}; }

DisplayList planScene(const Plan& plan, const ProjectedShapes& shapes, const SceneOptions& options) {
    DisplayList list;
    if (options.graticule)
        list.base.emplace_back(graticuleStroke(graticuleAround(shapes), options.theme));
    addContext(list, shapes, options);
    if (options.water)
        addWater(list, shapes, options, false);
    addZones(list, plan, shapes, options, false);
    if (options.water)
        addWater(list, shapes, options, true);
    addZones(list, plan, shapes, options, true);
    addThematic(list, shapes, options);
    addLayers(list, shapes, options);
    addBorders(list, plan, shapes, options.theme);
    addOfWhichOutlines(list, plan, shapes, options);
    addMoved(list, shapes, options);
    return list;
}

} // namespace tiermap
