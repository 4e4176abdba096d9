#pragma once

#include "core/analysis/local_statistics.h"

#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// Are neighbours like each other, all over the map? Moran's I (Biometrika 37, 1950; Cliff and Ord, Spatial Processes,
/// 1981) with row-standardised weights: the mean over areas of z (mean of the neighbours' z), where z is the deviation
/// from the mean in standard deviations, whose square is divided by n. It is the mean of the local Ii.
struct GlobalMoran {
    double statistic = 0;
    double expected = 0; ///< were the values dealt out to the areas by chance: -1 / (n - 1)
    int areas = 0;       ///< n, those that count
    /// How likely an I as far from what is expected, on the side where it is: one-sided, with 1 where it is what is
    /// expected. Values are dealt out to all areas, so here leastP is 1 / n! (exact: all n! orders were counted, by
    /// default up to n = 8) or 1 / (permutations + 1); ties and neighbourhoods that mirror each other make it more.
    PseudoP pseudoP{};
};

/// `neighbours` has a list for each area: indices into `values`, none twice, never the area itself; they need not be
/// mutual. An area whose value is missing (NaN) is left out, also from the lists of others, and then one that has no
/// neighbours (and so on, where it was the only one of another). `settings.countUpTo` bounds n!.
///
/// Not defined, hence nothing: where fewer than two areas are left, their values are all equal, or one is infinite.
std::optional<GlobalMoran> globalMoran(std::span<const double> values, const std::vector<std::vector<int>>& neighbours,
                                       const PermutationSettings& settings = {});

} // namespace tiermap
