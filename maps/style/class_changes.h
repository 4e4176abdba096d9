#pragma once

#include "maps/style/thematic_map.h"

#include <QHash>

namespace tiermap {

/// What another method would make of the same numbers.
struct ClassChange {
    ClassMethod method{};
    Classes classes{};
    bool comparable = false; ///< as many classes as the map has: else the second of them is not the map's second
    QStringList moved{};     ///< Zone::code, sorted: in another class, counted from the lowest, where comparable
};

/// All methods but the map's own and Manual, for the numbers that it shows.
QList<ClassChange> classChanges(const ThematicMap& map, const QHash<QString, double>& numbers);

} // namespace tiermap
