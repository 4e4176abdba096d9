#pragma once

#include "maps/analysis/hotspots.h"
#include "maps/register/register_points.h"

namespace tiermap {

/// A hexagon of a honeycomb over the districts, and whether it and those around it have more or fewer rows of a register
/// than chance would give them.
struct HexagonSpot {
    GeoPolygon outline; ///< EPSG:4490
    GeoPoint middle;
    Hotspot spot; ///< `value`: rows; `zone`: the district that the middle lies in, empty where it lies in none
};

struct HexagonSpots {
    double width = 0;  ///< metres between two parallel sides
    qint64 places = 0; ///< rows with a place in a district that pass the filter
    std::vector<HexagonSpot> hexagons{};
};

constexpr int mostHexagons = 5000;

/// Hexagons of equal area whose middle lies in a district, and those that have rows: one without rows counts as none, not
/// as missing. Six neighbours at most, fewer along the border. Rows outside of the districts do not count.
/// OutOfRange (field "width") where there would be more than mostHexagons or none at all; Cancelled.
Result<HexagonSpots> hexagonSpots(const Plan& plan, const PlanShapes& shapes, const RegisterPoints& points,
                                  const RegisterFilter& filter, double width, const PermutationSettings& settings = {},
                                  const std::function<bool()>& goesOn = {});

/// A width to begin with, in whole half kilometres: about a thousand hexagons would cover the rectangle of all rows that
/// have a place in a zone, whatever the filter, and there are not too many over the plan.
double suggestedHexagonWidth(const PlanShapes& shapes, const RegisterPoints& points);

/// The hexagon that a place is in; null where there is none.
const HexagonSpot* hexagonAt(const HexagonSpots& spots, const GeoPoint& place);

} // namespace tiermap
