#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// How values of different units are made comparable. OECD and JRC, Handbook on Constructing Composite Indicators
/// (2008), step 5, has them all: rescaling, standardisation, ranking, and the distance to a reference.
enum class Scaling {
    MinMax,      ///< (x - least) / (most - least): 0 is the worst zone, 1 the best
    ZScore,      ///< (x - mean) / s, where s^2 is divided by n
    Rank,        ///< (r - 1) / (n - 1), where r is 1 for the worst, and equal values share the mean of their ranks
    TargetRatio, ///< x / target; above 1 the target is passed. Needs positive values and targets
};

enum class Better { More, Less };

/// What a value says of its zone.
struct IndicatorMeaning {
    Better better = Better::More;
    std::optional<double> target{}; ///< in the unit of the values; only TargetRatio asks for it
};

/// The shape is that of the raw values, and what was missing there is missing here. More is better, always.
struct ScaledMatrix {
    IndicatorMatrix values{};
    Scaling scaling = Scaling::MinMax;
    /// Indicators, ascending, that have one value only, or equal ones. They tell no zone from another, and so must not
    /// move any: each value is in the middle, which is 0.5 with MinMax and Rank, and 0, the mean, with ZScore. (For
    /// Rank and ZScore, the rule for ties and the mean itself say so; MinMax would be 0 / 0.) TargetRatio compares with
    /// the target instead of with other zones, so there the ratio stands.
    std::vector<int> constant{};
    std::vector<int> empty{}; ///< indicators, ascending, that have no value at all: they stay missing
};

/// `meanings` has one for each indicator. "Less is better" turns the value round: 1 - x with MinMax and Rank, -x with
/// ZScore, target / x with TargetRatio. Zones without a value do not count, neither in n nor elsewhere.
///
/// OutOfRange, field "meanings", where their number is not that of the indicators. With TargetRatio: FieldMissing,
/// field "meanings[j].target", where an indicator that has values has no target; OutOfRange where a target is not
/// positive or a value, "raw[i][j]" of zone i, is not, or the ratio is more than a double holds.
Result<ScaledMatrix> scaled(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings, Scaling scaling);

/// The same between 0 and 1, as composites need it. MinMax and Rank are there already. TargetRatio ends at 1: more than
/// the target makes up for no other shortfall. A z-score becomes 0.5 + z / (2 sqrt(zones - 1)). No z-score is farther
/// from 0 than sqrt(n - 1) (Samuelson, How Deviant Can You Be?, Journal of the American Statistical Association 63,
/// 1968), and as all indicators are moved alike, a weighted sum has the order that it has with z-scores.
IndicatorMatrix betweenZeroAndOne(const ScaledMatrix& scaled);

} // namespace tiermap
