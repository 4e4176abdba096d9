#include "core/plan/completeness.h"

#include "core/plan/placeholder.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

class Gaps {
public:
    Gaps(const Plan& plan, const Locate& locate)
        : m_plan(plan)
        , m_locate(locate) {}

    QList<PlanGap> find() {
        facts();
        for (qsizetype i = 0; i < m_plan.tiers.size(); ++i) {
            const Tier& tier = m_plan.tiers[i];
            named("tiers"_L1, i, tier.name);
            filled("tiers"_L1, i, "role"_L1, tier.role.zh);
        }
        for (qsizetype i = 0; i < m_plan.zones.size(); ++i) {
            const Zone& zone = m_plan.zones[i];
            named("zones"_L1, i, zone.name);
            const bool drawn = zone.kind == Zone::Kind::District || zone.kind == Zone::Kind::OfWhich;
            if (drawn && (zone.tier.isEmpty() || zone.tier == placeholderTier)) {
                note("zones"_L1, i, "tier"_L1, PlanGap::Kind::TierMissing, zone.name.zh);
            }
        }
        for (qsizetype i = 0; i < m_plan.indicators.size(); ++i) {
            const Indicator& indicator = m_plan.indicators[i];
            named("indicators"_L1, i, indicator.name);
            if (indicator.unit.zh.isEmpty()) {
                note("indicators"_L1, i, "unit"_L1, PlanGap::Kind::UnitMissing, indicator.name.zh);
            }
        }
        for (qsizetype i = 0; i < m_plan.observations.size(); ++i) {
            filled("observations"_L1, i, "source"_L1, m_plan.observations[i].source);
        }
        for (qsizetype i = 0; i < m_plan.sites.size(); ++i) {
            filled("sites"_L1, i, "source"_L1, m_plan.sites[i].source);
        }
        return m_gaps;
    }

private:
    void facts() {
        filled({}, 0, "title"_L1, m_plan.title.zh);
        filled({}, 0, "layout"_L1, m_plan.layout.zh);
        filled({}, 0, "issuer"_L1, m_plan.issuer.zh);
        filled({}, 0, "coordinator"_L1, m_plan.coordinator.zh);
        filled({}, 0, "goal"_L1, m_plan.goal);
        filled({}, 0, "source"_L1, m_plan.source);
        filled({}, 0, "boundary.vintage"_L1, m_plan.boundary.vintage);
        filled({}, 0, "boundary.note"_L1, m_plan.boundary.note.zh);
        filled({}, 0, "boundary.provenance"_L1, m_plan.boundary.provenance.zh);
        for (const auto& [field, date] :
             {std::pair("valid_from"_L1, m_plan.validFrom), std::pair("valid_to"_L1, m_plan.validTo)}) {
            if (!date.isValid()) {
                note({}, 0, field, PlanGap::Kind::NotFilledIn, field);
            }
        }
    }

    void note(QLatin1StringView list, qsizetype row, QLatin1StringView field, PlanGap::Kind kind, const QString& what) {
        const Problem place = m_locate(list, row, field);
        m_gaps << PlanGap{.kind = kind, .file = place.file, .row = place.row, .field = place.field, .text = what};
    }

    void filled(QLatin1StringView list, qsizetype row, QLatin1StringView field, const QString& text) {
        if (isPlaceholder(text)) {
            note(list, row, field, PlanGap::Kind::NotFilledIn, text);
        }
    }

    void named(QLatin1StringView list, qsizetype row, const Text& name) {
        filled(list, row, "name"_L1, name.zh);
        if (name.en.isEmpty() && !isPlaceholder(name.zh)) {
            note(list, row, "name.en"_L1, PlanGap::Kind::TranslationMissing, name.zh);
        }
    }

    const Plan& m_plan;
    const Locate& m_locate;
    QList<PlanGap> m_gaps;
};

} // namespace

QList<PlanGap> findGaps(const Plan& plan, const Locate& locate) { return Gaps(plan, locate).find(); }

} // namespace tiermap
