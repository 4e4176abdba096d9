#pragma once

#include <span>
#include <vector>

namespace tiermap {

/// The p-values of many tests made at once, adjusted so that of those at or below a level at most that share are false
/// discoveries, on average: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995). It holds for
/// tests that are independent or positively dependent (Benjamini and Yekutieli, Annals of Statistics 29, 2001).
///
/// In the order given. Each must be a number from 0 to 1: tests that were not made are to be left out before.
std::vector<double> falseDiscoveryAdjusted(std::span<const double> pValues);

} // namespace tiermap
