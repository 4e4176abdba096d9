#include "core/analysis/zone_figures.h"
#include "maps/style/class_changes.h"
#include "maps/style/thematic_map.h"
#include "tests/maps/figure/hangzhou.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace tiermap;
using namespace Qt::StringLiterals;

class ThematicMapTest : public QObject {
    Q_OBJECT

    using Kind = LayerStyle::Kind;

    /// The small plan with numbers for its districts; nothing where there is none.
    static Plan planWith(const QMap<QString, std::optional<double>>& numbers,
                         Indicator::Aggregation aggregation = Indicator::Aggregation::Ratio) {
        Plan plan = test::smallPlan();
        plan.indicators = {{.key = u"x"_s,
                            .name = {u"指标"_s, u"Indicator"_s},
                            .unit = {u"个"_s, u"items"_s},
                            .aggregation = aggregation}};
        for (const auto& [zone, number] : numbers.asKeyValueRange())
            plan.observations += observation(zone, number);
        return plan;
    }

    /// Of amounts, a district each.
    static Plan planOf(const QList<double>& numbers) {
        QMap<QString, std::optional<double>> byZone;
        const QList<Zone> zones = mappedZones(test::smallPlan());
        for (qsizetype i = 0; i < zones.size(); ++i)
            byZone.insert(zones[i].code, numbers.value(i));
        return planWith(byZone, Indicator::Aggregation::Sum);
    }

    static Observation observation(const QString& zone, std::optional<double> number,
                                   const QString& period = u"2024"_s) {
        Observation o{.zone = zone,
                      .indicator = u"x"_s,
                      .period = *Period::parse(period),
                      .source = u"年鉴"_s,
                      .address = {},
                      .missingReason = number ? QString() : u"未统计"_s,
                      .adopted = true,
                      .note = {}};
        if (number)
            o.value = Quantity{.number = *number};
        return o;
    }

    static ThematicMap mapOf(const Plan& plan, LayerStyle style) {
        if (style.indicators.isEmpty())
            style.indicators = {u"x"_s};
        const auto map = thematicMap(plan, test::smallShapes().zones, style, Language::Chinese);
        return map ? *map : ThematicMap();
    }

    static int countedOnTheMap(const ThematicMap& map, const AreaInk& ink) {
        return static_cast<int>(std::ranges::count(map.inks, ink));
    }

private Q_SLOTS:
    /// No ink is less than none: a loss would look like nought, or like little.
    void lossesAreNotDrawnAsAmounts() {
        const Plan plan = planOf({-500, 20, 300, 4000});
        for (const Kind kind : {Kind::GraduatedSymbols, Kind::Dots, Kind::Pies}) {
            const auto map =
                thematicMap(plan, test::smallShapes().zones, {.kind = kind, .indicators = {u"x"_s}}, Language::English);
            QVERIFY(!map);
            QCOMPARE(map.error().code, Problem::Code::OutOfRange);
            QCOMPARE(map.error().arguments.value(0), u"x: \u2212500"_s);
        }
        QCOMPARE(mapOf(plan, {.kind = Kind::Proportional}).symbols.size(), mappedZones(test::smallPlan()).size());
    }

    void sharesAreNoAmounts() {
        Plan plan = planOf({1, 2, 3, 4});
        for (Indicator& indicator : plan.indicators)
            indicator.unit.zh = indicator.key == "x"_L1 ? u"%"_s : indicator.unit.zh;
        QVERIFY(!isAmount(*plan.indicator(u"x"_s)));
        QVERIFY(suitableStyle(plan, u"x"_s).kind == Kind::Graduated);
        QVERIFY(!checkStyle({.kind = Kind::Dots, .indicators = {u"x"_s}}, plan));
        QVERIFY(!checkStyle({.kind = Kind::Graduated, .indicators = {u"x"_s}, .measure = LayerStyle::Measure::Density},
                            plan));
    }

    void anIndicatorWithoutNumbersIsWarnedOf() {
        Plan plan = planOf({1, 2, 3, 4});
        plan.indicators += Indicator{.key = u"empty"_s, .name = {u"空"_s, u"Empty"_s}, .unit = plan.indicators[0].unit};
        for (const Kind kind : {Kind::Bars, Kind::Bivariate}) {
            const ThematicMap map = mapOf(plan, {.kind = kind, .indicators = {u"x"_s, u"empty"_s}});
            QVERIFY(map.warnings.contains(MapWarning::NoNumbers));
            QVERIFY2(
                std::ranges::none_of(map.legend.notes, [](const QString& note) { return note.contains(u"0（"_s); }),
                qPrintable(map.legend.notes.join(u'|')));
        }
        const ThematicMap both = mapOf(plan, {.kind = Kind::Bivariate, .indicators = {u"x"_s, u"empty"_s}});
        QVERIFY2(both.words.contains(u'0'), qPrintable(both.words)); // not four: both numbers are needed
        const ThematicMap nought = mapOf(planOf({0, 0, 0, 0}), {.kind = Kind::Bars});
        for (const Symbol& symbol : nought.symbols)
            QCOMPARE(symbol.parts.front().amount, 0.0); // there is a number
    }

    void roundNumbersOfTheNestAreRound() {
        const ThematicMap map = mapOf(planOf({-2.5, 0.13, 3.07, 6.15}), {.kind = Kind::Proportional});
        for (const StyleLegendItem& item : map.legend.items)
            QVERIFY2(item.text.size() < 5 || item.text == u"负值"_s, qPrintable(item.text));
    }

    /// Whatever the numbers are: each district has one ink, and the legend counts all of them by the ink they have.
    void everyZoneIsInOneClass_data() {
        QTest::addColumn<QList<double>>("numbers"); // NaN: none
        const double none = qQNaN();
        QTest::newRow("different") << QList<double>{1, 20, 300, 4000};
        QTest::newRow("ties") << QList<double>{5, 5, 7, 7};
        QTest::newRow("all equal") << QList<double>{5, 5, 5, 5};
        QTest::newRow("one value") << QList<double>{none, none, 5, none};
        QTest::newRow("negative") << QList<double>{-5, -1, 0, 8};
        QTest::newRow("all missing") << QList<double>{none, none, none, none};
        QTest::newRow("tiny") << QList<double>{1e-9, 2e-9, 3e-9, 1e-8};
        QTest::newRow("large") << QList<double>{1e12, 1e12 + 1, 1e12 + 2, 5e12};
    }

    void everyZoneIsInOneClass() {
        QFETCH(QList<double>, numbers);
        QMap<QString, std::optional<double>> byZone;
        const QStringList zones{u"N"_s, u"S"_s, u"C"_s, u"W"_s};
        for (int i = 0; i < 4; ++i)
            byZone[zones[i]] = std::isnan(numbers[i]) ? std::nullopt : std::optional(numbers[i]);
        const Plan plan = planWith(byZone, Indicator::Aggregation::Sum);
        for (const Name<ClassMethod>& method : namesOf<ClassMethod>()) {
            for (int classes = 1; classes <= 7; ++classes) {
                for (const auto measure : {LayerStyle::Measure::Value, LayerStyle::Measure::Density}) {
                    LayerStyle style{
                        .kind = Kind::Graduated, .measure = measure, .method = method.value, .classes = classes};
                    if (method.value == ClassMethod::Manual)
                        style.breaks = {0, 6, 100};
                    const ThematicMap map = mapOf(plan, style);
                    QCOMPARE(map.inks.size(), 4);
                    int counted = 0;
                    for (const StyleLegendItem& item : map.legend.items) {
                        QCOMPARE(item.count, countedOnTheMap(map, item.ink));
                        counted += item.count;
                    }
                    QCOMPARE(counted, 4);
                    const QHash<QString, double> styled =
                        styledNumbers(plan, test::smallShapes().zones,
                                      {.kind = Kind::Graduated, .indicators = {u"x"_s}, .measure = measure});
                    for (const auto& [zone, number] : styled.asKeyValueRange()) {
                        const auto in = static_cast<std::size_t>(map.classOf.value(zone, -1));
                        QVERIFY(in < map.classes.counts.size());
                        QVERIFY(number >= map.classes.bounds[in]);
                        QVERIFY(number < map.classes.bounds[in + 1] || in + 1 == map.classes.counts.size());
                    }
                    for (const ClassChange& change : classChanges(map, styled))
                        QVERIFY(change.method != style.method && change.moved.size() <= styled.size());
                }
            }
        }
    }

    /// Not known is not nought, and each kind of not knowing is told apart.
    void whatIsNotKnownHasAnInkOfItsOwn() {
        Plan plan = planWith({{u"N"_s, 3.0}, {u"S"_s, 0.0}}, Indicator::Aggregation::Sum);
        plan.observations += observation(u"C"_s, std::nullopt);
        plan.observations.last().missingReason = u"保密"_s;
        plan.observations += observation(u"W"_s, 50.0);
        plan.observations.last().value->bound = Quantity::Bound::MoreThan;
        for (const Kind kind : {Kind::Graduated, Kind::Proportional, Kind::GraduatedSymbols, Kind::Dots, Kind::Pies}) {
            const ThematicMap map = mapOf(plan, {.kind = kind});
            QVERIFY(map.inks[u"C"_s].hatch && map.inks[u"W"_s].hatch);
            QVERIFY(map.inks[u"C"_s] != map.inks[u"W"_s]);
            QVERIFY(!map.inks[u"N"_s].hatch && !map.inks[u"S"_s].hatch);
            QVERIFY(!map.symbols.contains(u"C"_s) && !map.symbols.contains(u"W"_s));
            QStringList words;
            for (const StyleLegendItem& item : map.legend.items)
                words += item.text;
            QVERIFY(words.contains(u"保密，不公布"_s) && words.contains(u"仅知上下限或约数"_s));
            QVERIFY(!words.contains(u"无数据"_s));
        }
    }

    /// The of-which zone is counted within its district, the city is no zone.
    void nothingIsShownTwice() {
        Plan plan = planWith({{u"N"_s, 1.0}, {u"G"_s, 100.0}, {u"city"_s, 1000.0}});
        const ThematicMap map = mapOf(plan, {.kind = Kind::Graduated});
        QCOMPARE(map.classes.bounds, (std::vector<double>{1, 1}));
        QVERIFY(!map.inks.contains(u"G"_s));
    }

    void areasOfCirclesAreTheNumbers() {
        const ThematicMap map = mapOf(planWith({{u"N"_s, 100.0}, {u"S"_s, 25.0}, {u"C"_s, 0.0}, {u"W"_s, -100.0}}),
                                      {.kind = Kind::Proportional, .size = 12});
        QCOMPARE(map.symbols[u"N"_s].size, 12.0);
        QCOMPARE(map.symbols[u"S"_s].size, 6.0);
        QVERIFY(!map.symbols.contains(u"C"_s));
        QCOMPARE(map.symbols[u"W"_s].size, 12.0);
        QVERIFY(map.symbols[u"W"_s].color != map.symbols[u"N"_s].color);
        QCOMPARE(map.legend.form, StyleLegend::Form::Nested);
        QCOMPARE(map.legend.items[0].text, u"100"_s);
        QCOMPARE(map.legend.items[0].symbol->size, 12.0);
    }

    /// The middle is a bound, and the palette's two arms meet there however many classes each side has.
    void twoSidedColours() {
        const Plan plan = planWith({{u"N"_s, -3.0}, {u"S"_s, 1.0}, {u"C"_s, 2.0}, {u"W"_s, 9.0}});
        const ThematicMap map = mapOf(plan, {.kind = Kind::Graduated, .classes = 6, .middle = 0});
        QVERIFY(std::ranges::contains(map.classes.bounds, 0.0));
        QCOMPARE(map.classes.counts, (std::vector<int>{1, 1, 1, 1}));
        const QColor below = *map.inks[u"N"_s].fill;
        const QColor above = *map.inks[u"W"_s].fill;
        QVERIFY(std::abs(below.hue() - above.hue()) > 30);
    }

    void sharesAndDensities() {
        Plan plan = planWith({{u"N"_s, 10.0}, {u"S"_s, 30.0}}, Indicator::Aggregation::Sum);
        const auto numbers = [&](LayerStyle::Measure measure) {
            return styledNumbers(plan, test::smallShapes().zones,
                                 {.kind = Kind::Graduated, .indicators = {u"x"_s}, .measure = measure});
        };
        QVERIFY(numbers(LayerStyle::Measure::Share).isEmpty()); // two districts are no whole
        plan.observations += observation(u"city"_s, 100.0);
        QCOMPARE(numbers(LayerStyle::Measure::Share)[u"N"_s], 10.0);
        plan.observations.last().period = *Period::parse(u"2023"_s); // another year is no base
        QVERIFY(numbers(LayerStyle::Measure::Share).isEmpty());
        plan.observations += observation(u"C"_s, 20.0);
        plan.observations += observation(u"W"_s, 20.0);
        QCOMPARE(numbers(LayerStyle::Measure::Share)[u"N"_s], 12.5); // all districts are
        // A degree by half a degree at 30 N: some 96.5 by 55.4 km.
        QVERIFY(std::abs(numbers(LayerStyle::Measure::Density)[u"N"_s] - 10 / 5346.0) < 1e-5);
        QVERIFY(mapOf(plan, {.kind = Kind::Graduated}).warnings.contains(MapWarning::AmountAsColour));
        QVERIFY(!mapOf(plan, {.kind = Kind::Graduated, .measure = LayerStyle::Measure::Share})
                     .warnings.contains(MapWarning::AmountAsColour));
    }

    /// The period that most districts have; or the latest of each, which is told.
    void periods() {
        Plan plan = planWith({});
        plan.observations = {observation(u"N"_s, 1, u"2022"_s), observation(u"S"_s, 2, u"2022"_s),
                             observation(u"N"_s, 5, u"2024"_s)};
        const ThematicMap most = mapOf(plan, {.kind = Kind::Proportional});
        QCOMPARE(most.title, u"指标（2022年）"_s);
        QCOMPARE(most.values[u"N"_s], u"1"_s);
        const ThematicMap latest = mapOf(plan, {.kind = Kind::Proportional, .when = LayerStyle::When::Latest});
        QCOMPARE(latest.values[u"N"_s], u"5（2024年）"_s);
        QVERIFY(latest.warnings.contains(MapWarning::YearsDiffer));
        const ThematicMap given = mapOf(
            plan, {.kind = Kind::Proportional, .when = LayerStyle::When::Given, .period = Period::parse(u"2024"_s)});
        QCOMPARE(given.symbols.size(), 1);
    }

    /// Which year each number is of stands in legend and words, and never only in the labels.
    void theYearsOfTheLatestAreTold() {
        Plan plan = planWith({});
        plan.observations = {observation(u"N"_s, 1, u"2022"_s), observation(u"S"_s, 2, u"2022"_s),
                             observation(u"C"_s, 5, u"2024"_s)};
        const LayerStyle latest{.kind = Kind::Graduated, .when = LayerStyle::When::Latest};
        const auto told = [&](const QString& years) {
            const ThematicMap map = mapOf(plan, latest);
            return map.legend.notes.contains(years) && map.words.contains(years);
        };
        QVERIFY(told(u"年份：2024年（中城区）；2022年（北山区、南山区）"_s));
        for (Observation& each : plan.observations)
            each.period = *Period::parse(u"2023"_s);
        QVERIFY(told(u"年份：均为2023年"_s)); // "latest" alone does not say which
        plan.observations = {observation(u"N"_s, 1, u"2022"_s), observation(u"S"_s, 2, u"2021"_s)};
        plan.indicators += Indicator{.key = u"y"_s, .name = {u"乙"_s, u"B"_s}, .unit = {}};
        plan.observations += observation(u"N"_s, 4, u"2020"_s);
        plan.observations.last().indicator = u"y"_s;
        const ThematicMap two =
            mapOf(plan, {.kind = Kind::Bivariate, .indicators = {u"x"_s, u"y"_s}, .when = LayerStyle::When::Latest});
        QVERIFY(two.legend.notes.contains(u"指标的年份：2022年（北山区）；2021年（南山区）"_s));
        QVERIFY(two.legend.notes.contains(u"乙的年份：均为2020年"_s));
        QVERIFY(!mapOf(plan, {.kind = Kind::Graduated}).words.contains(u"年份："_s));
    }

    void largeGroupsOfOneYearAreCounted() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        Plan plan = real.project.plan;
        plan.observations.clear();
        for (const Zone& zone : mappedZones(plan))
            plan.observations += observation(zone.code, 1, zone.code.startsWith(u"33012"_s) ? u"2022"_s : u"2024"_s);
        for (Observation& each : plan.observations)
            each.indicator = u"gdp"_s;
        const auto map = thematicMap(
            plan, real.shapes.zones,
            {.kind = Kind::Graduated, .indicators = {u"gdp"_s}, .when = LayerStyle::When::Latest}, Language::English);
        QVERIFY(map);
        QVERIFY2(map->words.contains(u"Years: 2024 (the other 11 with a number); 2022 (Tonglu, Chun'an)"_s),
                 qPrintable(map->words));
    }

    /// What is known of a zone parts it on every kind of map, in the legend, in words and for lists alike.
    void boundsAreNotMissing() {
        Plan plan = planWith({{u"N"_s, 1.0}, {u"S"_s, 30.0}, {u"C"_s, 3.0}}, Indicator::Aggregation::Sum);
        plan.observations[0].value->bound = Quantity::Bound::AtLeast; // C
        plan.indicators += Indicator{.key = u"y"_s, .name = {u"乙"_s, u"B"_s}, .unit = {}};
        for (const QString& zone : {u"N"_s, u"S"_s, u"C"_s}) {
            plan.observations += observation(zone, 2);
            plan.observations.last().indicator = u"y"_s;
        }
        for (const Kind kind : {Kind::Graduated, Kind::Proportional, Kind::Dots, Kind::Bivariate}) {
            LayerStyle style{.kind = kind, .indicators = {u"x"_s}};
            if (kind == Kind::Bivariate)
                style.indicators += u"y"_s;
            const ThematicMap map = mapOf(plan, style);
            QCOMPARE(map.known.value(u"C"_s), ZoneFigure::Known::Bound);
            QCOMPARE(map.known.value(u"W"_s), ZoneFigure::Known::Missing);
            QVERIFY(map.inks[u"C"_s].hatch && map.inks[u"W"_s].hatch && map.inks[u"C"_s] != map.inks[u"W"_s]);
            for (const QString& zone : {u"C"_s, u"W"_s}) {
                const auto item = std::ranges::find(map.legend.items, map.inks[zone], &StyleLegendItem::ink);
                QVERIFY(item != map.legend.items.end());
                QCOMPARE(item->text, knownText(map.known[zone], Language::Chinese));
                QCOMPARE(item->count, 1);
            }
            QVERIFY2(map.words.contains(u"仅知上下限或约数：中城区。无数据：西山县。"_s), qPrintable(map.words));
            QVERIFY2(map.values[u"C"_s].startsWith(u"≥ 3"_s), qPrintable(map.values[u"C"_s]));
            QVERIFY(!map.values.contains(u"W"_s));
        }
        for (Observation& each : plan.observations)
            each.value->bound = Quantity::Bound::MoreThan;
        QVERIFY(suitableStyle(plan, u"x"_s).values); // labels are all that can tell them
        QCOMPARE(mapOf(plan, {.kind = Kind::Proportional}).title, u"指标（2024年）"_s);
    }

    void classesOfTwoIndicatorsHaveWords() {
        Plan plan = planWith({{u"N"_s, 10.0}, {u"S"_s, 20.0}, {u"C"_s, 30.0}});
        plan.indicators += Indicator{.key = u"y"_s, .name = {u"乙"_s, u"B"_s}, .unit = {u"家"_s, u"firms"_s}};
        for (const auto& [zone, number] :
             QMap<QString, double>{{u"N"_s, 3}, {u"S"_s, 2}, {u"C"_s, 1}}.asKeyValueRange()) {
            plan.observations += observation(zone, number, u"2023"_s);
            plan.observations.last().indicator = u"y"_s;
        }
        const ThematicMap map = mapOf(plan, {.kind = Kind::Bivariate, .indicators = {u"x"_s, u"y"_s}});
        QCOMPARE(map.title, u"指标（2024年）与乙（2023年）"_s); // each with its own year
        QCOMPARE(map.legend.across.name, u"指标（个，2024年）"_s);
        QCOMPARE(map.legend.upward.name, u"乙（家，2023年）"_s);
        QCOMPARE(map.legend.upward.classes, (QStringList{u"低"_s, u"中"_s, u"高"_s}));
        const auto classOf = [&](const QString& zone) { return classText(map, map.classOf.value(zone, -1)); };
        QCOMPARE(classOf(u"N"_s).first(6), u"指标：低（1"_s);
        QVERIFY2(classOf(u"N"_s).contains(u"；乙：高（"_s), qPrintable(classOf(u"N"_s)));
        QVERIFY2(classOf(u"S"_s).contains(u"；乙：中（"_s), qPrintable(classOf(u"S"_s)));
        QVERIFY2(map.words.contains(classOf(u"C"_s) + u"：中城区。"_s), qPrintable(map.words));
        QCOMPARE(map.values[u"N"_s], u"10 / 3"_s);
        QVERIFY(classOf(u"W"_s).isEmpty());
    }

    /// A ratio can be held against the plan's target; an amount of a district cannot be held against the city's.
    void theTargetIsOffered() {
        Plan plan = planWith({{u"N"_s, 10.0}, {u"S"_s, 30.0}});
        Target target;
        target.value = 40;
        target.unit = plan.indicators[0].unit;
        target.indicator = u"x"_s;
        plan.targets = {target};
        QVERIFY(comparableTarget(plan, u"x"_s));
        QVERIFY(!suitableStyle(plan, u"x"_s).middle); // all stand below
        QVERIFY(mapOf(plan, {.kind = Kind::Graduated}).warnings.contains(MapWarning::TargetApart));
        QVERIFY(!mapOf(plan, {.kind = Kind::Graduated, .middle = 40}).warnings.contains(MapWarning::TargetApart));
        plan.targets[0].value = 20;
        QCOMPARE(suitableStyle(plan, u"x"_s).middle, std::optional(20.0));
        plan.targets[0].unit.zh = u"家"_s;
        QVERIFY(!comparableTarget(plan, u"x"_s));
        plan.targets[0].unit = plan.indicators[0].unit;
        plan.indicators[0].aggregation = Indicator::Aggregation::Sum;
        QVERIFY(!comparableTarget(plan, u"x"_s));
        QVERIFY(!mapOf(plan, {.kind = Kind::Graduated}).warnings.contains(MapWarning::TargetApart));
    }

    void dotsKeepOffWater() {
        const Plan plan = planWith({{u"W"_s, 1000.0}}, Indicator::Aggregation::Sum);
        const PlanShapes shapes = test::smallShapes();
        const auto inBox = [&](const GeoPolygons& water, double west, double south, double east, double north) {
            const auto map = thematicMap(plan, shapes.zones, {.kind = Kind::Dots, .indicators = {u"x"_s}, .perDot = 1},
                                         Language::Chinese, water);
            return std::ranges::count_if(map->dots[0].points, [&](const GeoPoint& p) {
                return p.get<0>() > west && p.get<0>() < east && p.get<1>() > south && p.get<1>() < north;
            });
        };
        QVERIFY(inBox({}, 118.8, 29.45, 119.1, 29.6) > 10);
        QCOMPARE(inBox(shapes.water(), 118.801, 29.451, 119.099, 29.599), 0);
        const auto flood = shapes.zones.back().polygons; // no land is left
        QCOMPARE(inBox(flood, 118.5, 29.2, 119.7, 30.4), 1000);
    }

    void dotsAreCounted() {
        const ThematicMap map = mapOf(planWith({{u"N"_s, 1000.0}, {u"S"_s, 260.0}}, Indicator::Aggregation::Sum),
                                      {.kind = Kind::Dots, .perDot = 10});
        QCOMPARE(map.dots.size(), std::size_t(1));
        QCOMPARE(map.dots[0].points.size(), std::size_t(126));
        QCOMPARE(map.legend.items[0].text, u"1 点 = 10 个"_s);
    }

    void twoIndicators() {
        Plan plan = planWith({{u"N"_s, 1.0}, {u"S"_s, 2.0}, {u"C"_s, 3.0}});
        plan.indicators += Indicator{.key = u"y"_s, .name = {u"乙"_s, u"B"_s}, .unit = {}};
        for (const auto& [zone, number] :
             QMap<QString, double>{{u"N"_s, 3}, {u"S"_s, 2}, {u"W"_s, 1}}.asKeyValueRange()) {
            plan.observations += observation(zone, number);
            plan.observations.last().indicator = u"y"_s;
        }
        const ThematicMap map = mapOf(plan, {.kind = Kind::Bivariate, .indicators = {u"x"_s, u"y"_s}});
        QCOMPARE(map.legend.form, StyleLegend::Form::Square);
        QCOMPARE(map.classOf.size(), 2);
        QVERIFY(map.inks[u"C"_s].hatch && map.inks[u"W"_s].hatch); // one of the two is missing
        int counted = 0;
        for (const StyleLegendItem& item : map.legend.items)
            counted += item.count;
        QCOMPARE(counted, 4);
    }

    /// Each site with a place is counted once; of the others the legend says how many there are.
    /// A chart of one indicator shows its years, on one scale; a year without a number leaves a gap.
    void yearsOfOneIndicator() {
        Plan plan = planWith({});
        const QString first = mappedZones(plan)[0].code;
        const QString second = mappedZones(plan)[1].code;
        plan.observations << observation(first, 10, u"2022"_s) << observation(first, 20, u"2023"_s)
                          << observation(first, 40, u"2024"_s) << observation(second, 30, u"2022"_s)
                          << observation(second, 5, u"2024"_s)
                          << observation(first, 18, u"2024-01..2024-06"_s); // half a year is no year
        const ThematicMap map = mapOf(plan, {.kind = Kind::Bars});
        const std::vector<Symbol::Part>& columns = map.symbols[first].parts;
        QCOMPARE(columns.size(), 3);
        QCOMPARE(columns[0].amount, 0.25);
        QCOMPARE(columns[1].amount, 0.5);
        QCOMPARE(columns[2].amount, 1.0);
        QCOMPARE(map.symbols[second].parts[0].amount, 0.75);
        QVERIFY(std::isnan(map.symbols[second].parts[1].amount));
        QCOMPARE(map.legend.items[0].text, u"2022年"_s);
        QCOMPARE(map.legend.items[2].text, u"2024年"_s);
        QVERIFY2(map.title.contains(u"2022年 – 2024年"_s), qPrintable(map.title));
        QVERIFY2(map.words.contains(u" 2 个有数值"_s), qPrintable(map.words)); // in any of the years
    }

    void sitesAreCounted() {
        Plan plan = planWith({});
        for (int i = 0; i < 20; ++i) {
            Site site = plan.sites.last();
            site.key = u"s%1"_s.arg(i);
            site.position = QPointF(119.8 + 0.03 * i, 29.5 + 0.01 * (i % 5));
            site.source = u"名录"_s;
            plan.sites += site;
        }
        const auto sites = [&](Kind kind) {
            const auto map = thematicMap(plan, test::smallShapes().zones, {.kind = kind}, Language::English);
            return map ? *map : ThematicMap();
        };
        const ThematicMap hexagons = sites(Kind::Hexagons);
        QCOMPARE(std::accumulate(hexagons.classes.counts.begin(), hexagons.classes.counts.end(), 0),
                 static_cast<int>(hexagons.areas.size()));
        QVERIFY(hexagons.areas.size() > 5);
        for (const ThematicMap& map : {hexagons, sites(Kind::Heat)}) {
            QVERIFY(!map.areas.empty());
            QVERIFY(std::ranges::all_of(map.areas, [](const ThematicMap::Area& area) { return area.fill.isValid(); }));
            QVERIFY(std::ranges::any_of(
                map.legend.notes, [](const QString& note) { return note.startsWith(u"2 known by district only"_s); }));
            QCOMPARE(map.sources, QStringList(u"名录"_s));
        }
        plan.sites.clear();
        const auto none = thematicMap(plan, test::smallShapes().zones, {.kind = Kind::Heat}, Language::English);
        QCOMPARE(none.error().code, Problem::Code::PlacesMissing); // a blank map would say that there is nothing
    }

    /// Styles that would say more than the data, or draw nothing: each is refused with the field that is wrong.
    void whatWouldMisleadIsRefused() {
        Plan plan = planWith({{u"N"_s, 10.0}, {u"S"_s, 30.0}}, Indicator::Aggregation::Sum);
        plan.indicators += plan.indicators[0];
        plan.indicators[1].key = u"y"_s;
        plan.indicators += plan.indicators[0];
        plan.indicators[2].key = u"rate"_s;
        plan.indicators[2].aggregation = Indicator::Aggregation::Ratio;
        Observation other = observation(u"N"_s, 3.0, u"2023"_s);
        other.indicator = u"y"_s;
        plan.observations += other;
        const auto refused = [&](const LayerStyle& style) {
            const auto map = thematicMap(plan, test::smallShapes().zones, style, Language::English);
            return map ? QString() : map.error().field;
        };
        for (const auto measure : {LayerStyle::Measure::Density, LayerStyle::Measure::Share})
            QCOMPARE(refused({.kind = Kind::Graduated, .indicators = {u"rate"_s}, .measure = measure}), u"measure"_s);
        QCOMPARE(refused({.kind = Kind::Bivariate, .indicators = {u"x"_s, u"x"_s}}), u"indicators"_s);
        QCOMPARE(refused({.kind = Kind::Pies, .indicators = {u"x"_s, u"y"_s}}), u"period"_s); // of two years
        QCOMPARE(refused({.kind = Kind::Dots, .indicators = {u"x"_s}, .perDot = 1e-6}), u"per_dot"_s);
        QCOMPARE(refused({.kind = Kind::Dots, .indicators = {u"x"_s}, .perDot = 1e6}), u"per_dot"_s);
        QCOMPARE(refused({.kind = Kind::Graduated, .indicators = {u"x"_s}, .method = ClassMethod::Manual}),
                 u"breaks"_s);
    }

    /// Bounds that somebody gives stay, with the middle among them; equal classes stay equal to a hundredth.
    void boundsAreKept() {
        const std::vector<double> numbers{1, 2, 30, 44, 58, 99};
        const Classes manual = classesFor({.method = ClassMethod::Manual, .breaks = {20, 50}, .middle = 40}, numbers);
        QCOMPARE(manual.bounds, (std::vector<double>{1, 20, 40, 50, 99}));
        const Classes equal = classesFor({.method = ClassMethod::EqualInterval, .classes = 7}, numbers);
        QCOMPARE(equal.size(), 7);
        for (std::size_t i = 1; i < equal.bounds.size(); ++i)
            QVERIFY(std::abs(equal.bounds[i] - equal.bounds[i - 1] - 14) < 0.3);
        for (int classes = 1; classes <= 9; ++classes)
            QVERIFY(classesFor({.method = ClassMethod::Pretty, .classes = classes}, {328957, 2011699}).size() <= 9);
    }

    /// What other weights would change is hatched, over its colour, and the legend says so.
    void uncertainRanksAreHatched() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        Plan plan = real.project.plan;
        plan.observations.clear();
        int number = 0;
        for (const Zone& zone : mappedZones(plan)) {
            for (const auto& [key, value] :
                 {std::pair(u"gdp"_s, 13 - number), {u"hq_enterprises"_s, number == 0 ? 0 : 13 - number}}) {
                Observation told = observation(zone.code, value);
                told.indicator = key;
                plan.observations += told;
            }
            ++number;
        }
        const LayerStyle style{.kind = Kind::Ranks, .indicators = {u"gdp"_s, u"hq_enterprises"_s}, .weights = {9, 1}};
        const auto map = thematicMap(plan, real.shapes.zones, style, Language::English);
        QVERIFY(map);
        QCOMPARE(map->inks.size(), 13);
        const AreaInk uncertain = map->inks.value(u"330108"_s);
        QVERIFY(uncertain.hatch);
        QCOMPARE(map->values.value(u"330108"_s), u"2"_s); // 0.9 beside 0.925
        int hatched = 0;
        for (const AreaInk& ink : map->inks) {
            QVERIFY(ink.fill.has_value());
            hatched += ink.hatch ? 1 : 0;
        }
        const auto item =
            std::ranges::find_if(map->legend.items, [](const StyleLegendItem& i) { return i.ink.hatch.has_value(); });
        QVERIFY(item != map->legend.items.end());
        QCOMPARE(item->count, hatched);
        QVERIFY(item->text.contains(u"80%"_s));
        QVERIFY(map->legend.notes.join(u' ').contains(u"90%"_s)); // the weights
        QVERIFY(map->legend.notes.join(u' ').contains(u"seed 1"_s));
        QVERIFY(map->words.contains(u"Uncertain"_s));
        LayerStyle other = style;
        other.weights = {1};
        QCOMPARE(thematicMap(plan, real.shapes.zones, other, Language::English).error().field, u"weights"_s);
        other = style;
        other.when = LayerStyle::When::Latest;
        QCOMPARE(thematicMap(plan, real.shapes.zones, other, Language::English).error().field, u"period"_s);
        QCOMPARE(*layerStyleFromJson(toJson(style)), style);
    }

    void everyKindOfHangzhou() {
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        for (const Name<Kind>& kind : namesOf<Kind>()) {
            LayerStyle style{.kind = kind.value};
            if (kind.value == Kind::Bivariate)
                style.indicators = {u"pop_census_2020"_s, u"hq_enterprises"_s};
            else if (kind.value != Kind::Tiers && kind.value != Kind::Heat && kind.value != Kind::Hexagons)
                style.indicators = {u"pop_census_2020"_s};
            const auto map = thematicMap(real.project.plan, real.shapes.zones, style, Language::English);
            if (kind.value == Kind::Heat || kind.value == Kind::Hexagons) { // no source tells where a site lies
                QCOMPARE(map.error().code, Problem::Code::PlacesMissing);
                continue;
            }
            QVERIFY2(map, kind.text.data());
            if (kind.value == Kind::Tiers)
                continue;
            QCOMPARE(map->inks.size(), 13);
            QVERIFY(!map->legend.items.isEmpty());
            QVERIFY(!map->title.isEmpty() && !map->words.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(ThematicMapTest)
#include "thematic_map_test.moc"
