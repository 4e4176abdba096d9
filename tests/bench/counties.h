#pragma once

#include "maps/scene/plan_shapes.h"

#include <cmath>
#include <random>

namespace tiermap {

/// 60 by 50 counties, each with some 90 points of outline that it shares with its neighbours, with made-up numbers.
struct Counties {
    Plan plan;
    PlanShapes shapes;
};

inline GeoPolygon countyOutline(int column, int row) {
    constexpr int steps = 24; // points of each side
    constexpr double cell = 0.1;
    // A bend that depends on the place alone, so that neighbours have the same points.
    const auto place = [&](double x, double y) {
        return GeoPoint(110 + cell * (x + 0.15 * std::sin(3.1 * y + x)),
                        25 + cell * (y + 0.15 * std::sin(2.7 * x - y)));
    };
    GeoPolygon polygon;
    for (int i = 0; i < steps; ++i)
        polygon.outer().push_back(place(column + double(i) / steps, row));
    for (int i = 0; i < steps; ++i)
        polygon.outer().push_back(place(column + 1, row + double(i) / steps));
    for (int i = 0; i < steps; ++i)
        polygon.outer().push_back(place(column + 1 - double(i) / steps, row + 1));
    for (int i = 0; i < steps; ++i)
        polygon.outer().push_back(place(column, row + 1 - double(i) / steps));
    polygon.outer().push_back(polygon.outer().front());
    return polygon;
}

inline Counties counties(int tiers, const QStringList& indicators) {
    using namespace Qt::StringLiterals;
    constexpr int columns = 60;
    constexpr int rows = 50;
    Counties made;
    for (int i = 0; i < tiers; ++i) {
        Tier tier;
        tier.key = u"tier%1"_s.arg(i);
        tier.name = {u"第%1级"_s.arg(i), u"Tier %1"_s.arg(i)};
        tier.mark = {QString(QChar(u'A' + i)), QString(QChar(u'A' + i))};
        tier.color = u"#%1"_s.arg(0x886644 + i * 0x1a2b3c, 6, 16, '0'_L1);
        made.plan.tiers.append(tier);
    }
    for (const QString& key : indicators) {
        made.plan.indicators.append({.key = key,
                                     .name = {key, key},
                                     .unit = {u"%"_s, u"%"_s},
                                     .direction = Indicator::Direction::MoreIsBetter});
    }
    std::mt19937 random(2); // the same numbers in each run
    std::normal_distribution<double> numbers(10, 3);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString code = QString::number(100000 + row * columns + column);
            Zone zone;
            zone.code = code;
            zone.name = {code, code};
            zone.parent = u"1"_s;
            zone.tier = made.plan.tiers[(row + column) % tiers].key;
            made.plan.zones.append(zone);
            for (const QString& key : indicators) {
                Observation observation;
                observation.zone = code;
                observation.indicator = key;
                observation.period = *Period::parse(u"2024"_s);
                observation.value = Quantity{.number = numbers(random)};
                observation.source = u"made up"_s;
                observation.adopted = true;
                made.plan.observations.append(observation);
            }
            made.shapes.zones.push_back({code, {countyOutline(column, row)}});
        }
    }
    Zone whole;
    whole.code = u"1"_s;
    whole.name = {u"全部"_s, u"All"_s};
    whole.kind = Zone::Kind::City;
    made.plan.zones.append(whole);
    made.shapes.borders = sharedBorders(made.shapes.zones);
    return made;
}

} // namespace tiermap
