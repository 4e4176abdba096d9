#pragma once

#include "maps/geometry/point_index.h"
#include "maps/scene/display_list.h"
#include "maps/scene/plan_scene.h"
#include "maps/scene/view.h"

#include <QFont>
#include <QRectF>
#include <QSet>

#include <memory>
#include <optional>

namespace tiermap {

/// Places that are drawn over all layers, merged where they are near.
struct InkedPlaces {
    std::shared_ptr<const PointIndex> places; ///< may be null
    QColor color{};                           ///< that of the theme where there is none
    Symbol::Shape shape = Symbol::Shape::Circle;
};

struct LabelOptions {
    Language language = Language::Chinese;
    QFont font;        ///< family; its size is set per label
    double size = 8.5; ///< pt, zone names
    double least = 0;  ///< pt; no name shrinks below it
    bool zones = true;
    bool leaders = true; ///< a name that finds no room in its zone stands beside it; without them it is unplaced
    bool sites = true;
    bool symbols = true;             ///< and numbers of a thematic map
    bool context = true;             ///< names of water and neighbours
    std::vector<QRectF> obstacles{}; ///< mm on the page: legend, inset, north arrow
    /// Codes of zones that are shown larger elsewhere on the page: where the name finds no room inside, the mark stands
    /// alone, and their sites are left to that place.
    QSet<QString> namedElsewhere{};
    QSet<QString>
        symbolsElsewhere{};        ///< of these the symbols of a thematic map: a chart that finds no room is left there
    std::vector<QRectF> covered{}; ///< of the obstacles those that lie over the map: no symbol stands below them
    /// Zones whose symbol lies beyond the frame are named all the same: not where a name without one would look like a
    /// zone that has nothing.
    bool namedWithoutSymbol = true;
    std::vector<InkedPlaces> points{};
    std::optional<QSet<QString>> sitesOf{}; ///< Zone::code: only the sites of these are drawn; all without it
};

struct Placement {
    std::vector<Symbol> symbols;
    std::vector<Label> labels;
    QStringList unplaced; ///< Zone::code or Site::key of what found no room: reported, never clipped
    QStringList
        crowded; ///< Zone::code of charts that lie on others, and of symbols larger than the frame: these are missing
};

/// Labels and site symbols for one view: once per page on paper, once per settled view on screen. A zone's label stands
/// at its pole of inaccessibility where it fits into the zone, beside it with a leader line where it does not; no two
/// labels overlap. A site without a position of its own stands at its district's anchor, hollow, and several in one
/// district are one symbol.
Placement placeLabels(const Plan& plan, const ProjectedShapes& shapes, const SceneOptions& scene,
                      const LabelOptions& options, const View& view);

} // namespace tiermap
