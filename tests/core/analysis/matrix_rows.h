#pragma once

#include "core/analysis/indicator_matrix.h"

#include <vector>

namespace tiermap {

inline IndicatorMatrix matrix(const std::vector<std::vector<double>>& rows) {
    IndicatorMatrix result(static_cast<int>(rows.size()), rows.empty() ? 0 : static_cast<int>(rows[0].size()));
    for (int row = 0; row < result.zones(); ++row) {
        for (int column = 0; column < result.indicators(); ++column)
            result.at(row, column) = rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }
    return result;
}

} // namespace tiermap
