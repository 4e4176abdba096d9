// Names on thematic maps of Hangzhou, on paper and in the window: no two overlap, none is cut off, every district has one.

#include "maps/figure/figure.h"
#include "maps/figure/map_font.h"
#include "maps/geometry/projection.h"
#include "maps/scene/label_placement.h"
#include "maps/scene/label_room.h"
#include "maps/scene/point_groups.h"
#include "maps/scene/projected_shapes.h"
#include "maps/scene/text_measure.h"
#include "tests/maps/figure/hangzhou.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

struct Case {
    const char* name;
    LayerStyle style;
};

std::vector<Case> styles() {
    using enum LayerStyle::Kind;
    return {{"graduated",
             {.kind = Graduated, .indicators = {u"pop_census_2020"_s}, .measure = LayerStyle::Measure::Density}},
            {"proportional", {.kind = Proportional, .indicators = {u"pop_census_2020"_s}}},
            {"numbers", {.kind = Proportional, .indicators = {u"gdp"_s}, .values = true}},
            {"symbols", {.kind = GraduatedSymbols, .indicators = {u"listed_companies"_s}}},
            {"bars", {.kind = Bars, .indicators = {u"gdp"_s, u"service_va"_s, u"digital_core_va"_s}}},
            {"pies", {.kind = Pies, .indicators = {u"gdp"_s}}},
            {"dots", {.kind = Dots, .indicators = {u"pop_census_2020"_s}}}};
}

} // namespace

class MapLabelsTest : public QObject {
    Q_OBJECT

private:
    test::RealPlan m_real;

    /// Pairs of labels whose boxes share more than a hair of ink.
    static QStringList overlaps(const std::vector<Label>& labels, const View& view, const TextMeasure& measure) {
        QStringList found;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const QRectF both = labelBox(labels[i], view.toPage(labels[i].at), measure) &
                                    labelBox(labels[j], view.toPage(labels[j].at), measure);
                if (both.width() > 0.05 && both.height() > 0.05)
                    found += labels[i].text + u" / "_s + labels[j].text;
            }
        }
        return found;
    }

    /// On the page, where y goes down.
    static QRectF boxOf(const Symbol& symbol, const View& view) {
        const QRectF ink = inkOf(symbol);
        return QRectF(ink.left(), -ink.bottom(), ink.width(), ink.height()).translated(view.toPage(symbol.at));
    }

    /// Charts of which one lies on another; circles may.
    static QStringList crowded(const std::vector<Symbol>& symbols, const View& view) {
        QStringList found;
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (symbols[i].shape != Symbol::Shape::Circle &&
                    boxOf(symbols[i], view).intersects(boxOf(symbols[j], view)))
                    found += symbols[i].key + u" / "_s + symbols[j].key;
            }
        }
        return found;
    }

    QStringList withoutName(const QStringList& named) const {
        QStringList missing;
        for (const Zone& zone : m_real.project.plan.layoutZones()) {
            if (zone.kind == Zone::Kind::District && !named.contains(zone.code))
                missing += zone.name.zh;
        }
        return missing;
    }

private Q_SLOTS:
    void initTestCase() {
        m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        QVERIFY(!m_real.shapes.zones.empty());
    }

    void onPaper_data() {
        QTest::addColumn<int>("style");
        QTest::addColumn<QString>("size");
        QTest::addColumn<bool>("portrait");
        QTest::addColumn<bool>("english");
        const auto all = styles();
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            for (const QString& size : {u"A4"_s, u"A3"_s}) {
                for (const bool portrait : {false, true}) {
                    for (const bool english : {false, true})
                        QTest::addRow("%s %s%s %s", all[static_cast<std::size_t>(i)].name, qPrintable(size),
                                      portrait ? " upright" : "", english ? "en" : "zh")
                            << i << size << portrait << english;
                }
            }
        }
    }

    void onPaper() {
        QFETCH(int, style);
        QFETCH(QString, size);
        QFETCH(bool, portrait);
        QFETCH(bool, english);
        FigureSpec spec;
        spec.figure = u"map"_s;
        spec.style = styles()[static_cast<std::size_t>(style)].style;
        spec.size = size;
        spec.orientation = portrait ? FigureSpec::Orientation::Portrait : FigureSpec::Orientation::Landscape;
        spec.language = english ? Language::English : Language::Chinese;
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY2(figure, figure ? "" : qPrintable(figure.error().field + figure.error().arguments.join(u' ')));
        QVERIFY2(figure->unplaced().isEmpty(), qPrintable(figure->unplaced().join(u' ')));
        const TextMeasure measure(*mapFont());
        const QRectF page(QPointF(0, 0), figure->pageSize());
        QStringList named;
        for (const Panel& panel : figure->sheet().panels) {
            const QStringList over = overlaps(panel.list.labels, panel.view, measure);
            QVERIFY2(over.isEmpty(), qPrintable(over.join(u'|')));
            QCOMPARE(crowded(panel.list.symbols, panel.view), QStringList());
            for (const Label& label : panel.list.labels) {
                if (label.text.isEmpty() && label.mark.isEmpty()) // the leader of a chart
                    continue;
                QVERIFY2(page.contains(labelBox(label, panel.view.toPage(label.at), measure)), qPrintable(label.text));
                if (!label.text.isEmpty() && !label.zone.isEmpty())
                    named += label.zone;
            }
        }
        QVERIFY2(withoutName(named).isEmpty(), qPrintable(withoutName(named).join(u' ')));
    }

    /// However large the circles are, each zone has its own on the map, and in the enlarged part those that it is there for.
    void largeCirclesAreDrawn() {
        for (const double size : {24.0, 39.0}) {
            FigureSpec spec;
            spec.figure = u"map"_s;
            spec.style = {.kind = LayerStyle::Kind::Proportional, .indicators = {u"gdp"_s}, .size = size};
            const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
            QVERIFY(figure);
            QSet<QString> known;
            for (const ZoneFigure& zone : zoneFigures(m_real.project.plan, u"gdp"_s, Period::parse(u"2021"_s))) {
                if (zone.known == ZoneFigure::Known::Exact)
                    known += zone.zone;
            }
            QList<QSet<QString>> drawn;
            for (const Panel& panel : figure->sheet().panels) {
                QSet<QString> keys;
                for (const Symbol& symbol : panel.list.symbols) {
                    if (symbol.key.isEmpty()) // of the legend
                        continue;
                    keys += symbol.key;
                    QVERIFY(panel.view.frame.contains(boxOf(symbol, panel.view)));
                }
                if (!keys.isEmpty())
                    drawn += keys;
            }
            QCOMPARE(drawn.size(), 2);
            QCOMPARE(drawn[0], known);
            QCOMPARE(drawn[1], (QSet<QString>{u"330102"_s, u"330106"_s, u"330108"_s}));
            QCOMPARE(figure->sheet().crowded, QStringList());
        }
    }

    void inTheWindow_data() {
        QTest::addColumn<int>("style");
        QTest::addColumn<QSize>("map"); ///< what docks and bars leave of windows of 1024 x 700, 1440 x 900, 1920 x 1080
        QTest::addColumn<bool>("english");
        const auto all = styles();
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            for (const QSize& map : {QSize(520, 600), QSize(810, 790), QSize(1290, 970)}) {
                for (const bool english : {false, true})
                    QTest::addRow("%s %dx%d %s", all[static_cast<std::size_t>(i)].name, map.width(), map.height(),
                                  english ? "en" : "zh")
                        << i << map << english;
            }
        }
    }

    void inTheWindow() {
        QFETCH(int, style);
        QFETCH(QSize, map);
        QFETCH(bool, english);
        constexpr double pixelsPerMm = 96 / 25.4;
        constexpr double margin = 28;
        const ProjectedShapes shapes = projected(m_real.shapes, Projection::webMercator());
        double west = INFINITY;
        double south = INFINITY;
        double east = -INFINITY;
        double north = -INFINITY;
        for (const auto& zone : shapes.zones) {
            for (const Polygon& polygon : zone.polygons) {
                for (const Point& point : polygon.outer()) {
                    west = std::min(west, point.x());
                    east = std::max(east, point.x());
                    south = std::min(south, point.y());
                    north = std::max(north, point.y());
                }
            }
        }
        View view;
        view.centre = {(west + east) / 2, (south + north) / 2};
        view.frame = QRectF(0, 0, map.width() / pixelsPerMm, map.height() / pixelsPerMm);
        view.metresPerMm = std::max((east - west) / (view.frame.width() - 2 * margin / pixelsPerMm),
                                    (north - south) / (view.frame.height() - 2 * margin / pixelsPerMm));
        SceneOptions scene;
        auto thematic =
            thematicMap(m_real.project.plan, m_real.shapes.zones, styles()[static_cast<std::size_t>(style)].style,
                        english ? Language::English : Language::Chinese);
        QVERIFY(thematic);
        scene.thematic = std::make_shared<const ThematicMap>(*std::move(thematic));
        LabelOptions options;
        options.font = *mapFont();
        options.language = english ? Language::English : Language::Chinese;
        const Placement placement = placeLabels(m_real.project.plan, shapes, scene, options, view);
        const TextMeasure measure(*mapFont());
        QCOMPARE(overlaps(placement.labels, view, measure), QStringList());
        const QStringList over = crowded(placement.symbols, view); // there is no room for all in the smallest window
        QVERIFY2(over.size() <= placement.crowded.size(), qPrintable(over.join(u'|')));
        QVERIFY(map.width() < 600 || over.isEmpty());
        QStringList named;
        for (const Label& label : placement.labels) {
            if (label.text.isEmpty() && label.mark.isEmpty()) // the leader of a chart
                continue;
            QVERIFY2(view.frame.contains(labelBox(label, view.toPage(label.at), measure)), qPrintable(label.text));
            if (!label.text.isEmpty() && !label.zone.isEmpty())
                named += label.zone;
        }
        QVERIFY2(withoutName(named).isEmpty(), qPrintable(withoutName(named).join(u' ')));
    }

    /// The count of a group below a name stands beside its symbol instead.
    void groupsHaveTheirCounts() {
        FigureSpec spec;
        std::vector<std::pair<double, double>> places; // a group below each district's name
        for (const ZoneShape& zone : m_real.shapes.zones) {
            const auto [west, south, east, north] = extentOf({zone});
            const double x = (west + east) / 2;
            const double y = (south + north) / 2;
            for (int i = 0; i < 40; ++i)
                places.emplace_back(x + 0.2 * (i % 8) - 0.7, y + 0.06 * static_cast<int>(i / 8));
        }
        const QColor ink(0x10, 0x20, 0x30);
        spec.points = {{std::make_shared<PointIndex>(places), u"P"_s, u"-"_s, ink}};
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(figure);
        int groups = 0;
        int beside = 0;
        int without = 0;
        for (const Panel& panel : figure->sheet().panels) {
            const double smallest = groupSize(1);
            for (const Symbol& symbol : panel.list.symbols) {
                const QPointF at = panel.view.toPage(symbol.at);
                const bool merged = symbol.color == ink && symbol.size > smallest;
                const bool covered =
                    std::ranges::any_of(QStringList{u"legend"_s, u"inset"_s}, [&](const QString& part) {
                        return figure->sheet().parts[part].adjusted(-8, -8, 8, 8).contains(at) &&
                               !(part == "inset"_L1 && panel.view.metresPerMm < 600);
                    });
                if (!merged || covered || !panel.view.frame.adjusted(8, 8, -8, -8).contains(at))
                    continue;
                const auto count = std::ranges::find_if(panel.list.labels, [&](const Label& label) {
                    return panel.view.toPage(label.at) == at && label.zone.isEmpty() && label.size == countSize;
                });
                ++groups;
                if (count == panel.list.labels.end())
                    ++without;
                else
                    beside += count->offset.isNull() ? 0 : 1;
            }
        }
        QVERIFY2(groups > 20 && beside > 0 && without == 0,
                 qPrintable(u"%1, %2 beside, %3 without"_s.arg(groups).arg(beside).arg(without)));
    }
};

QTEST_MAIN(MapLabelsTest)
#include "map_labels_test.moc"
