#include "maps/scene/projected_shapes.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

/// What does not come to lie anywhere in this projection is left out.
void add(Lines& lines, Line line) {
    if (std::ranges::all_of(line, [](const Point& p) { return std::isfinite(p.x()) && std::isfinite(p.y()); }))
        lines.push_back(std::move(line));
}

ProjectedShapes::Layer projectedLayer(const LayerShapes& layer, const Projection& projection) {
    ProjectedShapes::Layer result{.data = layer.data, .lines = {}, .dots = {}, .places = layer.places};
    if (layer.places)
        return result;
    const auto ring = [&](const GeoPolygon::ring_type& points) {
        add(result.lines, projection.forward(GeoLine(points.begin(), points.end())));
    };
    for (const GeoShape& shape : layer.shapes) {
        if (const auto* point = std::get_if<GeoPoint>(&shape)) {
            add(result.dots, Line{projection.forward(*point)});
        } else if (const auto* lines = std::get_if<GeoLines>(&shape)) {
            for (const GeoLine& line : *lines)
                add(result.lines, projection.forward(line));
        } else {
            for (const GeoPolygon& polygon : std::get<GeoPolygons>(shape)) {
                ring(polygon.outer());
                std::ranges::for_each(polygon.inners(), ring);
            }
        }
    }
    return result;
}

} // namespace

const Polygons* ProjectedShapes::polygons(const QString& code) const {
    const auto zone = std::ranges::find(zones, code, &Zone::code);
    return zone == zones.end() ? nullptr : &zone->polygons;
}

ProjectedShapes projected(const PlanShapes& shapes, const Projection& projection) {
    ProjectedShapes result{.projection = projection, .zones{}, .borders{}, .context{}, .layers{}, .extent = nothing};
    for (const ZoneShape& zone : shapes.zones) {
        result.zones.push_back({zone.code, projection.forward(zone.polygons)});
        result.extent = united(result.extent, extentOf(result.zones.back().polygons));
    }
    for (const Border& border : shapes.borders)
        result.borders.push_back({projection.forward(border.line), border.left, border.right});
    for (const ContextShape& context : shapes.context) {
        ProjectedShapes::Context one{context.role, context.name, {}, nothing};
        if (const auto* lines = std::get_if<GeoLines>(&context.shape)) {
            Lines& metres = one.shape.emplace<Lines>();
            for (const GeoLine& line : *lines)
                metres.push_back(projection.forward(line));
        } else if (const auto* polygons = std::get_if<GeoPolygons>(&context.shape)) {
            const Polygons& metres = one.shape.emplace<Polygons>(projection.forward(*polygons));
            one.extent = extentOf(metres);
            one.within = holds(result.extent, one.extent);
        }
        result.context.push_back(std::move(one));
    }
    for (const LayerShapes& layer : shapes.layers)
        result.layers.push_back(projectedLayer(layer, projection));
    return result;
}

} // namespace tiermap
