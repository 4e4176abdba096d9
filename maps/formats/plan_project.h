#pragma once

#include "core/problem.h"
#include "core/project/project.h"

namespace tiermap {

/// Reads a whole plan package, geometry included: core/plan/package.h plus zones.geojson and context.geojson (optional).
/// Every zone of the layout needs exactly one valid shape; a missing, unknown or broken one is a Problem with file and
/// code.
Result<Project> readPlanProject(const QString& folder);

} // namespace tiermap
