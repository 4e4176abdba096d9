#pragma once

#include "core/plan/text.h"

#include <QString>

#include <optional>

namespace tiermap {

/// Opens the main window with a project file, or with the built-in plan where `file` is empty. Returns the process's
/// exit code. The language is the one given, else the one last used, else the system's.
int startWindow(int argc, char** argv, const QString& file, std::optional<Language> language);

} // namespace tiermap
