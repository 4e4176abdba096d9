#include "core/analysis/adopted_figures.h"

#include <algorithm>

namespace tiermap {

AdoptedFigures::AdoptedFigures(const Plan& plan, const std::optional<Period>& period) {
    for (qsizetype row = 0; row < plan.observations.size(); ++row) {
        const Observation& observation = plan.observations[row];
        if (!observation.adopted || (period && observation.period != *period)) {
            continue;
        }
        const auto place = m_rows.find({observation.zone, observation.indicator});
        if (place == m_rows.end()) {
            m_rows.insert({observation.zone, observation.indicator}, row);
        } else if (plan.observations[*place].period.to < observation.period.to) { // an invalid date is the earliest
            *place = row;
        }
    }
}

const Observation* AdoptedFigures::of(const Plan& plan, const QString& zone, const QString& indicator) const {
    const qsizetype row = m_rows.value({zone, indicator}, -1);
    const Observation* found = row >= 0 && row < plan.observations.size() ? &plan.observations[row] : nullptr;
    return found && found->zone == zone && found->indicator == indicator ? found : nullptr;
}

QList<Period> adoptedPeriods(const Plan& plan) {
    QList<Period> periods;
    for (const Observation& observation : plan.observations) {
        if (observation.adopted && !periods.contains(observation.period)) {
            periods << observation.period;
        }
    }
    std::ranges::stable_sort(periods, [](const Period& a, const Period& b) {
        return std::tuple(a.to, a.from, a.toString()) > std::tuple(b.to, b.from, b.toString());
    });
    return periods;
}

} // namespace tiermap
