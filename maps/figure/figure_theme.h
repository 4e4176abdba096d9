#pragma once

#include "core/plan/json_fields.h"
#include "maps/style/theme.h"

#include <QMap>

namespace tiermap {

/// What a figure has of its own in the place of the program's font, widths and colours. Colours of tiers and classes are
/// those of plan and style.
struct FigureTheme {
    QString font{};                 ///< a family; the program's without
    double lines = 1;               ///< borders are so many times as wide; `thinnest` to `thickest`
    QMap<QString, QColor> colors{}; ///< by themeColors()

    static constexpr double thinnest = 0.25;
    static constexpr double thickest = 4;

    friend bool operator==(const FigureTheme&, const FigureTheme&) = default;
};

QStringList themeColors(); ///< land, water, neighbour ... as the JSON calls them

Theme themed(Theme theme, const FigureTheme& own);
QColor colorOf(const Theme& theme, const QString& name); ///< one of themeColors()

QJsonObject toJson(const FigureTheme& theme); ///< empty where nothing is its own

/// The field "theme". FieldType, FieldUnknown, ValueUnknown, OutOfRange, each with the path of its key ("theme.lines").
FigureTheme readTheme(JsonFields& fields);

} // namespace tiermap
