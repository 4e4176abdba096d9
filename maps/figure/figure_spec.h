#pragma once

#include "core/plan/names.h"
#include "core/plan/text.h"
#include "core/problem.h"
#include "core/project/edit.h"
#include "core/project/project.h"
#include "maps/figure/figure_block.h"
#include "maps/figure/figure_theme.h"
#include "maps/geometry/point_index.h"
#include "maps/style/layer_style.h"
#include "maps/style/symbol.h"

#include <QColor>
#include <QList>
#include <QMap>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tiermap {

struct RegisterFinds;

/// Places that a figure draws over all layers, merged where they are near.
struct FigurePoints {
    std::shared_ptr<const PointIndex> places;
    QString name;   ///< for the legend, in the figure's language
    QString source; ///< for the foot
    QColor color{}; ///< that of the theme where there is none
    Symbol::Shape shape = Symbol::Shape::Circle;
    std::shared_ptr<const RegisterFinds> finds{}; ///< drawn with them; may be null
};

/// A page as data. Lengths in mm.
struct FigureSpec {
    enum class Orientation { Landscape, Portrait };
    enum class SvgText { Text, Outlines };
    /// Whom the sheet is for. An internal one says so across the page; a public one must have all that a published map
    /// needs, its approval number above all.
    enum class Profile { Internal, Public };
    /// By the scale: conic equal-area below 1:500 000, Gauss-Krueger from there up.
    enum class MapProjection { ByScale, EqualArea, GaussKrueger };

    QString figure = QStringLiteral("layout"); ///< one of figureNames()
    QString size = QStringLiteral("A4");       ///< one of pageSizes(), or "210x148": width and height in mm
    Orientation orientation = Orientation::Landscape;
    /// Everything is laid out on a page so many times smaller, then printed so many times larger: text and lines of a
    /// large sheet are read from further away. 0: what suits the size.
    double magnification = 0;
    Language language = Language::Chinese;
    int dpi = 300; ///< of PNG and TIFF; 36 to 1200
    SvgText svgText = SvgText::Text;
    /// Its files say where the map lies: a PDF and a TIFF themselves, a PNG by a world file beside it.
    bool georeferenced = false;
    bool water = true;
    bool neighbours = true;
    bool sites = false;
    bool overview = false;             ///< a small map of the city in its province
    bool monochrome = false;           ///< for black and white printers: greys and patterns
    QList<ReferenceLayer> layers{};    ///< drawn where they are shown
    std::optional<LayerStyle> style{}; ///< of the zones, for the figure "map"; as they are in the project without it
    std::vector<FigurePoints> points{};
    QStringList extent{}; ///< Zone::code that the map is fitted to; the whole plan without
    double scale = 0;     ///< denominator as it is printed; 0: the largest round one that shows the whole extent
    MapProjection projection = MapProjection::ByScale;
    FigureTheme theme{};
    QStringList moves{}; ///< of a scenario that is drawn instead of the adopted plan, as movesOf() reads them

    /// Where somebody put a part, and how wide it is to be. Lengths of the printed page.
    struct Place {
        QPointF at;                    ///< from the page's upper left corner to its own
        std::optional<double> width{}; ///< `narrowest` to the page's; what suits the part without

        static constexpr double narrowest = 20;
    };

    QMap<QString, Place> places{}; ///< of movableParts(); others go where there is room

    QList<FigureBlock> blocks{};
    QMap<QString, QString> legendWords{}; ///< what stands in the legend in the place of its computed words

    // Words; what is empty is made of the plan, or left out.
    QString title{};
    QString subtitle{};
    QString issuer{};         ///< 编制单位
    QString author{};         ///< 制图
    QString date{};           ///< 制图日期, as it is to be printed
    QString sheetNumber{};    ///< 图号
    QString security{};       ///< 密级
    QString approvalNumber{}; ///< 审图号; an empty slot is printed where there is none
    std::optional<Profile> profile{};
    QMap<QString, QString>
        accepted{}; ///< reasons for what preflight finds and somebody lets be, by SheetFinding::Kind's name

    QSizeF pageSize() const;  ///< mm
    double margin() const;    ///< mm around what is printed; next to none where a journal has its own
    double magnified() const; ///< `magnification`, or what suits the size
};

template <>
std::span<const Name<FigureSpec::Orientation>> namesOf(); ///< landscape, portrait
template <>
std::span<const Name<FigureSpec::SvgText>> namesOf(); ///< text, outlines
template <>
std::span<const Name<FigureSpec::Profile>> namesOf(); ///< internal, public

template <>
std::span<const Name<FigureSpec::MapProjection>> namesOf(); ///< by_scale, equal_area, gauss_krueger

QStringList figureNames();
QStringList movableParts(); ///< legend, inset, overview
QStringList
pageSizes(); ///< A5 to A0, slide (16:9), column and page (of a journal: 85 and 170 mm wide, whatever the orientation)

/// FigureUnknown, ValueUnknown, OutOfRange or PictureTooLarge, with the field as the JSON has it.
Result<void> checkSpec(const FigureSpec& spec);

/// Without what is preset; layers by their keys. `points` are not in it: those of the layers come with them.
QByteArray toJson(const FigureSpec& spec);

/// SyntaxError, FieldUnknown, FieldType, ValueUnknown, ReferenceUnknown (a layer, zone or indicator that the project has
/// not), each with the path of its key, and what checkSpec() finds. Layers that are not named are those of the project.
Result<FigureSpec> figureSpecFromJson(const QByteArray& json, const Project& project);

/// The edit that keeps a figure under a name, over one that has it.
Edit keepFigure(const Project& project, const QString& name, const FigureSpec& spec);

} // namespace tiermap
