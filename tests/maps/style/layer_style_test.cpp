#include "maps/style/current_style.h"
#include "maps/style/layer_style.h"
#include "tests/maps/figure/hangzhou.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class LayerStyleTest : public QObject {
    Q_OBJECT

    Plan m_plan = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()).project.plan;

private Q_SLOTS:
    void jsonComesBack() {
        LayerStyle style{.kind = LayerStyle::Kind::Bivariate,
                         .indicators = {u"gdp"_s, u"pop_resident"_s},
                         .when = LayerStyle::When::Given,
                         .period = Period::parse(u"2024-Q1"_s),
                         .measure = LayerStyle::Measure::Density,
                         .method = ClassMethod::Manual,
                         .classes = 7,
                         .breaks = {1, 2.5},
                         .palette = u"blues"_s,
                         .reversed = true,
                         .middle = -1.5,
                         .size = 9,
                         .perDot = 100,
                         .reach = 3,
                         .values = true,
                         .shown = false,
                         .opacity = 0.5,
                         .largestScale = 100000,
                         .smallestScale = 2000000};
        QCOMPARE(layerStyleFromJson(toJson(style)).value(), style);
        style = {};
        QCOMPARE(layerStyleFromJson(toJson(style)).value(), style);
        style.when = LayerStyle::When::Latest;
        QCOMPARE(layerStyleFromJson(toJson(style)).value(), style);
        QCOMPARE(layerStyleFromJson(u"{\"later\": 1}"_s).value(), LayerStyle());
    }

    void hostileJson_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        using enum Problem::Code;
        QTest::newRow("no JSON") << u"{"_s << int(SyntaxError) << u""_s;
        QTest::newRow("a list") << u"[]"_s << int(SyntaxError) << u""_s;
        QTest::newRow("kind") << u"{\"kind\":\"pie\"}"_s << int(ValueUnknown) << u"kind"_s;
        QTest::newRow("type") << u"{\"classes\":\"5\"}"_s << int(FieldType) << u"classes"_s;
        QTest::newRow("period") << u"{\"period\":\"soon\"}"_s << int(FieldType) << u"period"_s;
    }

    void hostileJson() {
        QFETCH(QString, json);
        const auto style = layerStyleFromJson(json);
        QVERIFY(!style);
        QTEST(int(style.error().code), "code");
        QTEST(style.error().field, "field");
    }

    void whatIsChecked() {
        const auto field = [&](const LayerStyle& style) {
            const auto fine = checkStyle(style, m_plan);
            return fine ? QString() : fine.error().field;
        };
        LayerStyle style{.kind = LayerStyle::Kind::Graduated, .indicators = {u"gdp"_s}};
        QCOMPARE(field(style), QString());
        style.indicators = {};
        QCOMPARE(field(style), u"indicators"_s);
        style.indicators = {u"nosuch"_s};
        QCOMPARE(field(style), u"indicators"_s);
        style.indicators = {u"gdp"_s};
        style.classes = 0;
        QCOMPARE(field(style), u"classes"_s);
        style.classes = 5;
        style.palette = u"nosuch"_s;
        QCOMPARE(field(style), u"palette"_s);
        style.palette = u"#000000,#ffffff"_s;
        QCOMPARE(field(style), QString());
        style.method = ClassMethod::Manual;
        QCOMPARE(field(style), u"breaks"_s);
        style.breaks = {3, 1};
        QCOMPARE(field(style), u"breaks"_s);
        LayerStyle pies{.kind = LayerStyle::Kind::Pies, .indicators = {u"gdp"_s, u"service_va"_s}};
        QCOMPARE(field(pies), QString());
        pies.indicators += u"hq_enterprises"_s; // firms are no part of a sum of yuan
        QCOMPARE(field(pies), u"indicators"_s);
        style.breaks = {1, qQNaN()};
        QCOMPARE(field(style), u"breaks"_s);
    }

    /// A count gets symbols, a ratio colours, a change that goes both ways colours around zero.
    void whatSuits() {
        QCOMPARE(suitableStyle(m_plan, u"pop_census_2020"_s).kind, LayerStyle::Kind::Proportional);
        QCOMPARE(suitableStyle(m_plan, u"gdp_growth"_s).kind, LayerStyle::Kind::Graduated);
        QVERIFY(!suitableStyle(m_plan, u"gdp_growth"_s).middle);
        Plan plan = m_plan;
        plan.observations += Observation{.zone = u"330108"_s,
                                         .indicator = u"gdp_growth"_s,
                                         .source = u"x"_s,
                                         .address = {},
                                         .value = Quantity{-2},
                                         .missingReason = {},
                                         .adopted = true,
                                         .note = {}};
        plan.observations.last().value->number = -2;
        plan.observations += plan.observations.last();
        plan.observations.last().value->number = 3;
        QCOMPARE(suitableStyle(plan, u"gdp_growth"_s).middle, std::optional(0.0));
        // A target that zones stand on both sides of parts the colours; one that all have reached does not.
        for (const auto& [zone, share] : {std::pair(u"330108"_s, 18.0), {u"330109"_s, 31.0}}) {
            plan.observations += plan.observations.last();
            plan.observations.last().zone = zone;
            plan.observations.last().indicator = u"cbec_share_export"_s;
            plan.observations.last().value->number = share;
        }
        QCOMPARE(suitableStyle(plan, u"cbec_share_export"_s).middle, std::optional(20.0));
        plan.observations.removeAt(plan.observations.size() - 2);
        QVERIFY(!suitableStyle(plan, u"cbec_share_export"_s).middle);
    }

    /// One layer is drawn at a time; a style that is kept is another row.
    void whatAProjectIsDrawnWith() {
        Project project;
        project.plan = m_plan;
        QCOMPARE(currentStyle(project).kind, LayerStyle::Kind::Tiers);
        const LayerStyle style{.kind = LayerStyle::Kind::Graduated, .indicators = {u"gdp"_s}};
        project.styles = {{.key = u"zones"_s, .name = {}, .layer = u"zones"_s, .style = toJson(style)},
                          {.key = u"mine"_s, .name = {}, .layer = u"zones"_s, .style = toJson(style)}};
        QCOMPARE(currentStyle(project), style);
        QCOMPARE(savedStyle(project, u"mine"_s).value(), style);
        QVERIFY(!savedStyle(project, u"nosuch"_s));
        const Edit edit = drawWith(project, u"sites"_s, {.kind = LayerStyle::Kind::Heat});
        QCOMPARE(edit.changes.size(), 2);
        QCOMPARE(edit.changes[0].kind, Change::Kind::Remove);
        QCOMPARE(edit.changes[0].key, QStringList(u"zones"_s));
        QCOMPARE(edit.changes[1].kind, Change::Kind::Insert);
        QCOMPARE(drawWith(project, u"zones"_s, {}).changes.size(), 1); // the tiers again
        project.plan.indicators.clear();
        QCOMPARE(currentStyle(project).kind, LayerStyle::Kind::Tiers); // the indicator is gone
    }
};

QTEST_GUILESS_MAIN(LayerStyleTest)
#include "layer_style_test.moc"
