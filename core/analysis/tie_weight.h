#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// The weight of one indicator at which two zones have equal scores, all other weights keeping their proportions.
struct TieWeight {
    int indicator = 0;
    double weight = 0; ///< 0 to 1, beside the other weights that make 1 together with it
    double change = 0; ///< from its weight now; above 0: it has to grow

    friend bool operator==(const TieWeight&, const TieWeight&) = default;
};

/// Of the zones `one` and `other` for each indicator, scores being the weighted sums of scaled values. With A the mean
/// of a zone's other values by their weights, (S - w_k z_k) / (1 - w_k), the scores (1 - w) A + w z_k agree at
/// w = (A_one - A_other) / ((A_one - A_other) + (z_other,k - z_one,k)). It is what the single-weight sensitivity of
/// Triantaphyllou and Sánchez (Decision Sciences 28, 1997) comes to once their changed weights sum to 1 again.
///
/// Nothing where no weight of 0 to 1 makes a tie: one zone is before the other in k and in the mean of the rest. Also
/// where k has all the weight, as the others have no proportions to keep, and where a value is missing: of k itself,
/// or of another indicator whose weight is not 0. Where the zones tie whatever k weighs, as in equal rows, it is the
/// weight now. Differences of 1e-13 and less are rounding and count as none, so values should be about 1 in size.
///
/// Weights are 0 or more, in any unit. OutOfRange, with `weights` as field, where they are not one for each indicator,
/// one is negative or not finite, or their sum is 0 or not finite. The zones are rows of the matrix.
Result<std::vector<std::optional<TieWeight>>> tieWeights(const IndicatorMatrix& scaled, std::span<const double> weights,
                                                         int one, int other);

/// The one of them with the smallest change, of equal ones the first. Nothing where no single weight makes a tie.
Result<std::optional<TieWeight>> nearestTie(const IndicatorMatrix& scaled, std::span<const double> weights, int one,
                                            int other);

} // namespace tiermap
