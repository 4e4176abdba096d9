#include "maps/style/qgis_style.h"

#include "maps/style/drawn_map.h"
#include "maps/style/theme.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Zones that are drawn alike.
struct Category {
    QStringList codes;
    QString label;
    AreaInk ink;
    std::optional<Symbol> symbol;
};

QString rgba(const QColor& color) { return u"%1,%2,%3,255"_s.arg(color.red()).arg(color.green()).arg(color.blue()); }

/// Qt's brush that comes next to a hatch.
QString brushOf(const Hatch& hatch) {
    if (hatch.crossed)
        return u"diagonal_x"_s;
    return hatch.angle == 0 ? u"horizontal"_s : hatch.angle < 90 ? u"b_diagonal"_s : u"f_diagonal"_s;
}

class Writer {
public:
    explicit Writer(QString* text)
        : m_xml(text) {}

    void write(const QList<Category>& categories) {
        m_xml.setAutoFormatting(true);
        m_xml.writeDTD(u"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"_s);
        start(u"qgis"_s, {{u"version"_s, u"3.28.0"_s}, {u"styleCategories"_s, u"Symbology"_s}});
        start(u"renderer-v2"_s, {{u"type"_s, u"categorizedSymbol"_s},
                                 {u"attr"_s, expressionOf(categories)},
                                 {u"symbollevels"_s, u"0"_s},
                                 {u"enableorderby"_s, u"0"_s},
                                 {u"forceraster"_s, u"0"_s}});
        m_xml.writeStartElement(u"categories"_s);
        for (qsizetype i = 0; i < categories.size(); ++i) {
            start(u"category"_s, {{u"value"_s, QString::number(i)},
                                  {u"type"_s, u"string"_s},
                                  {u"symbol"_s, QString::number(i)},
                                  {u"label"_s, categories[i].label},
                                  {u"render"_s, u"true"_s}});
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeStartElement(u"symbols"_s);
        for (qsizetype i = 0; i < categories.size(); ++i)
            symbol(QString::number(i), categories[i]);
        m_xml.writeEndDocument(); // closes what is open
    }

private:
    using Attributes = std::initializer_list<std::pair<QString, QString>>;

    void start(const QString& name, Attributes attributes) {
        m_xml.writeStartElement(name);
        for (const auto& [key, value] : attributes)
            m_xml.writeAttribute(key, value);
    }

    /// Which category a zone is of, by its code.
    static QString expressionOf(const QList<Category>& categories) {
        QString expression = u"CASE"_s;
        for (qsizetype i = 0; i < categories.size(); ++i) {
            QStringList quoted;
            for (QString code : categories[i].codes)
                quoted += u'\'' + code.replace(u'\'', u"''"_s) + u'\'';
            expression += u" WHEN \"code\" IN (%1) THEN '%2'"_s.arg(quoted.join(u", "_s)).arg(i);
        }
        return expression + u" END"_s;
    }

    void startSymbol(const QString& name, const QString& type) {
        start(u"symbol"_s, {{u"name"_s, name},
                            {u"type"_s, type},
                            {u"alpha"_s, u"1"_s},
                            {u"clip_to_extent"_s, u"1"_s},
                            {u"force_rhr"_s, u"0"_s}});
    }

    void startLayer(const QString& kind, Attributes options) {
        start(u"layer"_s, {{u"class"_s, kind}, {u"enabled"_s, u"1"_s}, {u"locked"_s, u"0"_s}, {u"pass"_s, u"0"_s}});
        start(u"Option"_s, {{u"type"_s, u"Map"_s}});
        for (const auto& [key, value] : options) {
            start(u"Option"_s, {{u"name"_s, key}, {u"type"_s, u"QString"_s}, {u"value"_s, value}});
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void fill(const QColor& color, const QString& brush, bool outlined) {
        const Theme paper = Theme::paper();
        startLayer(u"SimpleFill"_s, {{u"color"_s, rgba(color)},
                                     {u"style"_s, brush},
                                     {u"outline_color"_s, rgba(paper.zoneBorder)},
                                     {u"outline_style"_s, outlined ? u"solid"_s : u"no"_s},
                                     {u"outline_width"_s, QString::number(paper.zoneBorderWidth)},
                                     {u"outline_width_unit"_s, u"MM"_s}});
        m_xml.writeEndElement();
    }

    void symbol(const QString& name, const Category& category) {
        startSymbol(name, u"fill"_s);
        fill(category.ink.fill.value_or(Theme::paper().land), u"solid"_s, true);
        if (category.ink.hatch)
            fill(category.ink.hatch->color, brushOf(*category.ink.hatch), false);
        if (category.symbol) {
            startLayer(
                u"CentroidFill"_s,
                {{u"point_on_surface"_s, u"1"_s}, {u"point_on_all_parts"_s, u"0"_s}, {u"clip_points"_s, u"0"_s}});
            startSymbol(u'@' + name + u"@1"_s, u"marker"_s);
            startLayer(u"SimpleMarker"_s, {{u"name"_s, u"circle"_s},
                                           {u"color"_s, rgba(category.symbol->color)},
                                           {u"outline_color"_s, rgba(category.symbol->outline)},
                                           {u"outline_width"_s, u"0.2"_s},
                                           {u"outline_width_unit"_s, u"MM"_s},
                                           {u"size"_s, QString::number(category.symbol->size, 'f', 2)},
                                           {u"size_unit"_s, u"MM"_s}});
            m_xml.writeEndElement();
            m_xml.writeEndElement();
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

QString labelOf(const ThematicMap& map, const AreaInk& ink) {
    const auto item = std::ranges::find(map.legend.items, ink, &StyleLegendItem::ink);
    return item == map.legend.items.end() ? QString() : item->text;
}

} // namespace

QString qgisStyle(const Plan& plan, const ThematicMap& map) {
    using enum LayerStyle::Kind;
    const bool circles = map.style.kind == Proportional || map.style.kind == GraduatedSymbols;
    if (!circles && map.style.kind != Graduated && map.style.kind != Bivariate)
        return {};
    const ThematicMap drawn = drawnMap(map, Theme::paper().land);
    QList<Category> categories;
    for (const Zone& zone : plan.zones) {
        if (!drawn.inks.contains(zone.code))
            continue;
        Category own{.codes = {zone.code}, .label = {}, .ink = drawn.inks.value(zone.code), .symbol = {}};
        if (circles && drawn.symbols.contains(zone.code))
            own.symbol = drawn.symbols.value(zone.code);
        own.label = own.symbol ? zone.name.in(Language::Chinese) + u' ' + drawn.values.value(zone.code)
                               : labelOf(drawn, own.ink);
        const auto alike = std::ranges::find_if(
            categories, [&](const Category& other) { return !own.symbol && !other.symbol && other.ink == own.ink; });
        if (alike == categories.end())
            categories += own;
        else
            alike->codes += zone.code;
    }
    if (categories.isEmpty())
        return {};
    QString text;
    Writer(&text).write(categories);
    return text;
}

} // namespace tiermap
