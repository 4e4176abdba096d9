#pragma once

#include "core/problem.h"

#include <span>
#include <vector>

namespace tiermap {

/// Does a zone belong where it is? Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987): with a the
/// mean dissimilarity to the other zones of its group, and b to those of the nearest other group,
/// width = (b - a) / max(a, b), from -1 (nearer to the other group) to 1.
struct Silhouette {
    double width = 0;     ///< 0 for a zone that is alone in its group, and where a and b are both 0
    double own = 0;       ///< a; 0 for a zone that is alone
    double other = 0;     ///< b
    int nearestGroup = 0; ///< that b is of; of equally near ones (to a 1e-12th) the one with the smallest number
};

struct GroupSilhouette {
    int group = 0;
    int zones = 0;
    double width = 0; ///< the mean of its zones' widths
};

struct Silhouettes {
    std::vector<Silhouette> zones{};       ///< in the order of the zones
    std::vector<GroupSilhouette> groups{}; ///< in the order of their numbers
    double width = 0;                      ///< the mean of all zones: the higher, the better are the groups kept apart
};

/// `dissimilarities` has a row for each zone, one row after the other: n x n numbers, 0 or more, in any unit. A zone is
/// judged by its own row, so that they need not be symmetric; its dissimilarity to itself does not count. `groups` has
/// the group of each zone.
///
/// Problems, with the name of the parameter as field: ValueUnknown where sizes do not fit; FieldMissing and OutOfRange
/// where a dissimilarity is missing (NaN), or negative or infinite (row: the zone, from 1); OutOfRange where there are
/// fewer than two groups, as then there is no other.
Result<Silhouettes> silhouettes(std::span<const double> dissimilarities, std::span<const int> groups);

} // namespace tiermap
