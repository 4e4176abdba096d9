#pragma once

#include "core/analysis/zone_figures.h"
#include "core/plan/plan.h"
#include "maps/geometry/topology.h"
#include "maps/style/classes.h"
#include "maps/style/layer_style.h"
#include "maps/style/style_legend.h"

#include <QHash>

namespace tiermap {

/// What the reader of a map, or its maker, should be told about it.
enum class MapWarning {
    AmountAsColour, ///< colours of a number that grows with the area: use density, share, or symbols
    ColoursClose,   ///< neighbouring classes that colour-blind readers or grey print cannot part
    FewNumbers,     ///< fewer numbers than classes
    YearsDiffer,    ///< the latest of each zone, and they are of different years
    Estimates,      ///< some numbers are estimates
    Illustrative,   ///< some numbers are made up to show something
    TargetApart,    ///< the plan has a target for it, which is not the middle of the colours
    NoNumbers,      ///< nothing to show
    BeyondScale,    ///< of a figure: its scale is none of those that the style is drawn at
};

/// A plan drawn by a style: the ink of its zones, what lies over them, and the legend, all of one computation.
struct ThematicMap {
    struct Dots {
        std::vector<GeoPoint> points;
        QColor color{};
        double width = 0.55; ///< mm
    };
    struct Area {
        GeoPolygons polygons;
        QColor fill{};
    };

    LayerStyle style{};
    Classes classes{};                         ///< of Graduated, GraduatedSymbols, Heat and Hexagons
    QHash<QString, int> classOf{};             ///< by Zone::code: what is in no class is not in here
    QHash<QString, AreaInk> inks{};            ///< by Zone::code, for each district of the layout
    QHash<QString, Symbol> symbols{};          ///< by Zone::code, without a place
    QHash<QString, QString> values{};          ///< by Zone::code: the number, or its bound, as a label has it
    QHash<QString, ZoneFigure::Known> known{}; ///< by Zone::code, for each district: as its ink tells it
    std::vector<Area> areas{};                 ///< over the zones, in drawing order
    std::vector<Dots> dots{};
    StyleLegend legend{};
    QString title{};       ///< "常住人口密度（2020年）"
    QStringList sources{}; ///< titles of the publications that the numbers come from
    QList<MapWarning> warnings{};
    QString words{}; ///< the map told in a few sentences, for those who cannot see it
};

/// Fails with what checkStyle() finds. Shapes are those of the plan's zones; words are in `language`.
///
/// Proportional symbols: the area of a circle is the number (Flannery's correction of 1971 is not made: it differs from
/// reader to reader). Bivariate: thirds of either indicator by quantiles. Share: of the city's own adopted number of the
/// period that the zone's is of; where there is none, of the sum of all districts if each has a number of one period, else
/// not known. The legend says which.
///
/// Dots keep off `water`, which may reach into zones; where there would be no land they do not.
Result<ThematicMap> thematicMap(const Plan& plan, const std::vector<ZoneShape>& shapes, const LayerStyle& style,
                                Language language, const GeoPolygons& water = {});

/// The numbers that a style classifies: by Zone::code, exact ones only.
QHash<QString, double> styledNumbers(const Plan& plan, const std::vector<ZoneShape>& shapes, const LayerStyle& style,
                                     int indicator = 0);

/// What a class is in words: its bounds; of a Bivariate both indicators with theirs.
QString classText(const ThematicMap& map, int in);

/// How legend and lists call what is drawn without a number.
QString knownText(ZoneFigure::Known known, Language language);

/// Ground of zones below symbols.
QColor symbolGround();

/// The palette that a style has where it names none.
QString usualPalette(const LayerStyle& style);

/// Classes of numbers as the style asks.
Classes classesFor(const LayerStyle& style, const std::vector<double>& numbers);

} // namespace tiermap
