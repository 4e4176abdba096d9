#pragma once

#include "maps/geometry/datum.h"
#include "maps/geometry/topology.h"

#include <vector>

namespace tiermap {

/// How well polygons or points lie on a plan's zones if their degrees are of this datum.
struct DatumFit {
    Datum datum{};
    /// Mean over the polygons: intersection over union with the zone they share most with, 0 to 1. Of points: the share
    /// of them that lie in the zone that they are said to lie in.
    double overlap = 0;
    double metresMoved = 0; ///< mean over their points, by toCgcs2000()
    int points = 0;         ///< that were compared; 0: polygons were
};

/// A point and what it is said to lie in.
struct PlacedPoint {
    GeoPoint point;
    QString zone; ///< its code
};

/// One each for CGCS2000, GCJ-02 and BD-09, best overlap first. Empty where no polygon has half of its area in common
/// with a zone: then they tell nothing. Zones that lie within others (`within`) are left out. The mean over outlines, not
/// over their area, since the shift of half a kilometre shows most in small ones.
QList<DatumFit> fitDatum(const std::vector<GeoPolygons>& layer, const std::vector<ZoneShape>& zones);

/// The same of points. Those of zones without a polygon count for nothing; empty where there are no others.
QList<DatumFit> fitPoints(const std::vector<PlacedPoint>& points, const std::vector<ZoneShape>& zones);

/// Whether one fit is so much better than another that it is no accident: by a hundredth of the overlap (the plan's own
/// outlines are coarse, but half a kilometre costs a district 3 to 30 per cent), and of points by three that leave at
/// most half of those that the other one has outside.
bool isClearlyBetter(const DatumFit& one, const DatumFit& other);

} // namespace tiermap
