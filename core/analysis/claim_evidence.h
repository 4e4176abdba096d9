#pragma once

#include "core/analysis/retiering.h"
#include "core/plan/plan.h"

#include <QHash>

namespace tiermap {

/// What the zones have of one term of a claim.
struct TermEvidence {
    ClaimTerm term;
    /// The same for all zones: years are not mixed. Of Growth the last year, `from` being the first: the two that most
    /// zones have numbers for, of equally many the latest and then the longest.
    std::optional<Period> period{};
    std::optional<Period> from{};
    /// Of each zone; missing is NaN. Of a Throughput what the zone has as a multiple of what the district around it has.
    std::vector<double> numbers{};
    std::vector<QList<qsizetype>> observations{}; ///< of each zone: what its number is made of, in Plan::observations
    /// Of a Level: known for half of the zones at least. Else it is left out: ranks among a few would speak for all.
    bool counts = true;
};

/// A claim beside the adopted numbers of the plan: what was tested, and what came of it.
///
/// Level: a zone's score is the mean of its ranks in the terms that count (meanRanks()). Specialisation: its greatest location
/// quotient among the terms, beside all zones that have them all. Distinctness: its mean Krugman distance to the others
/// of its tier (industryStructure()). The zones are the districts. Only exact numbers count: a bound is none.
///
/// Throughput: the zones are those of the tier that lie within a district, each judged on its own. The score is the mean,
/// by weight, of log(what the zone has for its area / what the district has as a whole, the zone included), turned back
/// into a quotient. No
/// other zone can be drawn in its place, so there is no p: it is consistent where each known term says more, contradicted
/// where each says less.
struct ClaimEvidence {
    Claim claim;
    QStringList zones;       ///< Zone::code, in the plan's order
    std::vector<int> groups; ///< of each zone, the place of its tier in Plan::tiers
    QList<TermEvidence> terms{};
    std::vector<double> scores{};        ///< of each zone; NaN where none
    std::vector<int> strongest{};        ///< Specialisation: of each zone, the term of its greatest quotient, or -1
    IndicatorMatrix dissimilarities{};   ///< Distinctness: Krugman distances
    Result<GroupTest> test{GroupTest{}}; ///< a Problem where the terms make nothing that can be tested
    bool illustrative = false;           ///< a number that counts is

    /// Groups were drawn in the place of the tier's zones.
    bool hasP() const { return test && test->choices > 0; }
    Verdict verdict() const { return test ? test->verdict : Verdict::NotTestable; }
};

/// Of each claim of a plan. `areas`: of zones in km2; without one a zone has no PerArea.
///
/// A test is a Problem with FieldMissing, field "terms", where the claim has none; UnitsDiffer where the terms of a
/// structure have several units; else those of the tests.
QList<ClaimEvidence> claimEvidence(const Plan& plan, const QHash<QString, double>& areas, double significance = 0.05);

/// For fewestMoves(): the claims that can be tested by assigning zones, in the order given. All have the districts as zones.
std::vector<GroupClaim> groupClaims(const QList<ClaimEvidence>& evidence, const Plan& plan);

} // namespace tiermap
