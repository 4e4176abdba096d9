#pragma once

#include "maps/figure/sheet_ground.h"
#include "maps/scene/display_list.h"
#include "maps/scene/view.h"

#include <QDate>
#include <QMap>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <optional>
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
    QSizeF size;              ///< mm, before it is magnified
    double magnification = 1; ///< of everything on it, when it is painted
    std::vector<Panel> panels{};
    /// Boxes of map, legend, inset, overview, blocks, title, scale and foot, in mm before it is magnified.
    QMap<QString, QRectF> parts{};
    QStringList proportional{}; ///< of the parts, those that grow in height with their width
    enum class Overview { None, Drawn, Unknown, NoRoom };
    Overview overview = Overview::None;  ///< Unknown: the program has no shapes of the province
    QStringList legendWords{};           ///< of the legend as they are computed
    std::optional<SheetGround> ground{}; ///< where its map lies, if its files shall say so
    bool isCut = false;                  ///< the map at its scale is larger than its frame
    QStringList unplaced{};              ///< Zone::code or Site::key that found no room for its name
    QStringList crowded{};     ///< Zone::code whose symbol lies on another, or is larger than its map and missing there
    QStringList beyondScale{}; ///< names of layers whose range of scales leaves them out
    QList<MapWarning> warnings{}; ///< of its thematic map
    QString watermark{};          ///< across the page
    QString title{};
    QString author{};
    QString subject{};
    QByteArray record{}; ///< JSON of its FigureRecord, for the file
    QDate date{};        ///< of the content, not of today: the same plan gives the same bytes
};

} // namespace tiermap
