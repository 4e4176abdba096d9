#pragma once

#include "maps/style/thematic_map.h"

namespace tiermap {

/// Ink of a strength from 0 to 1. Not transparent, since that makes PDFs that print differently: mixed with the ground.
QColor mixed(const QColor& ink, const QColor& ground, double strength);

/// Whether a style draws anything at a scale of 1 to `denominator`; 0: whatever the scale.
bool isDrawn(const LayerStyle& style, double denominator = 0);

/// A map as it lies on a ground: its ink and that of its legend as strong as the style says, and nothing of either where
/// the style is not drawn.
ThematicMap drawnMap(ThematicMap map, const QColor& ground, double denominator = 0);

} // namespace tiermap
