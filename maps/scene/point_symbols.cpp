#include "maps/scene/label_work.h"
#include "maps/scene/point_groups.h"

#include <algorithm>

namespace tiermap {

namespace {

void place(LabelWork& work, Placement& placement, const PointIndex& places, const QColor& color,
           Symbol::Shape shape = Symbol::Shape::Circle) {
    for (const PointGroup& each : pointGroups(places, work.shapes.projection, work.view)) {
        placement.symbols.push_back(
            {.at = each.at, .shape = shape, .size = each.size, .color = color, .outline = work.scene.theme.halo});
        if (each.group.count == 1)
            continue;
        Label label{.at = each.at,
                    .text = countText(each.group.count, work.options.language),
                    .size = countSize,
                    .color = countColour(color),
                    .halo = color,
                    .haloWidth = 0};
        const QRectF box = around(work.fromMetres(each.at), work.sizeOf(label));
        if (!work.taken.free(box)) // below the name of a zone
            continue;
        work.taken.take(box);
        placement.labels.push_back(std::move(label));
    }
}

} // namespace

/// Points lie below all names: there are many, and a zone has one name.
void placePoints(LabelWork& work, Placement& placement) {
    for (const ReferenceLayer& layer : work.scene.layers) {
        const auto shapes = std::ranges::find(work.shapes.layers, layer.data, &ProjectedShapes::Layer::data);
        if (layer.shown && shapes != work.shapes.layers.end() && shapes->places)
            place(work, placement, *shapes->places, layerInk(layer, work.scene.theme));
    }
    for (const InkedPlaces& points : work.options.points) {
        if (points.places)
            place(work, placement, *points.places, points.color.isValid() ? points.color : work.scene.theme.points,
                  points.shape);
    }
}

} // namespace tiermap
