#include "maps/scene/label_work.h"
#include "maps/style/label_ink.h"
#include "maps/style/tier_style.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>

namespace tiermap {

namespace {

constexpr double padding = 0.4;      // mm between a label and the border of its zone
constexpr double longestLeader = 45; // mm
constexpr qsizetype longName = 24;   // Latin letters in one line
constexpr std::size_t mostLed = 60;  // more names with leaders hide the map: they wait until it is larger
constexpr std::size_t mostOrders = 16;

/// Sizes and forms of a name inside its zone, tried in this order before a leader is drawn.
constexpr std::pair<double, bool> shapesInside[] = {{1, false},   {1, true},    {0.94, false},
                                                    {0.94, true}, {0.88, true}, {0.8, true}};

/// Long names of several words stand in lines of about one length.
QString inLines(const QString& name) {
    const QStringList words = name.split(u' ');
    if (name.size() <= longName || words.size() < 3)
        return name;
    const qsizetype lines = name.size() <= 2 * longName ? 2 : 3;
    const qsizetype aim = (name.size() + lines - 1) / lines;
    QString text;
    qsizetype filled = 0;
    for (const QString& word : words) {
        // A word goes where more than half of it is still in the line.
        if (filled > 0 && filled + word.size() / 2 >= aim) {
            text += u'\n';
            filled = 0;
        } else if (filled > 0) {
            text += u' ';
            ++filled;
        }
        text += word;
        filled += word.size();
    }
    return text;
}

Label zoneLabel(const LabelWork& work, const LabelWork::Room& room) {
    const AreaInk ink = tierInk(*room.tier);
    const LabelInk text = labelInk(zoneInk(work.plan, *room.zone, work.scene).fill.value_or(work.scene.theme.halo));
    Label label;
    label.at = work.toMetres({room.anchor.at.x(), room.anchor.at.y()});
    label.text = inLines(room.zone->name.in(work.options.language));
    if (const ThematicMap* thematic = work.scene.thematic.get();
        work.options.symbols && thematic && thematic->style.values) {
        if (const QString value = thematic->values.value(room.zone->code); !value.isEmpty())
            label.text += u'\n' + value;
    }
    label.size = work.options.size;
    label.color = text.text;
    label.halo = text.halo;
    label.mark = room.tier->mark.in(work.options.language);
    label.markColor = ink.fill.value_or(ink.hatch ? ink.hatch->color : work.scene.theme.outline);
    label.zone = room.zone->code;
    return label;
}

/// Whether a label would lie on an of-which zone: its hatch belongs to the reader.
bool onOfWhich(const LabelWork& work, const LabelWork::Room& room, const QRectF& box) {
    return std::ranges::any_of(work.ofWhich, [&](std::size_t other) {
        return work.rooms[other].zone->parent == room.zone->code && meets(box, work.rooms[other].shape);
    });
}

/// The place nearest to the pole that is free; on dry land where there is any.
std::optional<QPointF> placeInside(const LabelWork& work, const LabelWork::Room& room, const QSizeF& size) {
    const QSizeF padded = size + QSizeF(2 * padding, 2 * padding);
    std::optional<QPointF> wet;
    for (const bool all : {false, true}) { // the pole alone is tried first: it costs little and mostly does
        for (const QPointF& place : placesInside(room.shape, room.anchor, padded, all)) {
            const QRectF box = around(place, size);
            if (!work.taken.free(box) || onOfWhich(work, room, box))
                continue;
            if (!meets(box, work.water))
                return place;
            if (!wet)
                wet = place;
        }
    }
    return wet;
}

/// A place by the zone's symbol, mostly over its own zone or over none: in another it would look like that one's name, and
/// a leader is better.
std::optional<QPointF> placeBySymbol(const LabelWork& work, const QRectF& symbol, const QSizeF& size) {
    const int own = work.ground->zoneAt(symbol.center());
    const double dx = (symbol.width() + size.width()) / 2 + 0.5;
    const double dy = (symbol.height() + size.height()) / 2 + 0.3;
    for (const QPointF& offset : {QPointF(0, -dy), QPointF(0, dy), QPointF(dx, 0), QPointF(-dx, 0)}) {
        const QPointF place = symbol.center() + offset;
        const int below = work.ground->zoneAt(place);
        if ((below == own || below == LabelGround::none) && work.taken.free(around(place, size)))
            return place;
    }
    return std::nullopt;
}

/// A place outside of the zone, with a leader.
struct Beside {
    QPointF centre;
    QPointF start; ///< of the leader: the zone's anchor, or the edge of its symbol
    QPointF end;   ///< at the label
    double cost = 0;
};

/// Where a line from the middle of a circle to a place comes out of the circle.
QPointF onEdge(const QRectF& circle, const QPointF& place) {
    const QPointF way = place - circle.center();
    const double length = std::hypot(way.x(), way.y());
    return circle.center() + way * (length > 0 ? circle.width() / 2 / length : 0);
}

/// How many millimetres of a leader lie over other zones than its own.
double across(const LabelWork& work, const QPointF& from, const QPointF& to) {
    constexpr double step = 1;
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int own = work.ground->zoneAt(from);
    double over = 0;
    for (double along = step / 2; along < length; along += step) {
        const int zone = work.ground->zoneAt(from + (to - from) * (along / length));
        over += zone != own && zone != LabelGround::none ? step : 0;
    }
    return over;
}

/// Short leaders are good, land without a tier is better ground than another zone.
std::optional<Beside> placeBeside(const LabelWork& work, const TakenRoom& taken, const TakenRoom& lines,
                                  const LabelWork::Room& room, const QSizeF& size) {
    constexpr int directions = 32;
    const QPointF at(room.anchor.at.x(), room.anchor.at.y());
    std::optional<Beside> best;
    const auto consider = [&](const QPointF& centre, double length) {
        const QRectF box = around(centre, size);
        const QPointF outside = room.symbol ? leaderEnd(*room.symbol, centre) : at;
        const QPointF end = leaderEnd(box, outside);
        if (!taken.free(box) || !lines.free(outside, end) || meets(box, room.shape))
            return;
        const QPointF start = room.symbol ? onEdge(*room.symbol, outside) : at;
        const double on = 1 - work.ground->shareOutside(box.adjusted(-padding, -padding, padding, padding));
        const double cost =
            length + 0.4 * across(work, start, end) + (on > 0 ? 6 + 40 * on : 0) + (work.ground->isOne(box) ? 0 : 6);
        if (!best || cost < best->cost)
            best = {centre, start, end, cost};
    };
    for (double reach = 2; reach <= longestLeader && (!best || reach < best->cost); reach += 1.5) {
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            const QPointF end = at + reach * QPointF(std::cos(angle), std::sin(angle));
            // The label hangs at the end of the leader by the side or corner that faces the zone; above or below the
            // zone any part of the side will do.
            const double side = std::clamp(std::cos(angle) * 1.4, -1.0, 1.0) * (size.width() / 2 + 0.5);
            const double rise = std::clamp(std::sin(angle) * 1.4, -1.0, 1.0) * (size.height() / 2 + 0.3);
            consider(end + QPointF(side, rise), reach);
            if (std::abs(std::sin(angle)) > 0.7) {
                for (const double slide : {-0.3, -0.1, 0.1, 0.3})
                    consider(end + QPointF(slide * size.width(), rise), reach + 0.5);
            }
        }
    }
    return best;
}

struct Leaders {
    std::vector<std::optional<Beside>> places; ///< in the order of the rooms
    double cost = 0;
};

/// Labels with leaders, each taking the best place that those before it left.
Leaders placeLeaders(const LabelWork& work, const std::vector<const LabelWork::Room*>& rooms) {
    constexpr double unplaced = 500;
    Leaders leaders;
    TakenRoom taken = work.taken;
    TakenRoom written = work.written;
    for (const LabelWork::Room* room : rooms) {
        const QSizeF size = work.sizeOf(zoneLabel(work, *room));
        auto& place = leaders.places.emplace_back(placeBeside(work, taken, taken, *room, size));
        if (!place && work.scene.thematic)
            place = placeBeside(work, taken, written, *room, size);
        leaders.cost += place ? place->cost : unplaced;
        if (place) {
            for (TakenRoom* each : {&taken, &written}) {
                each->take(place->start, place->end);
                each->take(around(place->centre, size));
            }
        }
    }
    return leaders;
}

/// The order decides who gets the good places: the plan's and the longest name first are tried, and then whether the
/// better of them gains where one of the first names goes before all others. Leaves the rooms in the order of the
/// result.
Leaders bestLeaders(const LabelWork& work, std::vector<const LabelWork::Room*>& rooms) {
    Leaders best = placeLeaders(work, rooms);
    const auto attempt = [&](std::vector<const LabelWork::Room*> order) {
        if (order == rooms)
            return;
        if (Leaders other = placeLeaders(work, order); other.cost < best.cost) {
            best = std::move(other);
            rooms = std::move(order);
        }
    };
    std::vector<const LabelWork::Room*> longestFirst = rooms;
    std::ranges::stable_sort(longestFirst, std::greater{},
                             [&](const LabelWork::Room* room) { return work.sizeOf(zoneLabel(work, *room)).width(); });
    attempt(std::move(longestFirst));
    for (std::size_t i = 1; i < std::min(rooms.size(), mostOrders); ++i) {
        std::vector<const LabelWork::Room*> order = rooms;
        std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i),
                    order.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        attempt(std::move(order));
    }
    return best;
}

} // namespace

void placeZoneLabels(LabelWork& work, Placement& placement) {
    const auto put = [&](Label label, const QPointF& centre) {
        const QPointF at = work.fromMetres(label.at);
        label.offset = centre - at;
        work.taken.take(around(centre, work.sizeOf(label)));
        work.written.take(around(centre, work.sizeOf(label)));
        placement.labels.push_back(std::move(label));
    };
    // Names that fit into their zones have no other place; those that need a leader choose from what is left.
    std::vector<const LabelWork::Room*> tight;
    for (const LabelWork::Room& room : work.rooms) {
        if (work.scene.hiddenTiers.contains(room.tier->key) || (room.symbolBeyond && !work.options.namedWithoutSymbol))
            continue;
        Label label = zoneLabel(work, room);
        const bool ofWhich = room.zone->kind == Zone::Kind::OfWhich; // a hatch is no ground for a name
        std::optional<QPointF> place;
        for (const auto& [scale, above] : shapesInside) {
            label.size = std::max(scale * work.options.size, work.options.least);
            label.markAbove = above;
            if (!ofWhich)
                place = placeInside(work, room, work.sizeOf(label));
            if (place || work.options.namedElsewhere.contains(room.zone->code))
                break; // the mark alone is better than a cramped name that stands elsewhere in full
        }
        if (!place && room.symbol && !work.options.namedElsewhere.contains(room.zone->code)) {
            label.size = work.options.size;
            label.markAbove = false;
            label.color = work.scene.theme.text;
            label.halo = work.scene.theme.halo;
            place = placeBySymbol(work, *room.symbol, work.sizeOf(label));
        }
        if (!place) {
            tight.push_back(&room);
            continue;
        }
        label.at = work.toMetres(*place);
        put(std::move(label), *place);
    }
    // Marks alone are small, and their zones are named elsewhere: they come before the leaders, which then avoid them.
    std::erase_if(tight, [&](const LabelWork::Room* room) {
        if (!work.options.namedElsewhere.contains(room->zone->code))
            return false;
        Label label = zoneLabel(work, *room);
        label.text.clear();
        label.haloWidth = 0;
        const auto place = placeInside(work, *room, work.sizeOf(label));
        const QPointF centre = place.value_or(QPointF(room->anchor.at.x(), room->anchor.at.y()));
        label.at = work.toMetres(centre);
        if (work.taken.free(around(centre, work.sizeOf(label))))
            put(std::move(label), centre);
        return true;
    });
    // Names that belong where more of their zones can be seen are left out.
    std::erase_if(tight, [](const LabelWork::Room* room) { return room->cut; });
    if (tight.size() > mostLed || !work.options.leaders) {
        for (const LabelWork::Room* room : tight)
            placement.unplaced += room->zone->code;
        return;
    }
    const Leaders leaders = bestLeaders(work, tight);
    for (std::size_t i = 0; i < tight.size(); ++i) {
        const auto& place = leaders.places[i];
        if (!place) {
            placement.unplaced += tight[i]->zone->code;
            continue;
        }
        Label label = zoneLabel(work, *tight[i]);
        label.leader = true;
        label.color = work.scene.theme.text;
        label.halo = work.scene.theme.halo;
        label.at = work.toMetres(place->start);
        work.taken.take(place->start, place->end);
        put(std::move(label), place->centre);
    }
}

} // namespace tiermap
