#pragma once

#include "maps/geometry/shape.h"

#include <vector>

namespace tiermap {

/// A cell of a honeycomb and the points in it.
struct Hexagon {
    Polygon outline; ///< neighbours share corners to the last digit
    int count = 0;
    double sum = 0; ///< of the points' weights
};

/// Counts points in regular hexagons with a corner at the top. `width` is the distance between two parallel sides in
/// metres: an area of sqrt(3)/2 width^2. One hexagon has its centre in `origin`. Only hexagons with points, row by row
/// from the south, in a row from the west.
///
/// Every point with finite coordinates is in exactly one: the nearest centre's, on a side that of the hexagon to the
/// east, as no side runs east-west (the two staggered lattices of Carr, Olsen and White 1992). Weights go by the index
/// of the point; without weights each point weighs 1, and a weight that is missing or not finite adds nothing. None
/// where the width is not positive.
std::vector<Hexagon> hexagonBins(const std::vector<Point>& points, double width, const Point& origin,
                                 const std::vector<double>& weights = {});

} // namespace tiermap
