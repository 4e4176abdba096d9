#include "maps/geometry/datum_fit.h"

#include "maps/geometry/measure.h"
#include "maps/geometry/overlap.h"
#include "maps/geometry/planar.h"
#include "maps/geometry/points.h"

#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace tiermap {

namespace {

/// Which zone each outline is meant for; the shift is small beside a zone.
struct Pair {
    const GeoPolygons* outline;
    const GeoPolygons* zone;
};

std::vector<Pair> pairs(const std::vector<GeoPolygons>& layer, const std::vector<ZoneShape>& zones) {
    constexpr double least = 0.5;
    std::vector<Pair> result;
    for (const GeoPolygons& outline : layer) {
        const ZoneShape* best = nullptr;
        double most = least;
        for (const ZoneShape& zone : zones) {
            if (const double share = overlap(outline, zone.polygons); share > most) {
                most = share;
                best = &zone;
            }
        }
        if (best != nullptr) {
            result.push_back({&outline, &best->polygons});
        }
    }
    return result;
}

double meanDistance(const GeoPolygons& from, const GeoPolygons& to) {
    std::vector<GeoPoint> before;
    GeoPolygons copy = from;
    eachPoint(copy, [&](GeoPoint& point) { before.push_back(point); });
    copy = to;
    double sum = 0;
    std::size_t at = 0;
    eachPoint(copy, [&](GeoPoint& point) { sum += distanceMetres(before[at++], point); });
    return before.empty() ? 0 : sum / static_cast<double>(before.size());
}

QList<DatumFit> bestFirst(auto fitOf) {
    QList<DatumFit> fits;
    for (const Datum datum : {Datum::Cgcs2000, Datum::Gcj02, Datum::Bd09}) {
        fits << fitOf(datum);
    }
    std::ranges::stable_sort(fits, std::ranges::greater(), &DatumFit::overlap);
    return fits;
}

} // namespace

QList<DatumFit> fitDatum(const std::vector<GeoPolygons>& layer, const std::vector<ZoneShape>& zones) {
    const std::vector<Pair> matched = pairs(layer, zones);
    return matched.empty() ? QList<DatumFit>() : bestFirst([&](Datum datum) {
        DatumFit fit{.datum = datum};
        for (const Pair& pair : matched) {
            const GeoPolygons moved = toCgcs2000(*pair.outline, datum);
            fit.overlap += overlap(moved, *pair.zone) / static_cast<double>(matched.size());
            fit.metresMoved += meanDistance(*pair.outline, moved) / static_cast<double>(matched.size());
        }
        return fit;
    });
}

QList<DatumFit> fitPoints(const std::vector<PlacedPoint>& points, const std::vector<ZoneShape>& zones) {
    std::map<QString, Polygons> places;
    for (const ZoneShape& zone : zones) {
        places.emplace(zone.code, planar(zone.polygons));
    }
    std::vector<const PlacedPoint*> known;
    for (const PlacedPoint& point : points) {
        if (places.contains(point.zone)) {
            known.push_back(&point);
        }
    }
    const auto share = 1 / static_cast<double>(known.size());
    return known.empty() ? QList<DatumFit>() : bestFirst([&](Datum datum) {
        DatumFit fit{.datum = datum, .points = static_cast<int>(known.size())};
        for (const PlacedPoint* placed : known) {
            const GeoPoint moved = toCgcs2000(placed->point, datum);
            fit.overlap += boost::geometry::covered_by(planar(moved), places.at(placed->zone)) ? share : 0;
            fit.metresMoved += distanceMetres(placed->point, moved) * share;
        }
        return fit;
    });
}

bool isClearlyBetter(const DatumFit& one, const DatumFit& other) {
    constexpr double margin = 0.01;
    constexpr double fewest = 3;
    const double outside = 1 - one.overlap;
    const double outsideThen = 1 - other.overlap;
    return one.overlap - other.overlap >= margin &&
           (one.points == 0 ||
            (std::round((outsideThen - outside) * one.points) >= fewest && outside * 2 <= outsideThen));
}

} // namespace tiermap
