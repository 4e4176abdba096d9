#include "maps/figure/figure_theme.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct NamedColor {
    QLatin1StringView name;
    QColor Theme::* color;
};

constexpr NamedColor named[] = {{"land"_L1, &Theme::land},
                                {"water"_L1, &Theme::water},
                                {"neighbour"_L1, &Theme::neighbour},
                                {"graticule"_L1, &Theme::graticule},
                                {"zone_border"_L1, &Theme::zoneBorder},
                                {"tier_border"_L1, &Theme::tierBorder},
                                {"outline"_L1, &Theme::outline},
                                {"text"_L1, &Theme::text},
                                {"quiet_text"_L1, &Theme::quietText},
                                {"water_text"_L1, &Theme::waterText},
                                {"halo"_L1, &Theme::halo},
                                {"site"_L1, &Theme::site},
                                {"points"_L1, &Theme::points}};

} // namespace

QStringList themeColors() {
    QStringList names;
    for (const NamedColor& each : named) {
        names += each.name;
    }
    return names;
}

QColor colorOf(const Theme& theme, const QString& name) {
    const auto found = std::ranges::find(named, name, [](const NamedColor& each) { return QString(each.name); });
    return found == std::end(named) ? QColor() : theme.*(found->color);
}

Theme themed(Theme theme, const FigureTheme& own) {
    // Halos keep names clear of what lies below them: they are of the ground, unless somebody says otherwise.
    theme.halo = own.colors.value(u"land"_s, theme.halo);
    for (const NamedColor& each : named) {
        theme.*(each.color) = own.colors.value(each.name, theme.*(each.color));
    }
    for (double* width : {&theme.zoneBorderWidth, &theme.tierBorderWidth, &theme.outlineWidth, &theme.neighbourWidth}) {
        *width *= own.lines;
    }
    return theme;
}

QJsonObject toJson(const FigureTheme& theme) {
    QJsonObject object;
    if (!theme.font.isEmpty()) {
        object.insert(u"font"_s, theme.font);
    }
    if (theme.lines != 1) {
        object.insert(u"lines"_s, theme.lines);
    }
    QJsonObject colors;
    for (auto color = theme.colors.cbegin(); color != theme.colors.cend(); ++color) {
        colors.insert(color.key(), color->name());
    }
    if (!colors.isEmpty()) {
        object.insert(u"colors"_s, colors);
    }
    return object;
}

FigureTheme readTheme(JsonFields& fields) {
    FigureTheme theme;
    JsonFields own(fields.object(u"theme"_s), fields.pathOf(u"theme"_s));
    own.text(u"font"_s, theme.font);
    own.number(u"lines"_s, theme.lines);
    const bool fits = theme.lines >= FigureTheme::thinnest && theme.lines <= FigureTheme::thickest;
    if (!fits) { // nor does what is no number
        own.fail(Problem::Code::OutOfRange, u"lines"_s,
                 {QString::number(theme.lines), QString::number(FigureTheme::thinnest),
                  QString::number(FigureTheme::thickest)});
    }
    JsonFields colors(own.object(u"colors"_s), own.pathOf(u"colors"_s));
    for (const QString& name : themeColors()) {
        QString text;
        colors.text(name, text);
        if (text.isEmpty()) {
            continue;
        }
        const QColor color(text);
        if (!color.isValid() || color.alpha() != 255) { // figures are opaque
            colors.fail(Problem::Code::ValueUnknown, name, {text, u"#RRGGBB"_s});
        }
        theme.colors.insert(name, color);
    }
    colors.refuseOthers();
    own.take(colors);
    own.refuseOthers();
    fields.take(own);
    return theme;
}

} // namespace tiermap
