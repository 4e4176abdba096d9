#pragma once

#include "maps/style/thematic_map.h"

#include <QString>

namespace tiermap {

// Words of thematic maps in the language of the interface.

QString words(MapWarning warning);
QString words(ClassMethod method);
QString words(LayerStyle::Kind kind);
QString words(LayerStyle::Measure measure);

} // namespace tiermap
