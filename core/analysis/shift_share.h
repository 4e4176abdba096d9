#pragma once

#include "core/analysis/indicator_matrix.h"
#include "core/problem.h"

#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// What a change is made of, in the unit of the values.
struct ShiftShareEffects {
    double reference = 0; ///< had all grown as the reference area did
    double mix = 0;       ///< its industries grow faster there than all together
    double local = 0;     ///< the zone's own industries grow faster than the same ones there

    double change() const { return reference + mix + local; }
};

/// Classical shift-share. Dunn, Papers of the Regional Science Association 6 (1960). With b and e for base and end of
/// zone i and industry k, and the growth G of all and g_k of the industry in the reference area,
///     reference = b_ik G,    mix = b_ik (g_k - G),    local = e_ik - b_ik (1 + g_k),
/// whose sum is e_ik - b_ik.
struct ShiftShare {
    double growth = 0;                                   ///< G, as a share: 0.05 is 5 %
    std::vector<std::optional<double>> industryGrowth{}; ///< g_k; nothing where the industry had no base value
    IndicatorMatrix reference{}; ///< zones x industries; missing where a value of either year is
    IndicatorMatrix mix{};
    IndicatorMatrix local{};
    std::vector<std::optional<ShiftShareEffects>> zones{}; ///< sums of what is known; nothing where nothing is
};

/// `base` and `end` have zones as rows and industries as columns; the reference area is all zones together. A cell that
/// misses a value in either year is left out of both, also from the sums of the reference area.
///
/// An industry that was nowhere in the base year has no growth rate; where a zone had none of an industry, the whole
/// change is local: both other effects are multiples of the base value, 0.
///
/// Problems, with the name of the parameter as field: ValueUnknown where the shapes do not fit; OutOfRange where a
/// value is negative or infinite (row: the zone, from 1), where the base of all is 0, or a growth rate too large for a
/// number.
Result<ShiftShare> shiftShare(const IndicatorMatrix& base, const IndicatorMatrix& end);

/// The same against another area, such as the province, whose values by industry are given. Also a Problem:
/// FieldMissing where one of these is missing (row: the industry, from 1), OutOfRange where a zone had what the
/// reference area had not, or so much more of it that an effect is too large for a number. The local effects then need
/// not add up to 0.
Result<ShiftShare> shiftShare(const IndicatorMatrix& base, const IndicatorMatrix& end,
                              std::span<const double> referenceBase, std::span<const double> referenceEnd);

} // namespace tiermap
