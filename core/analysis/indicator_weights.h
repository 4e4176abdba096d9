#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tiermap {

/// Of indicators, in their order. All weights below are 0 or more and sum to 1.
using Weights = std::vector<double>;

/// FieldMissing, field "indicators", where there is none.
Result<Weights> equalWeights(int indicators);

/// Each divided by the sum. OutOfRange, field "weights[j]", where one is negative or not finite; field "weights" where
/// the sum is 0.
Result<Weights> normalisedWeights(std::span<const double> weights);

/// No weight above `cap`: what is more goes to the others in proportion, again and again until it holds. A weight of 0
/// stays 0. OutOfRange, field "cap", where the weights above 0 are too few, so that even all at the cap do not make 1;
/// else as normalisedWeights().
Result<Weights> cappedWeights(std::span<const double> weights, double cap);

/// What entropy says of an indicator. With p_i = z_i / sum(z), e = -sum(p ln p) / ln n, where 0 ln 0 = 0 and nothing is
/// added to z to avoid it.
struct IndicatorEntropy {
    double entropy = 1;      ///< e: 1 where all zones have the same, 0 where one has it all
    double largestShare = 0; ///< p of the zone that has most; 0 where the sum is
    int largestZone = -1;    ///< the first of those with that share; -1 where the sum is 0
    bool constant = false;   ///< fewer than two different values, or none: the entropy counts as 1 and the weight is 0
    /// Two values or more, and only one of them above 0. Since then e = 0, no indicator can weigh more, whatever it is
    /// about: one zone has made the weight.
    bool oneZoneTakesAll = false;
};

struct EntropyWeights {
    Weights weights{};
    std::vector<IndicatorEntropy> indicators{};
};

/// w_j = (1 - e_j) / sum(1 - e): the more zones differ, the heavier. Shannon's measure as in Hwang and Yoon, Multiple
/// Attribute Decision Making (1981). `values` are scaled with MinMax. A missing value is left out of its indicator's
/// sum, and n is the number of values that the indicator has: so two of them are one zone that takes all.
///
/// OutOfRange, field "values[i][j]" of zone i, where one is not between 0 and 1; NothingDiffers where no indicator
/// differs among zones, since then all w would be 0 / 0; field "cap" as cappedWeights().
Result<EntropyWeights> entropyWeights(const IndicatorMatrix& values, std::optional<double> cap = {});

struct CriticWeights {
    Weights weights{};
    std::vector<double> deviations{}; ///< sigma_j
    std::vector<double> conflicts{};  ///< sum over k of (1 - r_jk)
    std::vector<int> constant{};      ///< ascending; of weight 0
    /// Pairs, the lesser first, of indicators that do differ among zones but not among those that have both. Their r
    /// is not known and counts as 0.
    std::vector<std::pair<int, int>> unknownCorrelations{};
};

/// Criteria importance through intercriteria correlation: w_j = C_j / sum(C), C_j = sigma_j sum over k of (1 - r_jk).
/// Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995). `values` are scaled with MinMax.
/// sigma^2 is divided by n, the number of the indicator's values; Pearson's r is over the zones that have both.
/// Constant indicators conflict with none. Where one indicator alone differs among zones it weighs 1, though it has
/// none to conflict with.
///
/// OutOfRange, field "values[i][j]" of zone i, where one is not between 0 and 1; NothingDiffers where all C are 0: no
/// indicator differs among zones, or all say the same (r = 1).
Result<CriticWeights> criticWeights(const IndicatorMatrix& values);

/// What pairwise judgements make of indicators, and whether they agree with each other.
struct JudgedWeights {
    Weights weights{};
    double lambdaMax = 0;        ///< the principal eigenvalue; the number of indicators where all agree, else more
    double consistencyIndex = 0; ///< CI = (lambdaMax - n) / (n - 1); 0 for n = 1
    /// CR = CI / RI, where RI is the mean CI of random judgements. 0 for n = 1 and 2, which cannot disagree; nothing
    /// for n > 10, for which RI is not given.
    std::optional<double> consistencyRatio{};

    /// Saaty asks to judge again unless it is below a tenth. The weights are what they are.
    bool inconsistent() const { return consistencyRatio.value_or(0) >= 0.1; }
};

/// Analytic hierarchy process: Saaty, The Analytic Hierarchy Process (1980). The weights are the principal eigenvector
/// of the judgements a_ij, how many times as important indicator i is as j.
///
/// FieldMissing, field "judgements", where there is none. OutOfRange, field "judgements[i]", where row i has not as
/// many as there are rows; field "judgements[i][j]" where a judgement is not between 1e-9 and 1e9, or is not 1 / a_ji
/// to a millionth (a_ii = 1 included): its arguments are the value and, twice, 1 / a_ji.
Result<JudgedWeights> judgedWeights(const std::vector<std::vector<double>>& judgements);

/// One way to weigh, for those who try several.
struct Weighting {
    enum class Kind { Equal, Entropy, Critic, Given };

    Kind kind = Kind::Equal;
    std::optional<double> cap{}; ///< of any kind
    Weights given{};             ///< only for Given, as of judgedWeights()
};

/// `values` are scaled with MinMax. Problems are those of the way to weigh; OutOfRange, field "given", where that has
/// not one weight for each indicator.
Result<Weights> indicatorWeights(const IndicatorMatrix& values, const Weighting& weighting);

} // namespace tiermap
