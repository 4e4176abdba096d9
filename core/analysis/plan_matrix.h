#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/analysis/scaling.h"
#include "core/plan/plan.h"

namespace tiermap {

/// What a column of numbers is, and where each of them comes from.
struct MatrixColumn {
    QString indicator; ///< Indicator::key
    Period period{};   ///< the same for all zones
    IndicatorMeaning meaning{};
    std::vector<qsizetype> observations{}; ///< of each zone, in Plan::observations; -1 where there is none
};

/// Adopted numbers of the districts. Only what is exact counts; a bound, like what is withheld, is missing here.
struct PlanMatrix {
    QStringList zones; ///< Zone::code, in the plan's order
    QList<MatrixColumn> columns{};
    IndicatorMatrix values{};
    bool illustrative = false; ///< some number is
};

/// Indicators that say which way is better, and have numbers of one period for at least half of the districts. Of those
/// that the plan itself keeps apart as someone else's targets (keys that end in "_target" or have "_target_" in them)
/// none: they are no achievements.
QStringList comparableIndicators(const Plan& plan);

/// Of indicators of the plan. Each column has the period given, or that which most districts have a number for. An
/// indicator without a direction counts as "more is better". Its target is the plan's, where it names one in the same unit.
PlanMatrix planMatrix(const Plan& plan, const QStringList& indicators, const std::optional<Period>& period = {});

} // namespace tiermap
