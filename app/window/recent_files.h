#pragma once

#include <QStringList>

namespace tiermap {

/// The projects last opened, the newest first, ten at most. Those that are gone are left out.
QStringList recentFiles();

void rememberFile(const QString& file);

} // namespace tiermap
