#include "core/analysis/change_analysis.h"
#include "core/plan/package.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Why an indicator changed between two years, of the plan's districts.
class ChangeAnalysisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void publishedYears();
    void effectsAddUp();
    void whatCannotBeAsked();

private:
    static void tell(Plan& plan, const QString& zone, const QString& indicator, const QString& period, double number) {
        plan.observations << Observation{.zone = zone,
                                         .indicator = indicator,
                                         .period = *Period::parse(period),
                                         .source = u"test"_s,
                                         .address = {},
                                         .value = Quantity{number},
                                         .missingReason = {},
                                         .adopted = true,
                                         .note = {}};
    }

    Plan m_plan;
    Period m_from = *Period::parse(u"2021"_s);
    Period m_to = *Period::parse(u"2022"_s);
};

void ChangeAnalysisTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

/// GDP of both 2021 and 2022 is published for three districts; Jiande's of 2021 is a bound.
void ChangeAnalysisTest::publishedYears() {
    const auto change = analyseChange(m_plan, {.indicator = u"gdp"_s, .from = m_from, .to = m_to});
    QVERIFY(change);
    QCOMPARE(change->zones, (QStringList{u"330110"_s, u"330102"_s, u"330106"_s}));
    QCOMPARE(change->leftOut.size(), 10);
    const double base = 2502.2 + 2417.5 + 1904.2;
    const double end = 2651.25 + 2525 + 1970.1;
    QCOMPARE_LE(std::abs(change->shiftShare.growth - (end / base - 1)), 1e-12);
    QCOMPARE_LE(std::abs(change->shiftShare.zones[0]->change() - (2651.25 - 2502.2)), 1e-9);
    QCOMPARE_LE(std::abs(change->shiftShare.zones[0]->mix), 1e-9); // one part has no mix
    QVERIFY(!change->decomposition);
    QVERIFY(!change->target);
}

void ChangeAnalysisTest::effectsAddUp() {
    Plan plan = m_plan;
    double number = 10;
    for (const QString& zone : {u"330108"_s, u"330109"_s, u"330110"_s}) {
        for (const QString& key : {u"firms_cbec"_s, u"firms_services"_s, u"hq_enterprises"_s, u"pop_resident"_s}) {
            for (const QString& year : {u"2031"_s, u"2035"_s}) {
                tell(plan, zone, key, year, number);
                number = std::fmod(number * 7, 97) + 1;
            }
        }
    }
    const auto change = analyseChange(plan, {.indicator = u"hq_enterprises"_s,
                                             .from = *Period::parse(u"2031"_s),
                                             .to = *Period::parse(u"2035"_s),
                                             .parts = {u"firms_cbec"_s, u"firms_services"_s},
                                             .per = u"pop_resident"_s});
    QVERIFY(change);
    const double total = std::accumulate(change->end.begin(), change->end.end(), 0.0) -
                         std::accumulate(change->base.begin(), change->base.end(), 0.0);
    const auto& effects = change->decomposition->effects;
    QCOMPARE(effects.size(), std::size_t(3));
    QCOMPARE_LE(std::abs(std::accumulate(effects.begin(), effects.end(), 0.0) - total), 1e-9);
    double parts = 0;
    for (const auto& zone : change->shiftShare.zones) {
        parts += zone->change();
    }
    double expected = 0;
    for (const Observation& o : std::as_const(plan.observations)) {
        if (o.source == u"test"_s && o.indicator.startsWith(u"firms"_s)) {
            expected += o.period.toString() == u"2035"_s ? o.value->number : -o.value->number;
        }
    }
    QCOMPARE_LE(std::abs(parts - expected), 1e-9);
    // The plan's target for an indicator comes along.
    for (const QString& year : {u"2031"_s, u"2035"_s}) {
        tell(plan, u"330109"_s, u"air_cargo"_s, year, 50);
    }
    QCOMPARE(
        analyseChange(plan,
                      {.indicator = u"air_cargo"_s, .from = *Period::parse(u"2031"_s), .to = *Period::parse(u"2035"_s)})
            ->target,
        std::optional(110.0));
}

void ChangeAnalysisTest::whatCannotBeAsked() {
    const auto code = [&](const ChangeQuestion& question) { return analyseChange(m_plan, question).error().code; };
    QVERIFY(code({.indicator = u"nope"_s, .from = m_from, .to = m_to}) == Problem::Code::ReferenceUnknown);
    QVERIFY(code({.indicator = u"gdp_growth"_s, .from = m_from, .to = m_to}) == Problem::Code::FieldType);
    QVERIFY(code({.indicator = u"gdp"_s, .from = m_from, .to = *Period::parse(u"1999"_s)}) ==
            Problem::Code::FieldMissing);
    QVERIFY(code({.indicator = u"gdp"_s, .from = m_from, .to = m_to, .parts = {u"service_va"_s, u"firms_cbec"_s}}) ==
            Problem::Code::UnitsDiffer);
    QVERIFY(code({.indicator = u"gdp"_s, .from = m_from, .to = m_to, .per = u"nope"_s}) ==
            Problem::Code::ReferenceUnknown);
}

QTEST_GUILESS_MAIN(ChangeAnalysisTest)
#include "change_analysis_test.moc"
