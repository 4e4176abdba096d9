#pragma once

#include "maps/figure/block.h"
#include "maps/geometry/projection.h"
#include "maps/scene/label_room.h"
#include "maps/style/theme.h"

#include <optional>
#include <vector>

namespace tiermap {

/// Meridians and parallels at round degrees: light lines for the bottom of the map, and small labels at the lower and
/// left edge of its frame.
struct Graticule {
    Stroke lines;
    Panel labels;
    std::vector<QRectF> boxes; ///< of the labels, mm on the page
};

/// Labels that would stand on what is `covered` (boxes on the page) or on the plan are left out. Where zones fill the
/// frame there is no `plan`: they stand on it, on a ground of their own. `labelSize` in pt.
Graticule graticule(const Projection& projection, const View& view, const std::vector<QRectF>& covered,
                    const std::optional<LabelGround>& plan, double labelSize, const Theme& theme,
                    const TextMeasure& measure);

} // namespace tiermap
