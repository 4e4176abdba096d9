#pragma once

#include "maps/scene/display_list.h"
#include "maps/scene/painter.h"
#include "maps/scene/text_measure.h"

class QPainter;

namespace tiermap {

/// Paints one label whose place is `at`; the painter's unit is the millimetre, y down. The live map makes its label
/// pictures with the same function.
void paintLabel(QPainter& painter, const Label& label, const QPointF& at, const TextMeasure& measure,
                TextInk text = TextInk::Text);

/// Its leader line, which is painted before any label so that it crosses no text.
void paintLeader(QPainter& painter, const Label& label, const QPointF& at, const TextMeasure& measure);

} // namespace tiermap
