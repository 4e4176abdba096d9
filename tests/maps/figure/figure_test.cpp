#include "maps/figure/figure.h"
#include "maps/figure/map_font.h"
#include "maps/figure/numbers.h"
#include "maps/scene/graticule_lines.h"
#include "maps/scene/plan_scene.h"
#include "maps/scene/text_measure.h"
#include "maps/style/thematic_map.h"
#include "tests/maps/figure/hangzhou.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class FigureTest : public QObject {
    Q_OBJECT

    static Result<Figure> small(const FigureSpec& spec) {
        return Figure::layOut(test::smallProject(), test::smallShapes(), spec);
    }

private Q_SLOTS:
    void aWrongSpecSaysWhatIsAllowed() {
        FigureSpec spec;
        spec.figure = u"poster"_s;
        QCOMPARE(small(spec).error().code, Problem::Code::FigureUnknown);
        QCOMPARE(small(spec).error().arguments, QStringList({u"poster"_s, u"layout, map"_s}));
        spec = {};
        spec.size = u"B4"_s;
        QCOMPARE(small(spec).error().code, Problem::Code::ValueUnknown);
        QCOMPARE(small(spec).error().field, u"size"_s);
        QCOMPARE(small(spec).error().arguments, QStringList({u"B4"_s, pageSizes().join(u", "_s) + u", 210x148"_s}));
        for (const int dpi : {35, 1201, -1}) {
            spec = {};
            spec.dpi = dpi;
            QCOMPARE(small(spec).error().field, u"dpi"_s);
        }
    }

    void aCharacterWithoutGlyphIsNamed() {
        Project project = test::smallProject();
        project.plan.title.zh += u"𪚥"_s; // CJK extension B
        const auto figure = Figure::layOut(project, test::smallShapes(), {});
        QVERIFY(!figure);
        QCOMPARE(figure.error().code, Problem::Code::GlyphMissing);
        QCOMPARE(figure.error().arguments, QStringList({u"𪚥"_s, u"WenQuanYi Micro Hei"_s}));
        QCOMPARE(missingGlyphs(*mapFont(), u"萧山区 1:1\u2009050\u2009000 119°30′E km²"_s), QString());
    }

    /// A sheet of a scenario says so whatever title somebody gives it, outlines what moved, and names it in the legend;
    /// what it records are the tiers that it shows.
    void aScenarioIsMarked() {
        FigureSpec spec;
        spec.title = u"布局图"_s;
        spec.subtitle = u"讨论稿"_s;
        const auto adopted = small(spec);
        spec.moves = {u"W:lead"_s};
        const auto figure = small(spec);
        QVERIFY(adopted && figure);
        const QString texts = figure->texts().join(u'|');
        QVERIFY2(texts.contains(u"情景方案\uFF0C非现行规划\uFF1A西山县 全域→引领"_s), qPrintable(texts));
        QVERIFY(texts.contains(u"情景中调整层级"_s));
        QVERIFY(!adopted->texts().join(u'|').contains(u"情景"_s));
        QVERIFY(figure->sheet().subject.startsWith(u"情景方案"_s));
        const auto dashes = [](const Figure& of) {
            int count = 0;
            for (const Panel& panel : of.sheet().panels) {
                for (const auto& item : panel.list.base) {
                    const auto* stroke = std::get_if<Stroke>(&item);
                    count += stroke && stroke->dash == movedDash() ? 1 : 0;
                }
            }
            return count;
        };
        QCOMPARE(dashes(*adopted), 0);
        QVERIFY(dashes(*figure) >= 2); // map and legend
        QVERIFY(figure->sheet().record.contains(R"(["W","tier","lead"])"));
        spec.language = Language::English;
        QVERIFY(small(spec)->texts().join(u' ').contains(u"Scenario, not the adopted plan: Xishan Wide→Lead"_s));
        spec.moves = {u"W:develop"_s};
        QCOMPARE(small(spec).error().code, Problem::Code::OptionUnused);
    }

    void denominatorsAreRound() {
        QCOMPARE(roundDenominator(1016541), 1050000.0);
        QCOMPARE(roundDenominator(1050000), 1050000.0);
        QCOMPARE(roundDenominator(655000), 700000.0);
        QCOMPARE(roundDenominator(320000), 350000.0);
        QCOMPARE(thousands(1050000), u"1\u2009050\u2009000"_s);
        QCOMPARE(longitudeText(119.5), u"119°30′E"_s);
        QCOMPARE(latitudeText(29 + 5.0 / 60), u"29°05′N"_s);
        QCOMPARE(longitudeText(120), u"120°E"_s);
    }

    void everyPageHoldsItsParts_data() {
        QTest::addColumn<QString>("size");
        QTest::addColumn<bool>("portrait");
        QTest::addColumn<bool>("english");
        for (const QString& size : pageSizes()) {
            for (const bool portrait : {false, true}) {
                for (const bool english : {false, true})
                    QTest::addRow("%s %d %d", qPrintable(size), portrait, english) << size << portrait << english;
            }
        }
    }

    /// The Hangzhou plan on every page: nothing outside the margins, nothing smaller than 6 pt, every zone named.
    void everyPageHoldsItsParts() {
        QFETCH(QString, size);
        QFETCH(bool, portrait);
        QFETCH(bool, english);
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        QVERIFY(!real.shapes.zones.empty());
        FigureSpec spec;
        spec.size = size;
        spec.orientation = portrait ? FigureSpec::Orientation::Portrait : FigureSpec::Orientation::Landscape;
        spec.language = english ? Language::English : Language::Chinese;
        const auto figure = Figure::layOut(real.project, real.shapes, spec);
        QVERIFY(figure);
        const bool small = figure->pageSize().width() * figure->pageSize().height() < 200 * 280; // below A4
        QVERIFY(figure->unplaced().size() <= (small ? 1 : 0));
        const double by = figure->sheet().magnification;
        const double margin = spec.margin() / by - 0.1;
        const QRectF area = QRectF(QPointF(0, 0), figure->sheet().size).adjusted(margin, margin, -margin, -margin);
        const TextMeasure measure(*mapFont());
        QStringList named;
        for (const Panel& panel : figure->sheet().panels) {
            for (const Label& label : panel.list.labels) {
                QVERIFY(label.size * by >= 5.999);
                const QRectF box = labelBox(label, panel.view.toPage(label.at), measure);
                QVERIFY2(area.contains(box), qPrintable(label.text));
                if (!label.text.isEmpty() && !label.zone.isEmpty())
                    named += label.zone;
            }
        }
        for (const Zone& zone : real.project.plan.layoutZones())
            QVERIFY2(named.contains(zone.code) || figure->unplaced().contains(zone.code), qPrintable(zone.name.en));
        if (english) {
            for (const QString& text : figure->texts()) {
                const bool chinese = std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x2E80; });
                QVERIFY2(!chinese || text.contains(u"审图号"_s), qPrintable(text));
            }
        }
    }

    void theMapIsAsLargeAsTheLookAsks() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        const auto figure = Figure::layOut(real.project, real.shapes, {});
        QVERIFY(figure);
        const QStringList texts = figure->texts();
        QVERIFY(texts.contains(u"比例尺 1:1\u2009050\u2009000"_s));
        QVERIFY(texts.contains(u"局部放大  1:500\u2009000"_s));
        const auto frame = std::ranges::max(figure->sheet().panels, {}, [](const Panel& panel) {
            return panel.view.metresPerMm > 1000 ? panel.view.frame.height() : 0;
        });
        QVERIFY(std::abs(frame.view.frame.width() - 273) < 0.01);
        QVERIFY(frame.view.frame.height() >= 149);
    }

    /// Map and enlarged part keep their ink within their frames.
    void noLineStandsOutOfItsFrame() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        const auto figure = Figure::layOut(real.project, real.shapes, {});
        QVERIFY(figure);
        int strokes = 0;
        for (const Panel& panel : figure->sheet().panels) {
            if (panel.view.metresPerMm < 100) // furniture, in page millimetres
                continue;
            for (const auto& item : panel.list.base) {
                const auto* stroke = std::get_if<Stroke>(&item);
                if (!stroke)
                    continue;
                const double half = stroke->width / 2 - 0.001;
                const QRectF room = panel.view.frame.adjusted(half, half, -half, -half);
                for (const Line& line : stroke->lines) {
                    ++strokes;
                    for (const Point& point : line)
                        QVERIFY(room.contains(panel.view.toPage(point)));
                }
            }
        }
        QVERIFY(strokes > 50);
    }

    /// Sites of the core stand in the enlarged part and nowhere else, so that their names have room.
    void sitesAreDrawnOnce() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        FigureSpec spec;
        spec.sites = true;
        const auto figure = Figure::layOut(real.project, real.shapes, spec);
        QVERIFY(figure);
        QCOMPARE(figure->unplaced(), QStringList());
        QStringList keys;
        for (const Panel& panel : figure->sheet().panels) {
            for (const Symbol& symbol : panel.list.symbols) {
                if (!symbol.key.isEmpty())
                    keys += symbol.key;
            }
        }
        QSet<QString> zones;
        for (const Site& site : real.project.plan.sites) {
            if (!site.zone.isEmpty())
                zones += site.zone;
        }
        QCOMPARE(keys.size(), zones.size()); // one symbol for each zone that has any
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    }

    void theLegendListsWhatTheProjectHas() {
        test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        const auto texts = [&] { return Figure::layOut(real.project, real.shapes, FigureSpec{})->texts(); };
        QVERIFY(texts().contains(u"水域"_s) && texts().contains(u"邻市界"_s));
        real.shapes.context.clear();
        QVERIFY(!texts().contains(u"水域"_s) && !texts().contains(u"邻市界"_s));
    }

    /// A city elsewhere is drawn, and named, in its own zone.
    void theMeridianIsThatOfTheCity() {
        test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        for (ZoneShape& zone : real.shapes.zones) {
            for (GeoPolygon& polygon : zone.polygons) {
                for (GeoPoint& point : polygon.outer())
                    point.set<0>(point.get<0>() - 6.5);
            }
        }
        real.shapes.context.clear();
        real.shapes.borders.clear();
        const auto figure = Figure::layOut(real.project, real.shapes, FigureSpec{});
        QVERIFY(figure);
        const QString all = figure->texts().join(u'\n');
        QVERIFY2(all.contains(u"EPSG:4547"_s) && !all.contains(u"EPSG:4549"_s), qPrintable(all));
    }

    /// What a style or layer keeps for other scales is not drawn, and that is said.
    void scalesAreKept() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        FigureSpec spec;
        spec.figure = u"map"_s;
        spec.style = {.kind = LayerStyle::Kind::Proportional, .indicators = {u"pop_census_2020"_s}};
        const auto drawn = [&](double largest, double smallest) { // symbols of the map, of its enlarged part
            spec.style->largestScale = largest;
            spec.style->smallestScale = smallest;
            const auto figure = Figure::layOut(real.project, real.shapes, spec);
            QList<qsizetype> counts;
            for (const Panel& panel : figure->sheet().panels) {
                const auto zones = std::ranges::count_if(panel.list.symbols,
                                                         [](const Symbol& symbol) { return !symbol.key.isEmpty(); });
                if (!panel.list.labels.empty() && !panel.list.labels.front().zone.isEmpty())
                    counts += zones;
            }
            return std::tuple(counts, figure->texts().join(QString()),
                              figure->sheet().warnings.contains(MapWarning::BeyondScale));
        };
        const auto [always, usual, none] = drawn(0, 0);
        QVERIFY(always.size() == 2 && always[0] == 13 && always[1] > 3 && !none);
        const auto [near, nearWords, nearBeyond] = drawn(0, 600'000);
        QCOMPARE(near, (QList<qsizetype>{0, always[1]}));
        QVERIFY(nearWords.contains(u"只画在局部放大图中"_s) && !nearBeyond);
        const auto [far, farWords, farBeyond] = drawn(600'000, 0);
        QCOMPARE(far, (QList<qsizetype>{13, 0}));
        QVERIFY(farWords.contains(u"不画在局部放大图中"_s) && !farBeyond);
        const auto [never, neverWords, neverBeyond] = drawn(0, 100'000);
        QCOMPARE(never, (QList<qsizetype>{0, 0}));
        QVERIFY(neverWords.contains(u"未绘制"_s) && neverBeyond);
    }

    void layersKeepTheirScales() {
        Project project = test::smallProject();
        FigureSpec spec;
        ReferenceLayer roads;
        roads.name = {u"道路"_s, u"Roads"_s};
        roads.smallestScale = 100'000;
        spec.layers = {roads};
        const auto figure = Figure::layOut(project, test::smallShapes(), spec);
        QVERIFY(figure && !figure->texts().contains(u"道路"_s));
        QCOMPARE(figure->sheet().beyondScale, QStringList(u"道路"_s));
        spec.layers[0].smallestScale = 0;
        QVERIFY(small(spec)->texts().contains(u"道路"_s) && small(spec)->sheet().beyondScale.isEmpty());
    }

    void theApprovalNumberIsPrinted() {
        FigureSpec spec;
        spec.approvalNumber = u"浙杭S(2026)1号"_s;
        QVERIFY(small(spec)->texts().contains(spec.approvalNumber));
    }
};

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
