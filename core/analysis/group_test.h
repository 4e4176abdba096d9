#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/plan/observation.h"
#include "core/problem.h"

#include <QtTypes>

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// Does a claim about a group of zones hold, beside all groups of as many zones? Nothing is ever proved by it.
enum class Verdict {
    Consistent,   ///< p is at most the significance
    NotShown,     ///< neither this nor that
    Contradicted, ///< so is pOpposite
    NotTestable,  ///< not even the best group of this size could have a p as small as the significance
};

/// An exact permutation test (Fisher, The Design of Experiments, 1935; Pitman, Supplement to the Journal of the Royal
/// Statistical Society 4, 1937): the statistic T of the group beside its values in all ways to assign the zones that
/// have a value to groups of the same sizes. T depends on nothing but which zones are in the group, and each choice of
/// k of n zones is part of equally many assignments; so the C(n, k) choices give the same p and are what is counted.
struct GroupTest {
    int zones = 0;                       ///< n, those with a value: all others are left out
    std::map<int, int> sizes{};          ///< zones with a value in each group that has any
    std::optional<qint64> assignments{}; ///< n! / (product of sizes!); nothing where it is more than 1e15
    qint64 choices = 0;                  ///< C(n, k); 0 where it was not counted: T is not defined
    double statistic = 0;                ///< T; 0 where it is not defined
    /// Level: Cliff's delta between the group and the rest, -1..1 (Psychological Bulletin 114, 1993). Distinctness:
    /// (T - E[T]) / sd[T] over all choices. 0 where it is not defined.
    double effect = 0;
    double p = 1;         ///< share of the choices with T as large or larger
    double pOpposite = 1; ///< share of the choices with T as small or smaller
    double leastP = 1;    ///< the smallest p that any choice has
    Verdict verdict = Verdict::NotTestable;
    /// Of each zone, in the unit of the statistic: above 0 speaks for the claim, below against it.
    std::vector<std::optional<double>> contributions{};

    double shareBelow() const { return 1 - p; } ///< of the choices, with a smaller T
};

/// More choices than this are not counted: Problem OutOfRange, with the name of the values as field.
constexpr qint64 mostChoices = 20'000'000;

/// Is the group high? T = mean score of its zones - mean score of all other zones. A missing score is NaN.
///
/// Not defined, hence not testable: no zone of the group has a score, or no other zone has. Where all scores are equal,
/// T = 0 and p = leastP = 1. The contribution of a member is its score minus the mean of the others; of another zone
/// the mean of the group minus its score.
///
/// Scores are as good as equal where all differ by less than a 1e-12th of the greatest; two groups where the sums of
/// their scores differ by less than a 1e-9th of the range of the scores: the order of adding makes less than that.
///
/// OutOfRange: `groups` is not as long as `scores`, a score is beyond +-1e300, or `significance` is not above 0 and
/// below 0.5.
Result<GroupTest> levelTest(std::span<const double> scores, std::span<const int> groups, int group,
                            double significance = 0.05);

/// Do the zones of the group differ from each other? T = mean dissimilarity of the pairs within the group.
///
/// `dissimilarities` has the zones as rows and as columns and is symmetric. A zone that cannot be compared has its
/// diagonal missing; the other diagonals are 0. Not defined with fewer than two zones of the group that can be
/// compared; not testable without any outside it. The contribution of a member is its mean dissimilarity to the other
/// members minus E[T], the mean of all pairs; other zones have none. Equality as in the level test, of sums over pairs.
///
/// Problems: as in the level test; OutOfRange where it is not square, a dissimilarity is negative or a diagonal other
/// than 0; FieldMissing where one of two zones that can be compared is missing; ValueUnknown where it is not symmetric.
Result<GroupTest> distinctnessTest(const IndicatorMatrix& dissimilarities, std::span<const int> groups, int group,
                                   double significance = 0.05);

/// The score of a claim of level that has several indicators. In each indicator the zones that have a value are ranked
/// (ties share the mean of their ranks), from 0 to 1, the best; a zone's score is the weighted mean over the indicators
/// that it has. Where all values are equal, or there is but one, they rank 0.5: in the middle, as any tie of all.
///
/// A zone has a score only if the indicators that it has are at least half of the total weight; else it is missing.
///
/// OutOfRange: `directions` or `weights` are not as many as indicators, a weight is negative or not finite, or the
/// weights are 0 in sum. ValueUnknown: a direction is None.
Result<std::vector<double>> meanRanks(const IndicatorMatrix& matrix, std::span<const Indicator::Direction> directions,
                                      std::span<const double> weights);

/// What both tests add up, for those who test many groups. *Places* number the zones that have a value, in their order.
/// Sums are of deviations from the mean (of scores, of dissimilarities of pairs) in parts of the range, so that their
/// mean over all groups of one size is 0, and T grows with them.
class GroupSums {
public:
    static Result<GroupSums> ofScores(std::span<const double> scores);
    static Result<GroupSums> ofDissimilarities(const IndicatorMatrix& dissimilarities);

    /// Sums that differ by no more are equal.
    static constexpr double rounding = 1e-9;

    bool pairwise() const { return m_pairwise; }
    int allZones() const { return m_allZones; }
    const std::vector<int>& zones() const { return m_zones; } ///< of each place, ascending
    double mean() const { return m_mean; }
    double range() const { return m_range; } ///< 0 where all are as good as equal

    double deviation(int place) const { return m_single[static_cast<size_t>(place)]; }
    double deviation(int place, int other) const {
        return m_pairs[static_cast<size_t>(place) * m_zones.size() + static_cast<size_t>(other)];
    }

    /// A group of this size has a T, and is not all there is.
    bool comparable(int size) const { return size >= (m_pairwise ? 2 : 1) && size < static_cast<int>(m_zones.size()); }
    double of(std::span<const int> places) const;
    /// Of all groups of `size` (0..n) places, in lexicographic order. OutOfRange beyond mostChoices.
    Result<std::vector<double>> ofAll(int size) const;

private:
    GroupSums(bool pairwise, int allZones)
        : m_pairwise(pairwise)
        , m_allZones(allZones) {}
    void measure(std::span<const double> values);

    bool m_pairwise;
    int m_allZones;
    std::vector<int> m_zones;
    double m_mean = 0;
    double m_range = 0;
    std::vector<double> m_single; ///< of pairs all 0
    std::vector<double> m_pairs;  ///< a square; empty for scores
};

} // namespace tiermap
