#include "maps/register/register_points.h"

#include "maps/register/register_tally.h"

#include <algorithm>
#include <limits>
#include <mutex>

namespace tiermap {

namespace {

/// A row as it comes; rows come in any order.
struct Found {
    RegisterPoint point;
    double longitude;
    double latitude;
};

Found foundIn(const RegisterRow& row) {
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    return {{.row = static_cast<std::uint32_t>(row.row),
             .zone = static_cast<std::int16_t>(row.zone),
             .ofWhich = static_cast<std::int16_t>(row.ofWhich),
             .industry = static_cast<std::uint8_t>(industryIndex(row.industry)),
             .size = row.size,
             .year = static_cast<std::int16_t>(row.year),
             .hasPlace = row.hasPlace},
            row.hasPlace ? row.longitude : nowhere,
            row.hasPlace ? row.latitude : nowhere};
}

} // namespace

Result<RegisterPoints> loadRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                                    const RegisterChoices& choices, const Progress& progress) {
    std::vector<Found> found;
    RegisterTally tally(shapes.zones.size());
    std::mutex adding;
    const auto take = [&](std::span<const RegisterRow> rows) {
        std::vector<Found> here;
        RegisterTally part(shapes.zones.size());
        for (const RegisterRow& row : rows) {
            part.add(row);
            if (!row.leftOut && !row.rejection) {
                here.push_back(foundIn(row));
            }
        }
        const std::scoped_lock lock(adding);
        found.insert(found.end(), here.begin(), here.end());
        tally.add(part);
    };
    return readRegister(project, shapes, file, choices, take, progress).transform([&] {
        std::ranges::sort(found, {}, [](const Found& each) { return each.point.row; });
        RegisterPoints result{.count = tally.result(project, shapes)};
        std::vector<std::pair<double, double>> places;
        result.points.reserve(found.size());
        places.reserve(found.size());
        for (const Found& each : found) {
            result.points.push_back(each.point);
            places.emplace_back(each.longitude, each.latitude);
        }
        result.places = std::make_shared<const PointIndex>(places);
        return result;
    });
}

Result<RegisterChoices> choicesOf(const ReferenceLayer& layer) {
    return registerChoicesFromJson(layer.choices)
        .transform([&](RegisterChoices choices) {
            choices.datum = fromName<Datum>(layer.datum).value_or(Datum::Unknown);
            return choices;
        })
        .transform_error([&](Problem problem) {
            problem.record = layer.name.zh;
            return problem;
        });
}

Result<RegisterPoints> loadRegister(const Project& project, const PlanShapes& shapes, const ReferenceLayer& layer,
                                    const Progress& progress) {
    return choicesOf(layer).and_then([&](const RegisterChoices& choices) {
        return loadRegister(project, shapes, fileOf(layer, project.file), choices, progress);
    });
}

std::vector<qint64> rowsOf(const RegisterPoints& points, const QList<quint32>& numbers) {
    std::vector<qint64> rows;
    for (const quint32 number : numbers) {
        if (number < points.points.size()) {
            rows.push_back(points.points[number].row);
        }
    }
    return rows;
}

bool passes(const RegisterFilter& filter, const RegisterPoint& point) {
    return filter.passes(industryAt(point.industry), point.size, point.year);
}

RegisterCount countOf(const RegisterPoints& all, const RegisterFilter& filter) {
    RegisterCount count = all.count;
    for (ZoneCount& zone : count.zones) {
        zone.count = 0;
        std::ranges::fill(zone.industries, 0);
    }
    count.counted = count.outside = count.byDistrict = 0;
    const auto add = [&](int zone, std::uint8_t industry) {
        ++count.zones[zone].count;
        ++count.zones[zone].industries[industry];
    };
    for (const RegisterPoint& point : all.points) {
        if (!passes(filter, point)) {
            ++count.leftOut;
            --count.read;
            continue;
        }
        ++(point.zone < 0 ? count.outside : count.counted);
        if (point.zone >= 0) {
            count.byDistrict += point.hasPlace ? 0 : 1;
            add(point.zone, point.industry);
        }
        if (point.ofWhich >= 0) {
            add(point.ofWhich, point.industry);
        }
    }
    return count;
}

} // namespace tiermap
