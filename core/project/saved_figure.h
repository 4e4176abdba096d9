#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// A figure that somebody composed, kept in the project to be made again. `spec` is for maps/figure/figure_spec.h to read:
/// core carries it unread.
struct SavedFigure {
    QString key;
    Text name;
    QString spec; ///< JSON

    friend bool operator==(const SavedFigure&, const SavedFigure&) = default;
};

} // namespace tiermap
