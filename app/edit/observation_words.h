#pragma once

#include "core/plan/plan.h"

namespace tiermap {

/// Where a figure comes from, a line each: source, period and status, who entered it and when, what is to be noted.
QString observationWords(const Observation& observation);

/// What the plan's Range rules allow for an indicator: "0 or more"; empty where there is no rule.
QString rangeWords(const Plan& plan, const QString& indicator);

} // namespace tiermap
