#include "maps/analysis/hexagon_spots.h"

#include "maps/geometry/projection.h"
#include "maps/geometry/zone_grid.h"
#include "maps/style/hexagon_bins.h"

#include <boost/geometry/algorithms/assign.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Box = boost::geometry::model::box<Point>;

/// The districts, which tile the city; indexes go back to PlanShapes::zones.
struct Districts {
    std::vector<const GeoPolygons*> polygons{};
    QStringList codes{};
};

Districts districtsOf(const Plan& plan, const PlanShapes& shapes) {
    Districts districts;
    for (const ZoneShape& shape : shapes.zones) {
        const Zone* zone = plan.zone(shape.code);
        if (zone && zone->kind == Zone::Kind::District) {
            districts.polygons.push_back(&shape.polygons);
            districts.codes << shape.code;
        }
    }
    return districts;
}

/// The plane of the hexagons, and what they are to cover of it.
struct Ground {
    Projection plane;
    Box extent;
};

Ground groundOf(const PlanShapes& shapes) {
    const auto [west, south, east, north] = extentOf(shapes.zones);
    Ground ground{.plane = Projection::conicEqualArea(west, south, east, north), .extent = {}};
    boost::geometry::assign_inverse(ground.extent);
    for (const ZoneShape& shape : shapes.zones) {
        for (const GeoPolygon& polygon : shape.polygons) {
            for (const GeoPoint& corner : polygon.outer()) {
                boost::geometry::expand(ground.extent, ground.plane.forward(corner));
            }
        }
    }
    return ground;
}

/// Of hexagons of which so many cover a rectangle.
double widthOf(int hexagons, const Box& extent) {
    const double squareMetres =
        (extent.max_corner().x() - extent.min_corner().x()) * (extent.max_corner().y() - extent.min_corner().y());
    return std::sqrt(squareMetres / (hexagons * std::numbers::sqrt3 / 2));
}

/// The centres of all hexagons that could have their middle in a rectangle.
std::vector<Point> centresWithin(const Box& extent, double width) {
    const auto& [low, high] = std::pair(extent.min_corner(), extent.max_corner());
    std::vector<Point> centres;
    const double rise = 1.5 * width * std::numbers::inv_sqrt3;
    const auto first = static_cast<int>(std::floor(low.y() / rise));
    const auto last = static_cast<int>(std::ceil(high.y() / rise));
    for (int row = first; row <= last; ++row) {
        const double shift = row % 2 == 0 ? 0 : width / 2;
        for (double x = std::floor((low.x() - shift) / width) * width + shift; x <= high.x(); x += width) {
            centres.emplace_back(x, row * rise);
        }
    }
    return centres;
}

Point middleOf(const Hexagon& hexagon) {
    const auto& corners = hexagon.outline.outer();
    return {corners[0].x(), (corners[0].y() + corners[3].y()) / 2};
}

/// Neighbours by their places in the lattice: two half widths apart, or one and three half sides.
std::vector<std::vector<int>> neighboursIn(const std::vector<Point>& middles, double width) {
    const double stepX = width / 2;
    const double stepY = width * std::numbers::inv_sqrt3 / 2;
    std::map<std::pair<int, int>, int> places;
    const auto placeOf = [&](const Point& middle) {
        return std::pair(static_cast<int>(std::lround(middle.x() / stepX)),
                         static_cast<int>(std::lround(middle.y() / stepY)));
    };
    for (std::size_t i = 0; i < middles.size(); ++i) {
        places.emplace(placeOf(middles[i]), static_cast<int>(i));
    }
    std::vector<std::vector<int>> neighbours(middles.size());
    for (std::size_t i = 0; i < middles.size(); ++i) {
        const auto [column, row] = placeOf(middles[i]);
        for (const auto& [east, north] : {std::pair(-2, 0), {2, 0}, {-1, -3}, {1, -3}, {-1, 3}, {1, 3}}) {
            const auto found = places.find({column + east, row + north});
            if (found != places.end()) {
                neighbours[i].push_back(found->second);
            }
        }
    }
    return neighbours;
}

} // namespace

Result<HexagonSpots> hexagonSpots(const Plan& plan, const PlanShapes& shapes, const RegisterPoints& points,
                                  const RegisterFilter& filter, double width, const PermutationSettings& settings,
                                  const std::function<bool()>& goesOn) {
    const auto tooMany = [&](double least) {
        return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                       .field = u"width"_s,
                                       .arguments = {QString::number(width), QString::number(std::ceil(least)), {}}});
    };
    const Ground ground = groundOf(shapes);
    const auto& [plane, extent] = ground;
    // In the rectangle around the city; the city itself may have fewer, which is found out below.
    const double least = widthOf(mostHexagons, extent);
    if (!(width > 0) || !std::isfinite(width) || width < least / 4) {
        return tooMany(least);
    }

    const Districts districts = districtsOf(plan, shapes);
    const ZoneGrid grid(districts.polygons);
    const auto districtAt = [&](const GeoPoint& place) { return grid.at(place.get<0>(), place.get<1>()); };
    std::vector<Point> places = centresWithin(extent, width);
    std::erase_if(places, [&](const Point& centre) { return districtAt(plane.inverse(centre)) < 0; });
    std::vector<double> weights(places.size(), 0); // a middle makes its hexagon, and counts for nothing
    const PointIndex& index = *points.places;
    for (std::size_t i = 0; i < index.size(); ++i) {
        const RegisterPoint& point = points.points[index.number(i)];
        if (point.zone >= 0 && passes(filter, point) && districtAt(index.at(i)) >= 0) {
            places.push_back(plane.forward(index.at(i)));
            weights.push_back(1);
        }
    }
    HexagonSpots result{.width = width, .places = static_cast<qint64>(std::ranges::count(weights, 1.0))};
    const std::vector<Hexagon> bins = hexagonBins(places, width, Point(0, 0), weights);
    if (bins.empty() || bins.size() > mostHexagons) {
        return tooMany(width * std::sqrt(static_cast<double>(bins.size()) / mostHexagons));
    }
    std::vector<Point> middles;
    std::vector<double> counts;
    for (const Hexagon& bin : bins) {
        middles.push_back(middleOf(bin));
        counts.push_back(bin.sum);
    }
    const QList<Hotspot> spots = hotspots(counts, neighboursIn(middles, width), settings, goesOn);
    if (goesOn && !goesOn()) {
        return std::unexpected(Problem{.code = Problem::Code::Cancelled});
    }
    for (std::size_t i = 0; i < bins.size(); ++i) {
        HexagonSpot& hexagon = result.hexagons.emplace_back();
        for (const Point& corner : bins[i].outline.outer()) {
            hexagon.outline.outer().push_back(plane.inverse(corner));
        }
        hexagon.middle = plane.inverse(middles[i]);
        hexagon.spot = spots[static_cast<qsizetype>(i)];
        const int district = districtAt(hexagon.middle);
        hexagon.spot.zone = district < 0 ? QString() : districts.codes[district];
    }
    return result;
}

double suggestedHexagonWidth(const PlanShapes& shapes, const RegisterPoints& points) {
    constexpr int usual = 1000;
    constexpr double step = 500; // metres
    const auto& [plane, extent] = groundOf(shapes);
    Box rows;
    boost::geometry::assign_inverse(rows);
    for (std::size_t i = 0; i < points.places->size(); ++i) {
        if (points.points[points.places->number(i)].zone >= 0) {
            boost::geometry::expand(rows, plane.forward(points.places->at(i)));
        }
    }
    const bool any = rows.min_corner().x() <= rows.max_corner().x();
    const double width = std::max(any ? widthOf(usual, rows) : 0, widthOf(mostHexagons, extent));
    return std::ceil(width / step) * step;
}

const HexagonSpot* hexagonAt(const HexagonSpots& spots, const GeoPoint& place) {
    const auto found = std::ranges::find_if(spots.hexagons, [&](const HexagonSpot& hexagon) {
        return boost::geometry::covered_by(place, hexagon.outline);
    });
    return found == spots.hexagons.end() ? nullptr : &*found;
}

} // namespace tiermap
