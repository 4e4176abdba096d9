#pragma once

#include "core/plan/text.h"

#include <QString>

#include <optional>

namespace tiermap {

/// The window is a module of its own, loaded by the program when no command is given: Qt Quick, Widgets and what they
/// bring along would cost each command a quarter of its 85 ms. This is the module's entry point, startWindow() by
/// another name; the number grows with each change of its arguments.
using StartWindow = int(int argc, char** argv, const QString& file, const std::optional<Language>& language);
inline constexpr auto startWindowName = "tiermapStartWindow1";

} // namespace tiermap
