#pragma once

#include "core/plan/period.h"

#include <QString>

namespace tiermap {

/// What an import took a column of a table for.
struct ColumnReading {
    QString column; ///< its heading; its letters where nothing stands over it
    QString
        field{}; ///< what it fills: a column of our own tables or part of an observation, "figure" for the values of
                 ///< one indicator; empty: nothing. Why, the notice on the column says
    QString indicator{};            ///< of a figure
    std::optional<Period> period{}; ///< of a figure; nothing: as the row says
    QString unit{};                 ///< of a figure, as the table states it
    bool converted = false;         ///< from that unit to the indicator's

    friend bool operator==(const ColumnReading&, const ColumnReading&) = default;
};

} // namespace tiermap
