#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// A unit that observations may speak of. The zones of a layout are those that have a tier.
struct Zone {
    enum class Kind {
        City,            ///< the whole: its observations are totals
        District,        ///< one of the parts that tile the city
        OfWhich,         ///< lies inside a district (`parent`) and is counted within it: never added to a total
        StatisticalOnly, ///< has figures of its own but no polygon (西湖风景名胜区)
    };

    QString code; ///< GB/T 2260, or an internal name where that standard has none; always text
    Text name;
    QString tier; ///< Tier::key; empty for units outside the layout
    Kind kind = Kind::District;
    QString parent;         ///< code of the containing unit; empty for the city
    bool schematic = false; ///< its outline is a sketch, not a boundary
    Text role{};            ///< its own role statement; where empty, that of its tier holds

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// Names as they stand in packages, project files and JSON: city, district, of_which, statistical_only.
QString toString(Zone::Kind kind);

} // namespace tiermap
