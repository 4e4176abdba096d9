#include "core/analysis/scenario.h"

#include "core/analysis/zone_figures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QStringList districtsOf(const Plan& plan) {
    QStringList codes;
    for (const Zone& zone : mappedZones(plan)) {
        codes << zone.code;
    }
    return codes;
}

ScenarioSide sideOf(const Plan& plan, const QHash<QString, double>& areas,
                    const std::vector<std::vector<int>>& neighbours) {
    ScenarioSide side{.claims = claimEvidence(plan, areas)};
    for (const Tier& tier : plan.tiers) {
        side.sizes.push_back(static_cast<int>(plan.zonesOf(tier.key).size()));
    }
    if (const auto joins = joinCounts(tierPlaces(plan, districtsOf(plan)), neighbours)) {
        side.joins = *joins;
    }
    return side;
}

} // namespace

QStringList textOf(const QList<ZoneMove>& moves) {
    QStringList texts;
    for (const ZoneMove& move : moves) {
        texts << move.zone + u':' + move.to;
    }
    return texts;
}

Result<QList<ZoneMove>> movesOf(const Plan& plan, const QStringList& texts) {
    const auto wrong = [](Problem::Code code, const QStringList& what) {
        return std::unexpected(Problem{.code = code, .arguments = what});
    };
    QList<ZoneMove> moves;
    for (const QString& text : texts) {
        const QString to = text.section(u':', 1);
        const Zone* zone = plan.zone(text.section(u':', 0, 0));
        if (!zone || zone->tier.isEmpty()) {
            return wrong(Problem::Code::ReferenceUnknown, {text.section(u':', 0, 0), u"zone"_s});
        }
        if (!text.contains(u':')) {
            return wrong(Problem::Code::ValueUnknown, {text, u"330113:lead"_s});
        }
        if (!plan.tier(to)) {
            return wrong(Problem::Code::ReferenceUnknown, {to, u"tier"_s});
        }
        if (std::ranges::contains(moves, zone->code, &ZoneMove::zone)) {
            return wrong(Problem::Code::DuplicateKey, {zone->code});
        }
        if (zone->tier == to) { // no move
            return wrong(Problem::Code::OptionUnused, {to});
        }
        moves << ZoneMove{.zone = zone->code, .from = zone->tier, .to = to};
    }
    return moves;
}

Plan movedPlan(Plan plan, const QList<ZoneMove>& moves) {
    for (const ZoneMove& move : moves) {
        const auto zone = std::ranges::find(plan.zones, move.zone, &Zone::code);
        if (zone != plan.zones.end()) {
            zone->tier = move.to;
        }
    }
    return plan;
}

int ScenarioSide::partsOf(int tier) const {
    const auto found = joins ? joins->parts.find(tier) : std::map<int, int>::const_iterator();
    return !joins || found == joins->parts.end() ? 0 : found->second;
}

Scenario scenarioOf(const Plan& plan, const QList<ZoneMove>& moves, const QHash<QString, double>& areas,
                    const std::vector<std::vector<int>>& neighbours) {
    Scenario scenario{.moves = moves, .other = movedPlan(plan, moves)};
    scenario.before = sideOf(plan, areas, neighbours);
    scenario.after = sideOf(scenario.other, areas, neighbours);
    return scenario;
}

Result<FewestMoves> fewestMovesOf(const Plan& plan, const Scenario& scenario, const std::function<bool()>& goesOn) {
    const QStringList districts = districtsOf(plan);
    RetieringSettings settings{.start = tierPlaces(scenario.other, districts), .testsMayBeLost = false};
    for (const ZoneMove& move : scenario.moves) {
        if (const qsizetype place = districts.indexOf(move.zone); place >= 0) {
            settings.lockedZones.push_back(static_cast<int>(place));
        }
    }
    auto search = fewestMoves(tierPlaces(plan, districts), groupClaims(scenario.before.claims, plan), settings, goesOn);
    if (!search) {
        return std::unexpected(search.error());
    }
    FewestMoves found{.search = *std::move(search)};
    for (const Retiering::Option& option : found.search.options) {
        QList<ZoneMove>& moves = found.options.emplace_back();
        for (std::size_t i = 0; i < option.groups.size(); ++i) {
            if (option.groups[i] != settings.start[i]) {
                moves << ZoneMove{.zone = districts[static_cast<qsizetype>(i)],
                                  .from = plan.tiers[settings.start[i]].key,
                                  .to = plan.tiers[option.groups[i]].key};
            }
        }
    }
    return found;
}

} // namespace tiermap
