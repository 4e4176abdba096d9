#pragma once

#include "core/problem.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// A place on a projected plane, in metres.
struct MetrePoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const MetrePoint&, const MetrePoint&) = default;
};

/// Where places lie close together: DBSCAN (Ester, Kriegel, Sander, Xu: A Density-Based Algorithm for Discovering
/// Clusters in Large Spatial Databases with Noise, KDD 1996).
struct DensityClusters {
    struct Member {
        int cluster = -1;  ///< -1: in none (noise, or not finite)
        bool core = false; ///< it has the least number of places within reach

        friend bool operator==(const Member&, const Member&) = default;
    };

    std::vector<Member> members; ///< one for each place
    std::vector<int> sizes;      ///< of each cluster; the greatest come first, of equal ones that with the first member
};

/// Two places are neighbours where their distance is `reach` (metres) or less. A core place has at least `least`
/// neighbours, itself among them as in scikit-learn's min_samples; core places that are neighbours are of one cluster.
/// A border place, one that is no core but has core neighbours, goes with the nearest of them, of equally near ones
/// with the one that comes first in `places`: with whom it goes depends on the order of rows only there, and all else
/// never does but for the numbers of clusters of one size. (The paper and scikit-learn give it to the cluster that was
/// found first.) Places with a coordinate that is not finite are left out.
///
/// Costs about n log n, also where all are at one spot; more where `least` is in the thousands. `goesOn` is asked now
/// and then: false ends the work with Cancelled. OutOfRange, with the name of the parameter as field, where `least` is
/// below 1, or `reach` is infinite, less than a micrometre, or so small beside the width of the data (a 1e-13th) that
/// distances would be rounding errors.
Result<DensityClusters> densityClusters(std::span<const MetrePoint> places, double reach, int least,
                                        const std::function<bool()>& goesOn = {});

/// A reach to begin with: 1.5 times the median distance of a place to the one that would make it a core place, its
/// (least - 1)-th nearest other (at least the nearest). A rule of thumb, nothing more: the paper reads the reach from
/// the bend of the curve of these distances, which is left to the eye. With the median itself half of the places would
/// be core and an even cluster fall to pieces; with 1.5 times it, places of less than 1 / 1.5^2 = 44 % of the usual
/// density are noise. Taken from at most 2000 places, drawn with a fixed seed, so that the same data has the same
/// reach. Those whose distance is less than a micrometre, at one spot with the others, say nothing and are not
/// counted. Nothing where no distance is left.
std::optional<double> suggestedReach(std::span<const MetrePoint> places, int least);

} // namespace tiermap
