#pragma once

#include "maps/scene/display_list.h"
#include "maps/scene/view.h"

#include <QFont>

class QPainter;

namespace tiermap {

/// How letters come onto the page: as text that can be searched and edited, or as their outlines.
enum class TextInk { Text, Outlines };

/// Paints a display list into view.frame, to which it is trimmed (trim.h): nothing is clipped here, since SVG drops
/// painter clips. The painter's unit must be the millimetre (set by the caller through scale()).
void paint(QPainter& painter, const DisplayList& list, const View& view, const QFont& font,
           TextInk text = TextInk::Text);

} // namespace tiermap
