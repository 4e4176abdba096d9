#pragma once

#include "maps/style/area_ink.h"
#include "maps/style/symbol.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tiermap {

struct StyleLegendItem {
    AreaInk ink{};                  ///< swatch; without fill and hatch there is none
    std::optional<Symbol> symbol{}; ///< instead of the swatch, as the map has it
    QString text;
    int count = -1; ///< zones, or areas, that are drawn like this; -1 where that means nothing
};

/// What explains a thematic map, made of the very ink that the map is drawn with.
struct StyleLegend {
    enum class Form {
        List,
        Nested, ///< circles within each other, the greatest first
        Square, ///< the first nine items: three rows, the first with the least of the second indicator
    };

    QString title;    ///< indicator
    QString subtitle; ///< period, unit
    Form form = Form::List;
    QList<StyleLegendItem> items{};
    struct Axis {
        QString name;        ///< indicator, unit, period
        QStringList classes; ///< in words: low, middle, high
        QStringList bounds;  ///< of these
    };
    Axis across{}; ///< of Square: what grows from left to right
    Axis upward{}; ///< and from bottom to top
    QStringList notes{};
};

} // namespace tiermap
