#include "maps/scene/label_work.h"

#include <algorithm>

namespace tiermap {

/// The symbols of a thematic map stand at their zones' poles of inaccessibility, seen or not: they do not wander when the
/// map is moved. They may overlap, the smaller above the larger; names keep off them.
void placeThematicSymbols(LabelWork& work, Placement& placement) {
    const ThematicMap* thematic = work.scene.thematic.get();
    if (!thematic)
        return;
    for (LabelWork::Room& room : work.rooms) {
        const auto symbol = thematic->symbols.constFind(room.zone->code);
        const Polygons* whole = work.shapes.polygons(room.zone->code);
        if (symbol == thematic->symbols.constEnd() || !whole || work.scene.hiddenTiers.contains(room.tier->key))
            continue;
        constexpr double fine = 0.25; // mm
        const Anchor anchor = room.cut ? labelAnchor(*whole, fine * work.view.metresPerMm) : Anchor();
        const QPointF at = room.cut ? work.fromMetres(anchor.at) : QPointF(room.anchor.at.x(), room.anchor.at.y());
        const Point metres = work.toMetres(at);
        if (!work.view.frame.contains(around(work.view.toPage(metres), {symbol->size, symbol->size}))) {
            room.symbolBeyond = true;
            continue;
        }
        Symbol placed = *symbol;
        placed.at = metres;
        placed.key = room.zone->code;
        placement.symbols.push_back(placed);
        room.symbol = around(at, {placed.size, placed.size});
        work.taken.take(*room.symbol);
    }
    std::ranges::stable_sort(placement.symbols, std::ranges::greater(), &Symbol::size);
}

} // namespace tiermap
