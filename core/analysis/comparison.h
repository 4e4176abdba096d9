#pragma once

#include "core/analysis/composite.h"
#include "core/analysis/inequality.h"
#include "core/analysis/plan_matrix.h"
#include "core/analysis/silhouette.h"
#include "core/analysis/spatial_autocorrelation.h"
#include "core/analysis/tie_weight.h"
#include "core/analysis/weight_sampling.h"

#include <functional>

namespace tiermap {

/// What is compared, and how.
struct ComparisonSettings {
    QStringList indicators{};       ///< Indicator::key; none: comparableIndicators()
    std::optional<Period> period{}; ///< nothing: for each indicator that which most districts have
    Aggregation aggregation = Aggregation::WeightedSum;
    Weighting weighting{};
    int samples = 10'000; ///< of weights; 0: none are drawn
    quint64 seed = 1;
    /// Of each district, in the plan's order, those that share a border with it; empty: not known.
    std::vector<std::vector<int>> neighbours{};
};

/// How the numbers of one indicator lie across zones and tiers; what is not defined is nothing. All zones weigh the
/// same, those without a number are left out.
struct Spread {
    std::optional<TheilDecomposition> theil{};
    std::optional<GiniDecomposition> gini{};
    std::optional<GlobalMoran> moran{};
};

/// What a zone that is ahead of the next one owes to the weights.
struct NearTie {
    int ahead = 0; ///< in PlanMatrix::zones
    int behind = 0;
    TieWeight tie{};
};

/// The whole of a comparison: the same numbers for table, charts, sheet and report. Weights are in the order of the
/// matrix's columns, everything else in that of its zones.
struct Comparison {
    ComparisonSettings settings; ///< with the indicators that were taken
    PlanMatrix matrix;
    ScaledMatrix scaled;  ///< MinMax
    IndicatorMatrix unit; ///< `scaled` between 0 and 1
    Weights weights;      ///< those that the scores are made with
    Weights equal;        ///< and, beside them, what other ways to weigh say
    EntropyWeights entropy;
    std::optional<CriticWeights> critic{}; ///< nothing where all indicators say the same
    std::vector<CompositeScore> scores;
    std::vector<std::optional<TopsisDistances>> topsis;
    std::optional<RankRobustness> robustness{}; ///< of the weighted sum, all weights being as likely
    RankReversals reversals;
    MethodGrid grid;         ///< min-max and ranks, by equal, entropy and CRITIC weights, by all three aggregations
    QList<Spread> spreads{}; ///< of each indicator
    /// Of the complete zones, by the mean absolute difference of their scaled values and by their tiers (places in
    /// Plan::tiers); nothing with fewer than two tiers among them.
    std::optional<Silhouettes> silhouettes{};
    std::vector<int> silhouetteZones{}; ///< which zones these are
    QList<NearTie> ties{}; ///< of zones that follow on each other, where both are complete; of the weighted sum
};

/// FieldMissing, field "indicators", where there is none to compare; NothingDiffers where no indicator
/// differs among zones; else the problems of the parts. Cancelled where `goesOn` says so.
Result<Comparison> compareZones(const Plan& plan, const ComparisonSettings& settings,
                                const std::function<bool()>& goesOn = {});

/// Zones from the first to the last: by rank where it is definite, else by the middle of the ranks that are possible;
/// those of which nothing is known come last.
std::vector<int> inOrder(const std::vector<CompositeScore>& scores);

} // namespace tiermap
