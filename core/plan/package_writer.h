#pragma once

#include "core/plan/plan.h"
#include "core/problem.h"

namespace tiermap {

/// Writes a plan package without its geometry into a folder that is there: what readPlanPackage() reads from it is the
/// same plan. Each file is written whole or not at all. Author and time of observations are not part of a package.
Result<void> writePlanPackage(const Plan& plan, const QString& folder);

} // namespace tiermap
