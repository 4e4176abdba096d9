#pragma once

#include "core/problem.h"

#include <span>
#include <vector>

namespace tiermap {

/// A group of zones as a part of the whole. Its index counts its own zones only.
struct InequalityGroup {
    int group = 0;
    double populationShare = 0; ///< of the weights
    double valueShare = 0;      ///< of what all have together, weight times value
    double index = 0;           ///< Theil's T or Gini's coefficient; 0 where the group has nothing
};

/// Theil's T, sum p r ln r with r = value / mean and 0 ln 0 = 0: from 0 (all have the same) to ln(1 / p) of the
/// smallest zone that could have all, ln n with equal weights. Theil, Economics and Information Theory (1967).
/// By groups, with shares s of the value and p of the population, it is the sum of
///     within = sum s_g T_g    and    between = sum s_g ln(s_g / p_g)
/// (Shorrocks, Econometrica 48, 1980, for the index with parameter 1).
struct TheilDecomposition {
    double total = 0;
    double within = 0;
    double between = 0;
    std::vector<InequalityGroup> groups{}; ///< in the order of their numbers
    int zones = 0;                         ///< that count
};

/// Gini's coefficient, sum p_i p_j |value_i - value_j| / (2 mean): from 0 to 1 - p of the zone that has all. Not
/// corrected for few zones. By groups it is the sum of
///     within = sum p_g s_g G_g,    between: the coefficient where everybody has the mean of the own group,
///     overlap: what is left, 0 or more, and 0 where no zone of a poorer group has more than one of a richer group
/// (Lambert and Aronson, Economic Journal 103, 1993, who show what the residual is; Pyatt, Economic Journal 86, 1976).
struct GiniDecomposition {
    double total = 0;
    double within = 0;
    double between = 0;
    double overlap = 0;
    std::vector<InequalityGroup> groups{};
    int zones = 0;
};

/// `values` are what one of the population has, such as yuan per head, in any unit; `weights` the population, in any
/// unit: an amount of a zone is to be divided by its population before. No weights: all zones weigh the same. No
/// groups: all are one, of number 0.
///
/// A zone whose value or weight is missing (NaN) or whose weight is 0 is left out. Problems, with the name of the
/// parameter as field and the place of the zone from 1 as row: ValueUnknown where sizes do not fit, OutOfRange where a
/// value or weight is negative or infinite or all values are 0, FieldMissing where no zone is left.
Result<TheilDecomposition> theilDecomposition(std::span<const double> values, std::span<const double> weights = {},
                                              std::span<const int> groups = {});
Result<GiniDecomposition> giniDecomposition(std::span<const double> values, std::span<const double> weights = {},
                                            std::span<const int> groups = {});

} // namespace tiermap
