#pragma once

#include "core/analysis/group_test.h"

#include <functional>
#include <limits>
#include <map>
#include <variant>

namespace tiermap {

/// What a plan says of one of its groups, and the figures that it is held against.
struct GroupClaim {
    int group = 0;
    /// Scores of the zones, for levelTest(), or their dissimilarities, for distinctnessTest().
    std::variant<std::vector<double>, IndicatorMatrix> measure{};
};

Result<GroupTest> testOf(const GroupClaim& claim, std::span<const int> groups, double significance = 0.05);

struct RetieringSettings {
    double significance = 0.05;
    int leastGroupSize = 1; ///< of each group of the adopted assignment, zones without values among its zones
    std::vector<int> lockedZones{};
    std::vector<int> start{}; ///< the assignment that the moves start at; empty: the adopted one
    /// Whether a claim that can be tested in the adopted assignment may become untestable, for which a group need only
    /// be made small enough.
    bool testsMayBeLost = true;
    int mostMoves = std::numeric_limits<int>::max();
    qint64 mostAssignments = 5'000'000; ///< to look at
    int mostListed = 20;
};

/// The assignments next to the start in which every claim that can be tested is Consistent.
struct Retiering {
    struct Option {
        std::vector<int> groups;       ///< of each zone
        std::vector<Verdict> verdicts; ///< of each claim: Consistent or NotTestable
    };

    qint64 lookedAt = 0;
    std::optional<int> leastMoves{}; ///< zones that change their group; nothing where no assignment was found
    /// With as few moves: by the first zone that moves, then by the group it moves to, then by the next zone.
    std::vector<Option> options{};
    qint64 found = 0; ///< so many of them, listed or not
    /// No limit came between: all assignments with the fewest moves were looked at, or all there are. Where it is
    /// false, `leastMoves` holds as well, since those with fewer come first; only `found` may be too small.
    bool exhaustive = true;
};

/// Looks at the assignments by the number of moves from the start: with none, with one and so on, up to the first number
/// with which some will do. A *move* gives one zone another group that the adopted assignment or the start has. p is that of the claim's test
/// in the new assignment, beside all groups of the new size. Claims are never weighed against each other.
///
/// `goesOn` is asked now and then: false ends the work with Cancelled. Problems: those of the tests of the claims;
/// OutOfRange, with the name of the setting as field, where a locked zone is none of the zones, a limit is negative, or
/// the start has not a group for each zone.
/// With many zones, a size that can be moved to may have more than mostChoices groups: OutOfRange, too.
Result<Retiering> fewestMoves(std::span<const int> adopted, const std::vector<GroupClaim>& claims,
                              const RetieringSettings& settings = {}, const std::function<bool()>& goesOn = {});

/// Does an assignment hang together on the map? A join is a pair of neighbours (join-count statistics: Cliff and Ord,
/// Spatial Processes, 1981; with groups for their colours).
struct JoinCounts {
    qint64 same = 0;            ///< joins of two zones of one group
    qint64 all = 0;             ///< joins
    std::map<int, int> parts{}; ///< of each group: how many pieces it lies in; 1 where it hangs together
};

/// `neighbours` has a list of zones for each. A pair is one join, also where but one of both names the other, or names
/// it twice. OutOfRange: there are not as many lists as zones, or a neighbour is none of the other zones.
Result<JoinCounts> joinCounts(std::span<const int> groups, const std::vector<std::vector<int>>& neighbours);

} // namespace tiermap
