#include "maps/import/coordinates.h"

#include "maps/geometry/measure.h"
#include "maps/geometry/points.h"
#include "maps/geometry/source_crs.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A difference in overlap that a fit must have over leaving things as they are. The plan's own outlines are coarse, but
/// half a kilometre costs a district 3 to 30 per cent.
constexpr double clearMargin = 0.01;

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

/// A point of which half of all points lie to each side: a few that are wide of the mark do not pull it along.
GeoPoint middleOf(SourceRows& rows) {
    std::vector<double> x;
    std::vector<double> y;
    for (SourceRow& row : rows.rows) {
        if (row.shape) {
            eachPoint(*row.shape, [&](const GeoPoint& point) {
                x.push_back(point.get<0>());
                y.push_back(point.get<1>());
            });
        }
    }
    const auto median = [](std::vector<double>& values) {
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::ranges::nth_element(values, middle);
        return *middle;
    };
    return {median(x), median(y)};
}

Extent extentOf(const PlanShapes& plan) {
    Extent extent;
    for (const ZoneShape& zone : plan.zones) {
        GeoPolygons polygons = zone.polygons;
        eachPoint(polygons, [&](const GeoPoint& point) { extent.add(point); });
    }
    return extent;
}

/// The system asked for or declared, unless the data do not come to lie near the plan with it but do with another one: a
/// zone's number before the eastings that the declared system does not have, or the other way round. Nothing where the
/// data lie near the plan in none.
std::optional<SourceCrs> nearPlan(const GeoPoint& middle, const Extent& plan, const std::optional<SourceCrs>& stated,
                                  bool onlyStated, bool& declared) {
    constexpr double degreesAround = 1;
    if (stated && plan.holds(stated->toDegrees(middle), degreesAround)) {
        return stated;
    }
    for (const QString& code : onlyStated ? QStringList() : possibleCrs(middle.get<0>(), middle.get<1>())) {
        if (auto crs = SourceCrs::from(code); crs && plan.holds(crs->toDegrees(middle), degreesAround)) {
            declared = false;
            return *crs;
        }
    }
    return std::nullopt;
}

/// Surveyors write the northing first, as X. Coordinates that only so lie near the plan are swapped.
Result<SourceCrs> crsOf(const SourceRows& rows, const GeoPoint& middle, const Extent& plan, const QString& asked,
                        CoordinateReading& reading) {
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
    for (const bool swapped : {false, true}) {
        const GeoPoint place = swapped ? GeoPoint(middle.get<1>(), middle.get<0>()) : middle;
        if (const auto crs = nearPlan(place, plan, stated, !asked.isEmpty(), reading.declared)) {
            reading.swapped = swapped;
            reading.overruled = stated && !reading.declared ? stated->name() : QString();
            return *crs;
        }
    }
    if (stated) {
        return *stated; // it lies elsewhere: what does not meet the plan is told of each row
    }
    if (std::abs(middle.get<0>()) <= 180 && std::abs(middle.get<1>()) <= 90) {
        return SourceCrs::from(u"EPSG:4490"_s); // and so do degrees
    }
    return std::unexpected(
        Problem{.code = Problem::Code::ProjectionFailed,
                .arguments = {u"%1, %2"_s.arg(middle.get<0>(), 0, 'f', 3).arg(middle.get<1>(), 0, 'f', 3)}});
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

void choose(CoordinateReading& coordinates, const SourceRows& rows, const PlanShapes& plan, const SourceCrs& crs,
            std::optional<Datum> asked) {
    coordinates.datum = coordinates.declared ? crs.datum() : Datum::Unknown;
    coordinates.fits = plan.zones.empty() ? QList<DatumFit>() : fitDatum(polygonsOf(rows), plan.zones);
    if (asked) {
        coordinates.datum = *asked;
        return;
    }
    // Public maps of districts are GCJ-02 though the file says WGS 84.
    if (coordinates.fits.isEmpty() || coordinates.fits[0].datum == Datum::Cgcs2000) {
        return;
    }
    const auto still = std::ranges::find(coordinates.fits, Datum::Cgcs2000, &DatumFit::datum);
    if (coordinates.fits[0].overlap - still->overlap >= clearMargin) {
        coordinates.datum = coordinates.fits[0].datum;
        coordinates.suggested = true;
    }
}

} // namespace

Result<CoordinateReading> readCoordinates(SourceRows& rows, const PlanShapes& plan, const CoordinateChoices& choices) {
    CoordinateReading coordinates;
    const GeoPoint middle = middleOf(rows);
    const auto crs = crsOf(rows, middle, extentOf(plan), choices.crs, coordinates);
    if (!crs) {
        return std::unexpected(crs.error());
    }
    coordinates.crs = crs->name();
    coordinates.approximate = crs->datum() == Datum::Unknown;
    for (SourceRow& row : rows.rows) {
        if (row.shape && coordinates.swapped) {
            eachPoint(*row.shape, [](GeoPoint& point) { point = GeoPoint(point.get<1>(), point.get<0>()); });
        }
        if (row.shape) {
            row.shape = crs->toDegrees(*row.shape);
        }
    }
    choose(coordinates, rows, plan, *crs, choices.datum);
    const bool moves = coordinates.datum == Datum::Gcj02 || coordinates.datum == Datum::Bd09;
    double sum = 0;
    double points = 0;
    coordinates.metresLeast = INFINITY;
    for (SourceRow& row : rows.rows) {
        if (row.shape) {
            eachPoint(*row.shape, [&](GeoPoint& point) {
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
    if (!choices.datum && open && coordinates.fits.isEmpty() && crs->isGeographic()) {
        const GeoPoint place =
            crs->toDegrees(coordinates.swapped ? GeoPoint(middle.get<1>(), middle.get<0>()) : middle);
        coordinates.metresIfGcj02 = distanceMetres(place, toCgcs2000(place, Datum::Gcj02));
    }
    return coordinates;
}

} // namespace tiermap
