#pragma once

#include <QtTypes>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// How likely neighbours like those of an area are by chance: its own value stays, and its k neighbours are drawn
/// without replacement from the n - 1 other areas (conditional permutation; Anselin, Geographical Analysis 27, 1995).
struct PseudoP {
    /// One-sided, on the side where the score (of Gi*) or Ii is, above 0 or below: not on the side where p is smaller.
    /// 1 where it is 0. Since the data choose the side, twice p is the two-sided p-value.
    double p = 1;
    /// The smallest that could come out: 1 / C(n-1, k), or 1 / (permutations + 1). With ties it is more.
    double leastP = 1;
    bool exact = false; ///< all C(n-1, k) ways were counted

    bool canBeSignificant(double level) const { return leastP <= level; }
};

/// Equal settings give equal numbers, on every machine.
struct PermutationSettings {
    int permutations = 9999;
    quint64 seed = 1;
    qint64 countUpTo = 200'000; ///< so many ways to draw the neighbours are counted one by one: then nothing is random
};

/// Is the value high or low in an area and around it? Getis and Ord, Geographical Analysis 24 (1992), with binary
/// weights and the area itself among them: the star.
struct GetisOrd {
    double statistic = 0; ///< the sum over the area and its neighbours; the Gi* of 1992 is its share of all areas' sum
    /// Standardised: Ord and Getis, Geographical Analysis 27 (1995), Gi* with W = S1 = k + 1,
    /// (sum - W mean) / (s sqrt((n S1 - W^2) / (n - 1))), where s^2 is divided by n. Above 0 is hot, below is cold.
    /// It weighs the area's own value, too, which `pseudoP` takes as given: a spot that one area makes alone has a high
    /// score and any p.
    double score = 0;
    PseudoP pseudoP;
};

/// The area's own value first, then the mean of its neighbours, each beside the mean of all.
enum class MoranQuadrant { HighHigh, LowLow, HighLow, LowHigh };

/// Is an area like its neighbours? Anselin (1995), eq. 12: Ii = z / m2 * (mean of the neighbours' z), where z is the
/// deviation from the mean and m2 the mean of z^2: weights are row-standardised.
struct LocalMoran {
    double statistic = 0;
    MoranQuadrant quadrant = MoranQuadrant::LowLow; ///< says little where the statistic is 0: the mean counts as low
    PseudoP pseudoP;
};

/// Of each area, in the order of `values`. `neighbours` has a list for each: indices into `values`, none twice, never
/// the area itself; they need not be mutual. Areas without a value are to be left out before.
///
/// Not defined, hence without a value: an area with no neighbours; all areas, where all values are equal or any is not
/// finite; for Gi* also an area that has all others as neighbours, as nothing is left to compare them with. Once `goesOn`
/// says no, the areas that are left stay without a value.
std::vector<std::optional<GetisOrd>> getisOrd(std::span<const double> values,
                                              const std::vector<std::vector<int>>& neighbours,
                                              const PermutationSettings& settings = {},
                                              const std::function<bool()>& goesOn = {});
std::vector<std::optional<LocalMoran>> localMoran(std::span<const double> values,
                                                  const std::vector<std::vector<int>>& neighbours,
                                                  const PermutationSettings& settings = {},
                                                  const std::function<bool()>& goesOn = {});

} // namespace tiermap
