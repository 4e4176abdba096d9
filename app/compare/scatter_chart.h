#pragma once

#include "app/compare/chart.h"
#include "core/analysis/comparison.h"

namespace tiermap {

/// Two indicators of the comparison against each other.
Chart scatterChart(const Plan& plan, const Comparison& comparison, int across, int upwards);

} // namespace tiermap
