#pragma once

#include "core/analysis/scenario.h"
#include "core/problem.h"
#include "core/project/project.h"

#include <QCommandLineParser>

namespace tiermap {

// A scenario over the adopted plan, the same wherever a command tries one out or draws it.

void addMoveOptions(QCommandLineParser& parser); ///< --move and --scenario

/// Those of a kept scenario first. Zones and tiers may be called by their names. Problems name the option.
Result<QList<ZoneMove>> movesGiven(const QCommandLineParser& parser, const Project& project);

} // namespace tiermap
