#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <vector>

namespace tiermap {

/// How unlike the rows of a matrix are, each beside each: the mean absolute difference over the indicators that both
/// have. A pair that has none in common gets the mean of the pairs that have, 0 where no pair does; a row beside itself
/// has 0, so that nothing is missing. Values should be scaled, and must be below 1e150 in size.
IndicatorMatrix rowDissimilarity(const IndicatorMatrix& matrix);

/// The same of its columns, over the zones that both have.
IndicatorMatrix columnDissimilarity(const IndicatorMatrix& matrix);

/// With up to so many items the order is the best one: 12 * 12 * 2^12 steps.
constexpr int mostItemsExact = 12;

/// An order that puts like beside like: indices, so that the sum of the dissimilarities of neighbours in it is small
/// (the shortest Hamiltonian path). Up to `mostItemsExact` it is the least sum (Held and Karp, Journal of the Society
/// for Industrial and Applied Mathematics 10, 1962). Of more items, each is followed by the nearest that is left, first
/// from either of the two that are most unlike, and then any stretch is turned round that is shorter so (2-opt; Croes,
/// Operations Research 6, 1958), until there is none; the shorter of both. This was taken before the order by the
/// Fiedler vector as it needs no eigenvectors, and finds items that lie on a line in their order as well.
///
/// Equal input gives an equal order: the end with the smaller index comes first. Only the numbers above the diagonal
/// are looked at. OutOfRange, with `dissimilarities` as field, where there are not as many columns as rows, or a number
/// is negative, missing or above 1e300. No items have an empty order.
Result<std::vector<int>> seriation(const IndicatorMatrix& dissimilarities);

} // namespace tiermap
