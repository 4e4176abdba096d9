#include "core/processors.h"
#include "maps/scene/clip.h"
#include "maps/scene/label_work.h"
#include "maps/scene/simplify.h"

#include <algorithm>

namespace tiermap {

namespace {

// The mouth of a bay is not the bay: a name needs a part of the water that is this wide, compared with its widest.
constexpr double leastOfWhole = 0.25;
constexpr double narrowest = 0.7; // mm, radius of water that bears a name wider than itself

struct Named {
    ContextFeature::Role role;
    QString name;
    Polygons whole{};   ///< projected metres
    bool within = true; ///< all of it lies above the zones
    bool visible = false;
    Polygons shape{}; ///< as far as it can be seen, ink coordinates
    Anchor anchor{};
    bool isMouth = false; ///< of water that lies beyond the frame
};

/// Shapes of one name together, those that can be seen: a name is written once.
std::vector<Named> namedContext(const LabelWork& work) {
    std::vector<Named> all;
    for (const ProjectedShapes::Context& context : work.shapes.context) {
        const bool water = context.role == ContextFeature::Role::Water;
        const auto* polygons = std::get_if<Polygons>(&context.shape);
        const QString& name = context.name.in(work.options.language);
        if (!polygons || name.isEmpty() || !(water ? work.scene.water : work.scene.neighbours))
            continue;
        auto named =
            std::ranges::find_if(all, [&](const Named& n) { return n.role == context.role && n.name == name; });
        if (named == all.end())
            named = all.insert(all.end(), Named{context.role, name});
        named->whole.insert(named->whole.end(), polygons->begin(), polygons->end());
        named->within = named->within && context.within;
        named->visible = named->visible || !apart(context.extent, work.view.extent());
    }
    std::erase_if(all, [](const Named& named) { return !named.visible; });
    return all;
}

/// Water wherever it lies, ink coordinates: land has its name on land.
Polygons seenWater(const LabelWork& work) {
    Polygons all;
    for (const ProjectedShapes::Context& context : work.shapes.context) {
        const auto* polygons = std::get_if<Polygons>(&context.shape);
        if (context.role != ContextFeature::Role::Water || !polygons || !work.scene.water)
            continue;
        const Polygons water = seen(work, *polygons);
        all.insert(all.end(), water.begin(), water.end());
    }
    return all;
}

void lookAt(const LabelWork& work, Named& named) {
    named.shape = seen(work, named.whole);
    named.anchor = labelAnchor(named.shape, 0.5);
    if (named.role != ContextFeature::Role::Water)
        return;
    const Polygons coarse = toInk(simplified(named.whole, 0.3 * work.view.metresPerMm), work.view);
    named.isMouth = named.anchor.radius < leastOfWhole * labelAnchor(coarse, 0.5).radius;
}

std::optional<QPointF> placeFor(const LabelWork& work, const Named& named, const QSizeF& size, const Polygons& wet) {
    if (named.shape.empty() || named.isMouth)
        return std::nullopt;
    const bool water = named.role == ContextFeature::Role::Water;
    const auto free = [&](const QRectF& box) {
        // Only a lake within the city is drawn above the zones.
        return work.taken.free(box) && (water || !meets(box, wet)) &&
               ((water && named.within) || work.ground->shareOutside(box.adjusted(-1, -1, 1, 1)) == 1);
    };
    for (const bool all : {false, true}) {
        for (const QPointF& place : placesInside(named.shape, named.anchor, size, all)) {
            const QRectF box = around(place, size);
            if (free(box))
                return place;
        }
    }
    // A lake or river narrower than its name bears it across its widest part.
    const QPointF widest(named.anchor.at.x(), named.anchor.at.y());
    if (water && named.anchor.radius > narrowest && free(around(widest, size)))
        return widest;
    return std::nullopt;
}

} // namespace

void placeContextLabels(LabelWork& work, Placement& placement) {
    const Theme& theme = work.scene.theme;
    const Polygons wet = seenWater(work);
    std::vector<Named> all = namedContext(work);
    inParallel(all.size(), [&](std::size_t i) { lookAt(work, all[i]); });
    for (const Named& named : all) {
        const bool water = named.role == ContextFeature::Role::Water;
        Label label{.text = named.name,
                    .size = std::max(work.options.size - (water ? 1.5 : 1), work.options.least),
                    .color = water ? theme.waterText : theme.quietText,
                    .halo = water ? theme.water : theme.land};
        const QSizeF size = work.sizeOf(label);
        const auto place = placeFor(work, named, size, wet);
        if (!place)
            continue;
        label.at = work.toMetres(*place);
        work.taken.take(around(*place, size));
        placement.labels.push_back(std::move(label));
    }
}

} // namespace tiermap
