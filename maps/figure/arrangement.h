#pragma once

#include "maps/geometry/shape.h"
#include "maps/scene/label_room.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace tiermap {

/// Where legend and inset lie in the map frame, and where the plan's middle does.
struct Arrangement {
    std::size_t shape = 0; ///< which of the legends that were offered
    QRectF legend;
    std::optional<QRectF> inset;
    QPointF middle;     ///< of the plan's bounding box; mm on the page
    double covered = 0; ///< mm2 of the plan that legend and inset hide
};

/// Puts legend and inset into corners of the frame and moves the plan within it, so that they hide as little of it as
/// can be; of equal choices the legend upper left, the inset lower right and the plan in the middle. Several
/// shapes of the legend may be offered, the best liked first. `plan` is that of the page, seen from the middle of its
/// bounding box.
Arrangement arrange(const QRectF& frame, const LabelGround& plan, const QSizeF& planSize,
                    const std::vector<QSizeF>& legends, const std::optional<QSizeF>& inset);

/// Room for one more box in a frame that hides none of the plan and keeps off what is `taken`: a corner where one is
/// free, else somewhere along an edge. `plan` in mm, y up, from the middle of the frame.
std::optional<QRectF> freeRoom(const QRectF& frame, const Polygons& plan, const QSizeF& size,
                               const std::vector<QRectF>& taken);

} // namespace tiermap
