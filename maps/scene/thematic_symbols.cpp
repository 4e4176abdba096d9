#include "maps/scene/label_work.h"

#include <algorithm>

namespace tiermap {

namespace {

/// A chart among others cannot be read. Where an enlarged part shows it, too, it stands there only; a circle may overlap.
bool isLeftToEnlargedPart(const LabelWork& work, const Symbol& symbol, const QRectF& box,
                          const std::vector<QRectF>& boxes) {
    const bool chart = symbol.shape == Symbol::Shape::Bars || symbol.shape == Symbol::Shape::Pie;
    return chart && work.options.namedElsewhere.contains(symbol.key) &&
           std::ranges::any_of(boxes, [&](const QRectF& other) { return other != box && other.intersects(box); });
}

} // namespace

/// The symbols of a thematic map stand at their zones' poles of inaccessibility, seen or not: they do not wander when the
/// map is moved. They may overlap, the smaller above the larger; names keep off them.
void placeThematicSymbols(LabelWork& work, Placement& placement) {
    const ThematicMap* thematic = work.scene.thematic.get();
    if (!thematic)
        return;
    struct Standing {
        LabelWork::Room* room;
        Symbol symbol;
    };
    std::vector<Standing> standing;
    std::vector<QRectF> boxes; // ink, of all that stand within the frame
    for (LabelWork::Room& room : work.rooms) {
        const auto symbol = thematic->symbols.constFind(room.zone->code);
        const Polygons* whole = work.shapes.polygons(room.zone->code);
        if (symbol == thematic->symbols.constEnd() || !whole || work.scene.hiddenTiers.contains(room.tier->key))
            continue;
        constexpr double fine = 0.25; // mm
        const Anchor anchor = room.cut ? labelAnchor(*whole, fine * work.view.metresPerMm) : Anchor();
        const QPointF at = room.cut ? work.fromMetres(anchor.at) : QPointF(room.anchor.at.x(), room.anchor.at.y());
        const QSizeF size(symbol->size, symbol->size);
        Symbol placed = *symbol;
        placed.at = work.toMetres(at);
        placed.key = room.zone->code;
        if (!work.view.frame.contains(around(work.view.toPage(placed.at), size))) {
            room.symbolBeyond = true;
            continue;
        }
        standing.push_back({&room, placed});
        boxes.push_back(around(at, size));
    }
    for (std::size_t i = 0; i < standing.size(); ++i) {
        if (isLeftToEnlargedPart(work, standing[i].symbol, boxes[i], boxes))
            continue;
        placement.symbols.push_back(standing[i].symbol);
        standing[i].room->symbol = boxes[i];
        work.taken.take(boxes[i]);
    }
    std::ranges::stable_sort(placement.symbols, std::ranges::greater(), &Symbol::size);
}

} // namespace tiermap
