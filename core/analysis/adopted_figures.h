#pragma once

#include "core/plan/plan.h"

#include <QHash>

namespace tiermap {

/// Which observation is the adopted one of a zone and an indicator, for one period or for the latest that each zone has.
class AdoptedFigures {
public:
    /// Nothing for the period: the latest.
    AdoptedFigures(const Plan& plan, const std::optional<Period>& period);

    /// The adopted observation, as long as the plan has not changed since.
    const Observation* of(const Plan& plan, const QString& zone, const QString& indicator) const;

private:
    QHash<std::pair<QString, QString>, qsizetype> m_rows; ///< in Plan::observations, by zone and indicator
};

/// The periods that adopted observations speak of, latest first.
QList<Period> adoptedPeriods(const Plan& plan);

} // namespace tiermap
