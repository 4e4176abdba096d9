#include "maps/figure/furniture.h"

#include "maps/scene/label_room.h"

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double gap = 3;          // mm between map, legend and enlarged part where they stand apart
constexpr double columnWidth = 66; // of a legend beside the map
constexpr double mostHidden = 30;  // mm2 of the plan that furniture on the map may hide
constexpr double widestLegend = 140;
constexpr double narrowestLegend = 60;
constexpr double leastLegend = 45;   // whose words still find room, where somebody wants it narrow
constexpr double bandGap = 1.5;      // between scale bar and band
constexpr double mostEnlarged = 3.5; // times the scale of the map

std::optional<Inset> insetOf(const LayoutWork& work, const MapFit& fit, const QSizeF& most) {
    return insetFor(work, crowdedZones(work, fit), std::min(work.onPage(500000), fit.denominator / 2),
                    fit.denominator / mostEnlarged, most);
}

SheetMaps mapsOf(const LayoutWork& work, const MapFit& fit, const std::optional<Inset>& inset) {
    return {work.printed(fit.denominator), inset.has_value(), inset ? work.printed(inset->denominator) : 0};
}

/// How large the enlarged part will be is not known before the legend leaves it room.
SheetMaps perhapsEnlarged(double whole) { return {whole, true, 0}; }

QSizeF largestInset(const PageRoom& room) {
    const bool large = std::max(room.area.width(), room.area.height()) > 300;
    return large ? QSizeF(105, 113) : QSizeF(75, 84);
}

std::optional<Furniture> inCorners(const LayoutWork& work, const PageRoom& room) {
    const QRectF frame = room.area.adjusted(0, room.above, 0, -room.below);
    std::optional<MapFit> fit = fitMap(work, frame);
    if (!fit || fit->isCut()) // no corner is free
        return std::nullopt;
    const auto plan = [&fit] {
        const Polygons ink = toInk(fit->whole, fit->view);
        return LabelGround({&ink}, fit->size + QSizeF(2, 2));
    };
    std::future<LabelGround> ground = std::async(std::launch::async, plan); // while the legends are laid out
    std::optional<Inset> inset = insetOf(work, *fit, largestInset(room));
    std::vector<Legend> legends;
    std::vector<QSizeF> sizes;
    for (const double width : {66.0, 60.0, 72.0, 78.0}) {
        legends.push_back(legendOf(work, {width, 0}, mapsOf(work, *fit, inset)));
        sizes.push_back(legends.back().block.size);
    }
    const Arrangement best =
        arrange(frame, ground.get(), fit->size, sizes, inset ? std::optional(inset->size) : std::nullopt);
    if (best.covered > mostHidden)
        return std::nullopt;
    const QPointF shift = best.middle - frame.center();
    fit->view.centre = Point(fit->view.centre.x() - shift.x() * fit->view.metresPerMm,
                             fit->view.centre.y() + shift.y() * fit->view.metresPerMm);
    return Furniture{
        frame, *std::move(fit), std::move(inset), std::move(legends[best.shape]), best.legend, best.inset, {}, {}};
}

std::optional<Furniture> inColumn(const LayoutWork& work, const PageRoom& room) {
    const QRectF frame = room.area.adjusted(columnWidth + gap, room.above, 0, -room.below);
    std::optional<MapFit> fit = fitMap(work, frame);
    if (!fit)
        return std::nullopt;
    const auto legendWith = [&](const SheetMaps& maps) { return legendOf(work, {columnWidth, 0}, maps); };
    Legend legend = legendWith(perhapsEnlarged(work.printed(fit->denominator)));
    const QSizeF left(columnWidth, frame.height() - legend.block.size.height() - gap);
    std::optional<Inset> inset;
    if (left.height() > 40)
        inset = insetOf(work, *fit, left);
    legend = legendWith(mapsOf(work, *fit, inset));
    const QRectF legendBox(QPointF(room.area.left(), frame.top()), legend.block.size);
    std::optional<QRectF> insetBox;
    if (inset)
        insetBox = QRectF(QPointF(room.area.left(), frame.bottom() - inset->size.height()), inset->size);
    const double spareBottom = insetBox ? insetBox->top() - gap : frame.bottom();
    const QRectF spare(QPointF(room.area.left(), legendBox.bottom() + gap),
                       QPointF(room.area.left() + columnWidth, spareBottom));
    return Furniture{frame, *std::move(fit), std::move(inset), std::move(legend), legendBox, insetBox, spare, {}};
}

std::optional<Furniture> inBand(const LayoutWork& work, const PageRoom& room) {
    const QSizeF most = largestInset(room);
    const double wide = room.area.width() - most.width() - gap;
    if (wide < narrowestLegend)
        return std::nullopt;
    const double band = std::max(legendOf(work, {wide, 0}, perhapsEnlarged(0)).block.size.height(), most.height());
    const QRectF frame = room.area.adjusted(0, room.above, 0, -(room.below + bandGap + band + gap + room.notes));
    std::optional<MapFit> fit = fitMap(work, frame);
    if (!fit)
        return std::nullopt;
    std::optional<Inset> inset = insetOf(work, *fit, most);
    const double beside = std::min(widestLegend, room.area.width() - (inset ? inset->size.width() + gap : 0));
    // Tiers part to fill the band; classes and symbols stand close together whatever the room.
    const double least = inset && !work.scene.thematic ? inset->size.height() : 0;
    Legend legend = legendOf(work, {beside, least}, mapsOf(work, *fit, inset));
    const double top = frame.bottom() + room.row + bandGap;
    const QRectF legendBox(QPointF(room.area.left(), top), legend.block.size);
    std::optional<QRectF> insetBox;
    if (inset)
        insetBox = QRectF(QPointF(room.area.right() - inset->size.width(), top), inset->size);
    const QRectF spare(QPointF(legendBox.right() + gap, top),
                       QPointF(insetBox ? insetBox->left() - gap : room.area.right(), top + band));
    return Furniture{frame, *std::move(fit), std::move(inset), std::move(legend), legendBox, insetBox, spare, {}};
}

/// On a page that is too narrow for an enlarged part beside the legend.
std::optional<Furniture> inStack(const LayoutWork& work, const PageRoom& room) {
    Legend legend = legendOf(work, {room.area.width(), 0}, {});
    const double under = room.below + bandGap + legend.block.size.height() + gap + room.notes;
    const QRectF frame = room.area.adjusted(0, room.above, 0, -under);
    std::optional<MapFit> fit = fitMap(work, frame);
    if (!fit)
        return std::nullopt;
    const QRectF legendBox(QPointF(room.area.left(), frame.bottom() + room.row + bandGap), legend.block.size);
    return Furniture{frame, *std::move(fit), std::nullopt, std::move(legend), legendBox, std::nullopt, {}, {}};
}

/// How wide somebody wants a part, within the page's margins.
std::optional<double> wantedWidth(const QString& part, const LayoutWork& work, const QRectF& area) {
    const std::optional<double> width = work.spec.places.value(part).width;
    return width.transform([&](double printed) {
        return std::clamp(printed / work.spec.magnified(), FigureSpec::Place::narrowest, area.width());
    });
}

/// The size for a width, or for the largest one whose height the page has room for.
QSizeF sizeWithin(const QRectF& area, double width, const auto& sizeOf) {
    QSizeF size = sizeOf(width);
    while (size.height() > area.height())
        size = sizeOf(size.width() - 1);
    return size;
}

/// As wide as somebody wants it, but never at the scale of the map: it would enlarge nothing.
Inset asWanted(const LayoutWork& work, const Inset& inset, const MapFit& fit, double width, const QRectF& area) {
    const auto sizeOf = [&](double wide) { return resized(work, inset, wide).size; };
    Inset wanted = resized(work, inset, sizeWithin(area, width, sizeOf).width());
    while ((wanted.denominator >= fit.denominator || !wanted.holdsTitle(work)) && wanted.size.width() < area.width())
        wanted = resized(work, inset, wanted.size.width() + 1);
    return wanted;
}

/// Moves what somebody has put elsewhere; nothing leaves the page's margins.
bool putWhereWanted(const QString& part, QRectF& box, const LayoutWork& work, const QRectF& area) {
    const auto place = work.spec.places.constFind(part);
    if (place == work.spec.places.cend())
        return false;
    box = putWithin(area, place->at / work.spec.magnified(), box.size());
    return true;
}

/// As large as there is room, beside the map rather than on it.
std::optional<QRectF> roomFor(const Overview& overview, const Furniture& furniture, const LayoutWork& work,
                              const QRectF& area, std::vector<QRectF> taken) {
    const double width = wantedWidth(u"overview"_s, work, area).value_or(Overview::widest);
    QRectF wanted(QPointF(0, 0), sizeWithin(area, width, [&](double wide) { return overview.size(wide); }));
    if (putWhereWanted(u"overview"_s, wanted, work, area))
        return wanted;
    taken.push_back(furniture.legendBox);
    if (furniture.insetBox)
        taken.push_back(*furniture.insetBox);
    const Polygons plan = toInk(furniture.fit.whole, furniture.fit.view);
    for (double wide = Overview::widest; wide >= Overview::narrowest; wide -= 2) {
        const QSizeF size = overview.size(wide);
        for (const QRectF& room : {furniture.spare, furniture.frame}) {
            const bool beside = room == furniture.spare;
            if (const auto box = freeRoom(room, beside ? Polygons() : plan, size, taken))
                return box;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Furniture> furnish(const LayoutWork& work, const PageRoom& room, const std::optional<Overview>& overview,
                                 const std::vector<QRectF>& blocks) {
    std::optional<Furniture> furniture = work.landscape() ? inCorners(work, room) : inBand(work, room);
    if (!furniture)
        furniture = work.landscape() ? inColumn(work, room) : inStack(work, room);
    if (!furniture)
        return std::nullopt;
    if (furniture->insetBox) {
        if (const auto width = wantedWidth(u"inset"_s, work, room.area)) {
            furniture->inset = asWanted(work, *furniture->inset, furniture->fit, *width, room.area);
            furniture->insetBox->setSize(furniture->inset->size);
        }
        putWhereWanted(u"inset"_s, *furniture->insetBox, work, room.area);
    }
    if (const auto width = wantedWidth(u"legend"_s, work, room.area)) {
        furniture->legend =
            legendOf(work, {std::max(*width, leastLegend), 0}, mapsOf(work, furniture->fit, furniture->inset));
        furniture->legendBox.setSize(furniture->legend.block.size);
    }
    putWhereWanted(u"legend"_s, furniture->legendBox, work, room.area);
    if (overview)
        furniture->overviewBox = roomFor(*overview, *furniture, work, room.area, blocks);
    for (const auto& box : {std::optional(furniture->legendBox), furniture->insetBox, furniture->overviewBox}) {
        if (box && box->intersects(furniture->frame))
            furniture->onMap.push_back(*box);
    }
    std::ranges::copy_if(blocks, std::back_inserter(furniture->onMap),
                         [&](const QRectF& box) { return box.intersects(furniture->frame); });
    return furniture;
}

QRectF putWithin(const QRectF& area, const QPointF& topLeft, const QSizeF& size) {
    return {QPointF(std::clamp(topLeft.x(), area.left(), std::max(area.left(), area.right() - size.width())),
                    std::clamp(topLeft.y(), area.top(), std::max(area.top(), area.bottom() - size.height()))),
            size};
}

} // namespace tiermap
