#include "core/analysis/comparison.h"
#include "core/plan/package.h"

#include <QTest>

#include <numeric>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// The comparison of a plan's zones as a whole: its parts have tests of their own.
class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatCanBeCompared();
    void columnsAreOfOnePeriod();
    void zonesWithoutNumbersStay();
    void partsFitTogether();
    void tiesAreTold();
    void sameSeedSameNumbers();
    void nothingToCompareIsSaid();

private:
    Plan m_plan;
};

void ComparisonTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

/// Of all that is published only two figures say which way is better and are known for half of the districts in a year.
void ComparisonTest::whatCanBeCompared() {
    QCOMPARE(comparableIndicators(m_plan), (QStringList{u"gdp"_s, u"hq_enterprises"_s}));
}

void ComparisonTest::columnsAreOfOnePeriod() {
    const PlanMatrix matrix = planMatrix(m_plan, {u"gdp"_s, u"hq_enterprises"_s, u"cbec_share_export"_s});
    QCOMPARE(matrix.zones.size(), 13);
    QCOMPARE(matrix.columns[0].period, *Period::parse(u"2021"_s));
    QCOMPARE(matrix.columns[1].period, *Period::parse(u"2024"_s));
    QCOMPARE(matrix.columns[2].meaning.target, std::optional(20.0)); // the plan's
    const auto binjiang = int(matrix.zones.indexOf(u"330108"_s));
    QCOMPARE(matrix.values.at(binjiang, 0), 2022.6); // and not that of 2024
    const qsizetype row = matrix.columns[0].observations[std::size_t(binjiang)];
    QCOMPARE(m_plan.observations[row].value->number, 2022.6);
    QVERIFY(matrix.values.isMissing(int(matrix.zones.indexOf(u"330182"_s)), 0)); // ">400" is a bound
    QVERIFY(!matrix.illustrative);
    QCOMPARE(planMatrix(m_plan, {u"gdp"_s}, Period::parse(u"2024"_s)).columns[0].period, *Period::parse(u"2024"_s));
}

void ComparisonTest::zonesWithoutNumbersStay() {
    const auto comparison = compareZones(m_plan, {.samples = 500});
    QVERIFY(comparison);
    QCOMPARE(comparison->scores.size(), std::size_t(13));
    const auto fuyang = std::size_t(comparison->matrix.zones.indexOf(u"330111"_s)); // nothing of 2021 or 2024
    QVERIFY(!comparison->scores[fuyang].complete);
    QCOMPARE(comparison->scores[fuyang].worst, 0.0);
    QCOMPARE(comparison->scores[fuyang].best, 1.0);
    QVERIFY(comparison->robustness->zones[fuyang].highRank - comparison->robustness->zones[fuyang].lowRank > 5);
    QCOMPARE(inOrder(comparison->scores).size(), std::size_t(13));
}

void ComparisonTest::partsFitTogether() {
    ComparisonSettings settings{.aggregation = Aggregation::Topsis};
    settings.weighting.kind = Weighting::Kind::Entropy;
    settings.samples = 0;
    const auto comparison = compareZones(m_plan, settings);
    QVERIFY(comparison);
    QCOMPARE(comparison->weights, comparison->entropy.weights);
    QVERIFY(!comparison->robustness);
    for (std::size_t zone = 0; zone < comparison->scores.size(); ++zone) {
        QCOMPARE(comparison->topsis[zone].has_value(), comparison->scores[zone].complete);
        if (comparison->topsis[zone]) {
            QCOMPARE_LE(std::abs(comparison->topsis[zone]->closeness - comparison->scores[zone].worst), 1e-12);
        }
    }
    QCOMPARE(comparison->grid.methods.size(), std::size_t(2 * 3 * (comparison->critic ? 3 : 2)));
}

/// "A leads B unless the weight of K exceeds w": at w they are equal.
void ComparisonTest::tiesAreTold() {
    const auto comparison = compareZones(m_plan, {.samples = 0});
    QVERIFY(!comparison->ties.isEmpty());
    for (const NearTie& tie : comparison->ties) {
        Weights weights = comparison->weights;
        const auto at = std::size_t(tie.tie.indicator);
        const double rest = 1 - weights[at];
        for (double& weight : weights) {
            weight *= (1 - tie.tie.weight) / rest;
        }
        weights[at] = tie.tie.weight;
        const auto scores = compositeScores(comparison->unit, weights, Aggregation::WeightedSum);
        QCOMPARE_LE(std::abs((*scores)[std::size_t(tie.ahead)].worst - (*scores)[std::size_t(tie.behind)].worst), 1e-9);
    }
}

void ComparisonTest::sameSeedSameNumbers() {
    const auto one = compareZones(m_plan, {.samples = 1000, .seed = 7});
    const auto two = compareZones(m_plan, {.samples = 1000, .seed = 7});
    const auto other = compareZones(m_plan, {.samples = 1000, .seed = 8});
    QVERIFY(one->robustness == two->robustness);
    QVERIFY(one->robustness != other->robustness);
}

void ComparisonTest::nothingToCompareIsSaid() {
    Plan empty = m_plan;
    empty.observations.clear();
    QVERIFY(compareZones(empty, {}).error().code == Problem::Code::FieldMissing);
    QVERIFY(compareZones(empty, {.indicators = {u"gdp"_s}}).error().code == Problem::Code::NothingDiffers);
    QVERIFY(compareZones(m_plan, {.samples = 5000}, [] { return false; }).error().code == Problem::Code::Cancelled);
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
