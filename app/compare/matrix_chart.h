#pragma once

#include "app/compare/chart.h"
#include "core/analysis/comparison.h"

namespace tiermap {

/// Zones by indicators as cells of scaled numbers, 1 being what is best. Like stands beside like: seriation of rows and
/// columns, of rows up to `mostRowsSeriated`, above which the plan's order stands.
Chart matrixChart(const Plan& plan, const Comparison& comparison);

constexpr int mostRowsSeriated = 400;

} // namespace tiermap
