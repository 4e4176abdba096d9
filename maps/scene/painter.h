#pragma once

#include "maps/scene/display_list.h"
#include "maps/scene/view.h"

#include <QFont>

class QPainter;

namespace tiermap {

/// How letters come onto the page: as text that can be searched and edited, or as their outlines.
enum class TextInk { Text, Outlines };

/// Paints a display list into view.frame. The painter's unit must be the millimetre (set by the caller through
/// scale()). Everything is clipped to the frame by Boost.Geometry, hatches included: SVG drops painter clips.
void paint(QPainter& painter, const DisplayList& list, const View& view, const QFont& font,
           TextInk text = TextInk::Text);

} // namespace tiermap
