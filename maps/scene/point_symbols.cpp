#include "maps/scene/label_work.h"
#include "maps/scene/point_groups.h"

#include <algorithm>

namespace tiermap {

namespace {

constexpr double corner = 0.85; // of the way: a disc has none

/// Within its symbol, or beside it where a name lies over that. Whether there is room.
bool putCount(LabelWork& work, Label& label, double symbol) {
    const QPointF at = work.fromMetres(label.at);
    const QSizeF size = work.sizeOf(label);
    std::vector<QPointF> offsets{QPointF(0, 0)};
    for (const double apart : {0.2, 1.2}) { // from the symbol; farther off a count would be anybody's
        const double across = (symbol + size.width()) / 2 + apart;
        const double along = (symbol + size.height()) / 2 + apart;
        for (const auto& [x, y] : {std::pair(1, 0), {-1, 0}, {0, -1}, {0, 1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}})
            offsets.emplace_back(x * across * (y ? corner : 1), y * along * (x ? corner : 1));
    }
    for (const QPointF& offset : offsets) {
        const QRectF box = around(at + offset, size);
        if (!work.taken.free(box))
            continue;
        work.taken.take(box);
        label.offset = offset;
        if (!offset.isNull()) {
            label.color = work.scene.theme.text;
            label.halo = work.scene.theme.halo;
            label.haloWidth = 0.4;
        }
        return true;
    }
    return false;
}

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
        if (putCount(work, label, each.size))
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
