#pragma once

#include "core/plan/plan.h"
#include "core/problem.h"

namespace tiermap {

/// Reads a plan package (resources/plans/README.md describes the folder) without its geometry, and checks every
/// reference in it. A Problem names the file, the row or JSON path, and the field.
Result<Plan> readPlanPackage(const QString& folder);

} // namespace tiermap
