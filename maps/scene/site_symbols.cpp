#include "maps/scene/label_work.h"
#include "maps/scene/site_legend.h"

#include <QMap>

#include <array>

namespace tiermap {

namespace {

constexpr double symbolSize = 2;

/// The name around its symbol, where it crosses no border if it can. False where all places are taken.
bool placeName(LabelWork& work, Placement& placement, const QPointF& at, const QString& name) {
    const Theme& theme = work.scene.theme;
    Label label{.at = work.toMetres(at),
                .text = name,
                .size = std::max(work.options.size - 1.5, work.options.least),
                .color = theme.text,
                .halo = theme.halo};
    const QSizeF size = work.sizeOf(label);
    const double dx = size.width() / 2 + symbolSize / 2 + 0.9;
    const double dy = size.height() / 2 + symbolSize / 2 + 0.4;
    const std::array offsets{QPointF(dx, 0),   QPointF(-dx, 0),   QPointF(0, dy),  QPointF(0, -dy),
                             QPointF(dx, -dy), QPointF(-dx, -dy), QPointF(dx, dy), QPointF(-dx, dy)};
    for (const bool acrossBorders : {false, true}) {
        for (const QPointF& offset : offsets) {
            const QRectF box = around(at + offset, size);
            if (!work.taken.free(box) || (!acrossBorders && !work.ground->isOne(box)))
                continue;
            label.offset = offset;
            work.taken.take(box);
            placement.labels.push_back(std::move(label));
            return true;
        }
    }
    return false;
}

/// Near the zone's anchor, where its own name leaves room.
std::optional<QPointF> hollowPlace(const LabelWork& work, const LabelWork::Room& room) {
    const QSizeF size(symbolSize + 0.6, symbolSize + 0.6);
    for (const QPointF& place : placesInside(room.shape, room.anchor, size, true)) {
        if (work.taken.free(around(place, size)))
            return place;
    }
    return std::nullopt;
}

} // namespace

void placeSites(LabelWork& work, Placement& placement) {
    const Theme& theme = work.scene.theme;
    const auto put = [&](const Symbol& symbol, const QPointF& at) {
        work.taken.take(around(at, {symbolSize, symbolSize}));
        placement.symbols.push_back(symbol);
    };
    const auto drawnHere = [&](const Site& site) {
        return !work.options.namedElsewhere.contains(site.zone) &&
               (!work.options.sitesOf || work.options.sitesOf->contains(site.zone));
    };
    QMap<QString, QList<const Site*>> byZone; // sorted, so that the picture is the same every time
    std::vector<const Site*> placed;
    for (const Site& site : work.plan.sites) {
        if (!drawnHere(site))
            continue;
        if (!site.position) {
            if (!site.zone.isEmpty())
                byZone[site.zone] += &site;
            continue;
        }
        const Point at = work.shapes.projection.forward(GeoPoint(site.position->x(), site.position->y()));
        if (!work.view.frame.contains(work.view.toPage(at)))
            continue;
        put({.at = at,
             .shape = siteShape(site.kind),
             .size = symbolSize,
             .color = theme.site,
             .outline = theme.halo,
             .key = site.key},
            work.fromMetres(at));
        placed.push_back(&site);
    }
    for (const LabelWork::Room& room : work.rooms) {
        const QList<const Site*> sites = byZone.value(room.zone->code);
        if (sites.isEmpty() || work.scene.hiddenTiers.contains(room.tier->key))
            continue;
        const auto at = hollowPlace(work, room);
        if (!at) {
            if (!room.cut) {
                for (const Site* site : sites)
                    placement.unplaced += site->key;
            }
            continue;
        }
        const bool one = sites.size() == 1;
        put({.at = work.toMetres(*at),
             .shape = one ? siteShape(sites.first()->kind) : Symbol::Shape::Circle,
             .size = symbolSize,
             .color = theme.site,
             .outline = theme.halo,
             .hollow = true,
             .key = one ? sites.first()->key : room.zone->code},
            *at);
        if (!placeName(work, placement, *at,
                       one ? sites.first()->name.in(work.options.language) : QString::number(sites.size())))
            placement.unplaced += one ? sites.first()->key : room.zone->code;
    }
    for (const Site* site : placed) {
        const Point at = work.shapes.projection.forward(GeoPoint(site->position->x(), site->position->y()));
        if (!placeName(work, placement, work.fromMetres(at), site->name.in(work.options.language)))
            placement.unplaced += site->key;
    }
}

} // namespace tiermap
