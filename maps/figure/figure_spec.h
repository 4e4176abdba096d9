#pragma once

#include "core/plan/text.h"
#include "core/problem.h"
#include "core/project/reference_layer.h"
#include "maps/geometry/point_index.h"
#include "maps/style/layer_style.h"

#include <QList>
#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>

namespace tiermap {

/// Places that a figure draws over all layers, merged where they are near.
struct FigurePoints {
    std::shared_ptr<const PointIndex> places;
    QString name;   ///< for the legend, in the figure's language
    QString source; ///< for the foot
};

/// A page as data. Lengths in mm.
struct FigureSpec {
    enum class Orientation { Landscape, Portrait };
    enum class SvgText { Text, Outlines };

    QString figure = QStringLiteral("layout"); ///< one of figureNames()
    QString size = QStringLiteral("A4");       ///< one of pageSizes()
    Orientation orientation = Orientation::Landscape;
    Language language = Language::Chinese;
    int dpi = 300; ///< PNG only; 36 to 1200
    SvgText svgText = SvgText::Text;
    bool water = true;
    bool neighbours = true;
    bool sites = false;
    QList<ReferenceLayer> layers{};    ///< drawn where they are shown
    std::optional<LayerStyle> style{}; ///< of the zones, for the figure "map"; as they are in the project without it
    std::optional<FigurePoints> points{};
    QString approvalNumber; ///< 审图号; an empty slot is printed where there is none

    QSizeF pageSize() const;
};

QStringList figureNames();
QStringList pageSizes();

/// FigureUnknown or ValueUnknown with the field "figure", "size" or "dpi" and what is allowed.
Result<void> checkSpec(const FigureSpec& spec);

} // namespace tiermap
