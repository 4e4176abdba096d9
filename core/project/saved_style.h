#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// How a layer is drawn, kept in the project. `style` is for maps/style/layer_style.h to read: core carries it unread.
/// What a layer is drawn with now has the layer's name as its key; any other is one that somebody saved for later.
struct SavedStyle {
    QString key;
    Text name;
    QString layer; ///< zones, sites
    QString style; ///< JSON

    friend bool operator==(const SavedStyle&, const SavedStyle&) = default;
};

} // namespace tiermap
