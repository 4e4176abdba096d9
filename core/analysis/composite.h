#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/analysis/indicator_weights.h"
#include "core/analysis/scaling.h"
#include "core/problem.h"

#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// How the scaled values z of a zone become one score between 0 and 1. Weights w sum to 1.
enum class Aggregation {
    WeightedSum,     ///< sum(w z): what is short in one indicator, another makes up for
    WeightedProduct, ///< prod(z^w): it does less so; with a z of 0 the score is 0
    Topsis,          ///< D- / (D+ + D-), see TopsisDistances
};

/// Of a zone among others. Where values are missing, all that is known is between which bounds the score is: that with
/// 0 and that with 1 in their place. No zone is left out, and none is given a value that nobody has found.
struct CompositeScore {
    double worst = 0;
    double best = 0;       ///< that is `worst` where the zone is complete
    bool complete = false; ///< no value is missing of an indicator that has a weight above 0
    /// 1 is the best. Ties share the smaller rank; scores are tied where they differ by 1e-12 or less, which is
    /// rounding. `bestRank` is 1 + how many other zones have their worst score above this one's best, `worstRank` 1 +
    /// how many have their best above this one's worst. The two differ where the zone or one near it is not complete.
    int bestRank = 1;
    int worstRank = 1;

    std::optional<double> score() const { return complete ? std::optional(worst) : std::nullopt; }
    std::optional<int> rank() const { return bestRank == worstRank ? std::optional(bestRank) : std::nullopt; }
};

/// `values` are between 0 and 1 and more is better, as of betweenZeroAndOne(). `weights` has one for each indicator, of
/// any sum above 0: they are divided by it. For each zone, in their order.
///
/// OutOfRange, field "values[i][j]" of zone i, where a value is not between 0 and 1; field "weights" where their number
/// is not that of the indicators or their sum is 0; field "weights[j]" where one is negative or not finite.
Result<std::vector<CompositeScore>> compositeScores(const IndicatorMatrix& values, std::span<const double> weights,
                                                    Aggregation aggregation);

/// How near a zone is to the best and to the worst that could be. Hwang and Yoon, Multiple Attribute Decision Making
/// (1981), with v = w z, Euclidean distances, and ideal and anti-ideal fixed at z = 1 and z = 0. With MinMax and all
/// values known these are the best and worst of the data, as in the book, but for constant indicators, where the book
/// has neither; fixed, a zone's score depends on no value that is missing elsewhere.
struct TopsisDistances {
    double toIdeal = 0;     ///< D+ = sqrt(sum (w (1 - z))^2)
    double toAntiIdeal = 0; ///< D- = sqrt(sum (w z)^2)
    double closeness = 0;   ///< D- / (D+ + D-); both are not 0 at once
    /// What part of the zone's weighted shortfall each indicator is: O_j = w_j (1 - z_j) / sum(w (1 - z)). The sum is
    /// 1; all are 0 where there is no shortfall. Indicators of weight 0 have 0.
    std::vector<double> obstacles{};
};

/// Nothing for zones that are not complete (see CompositeScore). Problems are those of compositeScores().
Result<std::vector<std::optional<TopsisDistances>>> topsisDistances(const IndicatorMatrix& values,
                                                                    std::span<const double> weights);

/// Zones that stand one above the other, for sure.
struct ZonePair {
    int above = 0;
    int below = 0;

    friend bool operator==(const ZonePair&, const ZonePair&) = default;
};

/// What becomes of the order of the other zones, or of all where an indicator goes.
struct LeftOut {
    int index = 0;                    ///< of the zone or the indicator, in the raw matrix
    std::vector<ZonePair> reversed{}; ///< how they stood before; now it is the other way round. Ascending
};

struct RankReversals {
    std::vector<LeftOut> zones{};      ///< one for each zone
    std::vector<LeftOut> indicators{}; ///< one for each indicator but those without which no weight is left
};

/// Leaves out each zone, then each indicator, scales what is left anew from the raw values, divides the weights by
/// their sum, and looks at which pairs are reversed: one was above the other and is now below it. Ties that come or go,
/// and pairs of which missing values leave the order open, are none. Scaling is followed by betweenZeroAndOne(). Costs
/// the square of the number of zones for each of them that sets a scale. Problems are those of scaled() and compositeScores().
Result<RankReversals> rankReversals(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                                    Scaling scaling, std::span<const double> weights, Aggregation aggregation);

/// One way through the choices that each could have been made otherwise.
struct MethodScores {
    Scaling scaling = Scaling::MinMax;
    int weighting = 0; ///< index into the list that was given
    Aggregation aggregation = Aggregation::WeightedSum;
    std::vector<CompositeScore> zones{};
};

/// Over all ways.
struct RankRange {
    int best = 1;                   ///< the least `bestRank`
    std::optional<double> median{}; ///< the mean of the middle two of an even number; nothing where some rank is open
    int worst = 1;                  ///< the greatest `worstRank`
};

struct MethodGrid {
    std::vector<MethodScores> methods{}; ///< scalings, within them weightings, within them aggregations, as given
    std::vector<RankRange> zones{};      ///< for each zone
};

/// Every scaling with every weighting and every aggregation: is a rank the zone's or the method's? Scaling is followed
/// by betweenZeroAndOne(); weights come from MinMax, however the composite is scaled. FieldMissing, field "scalings",
/// "weightings" or "aggregations", where the list is empty; else the first Problem of scaled(), indicatorWeights() or
/// compositeScores(), since a grid with holes would look robust where it is not.
Result<MethodGrid> methodGrid(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                              std::span<const Scaling> scalings, std::span<const Weighting> weightings,
                              std::span<const Aggregation> aggregations);

} // namespace tiermap
