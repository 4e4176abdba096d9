#pragma once

#include "maps/figure/layout_work.h"

#include <optional>

namespace tiermap {

/// The plan, or the zones of it that the sheet is about, fitted into a frame: projection, round scale, and a view with the plan in the middle.
struct MapFit {
    const ProjectedShapes* shapes = nullptr; ///< of the layout; in the projection of the map
    double denominator = 0;
    Polygons whole; ///< all zones that the sheet is about, projected metres
    QSizeF size;    ///< of their bounding box, mm
    View view;
};

/// Conic equal-area, or Gauss-Krueger where the scale is 1:500 000 or larger. None where there is nothing to fit.
std::optional<MapFit> fitMap(const LayoutWork& work, const QRectF& frame);

/// Districts whose names do not fit into them with ease: those that an enlarged part should show.
QStringList crowdedZones(const LayoutWork& work, const MapFit& fit);

} // namespace tiermap
