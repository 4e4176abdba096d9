#pragma once

#include <QStringList>

namespace tiermap {

/// Names as the fields of a .dbf may have them: ASCII letters, digits and underscores, beginning with a letter, at most
/// ten, each only once whatever the case. Names that are so already stay.
QStringList shortNames(const QStringList& names);

} // namespace tiermap
