#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// How a layer is drawn, kept in the project. `style` is for maps/style/layer_style.h to read: core carries it unread.
/// What a layer is drawn with now has the layer's name as its key; any other is one that somebody saved for later.
struct SavedStyle {
    QString key;
    Text name;
    QString layer;  ///< zones, sites
    QString style;  ///< JSON
    QString qgis{}; ///< of what a layer is drawn with now: how QGIS draws something alike (QML), for layer_styles

    friend bool operator==(const SavedStyle&, const SavedStyle&) = default;
};

} // namespace tiermap
