#pragma once

#include "maps/style/layer_style.h"

#include <QHash>

namespace tiermap {

/// What another method would make of the same numbers.
struct ClassChange {
    ClassMethod method{};
    Classes classes{};
    QStringList moved{}; ///< Zone::code, sorted: in another class, counted from the lowest
};

/// All methods but the style's own and Manual. `classOf`: the class of each zone under the style.
QList<ClassChange> classChanges(const LayerStyle& style, const QHash<QString, double>& numbers,
                                const QHash<QString, int>& classOf);

} // namespace tiermap
