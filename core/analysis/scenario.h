#pragma once

#include "core/analysis/claim_evidence.h"

namespace tiermap {

/// A zone that has another tier in a scenario than in the plan.
struct ZoneMove {
    QString zone; ///< Zone::code
    QString from; ///< Tier::key
    QString to;

    friend bool operator==(const ZoneMove&, const ZoneMove&) = default;
};

/// Moves as they are kept and typed: the zone's code and the tier's key that it moves to, "330113:lead".
QStringList textOf(const QList<ZoneMove>& moves);
/// ReferenceUnknown (a zone without a tier, a tier), ValueUnknown (no colon), DuplicateKey (a zone twice), OptionUnused (a
/// zone that has the tier).
Result<QList<ZoneMove>> movesOf(const Plan& plan, const QStringList& texts);

/// The plan with the zones in other tiers; the one it is made of stays as it is.
Plan movedPlan(Plan plan, const QList<ZoneMove>& moves);

/// What an assignment of the zones comes to.
struct ScenarioSide {
    QList<ClaimEvidence> claims{};     ///< in the order of Plan::claims
    std::vector<int> sizes{};          ///< of each of Plan::tiers, zones within a district included
    std::optional<JoinCounts> joins{}; ///< of the districts; nothing where their borders are not known

    /// In how many pieces a tier (its place in Plan::tiers) lies on the map; 0 without a district.
    int partsOf(int tier) const;
};

/// A list of moves over the adopted plan, and what they change.
struct Scenario {
    QList<ZoneMove> moves{};
    Plan other{}; ///< with the moves made
    ScenarioSide before{};
    ScenarioSide after{};
};

/// `areas` as for claimEvidence(); `neighbours` of mappedZones(), as for joinCounts().
Scenario scenarioOf(const Plan& plan, const QList<ZoneMove>& moves, const QHash<QString, double>& areas,
                    const std::vector<std::vector<int>>& neighbours);

/// The fewest moves that make all claims that can be tested consistent.
struct FewestMoves {
    Retiering search{};
    QList<QList<ZoneMove>> options{}; ///< of each of Retiering::options: what moves beside the scenario's own moves
};

/// The search starts at the scenario: its moves are kept, and what it finds comes on top of them. A claim that can be
/// tested in the adopted plan has to remain so. Only districts move, between the tiers that have any.
///
/// Problems: as fewestMoves().
Result<FewestMoves> fewestMovesOf(const Plan& plan, const Scenario& scenario, const std::function<bool()>& goesOn = {});

} // namespace tiermap
