#include "maps/scene/label_work.h"
#include "maps/scene/simplify.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiermap {

QRectF inkOf(const Symbol& symbol) {
    const QRectF square = around({0, 0}, {symbol.size, symbol.size});
    if (symbol.shape != Symbol::Shape::Bars)
        return square;
    double highest = 0;
    for (const Symbol::Part& part : symbol.parts) {
        if (part.amount < 0)
            return square;
        highest = std::isfinite(part.amount) ? std::max(highest, part.amount) : highest;
    }
    constexpr double line = 0.3; // below the columns, and beyond them
    const auto parts = static_cast<double>(symbol.parts.size());
    const double width = parts * std::min(symbol.size / parts, symbol.size / 3) + 2 * line;
    return {-width / 2, square.top() - line, width, highest * symbol.size + line};
}

namespace {

constexpr double air = 0.4;          // mm between charts
constexpr double farthestChart = 45; // mm from its zone

bool isChart(const Symbol& symbol) { return symbol.shape == Symbol::Shape::Bars || symbol.shape == Symbol::Shape::Pie; }

/// A symbol at its zone's pole of inaccessibility, or at the place that it gave way to.
struct Standing {
    LabelWork::Room* room = nullptr;
    Symbol symbol{};
    QPointF home{};
    QPointF at = home;

    QRectF box() const { return inkOf(symbol).translated(at); }
};

/// Where symbols can stand.
struct SymbolRoom {
    const LabelWork& work;
    QRectF frame{};
    std::vector<QRectF> covered{}; ///< by legend and enlarged part
    std::vector<QRectF> charts{};  ///< that stand: none lies on another, while circles may

    bool free(const QRectF& box, bool chart) const {
        const QRectF airy = box.adjusted(-air, -air, air, air);
        const auto meetsBox = [&](const QRectF& other) { return other.intersects(airy); };
        return frame.contains(box) && std::ranges::none_of(covered, meetsBox) &&
               (!chart || std::ranges::none_of(charts, meetsBox));
    }

    /// The best place near its home: within its zone, or where no other lies. A circle keeps its home below it.
    std::optional<QPointF> besideHome(const Standing& of) const {
        constexpr int directions = 48;
        const bool chart = isChart(of.symbol);
        const double farthest = chart ? farthestChart : of.symbol.size;
        std::optional<QPointF> best;
        double least = 1e9;
        for (double reach = 0.5; reach <= farthest && reach < least; reach += 0.5) {
            for (int i = 0; i < directions; ++i) {
                const double angle = 2 * std::numbers::pi * i / directions;
                const QPointF at = of.home + reach * QPointF(std::cos(angle), std::sin(angle));
                const QRectF box = inkOf(of.symbol).translated(at);
                if (!free(box, chart))
                    continue;
                double cost = reach;
                if (!chart && !box.contains(of.home))
                    continue;
                if (chart && !inside(box, of.room->shape)) {
                    const QPointF end = leaderEnd(box, of.home);
                    if (std::ranges::any_of(charts, [&](const QRectF& each) { return meets(each, of.home, end); }))
                        continue;
                    cost += 4 + 20 * (1 - work.ground->shareOutside(box));
                }
                if (cost < least) {
                    least = cost;
                    best = at;
                }
            }
        }
        return best;
    }
};

/// A chart among others cannot be read. Where an enlarged part shows it, too, it stands there only; a circle may overlap.
bool isLeftToEnlargedPart(const LabelWork& work, const Standing& chart, const std::vector<Standing>& all) {
    return isChart(chart.symbol) && work.options.symbolsElsewhere.contains(chart.symbol.key) &&
           std::ranges::any_of(
               all, [&](const Standing& other) { return &other != &chart && other.box().intersects(chart.box()); });
}

std::vector<Standing> standingIn(LabelWork& work, const ThematicMap& thematic) {
    std::vector<Standing> standing;
    for (LabelWork::Room& room : work.rooms) {
        const auto symbol = thematic.symbols.constFind(room.zone->code);
        const Polygons* whole = work.shapes.polygons(room.zone->code);
        if (symbol == thematic.symbols.constEnd() || !whole || work.scene.hiddenTiers.contains(room.tier->key))
            continue;
        constexpr double fine = 0.25; // mm
        const double metres = fine * work.view.metresPerMm;
        const Anchor anchor = room.cut ? labelAnchor(simplified(*whole, metres), metres) : Anchor();
        const QPointF home = room.cut ? work.fromMetres(anchor.at) : QPointF(room.anchor.at.x(), room.anchor.at.y());
        if (!toInk(work.view.frame, work.view).contains(home)) {
            room.symbolBeyond = true;
            continue;
        }
        standing.push_back({.room = &room, .symbol = *symbol, .home = home});
        standing.back().symbol.key = room.zone->code;
    }
    return standing;
}

/// Those that stand well where they belong stay; the others give way, those of small zones last.
void giveWay(std::vector<Standing>& standing, SymbolRoom& room, QStringList& crowded) {
    std::vector<Standing*> others;
    for (Standing& each : standing) {
        const bool alone = std::ranges::none_of(standing, [&](const Standing& other) {
            return &other != &each && other.box().adjusted(-air, -air, air, air).intersects(each.box());
        });
        if (room.free(each.box(), false) && (alone || !isChart(each.symbol)))
            room.charts.push_back(each.box());
        else
            others.push_back(&each);
    }
    std::ranges::stable_sort(others, {}, [](const Standing* each) { return each->room->anchor.radius; });
    for (Standing* each : others) {
        if (!room.free(each->box(), isChart(each->symbol))) {
            const std::optional<QPointF> place = room.besideHome(*each);
            if (!place)
                crowded += each->symbol.key;
            each->at = place.value_or(each->home);
        }
        room.charts.push_back(each->box());
    }
}

} // namespace

/// The symbols of a thematic map stand at their zones' poles of inaccessibility, seen or not. Circles may overlap, the
/// smaller above the larger; charts may not. What the frame or something on the map would cut off gives way.
void placeThematicSymbols(LabelWork& work, Placement& placement) {
    if (!work.scene.thematic)
        return;
    std::vector<Standing> standing = standingIn(work, *work.scene.thematic);
    const std::vector<Standing> all = standing;
    std::erase_if(standing, [&](const Standing& each) {
        return isLeftToEnlargedPart(work, *std::ranges::find(all, each.room, &Standing::room), all);
    });
    SymbolRoom room{.work = work, .frame = toInk(work.view.frame, work.view)};
    for (const QRectF& each : work.options.covered)
        room.covered.push_back(toInk(each, work.view));
    giveWay(standing, room, placement.crowded);
    for (Standing& each : standing) {
        const QRectF box = each.box();
        if (!room.frame.contains(box)) { // there is no room for it anywhere
            each.room->symbolBeyond = true;
            continue;
        }
        each.symbol.at = work.toMetres(each.at);
        placement.symbols.push_back(each.symbol);
        each.room->symbol = box;
        work.taken.take(box);
        if (box.contains(each.home) || inside(box, each.room->shape))
            continue;
        const QPointF end = leaderEnd(box, each.home); // a label without words: its line alone
        placement.labels.push_back({.at = work.toMetres(each.home),
                                    .offset = end - each.home,
                                    .color = work.scene.theme.text,
                                    .halo = work.scene.theme.halo,
                                    .leader = true});
        work.taken.take(each.home, end);
        work.written.take(each.home, end);
    }
    std::ranges::stable_sort(placement.symbols, std::ranges::greater(), &Symbol::size);
}

} // namespace tiermap
