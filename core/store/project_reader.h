#pragma once

#include "core/project/project.h"
#include "core/store/database.h"

namespace tiermap {

/// Whether the open database has our schema table.
bool holdsProject(Database& database);

/// Reads what writeProject wrote. What fails goes to the database's FirstProblem; the project is whole only without one.
Project readProject(Database& database);

} // namespace tiermap
