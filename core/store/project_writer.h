#pragma once

#include "core/project/project.h"
#include "core/store/database.h"

namespace tiermap {

/// Fills an empty database with a project. What fails goes to the database's FirstProblem.
void writeProject(Database& database, const Project& project);

} // namespace tiermap
