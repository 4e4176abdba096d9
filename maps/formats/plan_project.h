#pragma once

#include "core/plan/package.h"
#include "core/problem.h"
#include "core/project/project.h"

namespace tiermap {

/// Reads a whole plan package, geometry included: core/plan/package.h plus zones.geojson and context.geojson (optional).
/// Every zone of the layout needs exactly one valid shape; a missing, unknown or broken one is a Problem with file and
/// code.
Result<Project> readPlanProject(const QString& folder);

/// Everything that is wrong with a package, and what is not complete: core/plan/package.h, and the shapes where the plan
/// itself can be read. Empty for a sound one.
PackageFindings checkPlanProject(const QString& folder);

/// Writes a whole package into a folder, which is made where it does not exist: what readPlanProject() reads from it is the
/// same, coordinates to a millimetre. Fails with FileUnwritable, and FileExists where the folder has a plan.json.
Result<void> writePlanProject(const Project& project, const QString& folder);

} // namespace tiermap
