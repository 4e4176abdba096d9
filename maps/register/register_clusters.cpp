#include "maps/register/register_clusters.h"

#include "core/analysis/density_clusters.h"
#include "maps/geometry/measure.h"
#include "maps/geometry/projection.h"

#include <boost/geometry/algorithms/convex_hull.hpp>
#include <boost/geometry/geometries/multi_point.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Points = boost::geometry::model::multi_point<Point>;

/// Around places that may all be at one spot or in one line, too: a hull of circles of twelve corners.
Polygon outlineOf(const Points& places, double around) {
    Polygon hull;
    boost::geometry::convex_hull(places, hull);
    Points circles;
    for (const Point& corner : hull.outer().empty() ? Polygon::ring_type(places.begin(), places.end()) : hull.outer()) {
        constexpr int corners = 12;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            circles.emplace_back(corner.x() + around * std::cos(angle), corner.y() + around * std::sin(angle));
        }
    }
    Polygon outline;
    boost::geometry::convex_hull(circles, outline);
    return outline;
}

GeoPolygon toDegrees(const Polygon& outline, const Projection& projection) {
    GeoPolygon degrees;
    for (const Point& corner : outline.outer()) {
        degrees.outer().push_back(projection.inverse(corner));
    }
    return degrees;
}

/// The places that pass, and which point of the register each is.
struct Chosen {
    std::vector<MetrePoint> places;
    std::vector<std::uint32_t> numbers;
    Projection plane;
};

Chosen chosenOf(const RegisterPoints& points, const RegisterFilter& filter) {
    const PointIndex& index = *points.places;
    double sum = 0;
    for (std::size_t i = 0; i < index.size(); ++i) {
        sum += index.at(i).get<0>();
    }
    Chosen chosen{.places = {},
                  .numbers = {},
                  .plane = Projection::gaussKrueger(sum / static_cast<double>(std::max<std::size_t>(1, index.size())))};
    for (std::size_t i = 0; i < index.size(); ++i) {
        if (!passes(filter, points.points[index.number(i)])) {
            continue;
        }
        const Point metres = chosen.plane.forward(index.at(i));
        chosen.places.push_back({metres.x(), metres.y()});
        chosen.numbers.push_back(index.number(i));
    }
    return chosen;
}

} // namespace

QList<int> districtsOf(const RegisterCluster& cluster) {
    QList<int> zones = cluster.zones.keys();
    std::ranges::sort(zones, [&](int a, int b) {
        return std::pair(-cluster.zones.value(a), a) < std::pair(-cluster.zones.value(b), b);
    });
    return zones;
}

Result<RegisterClusters> clustersOf(const RegisterPoints& points, const ClusterChoices& choices,
                                    const std::function<bool()>& goesOn) {
    const Chosen chosen = chosenOf(points, choices.filter);
    const std::optional<double> reach = choices.reach ? choices.reach : suggestedReach(chosen.places, choices.least);
    if (!reach) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"reach"_s});
    }
    return densityClusters(chosen.places, *reach, choices.least, goesOn).transform([&](const DensityClusters& found) {
        RegisterClusters result{.reach = *reach, .places = static_cast<qint64>(chosen.places.size())};
        result.clusters.resize(found.sizes.size());
        std::vector<Points> places(found.sizes.size());
        for (std::size_t i = 0; i < chosen.places.size(); ++i) {
            const int of = found.members[i].cluster;
            if (of < 0) {
                ++result.alone;
                continue;
            }
            const RegisterPoint& point = points.points[chosen.numbers[i]];
            RegisterCluster& cluster = result.clusters[static_cast<std::size_t>(of)];
            cluster.rows.push_back(point.row);
            if (point.zone >= 0) {
                ++cluster.zones[point.zone];
            }
            places[static_cast<std::size_t>(of)].emplace_back(chosen.places[i].x, chosen.places[i].y);
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            RegisterCluster& cluster = result.clusters[i];
            std::ranges::sort(cluster.rows);
            double x = 0;
            double y = 0;
            for (const Point& place : places[i]) {
                x += place.x();
                y += place.y();
            }
            const auto count = static_cast<double>(places[i].size());
            cluster.middle = chosen.plane.inverse({x / count, y / count});
            cluster.outline = toDegrees(outlineOf(places[i], *reach / 2), chosen.plane);
            cluster.squareMetres = areaSquareMetres(GeoPolygons{cluster.outline});
        }
        return result;
    });
}

} // namespace tiermap
