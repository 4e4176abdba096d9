#include "maps/style/drawn_map.h"
#include "maps/style/qgis_style.h"
#include "maps/style/theme.h"
#include "tests/maps/figure/hangzhou.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// What QGIS would read: each district in one category, with the map's own colours.
class QgisStyleTest : public QObject {
    Q_OBJECT

private:
    test::RealPlan m_real;

    ThematicMap mapOf(const LayerStyle& style) const {
        const auto map = thematicMap(m_real.project.plan, m_real.shapes.zones, style, Language::Chinese);
        return map ? *map : ThematicMap();
    }

    struct Read {
        QString attribute;
        QStringList labels;
        QStringList fills;
        QStringList sizes;
        int symbols = 0;
        bool wellFormed = false;
    };

    static Read read(const QString& qml) {
        Read read;
        QXmlStreamReader xml(qml);
        QString layer;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto value = [&](const QString& name) { return xml.attributes().value(name).toString(); };
            if (xml.name() == "renderer-v2"_L1)
                read.attribute = value(u"attr"_s);
            else if (xml.name() == "category"_L1)
                read.labels += value(u"label"_s);
            else if (xml.name() == "layer"_L1)
                layer = value(u"class"_s);
            else if (xml.name() == "symbol"_L1 && value(u"type"_s) == "fill"_L1)
                ++read.symbols;
            else if (value(u"name"_s) == "color"_L1 && layer == "SimpleFill"_L1)
                read.fills += value(u"value"_s);
            else if (value(u"name"_s) == "size"_L1)
                read.sizes += value(u"value"_s);
        }
        read.wellFormed = !xml.hasError();
        return read;
    }

    static QString written(const QColor& color) {
        return u"%1,%2,%3,255"_s.arg(color.red()).arg(color.green()).arg(color.blue());
    }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    void coloursAreCategories() {
        const ThematicMap map = mapOf(
            {.kind = LayerStyle::Kind::Graduated, .indicators = {u"gdp"_s}, .measure = LayerStyle::Measure::Density});
        const Read qml = read(qgisStyle(m_real.project.plan, map));
        QVERIFY(qml.wellFormed);
        QCOMPARE(qml.symbols, qml.labels.size());
        for (const StyleLegendItem& item : map.legend.items) { // each class, and what is not known
            if (item.count == 0)
                continue;
            QVERIFY2(qml.labels.contains(item.text), qPrintable(item.text));
            QVERIFY(qml.fills.contains(written(*item.ink.fill)));
        }
        for (const QString& code : map.inks.keys())
            QCOMPARE(qml.attribute.count(u'\'' + code + u'\''), 1);
    }

    void circlesAreAsLargeAsOnTheMap() {
        const ThematicMap map =
            mapOf({.kind = LayerStyle::Kind::Proportional, .indicators = {u"pop_census_2020"_s}, .opacity = 0.5});
        const Read qml = read(qgisStyle(m_real.project.plan, map));
        QVERIFY(qml.wellFormed);
        QCOMPARE(qml.sizes.size(), map.symbols.size());
        for (const Symbol& symbol : map.symbols)
            QVERIFY(qml.sizes.contains(QString::number(symbol.size, 'f', 2)));
    }

    void whatHasNoLikeIsLeftAlone() {
        const QString dots =
            qgisStyle(m_real.project.plan, mapOf({.kind = LayerStyle::Kind::Dots, .indicators = {u"gdp"_s}}));
        QVERIFY(dots.isEmpty());
        QVERIFY(qgisStyle(m_real.project.plan, {}).isEmpty());
    }

    /// Strength and scales hold for the map and its legend alike.
    void aStyleIsDrawnAsItSays() {
        LayerStyle style{.kind = LayerStyle::Kind::Graduated, .indicators = {u"gdp"_s}};
        style.opacity = 0.5;
        style.largestScale = 100'000;
        style.smallestScale = 2'000'000;
        QVERIFY(isDrawn(style));
        QVERIFY(isDrawn(style, 100'000) && isDrawn(style, 2'000'000));
        QVERIFY(!isDrawn(style, 50'000) && !isDrawn(style, 3'000'000));
        const QColor ground = Theme::paper().land;
        const ThematicMap map = mapOf(style);
        const ThematicMap drawn = drawnMap(map, ground, 1'000'000);
        for (const QString& code : map.inks.keys())
            QCOMPARE(*drawn.inks[code].fill, mixed(*map.inks[code].fill, ground, 0.5));
        for (qsizetype i = 0; i < map.legend.items.size(); ++i)
            QCOMPARE(*drawn.legend.items[i].ink.fill, mixed(*map.legend.items[i].ink.fill, ground, 0.5));
        const ThematicMap hidden = drawnMap(map, ground, 50'000);
        QVERIFY(hidden.inks.isEmpty() && hidden.legend.items.isEmpty());
        style.shown = false;
        QVERIFY(!isDrawn(style) && drawnMap(mapOf(style), ground).inks.isEmpty());
    }
};

QTEST_APPLESS_MAIN(QgisStyleTest)
#include "qgis_style_test.moc"
