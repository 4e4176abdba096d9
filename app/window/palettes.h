#pragma once

#include <QPalette>

namespace tiermap {

/// Gives the program a light or dark palette, or follows the desktop (Unknown). Desktops that tell Qt nothing about
/// colour schemes, bare X11 among them, get palettes of our own.
void applyColorScheme(Qt::ColorScheme scheme);

} // namespace tiermap
