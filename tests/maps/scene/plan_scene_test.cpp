#include "maps/scene/plan_scene.h"
#include "maps/style/tier_style.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class PlanSceneTest : public QObject {
    Q_OBJECT

    static DisplayList scene(const SceneOptions& options = {}) {
        return planScene(test::smallPlan(), projected(test::smallShapes(), test::smallProjection()), options);
    }

    template <class T>
    static std::vector<T> all(const DisplayList& list) {
        std::vector<T> found;
        for (const auto& item : list.base) {
            if (const auto* one = std::get_if<T>(&item))
                found.push_back(*one);
        }
        return found;
    }

    static const Stroke* strokeOf(const std::vector<Stroke>& strokes, const QColor& color, double width) {
        const auto found = std::ranges::find_if(
            strokes, [&](const Stroke& stroke) { return stroke.color == color && stroke.width == width; });
        return found == strokes.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void everyBorderIsInExactlyOneStroke() {
        const PlanShapes shapes = test::smallShapes();
        const Theme theme = Theme::paper();
        const auto strokes = all<Stroke>(scene());
        const Stroke* zones = strokeOf(strokes, theme.zoneBorder, theme.zoneBorderWidth);
        const Stroke* tiers = strokeOf(strokes, theme.tierBorder, theme.tierBorderWidth);
        const Stroke* outline = strokeOf(strokes, theme.outline, theme.outlineWidth);
        QVERIFY(zones && tiers && outline);
        std::size_t expected[3] = {0, 0, 0};
        const Plan plan = test::smallPlan();
        for (const Border& border : shapes.borders) {
            const Zone* a = plan.zone(border.left);
            const Zone* b = plan.zone(border.right);
            ++expected[!a || !b ? 2 : a->tier == b->tier ? 0 : 1];
        }
        QCOMPARE(zones->lines.size(), expected[0]);
        QCOMPARE(tiers->lines.size(), expected[1]);
        QCOMPARE(outline->lines.size(), expected[2]);
        QCOMPARE(expected[0], std::size_t(1)); // N and S, both of the lead tier
        QVERIFY(expected[2] > 0);
    }

    void hiddenTierLosesItsInkAndKeepsItsLegend() {
        SceneOptions options;
        options.hiddenTiers = {u"develop"_s, u"support"_s};
        for (const Fill& fill : all<Fill>(scene(options)))
            QVERIFY(fill.zone != u"W"_s && fill.zone != u"G"_s);
        const std::size_t borders = all<Stroke>(scene()).size();
        QCOMPARE(all<Stroke>(scene(options)).size(), borders - 1); // only the outline of the of-which zone is gone
        QCOMPARE(tierLegend(test::smallPlan(), Language::Chinese).size(), 4);
    }

    void noColourIsTransparent() {
        for (const Theme& theme : {Theme::paper(), Theme::dark()}) {
            const DisplayList list = scene({.theme = theme});
            for (const Fill& fill : all<Fill>(list)) {
                QVERIFY(!fill.color || fill.color->alpha() == 255);
                QVERIFY(!fill.hatch || fill.hatch->color.alpha() == 255);
            }
            for (const Stroke& stroke : all<Stroke>(list))
                QCOMPARE(stroke.color.alpha(), 255);
        }
    }

    void drawnFromTheGroundUp() {
        const auto fills = all<Fill>(scene());
        QStringList order;
        for (const Fill& fill : fills)
            order += fill.zone.isEmpty() ? u"water"_s : fill.zone;
        // Water above the districts, so that a lake inside one can be seen; the hatch above both.
        QCOMPARE(order, QStringList({u"N"_s, u"S"_s, u"C"_s, u"W"_s, u"water"_s, u"G"_s}));
        QVERIFY(!fills.back().color);
        QVERIFY(fills.back().hatch);
        const DisplayList list = scene();
        bool borders = false;
        for (const auto& item : list.base) {
            if (const auto* stroke = std::get_if<Stroke>(&item))
                borders = borders || stroke->color == Theme::paper().tierBorder;
            else
                QVERIFY2(!borders, "a fill lies over the borders");
        }
    }

    void aSeaLiesUnderTheZones() {
        PlanShapes shapes = test::smallShapes();
        const auto p = [](double x, double y) { return GeoPoint(x, y); };
        shapes.context.front().shape = test::polygonOf({p(120.2, 29.6), p(122, 29.6), p(122, 30.6), p(120.2, 30.6)});
        const auto fills = all<Fill>(planScene(test::smallPlan(), projected(shapes, test::smallProjection()), {}));
        QVERIFY(fills.front().zone.isEmpty()); // it reaches beyond the city: land reclaimed since is not hidden
        QCOMPARE(std::ranges::count_if(fills, [](const Fill& fill) { return fill.zone.isEmpty(); }), 1);
    }

    void contextCanBeLeftOut() {
        const DisplayList bare = scene({.water = false, .neighbours = false});
        QCOMPARE(all<Fill>(bare).size(), all<Fill>(scene()).size() - 1);
        QVERIFY(!strokeOf(all<Stroke>(bare), Theme::paper().neighbour, Theme::paper().neighbourWidth));
    }

    void onlySketchesAreDashed() {
        int dashed = 0;
        for (const Stroke& stroke : all<Stroke>(scene()))
            dashed += stroke.dash.empty() ? 0 : 1;
        QCOMPARE(dashed, 1);
    }
};

QTEST_GUILESS_MAIN(PlanSceneTest)
#include "plan_scene_test.moc"
