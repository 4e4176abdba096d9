#pragma once

#include "app/compare/chart.h"
#include "core/plan/plan.h"

namespace tiermap {

/// Two years that an indicator can be compared over.
struct YearPair {
    Period from{};
    Period to{};
    int zones = 0; ///< that have an adopted exact number for both
};

/// Of an indicator: those that two zones or more share. First the years that most zones share, of these the latest, of
/// these the pair that is farthest apart.
QList<YearPair> yearPairs(const Plan& plan, const QString& indicator);

/// How an indicator of the zones went from one year to another. Zones without a number for both are named below.
Chart slopeChart(const Plan& plan, const QString& indicator, const std::optional<YearPair>& years);

} // namespace tiermap
