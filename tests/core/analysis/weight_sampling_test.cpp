#include "core/analysis/weight_sampling.h"
#include "tests/core/analysis/matrix_rows.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <numeric>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

IndicatorMatrix randomMatrix(int zones, int indicators, unsigned seed) {
    IndicatorMatrix result(zones, indicators);
    std::mt19937 random(seed);
    for (int zone = 0; zone < zones; ++zone) {
        for (int indicator = 0; indicator < indicators; ++indicator) {
            result.at(zone, indicator) = static_cast<double>(random() % 1000) / 999;
        }
    }
    return result;
}

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

/// Within four standard errors of a share.
bool nearShare(double value, double expected, int samples) {
    return near(value, expected, 4 * std::sqrt(expected * (1 - expected) / samples) + 1e-12);
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Problem::Code codeOf(const Result<RankRobustness>& result) { return result.error().code; }

/// Shares of ranks from sums in plain doubles, weights from exponentials and a sort that compares.
std::vector<std::vector<double>> shareOfRanks(const IndicatorMatrix& scaled, int samples) {
    const auto zones = static_cast<size_t>(scaled.zones());
    std::vector<std::vector<double>> result(zones, std::vector<double>(zones));
    std::mt19937_64 random(7); // NOLINT(bugprone-random-generator-seed)
    for (int sample = 0; sample < samples; ++sample) {
        std::vector<double> weights(static_cast<size_t>(scaled.indicators()));
        std::ranges::generate(weights,
                              [&] { return -std::log((static_cast<double>(random() >> 12U) + 0.5) * 0x1p-52); });
        std::vector<double> scores;
        for (int zone = 0; zone < scaled.zones(); ++zone) {
            const auto row = scaled.zone(zone);
            scores.push_back(std::inner_product(row.begin(), row.end(), weights.begin(), 0.0));
        }
        for (size_t zone = 0; zone < zones; ++zone) {
            const auto rank = std::ranges::count_if(scores, [&](double score) { return score > scores[zone]; });
            result[zone][static_cast<size_t>(rank)] += 1.0 / samples;
        }
    }
    return result;
}

} // namespace

class WeightSamplingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoZones();
    void threeZones();
    void triangleOfWeights();
    void betaWeights_data();
    void betaWeights();
    void smallConcentrationsStayNumbers();
    void centralWeightsOfAllSamplesAreTheMeans();
    void flatDirichletIsUniform();
    void agreesWithPlainSampling();
    void dominanceIsCertain();
    void equalZonesShare();
    void missingIsAnything();
    void sharesSumToOne();
    void ranksAreCut();
    void percentiles();
    void permutingZonesPermutesTheResult();
    void threadsChangeNothing();
    void drawsAreReproducible();
    void manyZones();
    void oneZoneAndOneIndicator();
    void cancelled();
    void faults_data();
    void faults();
};

/// Worked by hand: w (the first weight) is uniform, the zones score w and 0.5 - 0.25 w, which agree at 0.4.
void WeightSamplingTest::twoZones() {
    constexpr int samples = 100'000;
    const auto result = rankRobustness(matrix({{1, 0}, {0.25, 0.5}}), {.samples = samples});
    const ZoneRanks& one = result->zones[0];
    const ZoneRanks& other = result->zones[1];
    QVERIFY(nearShare(one.acceptability[0], 0.6, samples));
    QVERIFY(near(one.acceptability[1], other.acceptability[0]));
    QVERIFY(near(one.expectedRank, 1 + one.acceptability[1]));
    QVERIFY(near(one.centralWeights[0], 0.7, 0.005)); // the middle of 0.4 and 1
    QVERIFY(near(other.centralWeights[0], 0.2, 0.005));
    QVERIFY(near(result->winShares[0][1], one.acceptability[0]));
    QVERIFY(near(result->winShares[1][0], other.acceptability[0]));
}

/// Worked by hand: they score w, 1 - w and 0.6. The third is first for w of 0.4 to 0.6, else second.
void WeightSamplingTest::threeZones() {
    constexpr int samples = 100'000;
    const auto result = rankRobustness(matrix({{1, 0}, {0, 1}, {0.6, 0.6}}), {.samples = samples});
    const std::vector<std::vector<double>> expected{{0.4, 0.1, 0.5}, {0.4, 0.1, 0.5}, {0.2, 0.8, 0}};
    const std::vector<double> centres{0.8, 0.2, 0.5};
    for (size_t zone = 0; zone < 3; ++zone) {
        for (size_t rank = 0; rank < 3; ++rank) {
            QVERIFY(nearShare(result->zones[zone].acceptability[rank], expected[zone][rank], samples));
        }
        QVERIFY(near(result->zones[zone].centralWeights[0], centres[zone], 0.005));
    }
    QVERIFY(nearShare(result->winShares[0][1], 0.5, samples));
    QVERIFY(nearShare(result->winShares[0][2], 0.4, samples));
}

/// Worked by hand: a zone of t everywhere is first where all weights are below t. That leaves of the triangle of
/// weights what its three corners of side 1 - t do not cover: 1 - 3 (1 - t)^2 for t of 1/2 or more, (3 t - 1)^2 below.
void WeightSamplingTest::triangleOfWeights() {
    constexpr int samples = 50'000;
    for (const double t : {0.25, 0.4, 0.5, 0.75}) {
        const auto result = rankRobustness(matrix({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {t, t, t}}), {.samples = samples});
        const double expected = t >= 0.5 ? 1 - 3 * (1 - t) * (1 - t) : std::pow(std::max(0.0, 3 * t - 1), 2);
        QVERIFY(nearShare(result->zones[3].acceptability[0], expected, samples));
        QVERIFY(nearShare(result->zones[0].acceptability[0], (1 - expected) / 3, samples));
        QCOMPARE(result->zones[3].centralWeights.empty(), expected == 0);
    }
}

void WeightSamplingTest::betaWeights_data() {
    QTest::addColumn<std::vector<double>>("means");
    QTest::addColumn<double>("concentration");
    QTest::addColumn<double>("expected"); // that a beta variate is above 0.4
    const double arc = 1 - 2 / std::numbers::pi * std::asin(std::sqrt(0.4));
    double binomial = 0; // a Beta(6, 4) is above x where of 9 uniform numbers at most 5 are below
    for (int below = 0; below <= 5; ++below) {
        const double ways = std::tgamma(10) / std::tgamma(below + 1) / std::tgamma(10 - below);
        binomial += ways * std::pow(0.4, below) * std::pow(0.6, 9 - below);
    }
    QTest::newRow("uniform, Beta(1, 1)") << std::vector<double>{1, 1} << 2.0 << 0.6;
    QTest::newRow("Beta(2, 1)") << std::vector<double>{200, 100} << 3.0 << 1 - 0.4 * 0.4;
    QTest::newRow("Beta(1, 3)") << std::vector<double>{0.25, 0.75} << 4.0 << std::pow(0.6, 3);
    QTest::newRow("arc sine, Beta(1/2, 1/2)") << std::vector<double>{0.5, 0.5} << 1.0 << arc;
    QTest::newRow("Beta(1/4, 1)") << std::vector<double>{1, 4} << 1.25 << 1 - std::pow(0.4, 0.25);
    QTest::newRow("Beta(6, 4)") << std::vector<double>{6, 4} << 10.0 << binomial;
    QTest::newRow("far to one side") << std::vector<double>{6, 4} << 1e9 << 1.0;
}

void WeightSamplingTest::betaWeights() {
    QFETCH(std::vector<double>, means);
    QFETCH(double, concentration);
    QFETCH(double, expected);
    constexpr int samples = 100'000;
    const DirichletWeights around{.means = means, .concentration = concentration};
    const auto result = rankRobustness(matrix({{1, 0}, {0.25, 0.5}}), {.samples = samples, .around = around});
    QVERIFY(nearShare(result->zones[0].acceptability[0], expected, samples));
}

/// All weight is on one indicator, on each as often as its mean says.
void WeightSamplingTest::smallConcentrationsStayNumbers() {
    const DirichletWeights around{.means = {0.7, 0.3, 0}, .concentration = 0.001};
    const auto result =
        rankRobustness(matrix({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}), {.samples = 20'000, .around = around});
    QVERIFY(near(result->zones[0].acceptability[0], 0.7, 0.02));
    QVERIFY(near(result->zones[1].acceptability[0], 0.3, 0.02));
    QVERIFY(near(sum(result->zones[0].centralWeights), 1));
    QCOMPARE(result->zones[2].acceptability[0], 0.0);
    QVERIFY(result->zones[2].centralWeights.empty());
}

void WeightSamplingTest::centralWeightsOfAllSamplesAreTheMeans() {
    constexpr int samples = 50'000;
    const auto scaled = matrix({{1, 1, 1, 1}, {0, 0, 0, 0}});
    const DirichletWeights around{.means = {5, 3, 2, 0}, .concentration = 20};
    const auto drawn = rankRobustness(scaled, {.samples = samples, .around = around});
    const std::vector<double>& weights = drawn->zones[0].centralWeights;
    for (const auto& [place, mean] : {std::pair(0, 0.5), std::pair(1, 0.3), std::pair(2, 0.2)}) {
        const double error = std::sqrt(mean * (1 - mean) / 21 / samples);
        QVERIFY(near(weights[static_cast<size_t>(place)], mean, 4 * error));
    }
    QCOMPARE(weights[3], 0.0);
    const auto uniform = rankRobustness(scaled, {.samples = samples});
    for (const double weight : uniform->zones[0].centralWeights) {
        QVERIFY(near(weight, 0.25, 4 * std::sqrt(0.25 * 0.75 / 5 / samples)));
    }
}

void WeightSamplingTest::flatDirichletIsUniform() {
    constexpr int samples = 50'000;
    const auto scaled = randomMatrix(6, 4, 3);
    const DirichletWeights flat{.means = {1, 1, 1, 1}, .concentration = 4};
    const auto one = rankRobustness(scaled, {.samples = samples, .around = flat});
    const auto other = rankRobustness(scaled, {.samples = samples});
    for (size_t zone = 0; zone < 6; ++zone) {
        for (size_t rank = 0; rank < 6; ++rank) {
            const double share = other->zones[zone].acceptability[rank];
            QVERIFY(near(one->zones[zone].acceptability[rank], share, 4 * std::sqrt(0.5 / samples)));
        }
    }
}

void WeightSamplingTest::agreesWithPlainSampling() {
    constexpr int samples = 40'000;
    const IndicatorMatrix scaled = randomMatrix(13, 6, 5);
    const auto result = rankRobustness(scaled, {.samples = samples});
    const auto plain = shareOfRanks(scaled, samples);
    for (size_t zone = 0; zone < plain.size(); ++zone) {
        double expectedRank = 0;
        for (size_t rank = 0; rank < plain.size(); ++rank) {
            const double share = plain[zone][rank];
            const double other = result->zones[zone].acceptability[rank];
            const double both = (share + other) / 2;
            QVERIFY(near(other, share, 4 * std::sqrt(2 * both * (1 - both) / samples) + 2.0 / samples));
            expectedRank += static_cast<double>(rank + 1) * other;
        }
        QVERIFY(near(result->zones[zone].expectedRank, expectedRank));
    }
}

void WeightSamplingTest::dominanceIsCertain() {
    const auto result = rankRobustness(matrix({{0.2, 0.3, 0.1}, {0.5, 0.8, 0.9}, {0.2, 0.3, 0.1001}}), {});
    QCOMPARE(result->zones[1].acceptability, (std::vector<double>{1, 0, 0}));
    QCOMPARE(result->winShares[1], (std::vector<double>{1, 0.5, 1}));
    QVERIFY(result->zones[0].acceptability[2] > 0.999); // but for weights of the third below 2^-20
    QVERIFY(result->zones[0].centralWeights.empty());
    QCOMPARE(result->zones[1].highRank, 1);
}

void WeightSamplingTest::equalZonesShare() {
    const auto result = rankRobustness(matrix({{0.5, 0.1}, {0.1 + 0.2, 0.7}, {0.3, 0.7}, {0.3, 0.7}, {0, 0}}), {});
    for (size_t zone = 1; zone <= 3; ++zone) {
        QCOMPARE(result->zones[zone], result->zones[1]);
        QVERIFY(near(result->winShares[1][zone], 0.5));
    }
    const ZoneRanks& first = result->zones[0];
    const std::vector<double>& third = result->zones[1].acceptability;
    QVERIFY(near(third[0], (1 - first.acceptability[0]) / 3));
    QVERIFY(near(third[1], 1.0 / 3));
    QVERIFY(near(third[3], first.acceptability[0] / 3));
    QCOMPARE(result->zones[4].acceptability[4], 1.0);

    const auto equal = rankRobustness(matrix({{0.5}, {0.5}, {0.5}}), {});
    for (const ZoneRanks& zone : equal->zones) {
        for (const double share : zone.acceptability) {
            QVERIFY(near(share, 1.0 / 3));
        }
        QCOMPARE(zone.expectedRank, 2.0);
        QCOMPARE(std::vector({zone.lowRank, zone.medianRank, zone.highRank}), (std::vector{1, 2, 3}));
        QCOMPARE(zone.centralWeights, std::vector<double>{1});
    }
}

/// A uniform number is below 0.3 in 30 % of the samples; of two, one is as often before the other.
void WeightSamplingTest::missingIsAnything() {
    constexpr int samples = 100'000;
    const auto result = rankRobustness(matrix({{0.3}, {missing}, {missing}}), {.samples = samples});
    QVERIFY(nearShare(result->winShares[0][1], 0.3, samples));
    QVERIFY(nearShare(result->winShares[0][2], 0.3, samples));
    QVERIFY(nearShare(result->winShares[1][2], 0.5, samples));
    QVERIFY(nearShare(result->zones[0].acceptability[0], 0.09, samples)); // the two are drawn each for itself

    // w + (1 - w) u is below 0.5: the integral of (0.5 - w) / (1 - w) over w of 0 to 0.5.
    const auto half = rankRobustness(matrix({{1, missing}, {0.5, 0.5}}), {.samples = samples});
    QVERIFY(nearShare(half->winShares[1][0], (1 - std::numbers::ln2) / 2, samples));

    const auto nothing = rankRobustness(IndicatorMatrix(4, 3), {.samples = samples});
    for (const ZoneRanks& zone : nothing->zones) {
        QVERIFY(nearShare(zone.acceptability[2], 0.25, samples));
    }
}

void WeightSamplingTest::sharesSumToOne() {
    IndicatorMatrix scaled = randomMatrix(40, 5, 9);
    for (int zone = 0; zone < 40; zone += 3) {
        scaled.at(zone, zone % 5) = missing;
        for (int indicator = 0; indicator < 5; ++indicator) {
            scaled.at(zone + 1 < 40 ? zone + 1 : 0, indicator) = scaled.at(zone, indicator); // some that tie
        }
    }
    const auto result = rankRobustness(scaled, {.samples = 1'000});
    std::vector<double> ofRank(40);
    for (const ZoneRanks& zone : result->zones) {
        QVERIFY(near(sum(zone.acceptability), 1));
        QVERIFY(zone.centralWeights.empty() == (zone.acceptability[0] == 0));
        QVERIFY(zone.centralWeights.empty() || near(sum(zone.centralWeights), 1));
        QVERIFY(zone.lowRank >= 1 && zone.lowRank <= zone.medianRank && zone.medianRank <= zone.highRank);
        QVERIFY(zone.highRank <= 40 && zone.expectedRank >= 1 && zone.expectedRank <= 40);
        std::ranges::transform(ofRank, zone.acceptability, ofRank.begin(), std::plus());
    }
    for (const double share : ofRank) {
        QVERIFY(near(share, 1));
    }
    for (size_t one = 0; one < 40; ++one) {
        double wins = 0;
        for (size_t other = 0; other < 40; ++other) {
            QVERIFY(near(result->winShares[one][other] + result->winShares[other][one], 1));
            wins += result->winShares[one][other];
        }
        QVERIFY(near(result->zones[one].expectedRank, 40.5 - wins)); // 1, and 1 for each other that wins
    }
}

void WeightSamplingTest::ranksAreCut() {
    const IndicatorMatrix scaled = randomMatrix(20, 4, 2);
    const auto few = rankRobustness(scaled, {.samples = 500, .ranks = 3});
    const auto all = rankRobustness(scaled, {.samples = 500});
    for (size_t zone = 0; zone < 20; ++zone) {
        const std::vector<double>& shares = all->zones[zone].acceptability;
        QCOMPARE(shares.size(), 20U);
        QCOMPARE(few->zones[zone].acceptability, (std::vector<double>{shares[0], shares[1], shares[2]}));
        QCOMPARE(few->zones[zone].expectedRank, all->zones[zone].expectedRank);
        QCOMPARE(few->zones[zone].highRank, all->zones[zone].highRank);
    }
}

void WeightSamplingTest::percentiles() {
    // 0.04 of the weights make the first zone second, 0.96 the other.
    const auto result = rankRobustness(matrix({{1, 0}, {0.02, 0.04 * 0.98 / 0.96}}), {.samples = 20'000});
    const ZoneRanks& one = result->zones[0];
    QVERIFY(one.acceptability[0] > 0.95 && one.acceptability[0] < 0.97);
    QCOMPARE(std::vector({one.lowRank, one.medianRank, one.highRank}), (std::vector{1, 1, 1}));
    const ZoneRanks& other = result->zones[1];
    QCOMPARE(std::vector({other.lowRank, other.medianRank, other.highRank}), (std::vector{2, 2, 2}));

    const auto many = rankRobustness(randomMatrix(30, 5, 4), {.samples = 2'000});
    for (const ZoneRanks& zone : many->zones) {
        for (const auto& [rank, share] : {std::pair(zone.lowRank, 0.05), std::pair(zone.highRank, 0.95)}) {
            double upTo = 0;
            for (int better = 1; better < rank; ++better) {
                upTo += zone.acceptability[static_cast<size_t>(better) - 1];
            }
            QVERIFY(upTo < share && upTo + zone.acceptability[static_cast<size_t>(rank) - 1] > share - 1e-9);
        }
    }
}

void WeightSamplingTest::permutingZonesPermutesTheResult() {
    const IndicatorMatrix scaled = randomMatrix(21, 4, 6);
    IndicatorMatrix turned(21, 4);
    for (int zone = 0; zone < 21; ++zone) {
        for (int indicator = 0; indicator < 4; ++indicator) {
            turned.at(20 - zone, indicator) = scaled.at(zone, indicator);
        }
    }
    const auto one = rankRobustness(scaled, {.samples = 700});
    const auto other = rankRobustness(turned, {.samples = 700});
    for (size_t zone = 0; zone < 21; ++zone) {
        QCOMPARE(one->zones[zone], other->zones[20 - zone]);
    }
}

void WeightSamplingTest::threadsChangeNothing() {
    IndicatorMatrix scaled = randomMatrix(150, 7, 8);
    for (int zone = 0; zone < 150; zone += 4) {
        scaled.at(zone, zone % 7) = missing;
    }
    for (const bool dirichlet : {false, true}) {
        RankSampling settings{.samples = 1'300, .threads = 1};
        if (dirichlet) {
            settings.around = DirichletWeights{.means = {1, 2, 3, 4, 5, 6, 0}, .concentration = 8};
        }
        const auto alone = rankRobustness(scaled, settings);
        for (const int threads : {0, 2, 5}) {
            settings.threads = threads;
            QVERIFY(*rankRobustness(scaled, settings) == *alone);
        }
        settings.seed = 2;
        QVERIFY(*rankRobustness(scaled, settings) != *alone);
    }
}

/// The numbers are this implementation's own: another machine or compiler must come to the same.
void WeightSamplingTest::drawsAreReproducible() {
    const auto scaled = matrix({{1, 0, 0.2}, {0.25, 0.5, missing}, {0, 0.4, 0.9}});
    const auto uniform = rankRobustness(scaled, {.samples = 1'000, .seed = 3});
    const DirichletWeights around{.means = {3, 2, 1}, .concentration = 2.5};
    const auto dirichlet = rankRobustness(scaled, {.samples = 1'000, .around = around, .seed = 3});
    std::vector<int> counts;
    for (const auto* result : {&uniform, &dirichlet}) {
        for (const ZoneRanks& zone : (*result)->zones) {
            counts.push_back(qRound(zone.acceptability[0] * 1'000));
            counts.push_back(qRound(zone.centralWeights[0] * 1e9));
        }
    }
    QCOMPARE(counts, (std::vector<int>{347, 592498365, 303, 214411135, 350, 159582785, 608, 687051373, 248, 227648435,
                                       144, 184484908}));
}

void WeightSamplingTest::manyZones() {
    const auto result = rankRobustness(randomMatrix(mostZonesInPairs, 8, 1), {.samples = 600, .ranks = 10});
    QCOMPARE(static_cast<int>(result->winShares.size()), mostZonesInPairs);
    double first = 0;
    for (const ZoneRanks& zone : result->zones) {
        first += zone.acceptability[0];
    }
    QVERIFY(near(first, 1));
    const auto more = rankRobustness(randomMatrix(mostZonesInPairs + 1, 8, 1), {.samples = 600, .ranks = 10});
    QVERIFY(more->winShares.empty());
    QCOMPARE(static_cast<int>(more->zones.size()), mostZonesInPairs + 1);
}

void WeightSamplingTest::oneZoneAndOneIndicator() {
    const auto alone = rankRobustness(matrix({{0.2, missing}}), {.samples = 1});
    QCOMPARE(alone->zones[0].acceptability, std::vector<double>{1});
    QCOMPARE(alone->zones[0].expectedRank, 1.0);
    QCOMPARE(alone->winShares, (std::vector<std::vector<double>>{{0.5}}));
    const DirichletWeights around{.means = {4}, .concentration = 3};
    for (const RankSampling& settings : {RankSampling{}, RankSampling{.around = around}}) {
        const auto single = rankRobustness(matrix({{1}, {0}, {0.5}}), settings);
        QCOMPARE(single->zones[0].acceptability, (std::vector<double>{1, 0, 0}));
        QCOMPARE(single->zones[1].expectedRank, 3.0);
        QCOMPARE(single->zones[2].expectedRank, 2.0);
    }
}

void WeightSamplingTest::cancelled() {
    const IndicatorMatrix scaled = randomMatrix(5, 3, 1);
    QCOMPARE(codeOf(rankRobustness(scaled, {}, [] { return false; })), Problem::Code::Cancelled);
    int asked = 0;
    QCOMPARE(codeOf(rankRobustness(scaled, {}, [&] { return ++asked < 3; })), Problem::Code::Cancelled);
    QCOMPARE(asked, 3);
    QVERIFY(*rankRobustness(scaled, {}, [] { return true; }) == *rankRobustness(scaled, {}));
}

void WeightSamplingTest::faults_data() {
    QTest::addColumn<std::vector<double>>("values"); // of one zone
    QTest::addColumn<std::function<void(RankSampling&)>>("change");
    QTest::addColumn<QString>("field");
    using Change = std::function<void(RankSampling&)>;
    const auto means = [](std::vector<double> values) {
        return Change([values](RankSampling& settings) { settings.around = {.means = values, .concentration = 1}; });
    };
    const auto concentration = [](double value) {
        return Change([value](RankSampling& settings) { settings.around = {.means = {1, 1}, .concentration = value}; });
    };
    const std::vector<double> good{0.5, 1};
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("above 1") << std::vector<double>{0.5, 1.1} << Change() << u"scaled"_s;
    QTest::newRow("below 0") << std::vector<double>{-0.1, 1} << Change() << u"scaled"_s;
    QTest::newRow("infinite") << std::vector<double>{infinite, 1} << Change() << u"scaled"_s;
    QTest::newRow("no samples") << good << Change([](RankSampling& settings) { settings.samples = 0; }) << u"samples"_s;
    QTest::newRow("no ranks") << good << Change([](RankSampling& settings) { settings.ranks = 0; }) << u"ranks"_s;
    QTest::newRow("threads") << good << Change([](RankSampling& settings) { settings.threads = -1; }) << u"threads"_s;
    QTest::newRow("too few means") << good << means({1}) << u"means"_s;
    QTest::newRow("negative mean") << good << means({2, -1}) << u"means"_s;
    QTest::newRow("missing mean") << good << means({2, missing}) << u"means"_s;
    QTest::newRow("means of 0") << good << means({0, 0}) << u"means"_s;
    QTest::newRow("means too great") << good << means({1.5e308, 1.5e308}) << u"means"_s;
    QTest::newRow("no concentration") << good << concentration(0) << u"concentration"_s;
    QTest::newRow("unknown concentration") << good << concentration(missing) << u"concentration"_s;
    QTest::newRow("too concentrated") << good << concentration(infinite) << u"concentration"_s;
}

void WeightSamplingTest::faults() {
    QFETCH(std::vector<double>, values);
    QFETCH(std::function<void(RankSampling&)>, change);
    QFETCH(QString, field);
    RankSampling settings;
    if (change) {
        change(settings);
    }
    const auto result = rankRobustness(matrix({values}), settings);
    QVERIFY(!result);
    QCOMPARE(codeOf(result), Problem::Code::OutOfRange);
    QCOMPARE(result.error().field, field);

    QCOMPARE(codeOf(rankRobustness({}, {})), Problem::Code::FieldMissing);
    QCOMPARE(codeOf(rankRobustness(IndicatorMatrix(3, 0), {})), Problem::Code::FieldMissing);
    QCOMPARE(codeOf(rankRobustness(IndicatorMatrix(mostZonesSampled + 1, 1), {})), Problem::Code::OutOfRange);
    QVERIFY(rankRobustness(matrix({{1 + 1e-12, -1e-12}}), {})); // as scaling may round
}

QTEST_GUILESS_MAIN(WeightSamplingTest)
#include "weight_sampling_test.moc"
