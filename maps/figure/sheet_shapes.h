#pragma once

#include "maps/scene/projected_shapes.h"

#include <future>

namespace tiermap {

/// A plan's geometry in the projections of its sheets. All sheets of a plan have the same two: they are made once for the
/// pages of an atlas, or for one page while it is composed.
struct SheetShapes {
    explicit SheetShapes(const PlanShapes& plan);

    const PlanShapes& plan;    ///< must live as long
    ProjectedShapes equalArea; ///< conic, for small scales
    ProjectedShapes conformal; ///< Gauss-Krueger, for large ones

private:
    using Coming = std::future<ProjectedShapes>; ///< the two are worked out at the same time
    SheetShapes(const PlanShapes& plan, Coming conformal);
};

} // namespace tiermap
