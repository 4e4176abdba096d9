#pragma once

#include "maps/scene/view.h"
#include "maps/style/hatch.h"

#include <QBrush>
#include <QColor>

#include <optional>

class QTransform;

namespace tiermap {

/// A hatch as a pattern of pixels that repeats itself, for painters whose unit is the pixel: it costs what a plain fill
/// costs, where its lines take some ten times as long. `toPixels` leads from the view's page to them. With `ground` it is
/// opaque. In the middle of the view its lines lie where hatchLines() has them; their spacing is rounded, so that a whole
/// number of pixels holds up to eight of them: by less than a hundredth where they are 12 pixels apart. Nothing where
/// lines are neither upright, level nor half way between, where they are too close, or where the page is turned.
std::optional<QBrush> hatchBrush(const Hatch& hatch, const std::optional<QColor>& ground, const View& view,
                                 const QTransform& toPixels);

} // namespace tiermap
