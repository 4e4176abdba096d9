#pragma once

#include "core/problem.h"
#include "core/project/project.h"

namespace tiermap {

/// The Hangzhou plan as a project file, made by the build and installed beside the program; opened read-only.
QString builtInPlanFile();

bool isBuiltInPlan(const QString& file);

/// The file named, or the built-in plan where none is.
Result<Project> openProject(const QString& file);

} // namespace tiermap
