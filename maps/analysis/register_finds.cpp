#include "maps/analysis/register_finds.h"

namespace tiermap {

FoundAreas areasOf(const RegisterFinds& finds, const QColor& color) {
    FoundAreas areas{.color = color};
    if (finds.clusters) {
        for (const RegisterCluster& cluster : finds.clusters->clusters) {
            areas.clusters.push_back(cluster.outline);
        }
    }
    if (finds.spots) {
        for (const HexagonSpot& hexagon : finds.spots->hexagons) {
            const Spot spot = spotOf(hexagon.spot);
            if (spot == Spot::Hot || spot == Spot::Cold) {
                (spot == Spot::Hot ? areas.hot : areas.cold).push_back(hexagon.outline);
            }
        }
    }
    return areas;
}

Result<RegisterFinds> findsOf(const Plan& plan, const PlanShapes& shapes, const RegisterPoints& points,
                              const RegisterChoices& choices, const std::function<bool()>& goesOn) {
    RegisterFilter filter = choices.filter;
    filter.text.clear();
    RegisterFinds finds;
    if (choices.clusters) {
        const double reach = *choices.clusters;
        auto found =
            clustersOf(points, {.reach = reach > 0 ? std::optional(reach) : std::nullopt, .filter = filter}, goesOn);
        if (!found) {
            return std::unexpected(found.error());
        }
        finds.clusters = *std::move(found);
    }
    if (choices.spots) {
        const double width = *choices.spots > 0 ? *choices.spots : suggestedHexagonWidth(shapes, points);
        auto found = hexagonSpots(plan, shapes, points, filter, width, {}, goesOn);
        if (!found) {
            return std::unexpected(found.error());
        }
        finds.spots = *std::move(found);
    }
    return finds;
}

} // namespace tiermap
