#pragma once

#include "core/project/table.h"

namespace tiermap {

/// What a column holds, in Chinese, for the dictionary beside a shapefile: the file stays with the data and so keeps the
/// plan's language whatever the window's is. The column's name where nobody has put it into words.
QString fieldMeaning(QLatin1StringView column);

} // namespace tiermap
