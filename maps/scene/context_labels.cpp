#include "maps/scene/clip.h"
#include "maps/scene/label_work.h"
#include "maps/scene/simplify.h"

#include <boost/geometry/geometries/box.hpp>

#include <algorithm>

namespace tiermap {

namespace {

// The mouth of a bay is not the bay: a name needs a part of the water that is this wide, compared with its widest.
constexpr double leastOfWhole = 0.25;
constexpr double narrowest = 0.7; // mm, radius of water that bears a name wider than itself

using GeoBox = boost::geometry::model::box<GeoPoint>;

/// Degrees that the frame can show, so that most shapes need no projecting.
GeoBox degreesOf(const LabelWork& work) {
    const QRectF frame = work.view.frame;
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (int i = 0; i <= 4; ++i) {
        for (int j = 0; j <= 4; ++j) {
            const QPointF page(frame.left() + frame.width() * i / 4, frame.top() + frame.height() * j / 4);
            const GeoPoint p = work.projection.inverse(work.view.toMetres(page));
            west = std::min(west, p.get<0>());
            east = std::max(east, p.get<0>());
            south = std::min(south, p.get<1>());
            north = std::max(north, p.get<1>());
        }
    }
    return {GeoPoint(west, south), GeoPoint(east, north)};
}

bool apart(const GeoBox& a, const GeoBox& b) {
    return a.max_corner().get<0>() < b.min_corner().get<0>() || b.max_corner().get<0>() < a.min_corner().get<0>() ||
           a.max_corner().get<1>() < b.min_corner().get<1>() || b.max_corner().get<1>() < a.min_corner().get<1>();
}

/// Envelopes of plain degrees: Boost's geographic one follows great circles, which costs time and changes nothing here.
GeoBox envelopeOf(const GeoPolygon& polygon) {
    GeoBox box{polygon.outer().front(), polygon.outer().front()};
    for (const GeoPoint& p : polygon.outer()) {
        box.min_corner().set<0>(std::min(box.min_corner().get<0>(), p.get<0>()));
        box.min_corner().set<1>(std::min(box.min_corner().get<1>(), p.get<1>()));
        box.max_corner().set<0>(std::max(box.max_corner().get<0>(), p.get<0>()));
        box.max_corner().set<1>(std::max(box.max_corner().get<1>(), p.get<1>()));
    }
    return box;
}

struct Named {
    ContextFeature::Role role;
    QString name;
    GeoPolygons whole;
    GeoPolygons polygons; ///< those of the whole that the frame can show
};

/// Shapes of one name together, as far as they can be seen: a name is written once.
std::vector<Named> namedContext(const LabelWork& work) {
    const GeoBox degrees = degreesOf(work);
    std::vector<Named> all;
    for (const ContextShape& context : work.shapes.context) {
        const bool water = context.role == ContextFeature::Role::Water;
        const auto* polygons = std::get_if<GeoPolygons>(&context.shape);
        const QString& name = context.name.in(work.options.language);
        if (!polygons || name.isEmpty() || !(water ? work.scene.water : work.scene.neighbours))
            continue;
        auto named =
            std::ranges::find_if(all, [&](const Named& n) { return n.role == context.role && n.name == name; });
        if (named == all.end())
            named = all.insert(all.end(), Named{context.role, name, {}, {}});
        for (const GeoPolygon& polygon : *polygons) {
            named->whole.push_back(polygon);
            if (!polygon.outer().empty() && !apart(envelopeOf(polygon), degrees))
                named->polygons.push_back(polygon);
        }
    }
    return all;
}

std::optional<QPointF> placeFor(const LabelWork& work, const Named& named, const QSizeF& size) {
    const Polygons shape = seen(work, named.polygons);
    if (shape.empty())
        return std::nullopt;
    const Anchor anchor = labelAnchor(shape, 0.5);
    const bool water = named.role == ContextFeature::Role::Water;
    bool onZones = false; // only a lake within the city is drawn above them
    if (water) {
        const Polygons whole = work.projection.forward(named.whole);
        const Polygons coarse = toInk(simplified(whole, 0.3 * work.view.metresPerMm), work.view);
        if (anchor.radius < leastOfWhole * labelAnchor(coarse, 0.5).radius)
            return std::nullopt;
        onZones = holds(work.city, extentOf(whole));
    }
    const auto free = [&](const QRectF& box) {
        return work.taken.free(box) && (onZones || work.ground->shareOutside(box.adjusted(-1, -1, 1, 1)) == 1);
    };
    for (const bool all : {false, true}) {
        for (const QPointF& place : placesInside(shape, anchor, size, all)) {
            const QRectF box = around(place, size);
            if (free(box))
                return place;
        }
    }
    // A lake or river narrower than its name bears it across its widest part.
    const QPointF widest(anchor.at.x(), anchor.at.y());
    if (water && anchor.radius > narrowest && free(around(widest, size)))
        return widest;
    return std::nullopt;
}

} // namespace

void placeContextLabels(LabelWork& work, Placement& placement) {
    const Theme& theme = work.scene.theme;
    for (const Named& named : namedContext(work)) {
        const bool water = named.role == ContextFeature::Role::Water;
        Label label{.text = named.name,
                    .size = work.options.size - (water ? 1.5 : 1),
                    .color = water ? theme.waterText : theme.quietText,
                    .halo = water ? theme.water : theme.land};
        const QSizeF size = work.sizeOf(label);
        const auto place = placeFor(work, named, size);
        if (!place)
            continue;
        label.at = work.toMetres(*place);
        work.taken.take(around(*place, size));
        placement.labels.push_back(std::move(label));
    }
}

} // namespace tiermap
