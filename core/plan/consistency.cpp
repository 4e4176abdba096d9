#include "core/plan/consistency.h"

#include "core/plan/names.h"
#include "core/plan/problem_list.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

class Rules {
public:
    Rules(const Plan& plan, const Locate& locate)
        : m_plan(plan)
        , m_locate(locate) {}

    std::optional<Problem> firstBreach() {
        if (m_plan.validTo.isValid() && m_plan.validTo < m_plan.validFrom) {
            breach({}, 0, "valid_to"_L1, Problem::Code::ValueUnknown,
                   {m_plan.validTo.toString(Qt::ISODate), u">= "_s + m_plan.validFrom.toString(Qt::ISODate)});
        }
        unique("tiers"_L1, m_plan.tiers, "key"_L1, [](const Tier& tier) { return tier.key; });
        unique("zones"_L1, m_plan.zones, "code"_L1, [](const Zone& zone) { return zone.code; });
        unique("indicators"_L1, m_plan.indicators, "key"_L1, [](const Indicator& i) { return i.key; });
        unique("targets"_L1, m_plan.targets, "key"_L1, [](const Target& target) { return target.key; });
        unique("measures"_L1, m_plan.measures, "number"_L1, [](const Measure& m) { return m.number; });
        unique("sites"_L1, m_plan.sites, "key"_L1, [](const Site& site) { return site.key; });
        unique("rules"_L1, m_plan.rules, "key"_L1, [](const Rule& rule) { return rule.key; });
        unique("sum_rules"_L1, m_plan.sumRules, "indicator"_L1,
               [](const SumRule& rule) { return rule.indicator + separator + rule.total; });
        unique("claims"_L1, m_plan.claims, "tier"_L1, [](const Claim& claim) { return claim.tier; });
        unique("former_units"_L1, m_plan.formerUnits, "code"_L1,
               [](const FormerUnit& unit) { return unit.code + separator + unit.until.toString(); });
        each("tiers"_L1, m_plan.tiers, &Rules::checkTier);
        each("zones"_L1, m_plan.zones, &Rules::checkZone);
        each("sum_rules"_L1, m_plan.sumRules, &Rules::checkSumRule);
        each("former_units"_L1, m_plan.formerUnits, &Rules::checkFormerUnit);
        each("targets"_L1, m_plan.targets, &Rules::checkTarget);
        each("claims"_L1, m_plan.claims, &Rules::checkClaim);
        each("measures"_L1, m_plan.measures, &Rules::checkMeasure);
        each("sites"_L1, m_plan.sites, &Rules::checkSite);
        each("observations"_L1, m_plan.observations, &Rules::checkObservation);
        checkObservationKeys();
        return m_problem ? std::optional(*m_problem) : std::nullopt;
    }

    QList<Problem> breaches() {
        m_all = true;
        firstBreach();
        return m_problem.all();
    }

    std::optional<Problem> breachIn(QLatin1StringView list, qsizetype row) {
        one(list, row, "tiers"_L1, m_plan.tiers, &Rules::checkTier);
        one(list, row, "zones"_L1, m_plan.zones, &Rules::checkZone);
        one(list, row, "sum_rules"_L1, m_plan.sumRules, &Rules::checkSumRule);
        one(list, row, "former_units"_L1, m_plan.formerUnits, &Rules::checkFormerUnit);
        one(list, row, "targets"_L1, m_plan.targets, &Rules::checkTarget);
        one(list, row, "claims"_L1, m_plan.claims, &Rules::checkClaim);
        one(list, row, "measures"_L1, m_plan.measures, &Rules::checkMeasure);
        one(list, row, "sites"_L1, m_plan.sites, &Rules::checkSite);
        one(list, row, "observations"_L1, m_plan.observations, &Rules::checkObservation);
        return m_problem ? std::optional(*m_problem) : std::nullopt;
    }

private:
    /// Stands in no written name.
    static constexpr QChar separator = u'\x1f';

    void breach(QLatin1StringView list, qsizetype row, QLatin1StringView field, Problem::Code code,
                const QStringList& arguments) {
        if (!m_problem || m_all) {
            Problem problem = m_locate(list, row, field);
            problem.code = code;
            problem.arguments = arguments;
            m_problem.note(problem);
        }
    }

    void breach(QLatin1StringView field, Problem::Code code, const QStringList& arguments) {
        breach(m_list, m_row, field, code, arguments);
    }

    template <class T, class Key>
    void unique(QLatin1StringView list, const QList<T>& rows, QLatin1StringView field, Key key) {
        QSet<QString> seen;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString text = key(rows[i]);
            if (text.isEmpty()) {
                breach(list, i, field, Problem::Code::FieldMissing, {});
            } else if (seen.contains(text)) {
                breach(list, i, field, Problem::Code::DuplicateKey, {QString(text).replace(separator, u' ')});
            }
            seen.insert(text);
        }
    }

    template <class T>
    void each(QLatin1StringView list, const QList<T>& rows, void (Rules::*check)(const T&)) {
        m_list = list;
        for (m_row = 0; m_row < rows.size(); ++m_row) {
            (this->*check)(rows[m_row]);
        }
    }

    template <class T>
    void one(QLatin1StringView wanted, qsizetype row, QLatin1StringView list, const QList<T>& rows,
             void (Rules::*check)(const T&)) {
        if (wanted == list && row < rows.size()) {
            m_list = list;
            m_row = row;
            (this->*check)(rows[row]);
        }
    }

    void knownZone(QLatin1StringView field, const QString& code) {
        if (m_plan.zone(code) == nullptr) {
            breach(field, Problem::Code::ReferenceUnknown, {code, u"zone"_s});
        }
    }

    /// At least one, each once.
    void knownZones(QLatin1StringView field, const QStringList& codes) {
        if (codes.isEmpty()) {
            breach(field, Problem::Code::FieldMissing, {});
        }
        QSet<QString> seen;
        for (const QString& code : codes) {
            knownZone(field, code);
            if (seen.contains(code)) {
                breach(field, Problem::Code::DuplicateKey, {code});
            }
            seen.insert(code);
        }
    }

    void knownIndicator(const QString& key) {
        if (m_plan.indicator(key) == nullptr) {
            breach("indicator"_L1, Problem::Code::ReferenceUnknown, {key, u"indicator"_s});
        }
    }

    void checkTier(const Tier& tier) {
        static const QRegularExpression color(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
        if (!color.match(tier.color).hasMatch()) {
            breach("color"_L1, Problem::Code::ValueUnknown, {tier.color, u"#RRGGBB"_s});
        }
    }

    void checkZone(const Zone& zone) {
        if (!zone.tier.isEmpty() && m_plan.tier(zone.tier) == nullptr) {
            breach("tier"_L1, Problem::Code::ReferenceUnknown, {zone.tier, u"tier"_s});
        }
        // What may contain what. It also rules out that a unit contains itself over a detour.
        const Zone* parent = m_plan.zone(zone.parent);
        const bool inCity = parent != nullptr && parent->kind == Zone::Kind::City;
        const bool inDistrict = parent != nullptr && parent->kind == Zone::Kind::District;
        if (zone.kind == Zone::Kind::City ? !zone.parent.isEmpty() : !inCity) {
            if (zone.kind != Zone::Kind::OfWhich || !inDistrict) {
                breach("parent"_L1, Problem::Code::ReferenceUnknown,
                       {zone.parent, zone.kind == Zone::Kind::City      ? QString()
                                     : zone.kind == Zone::Kind::OfWhich ? u"district"_s
                                                                        : u"city"_s});
            }
        }
    }

    void checkSumRule(const SumRule& rule) {
        knownIndicator(rule.indicator);
        knownZone("total"_L1, rule.total);
        knownZones("members"_L1, rule.members);
    }

    void checkFormerUnit(const FormerUnit& unit) {
        if (unit.code.isEmpty()) {
            breach("code"_L1, Problem::Code::FieldMissing, {});
        }
        knownZones("successors"_L1, unit.successors);
    }

    void checkTarget(const Target& target) {
        if (!target.indicator.isEmpty()) {
            knownIndicator(target.indicator);
        }
    }

    void checkClaim(const Claim& claim) {
        if (m_plan.tier(claim.tier) == nullptr) {
            breach("tier"_L1, Problem::Code::ReferenceUnknown, {claim.tier, u"tier"_s});
        }
        QSet<QString> seen;
        for (const ClaimTerm& term : claim.terms) {
            knownIndicator(term.indicator);
            const QString key = term.indicator + u' ' + nameOf(term.measure);
            if (seen.contains(key)) {
                breach("indicator"_L1, Problem::Code::DuplicateKey, {key});
            }
            seen.insert(key);
            if (!(term.weight > 0) || !std::isfinite(term.weight)) {
                breach("weight"_L1, Problem::Code::OutOfRange, {QString::number(term.weight), u"0"_s, {}});
            }
        }
    }

    void checkMeasure(const Measure& measure) {
        for (const QString& code : measure.zones) {
            knownZone("zones"_L1, code);
        }
    }

    void checkSite(const Site& site) {
        if (!site.zone.isEmpty()) {
            knownZone("zone"_L1, site.zone);
        }
    }

    void checkObservation(const Observation& observation) {
        knownZone("zone"_L1, observation.zone);
        knownIndicator(observation.indicator);
        if (!observation.value && observation.missingReason.isEmpty()) {
            breach("value"_L1, Problem::Code::FieldMissing, {});
        } else if (observation.value && !observation.missingReason.isEmpty()) {
            breach("missing_reason"_L1, Problem::Code::ValueUnknown, {observation.missingReason, QString()});
        }
    }

    /// Rows by the hash of their key: a million texts would take seconds. Rows of one hash are compared in full.
    void checkObservationKeys() {
        struct Keyed {
            std::size_t hash;
            qsizetype row;
        };
        const QList<Observation>& all = m_plan.observations;
        const auto sameCell = [&](qsizetype a, qsizetype b) {
            return all[a].zone == all[b].zone && all[a].indicator == all[b].indicator && all[a].period == all[b].period;
        };
        std::vector<Keyed> rows;
        rows.reserve(static_cast<std::size_t>(all.size()));
        for (qsizetype i = 0; i < all.size(); ++i) {
            const Period& p = all[i].period;
            rows.push_back({qHashMulti(0, all[i].zone, all[i].indicator, static_cast<int>(p.kind), p.from.toJulianDay(),
                                       p.to.toJulianDay(), p.approximate),
                            i});
        }
        std::ranges::sort(rows, {}, [](const Keyed& row) { return std::pair(row.hash, row.row); });
        m_list = "observations"_L1;
        std::vector<std::pair<qsizetype, QLatin1StringView>> found;
        const auto breachAt = [&](qsizetype row, QLatin1StringView where) { found.emplace_back(row, where); };
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = i + 1; j < rows.size() && rows[j].hash == rows[i].hash; ++j) {
                const qsizetype a = rows[i].row;
                const qsizetype b = rows[j].row;
                if (!sameCell(a, b)) {
                    continue;
                }
                if (all[a].source == all[b].source) {
                    breachAt(b, "source"_L1);
                } else if (all[a].adopted && all[b].adopted) {
                    breachAt(b, "adopted"_L1);
                }
            }
        }
        std::ranges::sort(found); // the breach that comes first in the plan is told first
        for (const auto& [row, field] : found) {
            const Observation& o = all[row];
            const QStringList place{o.zone, o.indicator, o.period.toString()};
            const bool adopted = field == "adopted"_L1;
            breach("observations"_L1, row, field, adopted ? Problem::Code::AdoptedTwice : Problem::Code::DuplicateKey,
                   {(adopted ? place : place + QStringList{o.source}).join(u' ')});
        }
    }

    const Plan& m_plan;
    const Locate& m_locate;
    ProblemList m_problem;
    bool m_all = false; ///< not only the first breach
    QLatin1StringView m_list;
    qsizetype m_row = 0;
};

} // namespace

std::optional<Problem> findBreach(const Plan& plan, const Locate& locate) { return Rules(plan, locate).firstBreach(); }

QList<Problem> findBreaches(const Plan& plan, const Locate& locate) { return Rules(plan, locate).breaches(); }

std::optional<Problem> findBreach(const Plan& plan, QLatin1StringView list, qsizetype row, const Locate& locate) {
    return Rules(plan, locate).breachIn(list, row);
}

} // namespace tiermap
