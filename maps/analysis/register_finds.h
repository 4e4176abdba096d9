#pragma once

#include "maps/analysis/hexagon_spots.h"
#include "maps/register/register_clusters.h"
#include "maps/scene/found_ink.h"

namespace tiermap {

/// What is found among the rows of a register and drawn with them.
struct RegisterFinds {
    std::optional<RegisterClusters> clusters{};
    std::optional<HexagonSpots> spots{};
};

FoundAreas areasOf(const RegisterFinds& finds, const QColor& color);

/// What the choices ask for, of the rows that their filter lets pass; those that have not its text were never read.
/// Fails as clustersOf() and hexagonSpots() do.
Result<RegisterFinds> findsOf(const Plan& plan, const PlanShapes& shapes, const RegisterPoints& points,
                              const RegisterChoices& choices, const std::function<bool()>& goesOn = {});

} // namespace tiermap
