#pragma once

#include "app/compare/chart.h"
#include "core/analysis/claim_evidence.h"
#include "core/analysis/comparison.h"

namespace tiermap {

/// What rank each zone has when nobody knows the weights: the interval that holds 90 % of random weightings (SMAA) and its
/// median, tiers apart, beside what the numbers say of the claim that each tier makes.
Chart roleFitChart(const Plan& plan, const Comparison& comparison, const QList<ClaimEvidence>& claims);

} // namespace tiermap
