#pragma once

#include "core/plan/completeness.h"
#include "core/plan/plan.h"
#include "core/problem.h"

namespace tiermap {

/// Reads a plan package (resources/plans/README.md describes the folder) without its geometry, and checks every
/// reference in it. A Problem names the file, the row or JSON path, and the field.
Result<Plan> readPlanPackage(const QString& folder);

/// All that there is to say of a package.
struct PackageFindings {
    QList<Problem> problems{}; ///< what is wrong
    QList<PlanGap> gaps{};     ///< what is not complete
};

/// Not only the first problem, and what is still to be filled in; geometry aside. Where a file is missing or cannot be
/// parsed only that and what else was found while reading is told.
PackageFindings checkPlanPackage(const QString& folder);

} // namespace tiermap
