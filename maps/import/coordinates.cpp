#include "maps/import/coordinates.h"

#include "maps/geometry/measure.h"
#include "maps/geometry/points.h"
#include "maps/geometry/source_crs.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Extent {
    double west = INFINITY;
    double south = INFINITY;
    double east = -INFINITY;
    double north = -INFINITY;

    void add(const GeoPoint& point) {
        west = std::min(west, point.get<0>());
        east = std::max(east, point.get<0>());
        south = std::min(south, point.get<1>());
        north = std::max(north, point.get<1>());
    }
    bool holds(const GeoPoint& point, double margin) const {
        return point.get<0>() >= west - margin && point.get<0>() <= east + margin && point.get<1>() >= south - margin &&
               point.get<1>() <= north + margin;
    }
};

/// Some of the points, from all over the source. What is no number, or none on Earth, tells nothing.
std::vector<GeoPoint> samplesOf(SourceRows& rows) {
    constexpr std::size_t enough = 200;
    constexpr double farthest = 1e9;
    std::vector<GeoPoint> points;
    for (SourceRow& row : rows.rows) {
        if (row.shape) {
            eachPoint(*row.shape, [&](const GeoPoint& point) {
                if (std::abs(point.get<0>()) < farthest && std::abs(point.get<1>()) < farthest) {
                    points.push_back(point);
                }
            });
        }
    }
    const std::size_t step = points.size() / enough + 1;
    std::vector<GeoPoint> samples;
    for (std::size_t i = 0; i < points.size(); i += step) {
        samples.push_back(points[i]);
    }
    return samples;
}

bool isDegrees(const GeoPoint& point) { return std::abs(point.get<0>()) <= 180 && std::abs(point.get<1>()) <= 90; }

GeoPoint mirrored(const GeoPoint& point) { return {point.get<1>(), point.get<0>()}; }

Extent extentOf(const PlanShapes& plan) {
    Extent extent;
    for (const ZoneShape& zone : plan.zones) {
        GeoPolygons polygons = zone.polygons;
        eachPoint(polygons, [&](const GeoPoint& point) { extent.add(point); });
    }
    return extent;
}

/// How far around the plan its data may lie, in degrees.
constexpr double around = 1;

std::size_t countNear(const std::vector<GeoPoint>& points, const SourceCrs& crs, bool swapped, const Extent& plan,
                      double margin) {
    return static_cast<std::size_t>(std::ranges::count_if(points, [&](const GeoPoint& point) {
        return plan.holds(crs.toDegrees(swapped ? mirrored(point) : point), margin);
    }));
}

struct System {
    SourceCrs crs;
    bool swapped = false;
    bool stated = false;
};

/// The system with which half of the points come to lie in the plan, else near it, else the one that brings the most
/// there: a few points that are wide of the mark, or mistaken, do not pull it along. The one asked for or declared goes
/// before others, and does for data of a whole province; but not where they do not lie near the plan with it and do with
/// another one: a zone's number before the eastings that it does not have, or the other way round. Surveyors write the
/// northing first, as X: coordinates that only so lie near the plan are swapped.
std::optional<System> systemNear(const std::vector<GeoPoint>& points, const Extent& plan,
                                 const std::optional<SourceCrs>& stated, bool onlyStated) {
    if (stated && countNear(points, *stated, false, plan, around) * 4 >= std::max<std::size_t>(1, points.size())) {
        return System{.crs = *stated, .stated = true};
    }
    std::optional<System> best;
    std::size_t most = 0;
    for (const double margin : {0.0, around}) {
        for (const bool swapped : {false, true}) {
            std::vector<System> systems;
            if (stated) {
                systems.push_back({.crs = *stated, .swapped = swapped, .stated = true});
            }
            QStringList codes;
            for (const GeoPoint& point : onlyStated ? std::vector<GeoPoint>() : points) {
                const GeoPoint place = swapped ? mirrored(point) : point;
                codes << possibleCrs(place.get<0>(), place.get<1>());
            }
            codes.removeDuplicates();
            for (const QString& code : std::as_const(codes)) {
                if (const auto crs = SourceCrs::from(code)) {
                    systems.push_back({.crs = *crs, .swapped = swapped});
                }
            }
            for (const System& system : systems) {
                const std::size_t near = countNear(points, system.crs, swapped, plan, margin);
                if (near > most) {
                    most = near;
                    best = system;
                }
            }
            if (most * 2 >= points.size() && best) {
                return best;
            }
        }
    }
    return best;
}

Result<SourceCrs> crsOf(const SourceRows& rows, const std::vector<GeoPoint>& points, const Extent& plan,
                        const QString& asked, CoordinateReading& reading) {
    const QString definition = asked.isEmpty() ? rows.crs : asked;
    std::optional<SourceCrs> stated;
    if (!definition.isEmpty()) {
        const auto crs = SourceCrs::from(definition);
        if (!crs && !asked.isEmpty()) {
            return crs;
        }
        stated = crs ? std::optional(*crs) : std::nullopt;
        reading.declared = crs.has_value();
    }
    if (const auto system = systemNear(points, plan, stated, !asked.isEmpty())) {
        reading.swapped = system->swapped;
        reading.declared = system->stated;
        reading.overruled = stated && !system->stated ? stated->name() : QString();
        return system->crs;
    }
    if (stated) {
        return *stated; // it lies elsewhere: what does not meet the plan is told of each row
    }
    if (points.empty() || std::ranges::any_of(points, isDegrees)) {
        return SourceCrs::from(u"EPSG:4490"_s); // and so do degrees
    }
    return std::unexpected(
        Problem{.code = Problem::Code::ProjectionFailed,
                .arguments = {u"%1, %2"_s.arg(points[0].get<0>(), 0, 'f', 3).arg(points[0].get<1>(), 0, 'f', 3)}});
}

/// Why a shape cannot be where its coordinates say; empty where it can. `raw` as the file has it, `degrees` as it is then.
QString faultOf(GeoShape& raw, GeoShape& degrees, const SourceCrs& crs, const Extent& plan) {
    bool numbers = true;
    bool onEarth = true;
    std::optional<GeoPoint> first;
    eachPoint(raw, [&](const GeoPoint& point) {
        first = first.value_or(point);
        numbers = numbers && std::isfinite(point.get<0>()) && std::isfinite(point.get<1>());
        onEarth = onEarth && (!crs.isGeographic() || isDegrees(point));
    });
    if (!numbers) {
        return u"the coordinates are no numbers"_s;
    }
    if (first && !plan.holds(crs.toDegrees(*first), around) && plan.holds(crs.toDegrees(mirrored(*first)), around)) {
        return u"its two coordinates are swapped"_s;
    }
    if (!onEarth) {
        return u"its latitude is beyond 90 or its longitude beyond 180 degrees"_s;
    }
    eachPoint(degrees, [&](const GeoPoint& point) { onEarth = onEarth && std::isfinite(point.get<0>()); });
    return onEarth ? QString() : u"it lies outside of its coordinate system"_s;
}

std::vector<GeoPolygons> polygonsOf(const SourceRows& rows) {
    constexpr std::size_t enough = 200; // more tell no more
    std::vector<GeoPolygons> result;
    for (const SourceRow& row : rows.rows) {
        const auto* polygons = row.shape ? std::get_if<GeoPolygons>(&*row.shape) : nullptr;
        if (polygons != nullptr && result.size() < enough) {
            result.push_back(*polygons);
        }
    }
    return result;
}

/// Points whose row names a zone: they tell the datum where they lie along its borders.
std::vector<PlacedPoint> placedPointsOf(const SourceRows& rows, const QStringList& zones) {
    std::vector<PlacedPoint> result;
    for (std::size_t i = 0; i < rows.rows.size() && std::cmp_less(i, zones.size()); ++i) {
        const auto* point = rows.rows[i].shape ? std::get_if<GeoPoint>(&*rows.rows[i].shape) : nullptr;
        if (point != nullptr && !zones[static_cast<qsizetype>(i)].isEmpty()) {
            result.push_back({.point = *point, .zone = zones[static_cast<qsizetype>(i)]});
        }
    }
    return result;
}

/// Leaves the datum that a person or the file says alone where outlines do not tell better.
void choose(CoordinateReading& coordinates, const SourceRows& rows, const PlanShapes& plan, const QStringList& zones,
            const SourceCrs& crs, std::optional<Datum> asked) {
    coordinates.datum = asked ? *asked : coordinates.declared ? crs.datum() : Datum::Unknown;
    if (plan.zones.empty()) {
        return;
    }
    coordinates.fits = fitDatum(polygonsOf(rows), plan.zones);
    const bool outlines = !coordinates.fits.isEmpty();
    const QList<DatumFit> fits = outlines ? coordinates.fits : fitPoints(placedPointsOf(rows, zones), plan.zones);
    if (fits.isEmpty()) {
        return;
    }
    const bool moves = coordinates.datum == Datum::Gcj02 || coordinates.datum == Datum::Bd09;
    const auto taken = std::ranges::find(fits, moves ? coordinates.datum : Datum::Cgcs2000, &DatumFit::datum);
    if (!isClearlyBetter(fits[0], *taken)) {
        return;
    }
    if (outlines && !asked) { // public maps of districts are GCJ-02 though the file says WGS 84
        coordinates.datum = fits[0].datum;
        coordinates.suggested = true;
    } else {
        coordinates.doubt = DatumDoubt{.better = fits[0], .taken = *taken};
    }
}

} // namespace

Result<CoordinateReading> readCoordinates(SourceRows& rows, const PlanShapes& plan, const CoordinateChoices& choices,
                                          const QStringList& zones) {
    CoordinateReading coordinates;
    const Extent extent = extentOf(plan);
    const auto crs = crsOf(rows, samplesOf(rows), extent, choices.crs, coordinates);
    if (!crs) {
        return std::unexpected(crs.error());
    }
    coordinates.crs = crs->name();
    coordinates.approximate = crs->datum() == Datum::Unknown;
    for (SourceRow& row : rows.rows) {
        if (!row.shape) {
            continue;
        }
        if (coordinates.swapped) {
            eachPoint(*row.shape, [](GeoPoint& point) { point = mirrored(point); });
        }
        GeoShape degrees = crs->toDegrees(*row.shape);
        row.shapeProblem = faultOf(*row.shape, degrees, *crs, extent);
        row.shape = row.shapeProblem.isEmpty() ? std::optional(std::move(degrees)) : std::nullopt;
    }
    choose(coordinates, rows, plan, zones, *crs, choices.datum);
    const bool moves = coordinates.datum == Datum::Gcj02 || coordinates.datum == Datum::Bd09;
    double sum = 0;
    double points = 0;
    std::optional<GeoPoint> typical; // one near the plan, if any is
    coordinates.metresLeast = INFINITY;
    for (SourceRow& row : rows.rows) {
        if (row.shape) {
            eachPoint(*row.shape, [&](GeoPoint& point) {
                typical = typical && extent.holds(*typical, around) ? typical : point;
                const GeoPoint moved = toCgcs2000(point, coordinates.datum);
                const double metres = moves ? distanceMetres(point, moved) : 0;
                coordinates.metresLeast = std::min(coordinates.metresLeast, metres);
                coordinates.metresMost = std::max(coordinates.metresMost, metres);
                sum += metres;
                points += 1;
                point = moved;
            });
        }
    }
    coordinates.metresMoved = points > 0 ? sum / points : 0;
    coordinates.metresLeast = points > 0 ? coordinates.metresLeast : 0;
    // GeoJSON is said to be WGS 84 whatever it is: the first outlines of a plan, which decide for all others, are doubted.
    const bool open = !coordinates.declared || (plan.zones.empty() && coordinates.datum == Datum::Wgs84);
    if (!choices.datum && open && coordinates.fits.isEmpty() && crs->isGeographic() && typical) {
        coordinates.metresIfGcj02 = distanceMetres(*typical, toCgcs2000(*typical, Datum::Gcj02));
    }
    return coordinates;
}

} // namespace tiermap
