#pragma once

#include "maps/geometry/projection.h"
#include "maps/scene/display_list.h"
#include "maps/scene/projected_shapes.h"
#include "maps/scene/text_measure.h"
#include "maps/scene/view.h"
#include "maps/style/theme.h"

namespace tiermap {

/// A meridian or a parallel at a round degree.
struct GraticuleLine {
    double degrees = 0;
    bool meridian = true;
    Line line; ///< projected metres
};

/// Lines at round degrees, seven at most from west to east, over a rectangle of degrees and `margin` times its size
/// beyond each of its sides.
std::vector<GraticuleLine> graticuleLines(const Projection& projection, const GeoPoint& southWest,
                                          const GeoPoint& northEast, double margin = 0);

/// Those around the zones of a plan, three times as wide as they are.
std::vector<GraticuleLine> graticuleAround(const ProjectedShapes& shapes);

Stroke graticuleStroke(const std::vector<GraticuleLine>& lines, const Theme& theme);

/// The degrees of lines where they cross the lower or left edge of a view in Web Mercator, which runs along them. What
/// would stand on a zone or an obstacle (mm on the page) is left out.
std::vector<Label> graticuleLabels(const std::vector<GraticuleLine>& lines, const ProjectedShapes& shapes,
                                   const View& view, const std::vector<QRectF>& obstacles, const Theme& theme,
                                   const TextMeasure& measure);

/// "119°30′E"; whole minutes, left out where they are nought.
QString longitudeText(double degrees);
QString latitudeText(double degrees);

} // namespace tiermap
