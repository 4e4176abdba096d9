#include "maps/scene/projected_shapes.h"

#include <algorithm>

namespace tiermap {

const Polygons* ProjectedShapes::polygons(const QString& code) const {
    const auto zone = std::ranges::find(zones, code, &Zone::code);
    return zone == zones.end() ? nullptr : &zone->polygons;
}

ProjectedShapes projected(const PlanShapes& shapes, const Projection& projection) {
    ProjectedShapes result{.projection = projection, .zones{}, .borders{}, .context{}, .extent = nothing};
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
    return result;
}

} // namespace tiermap
