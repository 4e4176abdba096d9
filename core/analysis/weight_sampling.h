#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <QtTypes>

#include <functional>
#include <optional>
#include <vector>

namespace tiermap {

/// Weights that lie about given ones: Dirichlet with alpha_k = concentration * mean_k, so that a weight has its mean
/// and the variance mean (1 - mean) / (concentration + 1).
struct DirichletWeights {
    std::vector<double> means{};  ///< one for each indicator, 0 or more, in any unit; the weight of a 0 is always 0
    double concentration = 100.0; ///< 0.001 to 1e9
};

/// Equal settings give equal numbers, to the last bit, on every machine and with any number of threads.
struct RankSampling {
    int samples = 10'000;                     ///< 1 to 10 million
    std::optional<DirichletWeights> around{}; ///< nothing: all weights of sum 1 are as likely
    int ranks = 100;                          ///< acceptabilities are stated for the first so many, at least 1
    quint64 seed = 1;
    int threads = 0; ///< 0: as many as the machine has processors
};

/// In how many of the samples a zone has which rank; 1 is the best. Zones of equal score share their ranks: t of them
/// at rank r have each of the ranks r to r + t - 1 in a t-th of the sample.
struct ZoneRanks {
    std::vector<double> acceptability{};  ///< share of rank 1, 2, ...: b_i^r, up to `ranks` or the number of zones
    std::vector<double> centralWeights{}; ///< mean of the weights that make it first, sum 1; empty where none do
    double expectedRank = 0;
    int lowRank = 0; ///< the least whose share, together with those of all better ranks, is 5 % or more
    int medianRank = 0;
    int highRank = 0; ///< 95 %

    friend bool operator==(const ZoneRanks&, const ZoneRanks&) = default;
};

struct RankRobustness {
    std::vector<ZoneRanks> zones{}; ///< in the order of the matrix
    /// [one][other]: share of the samples in which one has a greater score than the other, where equal ones count half;
    /// so beside itself a zone has 0.5. Empty with more than `mostZonesInPairs`.
    std::vector<std::vector<double>> winShares{};

    friend bool operator==(const RankRobustness&, const RankRobustness&) = default;
};

constexpr int mostZonesInPairs = 200;
constexpr int mostZonesSampled = 5'000; ///< while it works, 8 bytes are held for each zone and rank: 200 MB

/// What the ranks of zones owe to the weights: SMAA-2 (Lahdelma and Salminen, Operations Research 49, 2001) for scores
/// that are the weighted sum of values scaled to 0..1, more is better. Weights without a preference are the gaps of
/// sorted uniform numbers (Tervonen and Lahdelma, European Journal of Operational Research 178, 2007). A missing value
/// is drawn anew from 0..1 for each sample, as nothing is known of it: a zone of which much is missing has a wide
/// spread of ranks.
///
/// Values count in steps of 2^-28 and weights of 2^-24, so that scores are whole numbers and adding them rounds
/// nothing; scores that agree in 31 binary places are equal. Beside this the numbers have the error of sampling: a
/// share p of n samples has the standard error sqrt(p (1 - p) / n).
///
/// `goesOn` is asked now and then, by the caller's thread: false ends the work with Cancelled. FieldMissing, with the
/// name of the parameter as field, where there is no zone or no indicator; OutOfRange for a scaled value that is not
/// missing and not in 0..1 (1e-9 beyond is rounding), too many zones, means that are not one for each indicator, one of
/// them negative or not finite, all 0, and settings out of the ranges above.
Result<RankRobustness> rankRobustness(const IndicatorMatrix& scaled, const RankSampling& settings = {},
                                      const std::function<bool()>& goesOn = {});

} // namespace tiermap
