#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <vector>

namespace tiermap {

/// What the industries of zones are, from counts of units (enterprises, persons employed): one, many, those of others?
/// All is in the order of the zones and missing (NaN) for a zone that has no structure: its counts are 0 in sum, or one
/// of them is missing, and then no share is known.
struct IndustryStructure {
    IndicatorMatrix shares{}; ///< s_ik, of industries (columns) in all units of the zone; 1 in sum
    /// Herfindahl-Hirschman index, sum_k s_ik^2: from 1 / industries, all alike, to 1, but one industry. Hirschman,
    /// National Power and the Structure of Foreign Trade (1945), takes the root of it.
    std::vector<double> concentrations{};
    /// The greatest location quotient (see location_quotient.h), beside all zones that have a structure, and whose it
    /// is: of equal ones the first industry; -1 for none. With few units it is large by chance alone.
    std::vector<double> greatestQuotients{};
    std::vector<int> greatestIndustries{};
    /// Zones by zones: K_ij = sum_k |s_ik - s_jk|, from 0, the same shares, to 2, nothing in common. Krugman, Geography
    /// and Trade (1991). The diagonal is 0; rows and columns of zones without a structure are missing.
    IndicatorMatrix distances{};
};

/// `counts` has industries as columns. OutOfRange, field "counts": one is negative or, being
/// more than 0, not within 1e-9 and 1e15, so that all quotients are finite.
Result<IndustryStructure> industryStructure(const IndicatorMatrix& counts);

} // namespace tiermap
