#pragma once

#include "maps/geometry/shape.h"

#include <QString>

#include <vector>

namespace tiermap {

struct ZoneShape {
    QString code;
    GeoPolygons polygons;
};

DegreeBox
extentOf(const std::vector<ZoneShape>& shapes); ///< of the outer rings; turned inside out where there are none

/// A stretch of border between two junctions. Neighbours share their vertices exactly, so each stretch exists once and
/// is drawn once.
struct Border {
    GeoLine line;
    QString left;  ///< code of the zone on the left of the line
    QString right; ///< empty where the outside lies on the right
};

/// All borders of zones that tile an area, each once, in a stable order. Zones that overlap others (of-which zones) do
/// not belong in the input.
std::vector<Border> sharedBorders(const std::vector<ZoneShape>& zones);

} // namespace tiermap
