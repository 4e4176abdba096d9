#pragma once

#include "maps/scene/projected_shapes.h"

#include <future>

namespace tiermap {

/// A plan's geometry in the projections of its sheets. All sheets of a plan have the same two: they are made once for the
/// pages of an atlas, or for one page while it is composed.
class SheetShapes {
    std::shared_future<ProjectedShapes> m_conformal; // first: the two are worked out at the same time

public:
    explicit SheetShapes(const PlanShapes& plan);

    const PlanShapes& plan;    ///< must live as long
    ProjectedShapes equalArea; ///< conic, for small scales
    /// Gauss-Krueger, for large ones. They are asked for late, if at all, and waited for only then.
    const ProjectedShapes& conformal() const { return m_conformal.get(); }
};

} // namespace tiermap
