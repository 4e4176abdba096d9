#pragma once

#include "maps/geometry/datum.h"
#include "maps/geometry/topology.h"

#include <vector>

namespace tiermap {

/// How well polygons lie on a plan's zones if their degrees are of this datum.
struct DatumFit {
    Datum datum{};
    double overlap = 0; ///< mean over the polygons: intersection over union with the zone they share most with, 0 to 1
    double metresMoved = 0; ///< mean over their points, by toCgcs2000()
};

/// One each for CGCS2000, GCJ-02 and BD-09, best overlap first. Empty where no polygon has half of its area in common
/// with a zone: then they tell nothing. Zones that lie within others (`within`) are left out. The mean over outlines, not
/// over their area, since the shift of half a kilometre shows most in small ones.
QList<DatumFit> fitDatum(const std::vector<GeoPolygons>& layer, const std::vector<ZoneShape>& zones);

} // namespace tiermap
