#pragma once

#include "maps/scene/display_list.h"
#include "maps/style/area_ink.h"

#include <QIcon>
#include <QSize>

namespace tiermap {

inline constexpr QSize swatchSize(28, 16); ///< logical pixels

/// A legend swatch is a small map: the same primitives, the same painter. Positions are mm from its lower left corner.
QIcon swatch(const DisplayList& list, qreal ratio);

/// A hatch lies over the zone around it, in the legend as on the map.
DisplayList fillSwatch(const AreaInk& ink, const std::optional<QColor>& ground = {});

DisplayList symbolSwatch(Symbol symbol);

} // namespace tiermap
