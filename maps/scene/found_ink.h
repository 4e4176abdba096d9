#pragma once

#include "maps/geometry/projection.h"
#include "maps/scene/display_list.h"
#include "maps/style/theme.h"

namespace tiermap {

/// What was found among the rows of a register, to be drawn over the zones: alike on the live map and on a sheet. EPSG:4490.
struct FoundAreas {
    GeoPolygons clusters{}; ///< outlines of rows that lie close together
    QColor color{};         ///< of the points that they hold; that of the theme where there is none
    GeoPolygons hot{};      ///< where more rows lie together than chance would have it
    GeoPolygons cold{};     ///< where fewer do
};

// Hot and cold are told apart by their lines, too: crossed and level. Either is seen on light and dark ground.
Hatch hotHatch();
Hatch coldHatch();

std::vector<double> clusterDash();
inline constexpr double clusterWidth = 0.5; ///< mm

/// In the metres of the projection.
void addFound(DisplayList& list, const FoundAreas& found, const Projection& projection, const Theme& theme);

} // namespace tiermap
