#pragma once

#include "maps/figure/sheet.h"
#include "maps/style/thematic_map.h"

#include <QString>

namespace tiermap {

// Words of thematic maps in the language of the interface.

QString words(MapWarning warning);
QString words(ClassMethod method);
QString words(LayerStyle::Kind kind);
QString words(LayerStyle::Measure measure);

/// What whoever made a figure should know of it, a sentence each: warnings, what found no room, what its scale leaves out.
QStringList remarks(const Sheet& sheet, const Plan& plan);

} // namespace tiermap
