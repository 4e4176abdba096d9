#include "maps/figure/sheet_shapes.h"

namespace tiermap {

namespace {

Projection conic(const PlanShapes& plan) {
    const auto [west, south, east, north] = extentOf(plan.zones);
    return Projection::conicEqualArea(west, south, east, north);
}

Projection gaussKrueger(const PlanShapes& plan) {
    const auto [west, south, east, north] = extentOf(plan.zones);
    return Projection::gaussKrueger((west + east) / 2);
}

} // namespace

SheetShapes::SheetShapes(const PlanShapes& plan)
    : m_conformal(std::async(std::launch::async, [&plan] { return projected(plan, gaussKrueger(plan)); }))
    , plan(plan)
    , equalArea(projected(plan, conic(plan))) {}

} // namespace tiermap
