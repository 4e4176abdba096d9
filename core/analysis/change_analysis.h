#pragma once

#include "core/analysis/index_decomposition.h"
#include "core/analysis/shift_share.h"
#include "core/plan/plan.h"

namespace tiermap {

/// What an indicator that adds up changed by between two periods, and why.
struct ChangeQuestion {
    QString indicator{}; ///< Indicator::key
    Period from{};
    Period to{};
    QStringList parts{}; ///< indicators that make it up, such as industries, in one unit: for shift-share
    QString per{};       ///< an indicator that it is divided by, such as population: for the decomposition
};

/// Of the districts that have all numbers of both periods: others are named, not guessed.
struct ChangeAnalysis {
    QStringList zones{};
    QStringList leftOut{};
    std::vector<double> base{}; ///< of each zone
    std::vector<double> end{};
    /// What each zone's change is made of: as all grew, its parts' growing faster everywhere, and its own. Of the parts
    /// where they are given, else of the indicator as one part, which has no mix.
    ShiftShare shiftShare{};
    /// LMDI of the sum over zones of: size of all (the sum of `per`), share of the zone, and value for each of it; in
    /// this order. Nothing without `per`.
    std::optional<IndexDecomposition> decomposition{};
    std::optional<double> target{}; ///< what the plan wants of the city, where it names the indicator in its unit
};

/// Problems: ReferenceUnknown, fields "indicator", "parts", "per"; FieldType ("amount"), field "indicator", for one whose values
/// do not add up (a ratio); UnitsDiffer, field "parts"; FieldMissing, field "to", where no district has all numbers; else
/// those of shiftShare() and indexDecomposition().
Result<ChangeAnalysis> analyseChange(const Plan& plan, const ChangeQuestion& question);

} // namespace tiermap
