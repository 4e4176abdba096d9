#pragma once

#include "core/project/edit.h"
#include "core/project/project.h"

namespace tiermap {

/// The edit that keeps a scenario under a name, over one that has it; nothing to do where it has these moves.
Edit keepScenario(const Project& project, const QString& name, const QStringList& moves);

/// DuplicateKey where another scenario has the name.
Result<Edit> renameScenario(const Project& project, const SavedScenario& scenario, const QString& name);

} // namespace tiermap
