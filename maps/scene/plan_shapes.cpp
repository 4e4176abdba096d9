#include "maps/scene/plan_shapes.h"

#include "maps/geometry/geopackage_blob.h"

namespace tiermap {

const GeoPolygons* PlanShapes::polygons(const QString& code) const {
    for (const ZoneShape& zone : zones) {
        if (zone.code == code)
            return &zone.polygons;
    }
    return nullptr;
}

Result<PlanShapes> decodeShapes(const Project& project) {
    const auto failure = [&](Problem problem) {
        problem.file = project.file;
        return std::unexpected(problem);
    };
    PlanShapes shapes;
    std::vector<ZoneShape> tiling; // of-which zones overlap the others and have no shared borders
    for (const Zone& zone : project.plan.layoutZones()) {
        const auto blob = project.zoneShapes.constFind(zone.code);
        if (blob == project.zoneShapes.constEnd())
            return failure(Problem{.code = Problem::Code::GeometryMissing, .arguments = {zone.code}});
        Result<GeoPolygons> polygons = decodePolygons(*blob);
        if (!polygons) {
            Problem problem = polygons.error();
            if (problem.code == Problem::Code::GeometryInvalid && problem.arguments.value(0).isEmpty())
                problem.arguments = {zone.code, problem.arguments.value(1)};
            return failure(problem);
        }
        shapes.zones.push_back({zone.code, *std::move(polygons)});
        if (zone.kind == Zone::Kind::District)
            tiling.push_back(shapes.zones.back());
    }
    shapes.borders = sharedBorders(tiling);
    for (const ContextFeature& feature : project.context) {
        Result<GeoShape> shape = decodeShape(feature.shape);
        if (!shape)
            return failure(shape.error());
        shapes.context.push_back({feature.role, feature.name, *std::move(shape)});
    }
    return shapes;
}

} // namespace tiermap
