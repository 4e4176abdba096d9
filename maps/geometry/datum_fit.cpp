#include "maps/geometry/datum_fit.h"

#include "maps/geometry/measure.h"
#include "maps/geometry/overlap.h"
#include "maps/geometry/points.h"

#include <algorithm>

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

} // namespace

QList<DatumFit> fitDatum(const std::vector<GeoPolygons>& layer, const std::vector<ZoneShape>& zones) {
    const std::vector<Pair> matched = pairs(layer, zones);
    if (matched.empty()) {
        return {};
    }
    QList<DatumFit> fits;
    for (const Datum datum : {Datum::Cgcs2000, Datum::Gcj02, Datum::Bd09}) {
        DatumFit fit{.datum = datum};
        for (const Pair& pair : matched) {
            const GeoPolygons moved = toCgcs2000(*pair.outline, datum);
            fit.overlap += overlap(moved, *pair.zone) / static_cast<double>(matched.size());
            fit.metresMoved += meanDistance(*pair.outline, moved) / static_cast<double>(matched.size());
        }
        fits << fit;
    }
    std::ranges::stable_sort(fits, std::ranges::greater(), &DatumFit::overlap);
    return fits;
}

} // namespace tiermap
