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

    bool isCut() const; ///< at a scale that somebody wants, the frame may not hold them
};

/// At the scale and in the projection that the spec wants or, without, at the largest round scale that fits. None where
/// there is nothing to fit.
std::optional<MapFit> fitMap(const LayoutWork& work, const QRectF& frame);

/// Districts whose names do not fit into them with ease: those that an enlarged part should show.
QStringList crowdedZones(const LayoutWork& work, const MapFit& fit);

} // namespace tiermap
