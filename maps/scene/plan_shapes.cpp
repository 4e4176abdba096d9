#include "maps/scene/plan_shapes.h"

#include "core/store/project_file.h"
#include "maps/geometry/geopackage_blob.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

bool LayerShapes::areDots() const {
    return !shapes.empty() &&
           std::ranges::all_of(shapes, [](const GeoShape& shape) { return std::holds_alternative<GeoPoint>(shape); });
}

const GeoPolygons* PlanShapes::polygons(const QString& code) const {
    for (const ZoneShape& zone : zones) {
        if (zone.code == code)
            return &zone.polygons;
    }
    return nullptr;
}

GeoPolygons PlanShapes::water() const {
    GeoPolygons water;
    for (const ContextShape& each : context) {
        const auto* polygons = std::get_if<GeoPolygons>(&each.shape);
        if (each.role == ContextFeature::Role::Water && polygons)
            water.insert(water.end(), polygons->begin(), polygons->end());
    }
    return water;
}

namespace {

std::shared_ptr<const PointIndex> placesOf(const LayerShapes& layer) {
    constexpr std::size_t few = 1000;
    if (layer.shapes.size() <= few || !layer.areDots())
        return nullptr;
    std::vector<std::pair<double, double>> places;
    for (const GeoShape& shape : layer.shapes) {
        const auto& point = std::get<GeoPoint>(shape);
        places.emplace_back(point.get<0>(), point.get<1>());
    }
    return std::make_shared<const PointIndex>(places);
}

Result<void> decodeLayers(const Project& project, PlanShapes& shapes) {
    for (const ReferenceLayer& layer : project.layers) {
        if (layer.kind != ReferenceLayer::Kind::Vector ||
            std::ranges::contains(shapes.layers, layer.data, &LayerShapes::data))
            continue;
        const auto features = readLayerFeatures(project.file, layer.data);
        if (!features)
            return std::unexpected(features.error());
        LayerShapes& decoded = shapes.layers.emplace_back(layer.data);
        for (const LayerFeature& feature : *features) {
            Result<GeoShape> shape = decodeShape(feature.shape);
            if (!shape) {
                Problem problem = shape.error();
                problem.field = u"layer_features.geom"_s;
                return std::unexpected(problem);
            }
            decoded.shapes.push_back(*std::move(shape));
        }
        decoded.places = placesOf(decoded);
    }
    return {};
}

} // namespace

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
    if (const auto decoded = decodeLayers(project, shapes); !decoded)
        return failure(decoded.error());
    return shapes;
}

} // namespace tiermap
