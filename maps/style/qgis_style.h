#pragma once

#include "maps/style/thematic_map.h"

namespace tiermap {

/// A style file of QGIS (QML, symbology only) for the table of zones that looks like a thematic map: each class of colours
/// a category of zones by their codes, each circle at its zone's centre. It tells the map as it is now: QGIS does not know
/// where the numbers come from. Empty for kinds that QGIS has no like of (charts, dots, densities).
QString qgisStyle(const Plan& plan, const ThematicMap& map);

} // namespace tiermap
