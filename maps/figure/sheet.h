#pragma once

#include "maps/scene/display_list.h"
#include "maps/scene/view.h"

#include <QDate>
#include <QSizeF>
#include <QStringList>

#include <vector>

namespace tiermap {

enum class MapWarning; // thematic_map.h

/// One part of a page with its own coordinates: a map, the legend, a line of notes.
struct Panel {
    DisplayList list;
    View view;
};

/// A page with everything in its place, painted in order.
struct Sheet {
    QSizeF size; ///< mm
    std::vector<Panel> panels{};
    QStringList unplaced{};       ///< Zone::code or Site::key that found no room for its name
    QList<MapWarning> warnings{}; ///< of its thematic map
    QString title{};
    QString author{};
    QString subject{};
    QDate date{}; ///< of the content, not of today: the same plan gives the same bytes
};

} // namespace tiermap
