#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <vector>

namespace tiermap {

/// L(a, b) = (a - b) / (ln a - ln b), and a where both are equal. Both must be above 0 and finite. It lies between
/// them, also where they are so close that the quotient is one of rounding errors.
double logarithmicMean(double a, double b);

/// Why did a sum of products, V = sum over parts i of the product of their factors x_ik, change? Additive LMDI-I:
/// effect of k = sum_i L(V_i of the end, V_i of the base) ln(x_ik of the end / x_ik of the base). Ang, Energy Policy 32
/// (2004); Ang, Energy Policy 33 (2005), eq. 5. No residual: the effects add up to the change.
struct IndexDecomposition {
    double base = 0; ///< V
    double end = 0;
    std::vector<double> effects{}; ///< of each factor on V, in its unit
    IndicatorMatrix partEffects{}; ///< parts x factors: what each part gives to them

    double change() const { return end - base; }
};

/// In place of a 0, as a share of the factor's greatest value in both years.
constexpr double smallShare = 1e-20;

/// `base` and `end` have parts (zones, industries) as rows and factors as columns, whose product is meant: persons x
/// units per person x value per unit.
///
/// A factor of 0 has no logarithm. It is replaced by `zeroShare` of the factor's greatest value, at most 1e-10: the
/// small-value strategy (1e-10 to 1e-20 in the literature; Ang and Liu, Energy Policy 35, 2007), so that a part that
/// begins or ends goes mostly, but not all, to the factor that was 0: the others keep about ln(ratio) / ln(1 / share)
/// of it. Wood and Lenzen (Energy Policy 34, 2006) warn where many values are 0. A part that is 0 in both years has no
/// effect. The sum of effects then is off the change by about the share of the product of the greatest values.
///
/// Problems, with the name of the parameter as field and the part from 1 as row: ValueUnknown where shapes do not fit;
/// FieldMissing where a value is missing or there is no part or factor, as the change of V then is not known;
/// OutOfRange where a value is negative or infinite, a product or their sum too large for a number, or zeroShare not in
/// (0, 1e-10].
Result<IndexDecomposition> indexDecomposition(const IndicatorMatrix& base, const IndicatorMatrix& end,
                                              double zeroShare = smallShare);

} // namespace tiermap
