#include "maps/formats/plan_project.h"
#include "maps/register/count_observations.h"

#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class CountObservationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_plan = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s)->plan;
    }
    void countsBecomeANewIndicator();
    void knownIndicatorsGetTheirUnit();
    void whatCountsNoFirmsIsRefused();

private:
    static Fields valueOf(const ObservationImport& made, const QString& zone) {
        const auto found = std::ranges::find_if(made.edit.changes, [&](const Change& change) {
            return change.table == Table::Observations && textOf(change.after.value(u"zone"_s)) == zone;
        });
        return found == made.edit.changes.end() ? Fields() : found->after;
    }

    Plan m_plan;
    RegisterCount m_count{.read = 9,
                          .counted = 5,
                          .outside = 3,
                          .rejected = 1,
                          .zones = {{.code = u"330108"_s, .count = 5}, {.code = u"330127"_s, .count = 0}}};
};

void CountObservationsTest::countsBecomeANewIndicator() {
    const auto made = observationsOf(m_plan, m_count,
                                     {.indicator = u"数字贸易企业数"_s,
                                      .period = *Period::parse(u"2025"_s),
                                      .source = u"企业名录"_s,
                                      .note = u"only=I"_s});
    QVERIFY(made);
    const Change& indicator = made->edit.changes.constFirst();
    QVERIFY(indicator.table == Table::Indicators);
    QCOMPARE(textOf(indicator.after.value(u"name_zh"_s)), u"数字贸易企业数"_s);
    QCOMPARE(textOf(indicator.after.value(u"unit_zh"_s)), u"家"_s);
    QCOMPARE(textOf(indicator.after.value(u"aggregation"_s)), u"sum"_s);
    const Fields binjiang = valueOf(*made, u"330108"_s);
    QCOMPARE(binjiang.value(u"value"_s), Value(5.0));
    QCOMPARE(textOf(binjiang.value(u"period"_s)), u"2025"_s);
    QCOMPARE(textOf(binjiang.value(u"source"_s)), u"企业名录"_s);
    QCOMPARE(textOf(binjiang.value(u"status"_s)), u"estimate"_s);
    QCOMPARE(textOf(binjiang.value(u"note"_s)), u"由名录计数: 读 9 行, 计入 5, 片区外 3, 剔除 1; only=I"_s);
    QCOMPARE(valueOf(*made, u"330127"_s).value(u"value"_s), Value(0.0)); // counted, and there is none
}

void CountObservationsTest::knownIndicatorsGetTheirUnit() {
    Plan plan = m_plan;
    plan.indicators << Indicator{.key = u"firms"_s, .name = {u"企业总数"_s, {}}, .unit = {u"万家"_s, {}}};
    m_count.zones[0].count = 12345;
    const auto made =
        observationsOf(plan, m_count, {.indicator = u"firms"_s, .period = *Period::parse(u"2025"_s), .source = u"a"_s});
    QVERIFY(made);
    QCOMPARE(made->edit.changes.size(), 2); // no new indicator
    QCOMPARE(valueOf(*made, u"330108"_s).value(u"value"_s), Value(1.2345));
}

void CountObservationsTest::whatCountsNoFirmsIsRefused() {
    const CountChoices money{.indicator = u"gdp"_s, .period = *Period::parse(u"2025"_s), .source = u"a"_s};
    QCOMPARE(observationsOf(m_plan, m_count, money).error().code, Problem::Code::ValueUnknown);
    const CountChoices nameless{.indicator = u"2024年"_s, .period = money.period, .source = u"a"_s};
    QCOMPARE(observationsOf(m_plan, m_count, nameless).error().code, Problem::Code::FieldMissing);
}

QTEST_GUILESS_MAIN(CountObservationsTest)
#include "count_observations_test.moc"
