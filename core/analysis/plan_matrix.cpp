#include "core/analysis/plan_matrix.h"

#include "core/analysis/zone_figures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

IndicatorMeaning meaningOf(const Plan& plan, const Indicator& indicator) {
    IndicatorMeaning meaning{.better = indicator.direction == Indicator::Direction::LessIsBetter ? Better::Less
                                                                                                 : Better::More};
    const auto target = std::ranges::find(plan.targets, indicator.key, &Target::indicator);
    if (target != plan.targets.end() && target->unit.zh == indicator.unit.zh) {
        meaning.target = target->value;
    }
    return meaning;
}

} // namespace

QStringList comparableIndicators(const Plan& plan) {
    QStringList keys;
    for (const Indicator& indicator : plan.indicators) {
        const bool goal = indicator.key.endsWith("_target"_L1) || indicator.key.contains("_target_"_L1);
        if (goal || indicator.direction == Indicator::Direction::None) {
            continue;
        }
        const std::optional<Period> period = periodsOf(plan, indicator.key).value(0);
        const QList<ZoneFigure> figures = zoneFigures(plan, indicator.key, period);
        const auto known = std::ranges::count(figures, ZoneFigure::Known::Exact, &ZoneFigure::known);
        if (2 * known >= figures.size() && known > 0) {
            keys << indicator.key;
        }
    }
    return keys;
}

PlanMatrix planMatrix(const Plan& plan, const QStringList& indicators, const std::optional<Period>& period) {
    PlanMatrix matrix;
    for (const Zone& zone : mappedZones(plan)) {
        matrix.zones << zone.code;
    }
    matrix.values = IndicatorMatrix(static_cast<int>(matrix.zones.size()), static_cast<int>(indicators.size()));
    for (const QString& key : indicators) {
        const Indicator* indicator = plan.indicator(key);
        const Period when = period ? *period : periodsOf(plan, key).value(0);
        MatrixColumn column{.indicator = key, .period = when, .meaning = meaningOf(plan, *indicator)};
        for (const ZoneFigure& figure : zoneFigures(plan, key, when)) {
            const bool exact = figure.known == ZoneFigure::Known::Exact;
            if (exact) {
                matrix.values.at(static_cast<int>(column.observations.size()),
                                 static_cast<int>(matrix.columns.size())) = figure.number;
                matrix.illustrative = matrix.illustrative ||
                                      plan.observations[figure.observation].status == Observation::Status::Illustrative;
            }
            column.observations.push_back(exact ? figure.observation : -1);
        }
        matrix.columns << std::move(column);
    }
    return matrix;
}

} // namespace tiermap
