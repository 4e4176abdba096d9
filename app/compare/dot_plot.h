#pragma once

#include "app/compare/chart.h"
#include "core/analysis/comparison.h"

namespace tiermap {

/// One indicator: a dot for each zone, tiers apart, with the median of each tier and the plan's target where it has one.
/// Within a tier zones stand by their numbers; across tiers there is no order, since tiers are roles. `column` is in
/// Comparison::matrix.
Chart dotPlot(const Plan& plan, const Comparison& comparison, int column);

} // namespace tiermap
