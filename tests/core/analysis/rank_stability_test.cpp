#include "core/analysis/rank_stability.h"
#include "core/analysis/zone_figures.h"
#include "core/plan/package.h"

#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Which third of a comparison a zone is in, and how far that holds for other weights.
class RankStabilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneIndicatorLeavesNoDoubt();
    void whatWeightsDecideIsUncertain();
    void nothingKnownIsNoRank();
    void whatIsMissingIsUncertain();
    void refused();

private:
    void tell(const QString& indicator, const std::vector<double>& numbers) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (!std::isnan(numbers[i]))
                m_plan.observations << Observation{.zone = m_zones[static_cast<qsizetype>(i)],
                                                   .indicator = indicator,
                                                   .period = *Period::parse(u"2024"_s),
                                                   .source = u"test"_s,
                                                   .address = {},
                                                   .value = Quantity{numbers[i]},
                                                   .missingReason = {},
                                                   .adopted = true,
                                                   .note = {}};
        }
    }
    Result<RankStability> of(const QStringList& indicators, const Weights& weights = {}) const {
        return rankStability(m_plan, indicators, {}, Aggregation::WeightedSum, weights);
    }

    Plan m_plan;
    QStringList m_zones;
};

void RankStabilityTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
    m_plan.observations.clear();
    for (const Zone& zone : mappedZones(m_plan))
        m_zones << zone.code;
    const double none = IndicatorMatrix::missing;
    tell(u"gdp"_s, {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
    tell(u"pop_resident"_s, {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 1, 2});
    tell(u"hq_enterprises"_s, {1, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 13}); // first and last the other way round
    tell(u"listed_companies"_s, {9, 8, 7, 6, 5, none, 3, 2, 1, none, none, none, none}); // some are not known
}

void RankStabilityTest::oneIndicatorLeavesNoDoubt() {
    const auto ranks = of({u"gdp"_s, u"pop_resident"_s});
    QVERIFY(ranks);
    QCOMPARE(ranks->zones.size(), 13);
    QCOMPARE(ranks->zones.first().zone, m_zones.first());
    QCOMPARE(ranks->sizes[0] + ranks->sizes[1] + ranks->sizes[2], 13);
    for (const RankStability::Zone& zone : ranks->zones) {
        QCOMPARE(zone.acceptability, 1.0); // the last two change places, but not thirds
        QVERIFY(zone.isStable());
    }
}

/// With w of gdp and 1 - w of headquarters, all w as likely, Binjiang has w and Jiande 1 - w; a zone of value v has v: for
/// the greatest third Binjiang has to be above the fifth of the others, 9/12 with the one that it displaces.
void RankStabilityTest::whatWeightsDecideIsUncertain() {
    const auto ranks = of({u"gdp"_s, u"hq_enterprises"_s}, {0.9, 0.1});
    QVERIFY(ranks);
    const auto binjiang = std::ranges::find(ranks->zones, m_zones.first(), &RankStability::Zone::zone);
    QCOMPARE(binjiang->third, 0);
    QVERIFY(!binjiang->isStable());
    QVERIFY(binjiang->acceptability > 0.3 && binjiang->acceptability < 0.5); // w above about 7/12
    const auto second = std::ranges::find(ranks->zones, m_zones[1], &RankStability::Zone::zone);
    QCOMPARE(second->acceptability, 1.0); // whatever the weights, one of both is above it, or none
    QCOMPARE(of({u"gdp"_s, u"hq_enterprises"_s}, {0.9, 0.1})->zones[0].acceptability, ranks->zones[0].acceptability);
}

void RankStabilityTest::nothingKnownIsNoRank() {
    const auto ranks = of({u"listed_companies"_s});
    QVERIFY(ranks);
    QCOMPARE(ranks->zones.size(), 8);
    QCOMPARE(ranks->unknown, (QStringList{m_zones[5], m_zones[9], m_zones[10], m_zones[11], m_zones[12]}));
}

void RankStabilityTest::whatIsMissingIsUncertain() {
    const auto ranks = of({u"gdp"_s, u"listed_companies"_s});
    QVERIFY(ranks);
    QCOMPARE(ranks->zones.size(), 13);
    const auto zone = std::ranges::find(ranks->zones, m_zones[9], &RankStability::Zone::zone);
    QVERIFY(!zone->score.rank()); // it lies between bounds
    QVERIFY(zone->acceptability < 1);
}

void RankStabilityTest::refused() {
    Plan same = m_plan;
    for (Observation& o : same.observations)
        o.value = Quantity{1};
    QCOMPARE(rankStability(same, {u"gdp"_s}, {}, Aggregation::Topsis, {}).error().code, Problem::Code::NothingDiffers);
    QVERIFY(!of({u"gdp"_s}, {1, 2}));
    QVERIFY(!of({u"pop_census_2020"_s})); // nobody has a number
}

QTEST_GUILESS_MAIN(RankStabilityTest)
#include "rank_stability_test.moc"
