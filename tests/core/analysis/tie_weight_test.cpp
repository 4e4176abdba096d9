#include "core/analysis/tie_weight.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <span>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

IndicatorMatrix pairOf(const std::vector<double>& one, const std::vector<double>& other) {
    IndicatorMatrix result(2, static_cast<int>(one.size()));
    for (int indicator = 0; indicator < result.indicators(); ++indicator) {
        result.at(0, indicator) = one[static_cast<size_t>(indicator)];
        result.at(1, indicator) = other[static_cast<size_t>(indicator)];
    }
    return result;
}

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

std::vector<std::optional<TieWeight>> tiesOf(const IndicatorMatrix& pair, const std::vector<double>& weights) {
    return tieWeights(pair, weights, 0, 1).value();
}

/// With one weight set, and the others in proportion.
double score(std::span<const double> values, std::vector<double> weights, size_t indicator, double weight) {
    const double rest = std::accumulate(weights.begin(), weights.end(), 0.0) - weights[indicator];
    for (double& other : weights) {
        other *= (1 - weight) / rest;
    }
    weights[indicator] = weight;
    return std::inner_product(values.begin(), values.end(), weights.begin(), 0.0);
}

} // namespace

class TieWeightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand();
    void scoresAgreeAtTheTie();
    void noTieIsMissed();
    void isTheSensitivityOfASingleWeight();
    void orderOfTheZonesAndUnitOfWeightsChangeNothing();
    void nearestIsTheSmallestChange();
    void dominatingZoneNeverTies();
    void equalValues();
    void allTheWeight();
    void nearlyAllTheWeight();
    void missingValues();
    void faults_data();
    void faults();
};

/// Scores 0.5 * 0.8 + 0.3 * 0.2 + 0.2 * 0.5 = 0.56 and 0.5 * 0.4 + 0.3 * 0.9 + 0.2 * 0.3 = 0.53. The means of the other
/// two are 0.32 and 0.66; 0.7142... and 0.3714...; 0.575 and 0.5875.
void TieWeightTest::workedByHand() {
    const IndicatorMatrix scaled = pairOf({0.8, 0.2, 0.5}, {0.4, 0.9, 0.3});
    const std::vector<double> weights{0.5, 0.3, 0.2};
    const auto ties = tiesOf(scaled, weights);
    QVERIFY(near(ties[0]->weight, -0.34 / (-0.34 - 0.4)));
    QVERIFY(near(ties[0]->change, 0.34 / 0.74 - 0.5));
    QVERIFY(near(ties[1]->weight, 2.4 / 7.3));
    QVERIFY(near(ties[2]->weight, 0.0125 / (0.0125 + 0.2)));
    QCOMPARE(nearestTie(scaled, weights, 0, 1)->value().indicator, 1); // by 0.029; the others by 0.041 and 0.141
    QVERIFY(near(nearestTie(scaled, weights, 0, 1)->value().change, 2.4 / 7.3 - 0.3));
}

void TieWeightTest::scoresAgreeAtTheTie() {
    std::mt19937 random(1);
    const auto unit = [&] { return static_cast<double>(random()) / 4294967296.0; };
    int found = 0;
    for (int trial = 0; trial < 2'000; ++trial) {
        const size_t indicators = 2 + trial % 7;
        std::vector<double> one(indicators);
        std::vector<double> other(indicators);
        std::vector<double> weights(indicators);
        for (std::vector<double>* values : {&one, &other, &weights}) {
            std::ranges::generate(*values, unit);
        }
        for (const auto& tie : tiesOf(pairOf(one, other), weights)) {
            if (tie) {
                const auto indicator = static_cast<size_t>(tie->indicator);
                QVERIFY(tie->weight >= 0 && tie->weight <= 1);
                QVERIFY(near(score(one, weights, indicator, tie->weight), score(other, weights, indicator, tie->weight),
                             1e-12));
                ++found;
            }
        }
    }
    QVERIFY(found > 2'000);
}

/// Without a tie the same zone is ahead at all weights, with one each is at an end.
void TieWeightTest::noTieIsMissed() {
    std::mt19937 random(2);
    for (int trial = 0; trial < 500; ++trial) {
        std::vector<double> one(4);
        std::vector<double> other(4);
        std::vector<double> weights(4);
        for (std::vector<double>* values : {&one, &other, &weights}) {
            std::ranges::generate(*values, [&] { return static_cast<double>(1 + random() % 5); }); // with ties
        }
        const auto ties = tiesOf(pairOf(one, other), weights);
        for (size_t indicator = 0; indicator < 4; ++indicator) {
            const double without = score(one, weights, indicator, 0) - score(other, weights, indicator, 0);
            const double alone = one[indicator] - other[indicator];
            const bool changes = std::abs(without) < 1e-12 || std::abs(alone) < 1e-12 || (without > 0) != (alone > 0);
            QCOMPARE(ties[indicator].has_value(), changes);
        }
    }
}

/// Taking (S_other - S_one) / (z_other,k - z_one,k) from a weight makes a tie while weights need not sum to 1; then all
/// are divided by their sum.
void TieWeightTest::isTheSensitivityOfASingleWeight() {
    const std::vector<double> one{0.9, 0.1, 0.4, 0.7};
    const std::vector<double> other{0.3, 0.8, 0.5, 0.2};
    const std::vector<double> weights{0.4, 0.3, 0.2, 0.1};
    const auto ties = tiesOf(pairOf(one, other), weights);
    const double lead = std::inner_product(one.begin(), one.end(), weights.begin(), 0.0) -
                        std::inner_product(other.begin(), other.end(), weights.begin(), 0.0);
    for (size_t indicator = 0; indicator < 4; ++indicator) {
        const double taken = lead / (one[indicator] - other[indicator]);
        const double left = weights[indicator] - taken;
        QCOMPARE(ties[indicator].has_value(), left >= 0);
        QVERIFY(!ties[indicator] || near(ties[indicator]->weight, left / (1 - taken)));
    }
}

void TieWeightTest::orderOfTheZonesAndUnitOfWeightsChangeNothing() {
    const IndicatorMatrix scaled = pairOf({0.8, 0.2, 0.5}, {0.4, 0.9, 0.3});
    const auto ties = tiesOf(scaled, std::vector<double>{0.5, 0.25, 0.25});
    QVERIFY(ties == *tieWeights(scaled, std::vector<double>{0.5, 0.25, 0.25}, 1, 0));
    QVERIFY(ties == *tieWeights(scaled, std::vector<double>{1024, 512, 512}, 0, 1));
}

void TieWeightTest::nearestIsTheSmallestChange() {
    std::mt19937 random(3);
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> one(5);
        std::vector<double> other(5);
        for (std::vector<double>* values : {&one, &other}) {
            std::ranges::generate(*values, [&] { return static_cast<double>(random() % 1000) / 999; });
        }
        const std::vector<double> weights{1, 2, 3, 2, 1};
        const auto nearest = *nearestTie(pairOf(one, other), weights, 0, 1);
        for (const auto& tie : tiesOf(pairOf(one, other), weights)) {
            QVERIFY(!tie || std::abs(nearest->change) <= std::abs(tie->change));
        }
    }
}

void TieWeightTest::dominatingZoneNeverTies() {
    const IndicatorMatrix scaled = pairOf({0.8, 0.9, 0.5}, {0.4, 0.2, 0.3});
    const std::vector<double> weights{1, 1, 1};
    for (const auto& tie : tiesOf(scaled, weights)) {
        QVERIFY(!tie);
    }
    QVERIFY(!*nearestTie(scaled, weights, 0, 1));
}

void TieWeightTest::equalValues() {
    const std::vector<double> weights{0.5, 0.25, 0.25};
    // Equal rows, but for rounding: no change is needed.
    for (const auto& tie : tiesOf(pairOf({0.1 + 0.2, 0.2, 0.7}, {0.3, 0.2, 0.7}), weights)) {
        QVERIFY(tie && tie->change == 0);
    }
    QCOMPARE(nearestTie(pairOf({1, 2, 3}, {1, 2, 3}), weights, 0, 1)->value().indicator, 0);
    QCOMPARE(tieWeights(pairOf({1, 2, 3}, {3, 2, 1}), weights, 1, 1)->at(2)->weight, 0.25);
    // Equal in k alone: only as long as all the weight is on it. Equal in all others: only without it.
    const auto ties = tiesOf(pairOf({0.6, 0.5, 0.5}, {0.2, 0.5, 0.5}), weights);
    QCOMPARE(ties[0]->weight, 0.0);
    QCOMPARE(ties[1]->weight, 1.0);
    QCOMPARE(ties[2]->weight, 1.0);
    QCOMPARE(nearestTie(pairOf({0.6, 0.5, 0.5}, {0.2, 0.5, 0.5}), weights, 0, 1)->value().indicator, 0);
}

void TieWeightTest::allTheWeight() {
    const std::vector<double> weights{0, 3, 0};
    const auto ties = tiesOf(pairOf({0.8, 0.2, 0.5}, {0.4, 0.9, 0.6}), weights);
    QVERIFY(!ties[1]);
    QVERIFY(near(ties[0]->weight, 0.7 / 1.1));
    QVERIFY(!ties[2]); // the second zone is ahead in both
    QVERIFY(!*nearestTie(pairOf({0.3}, {0.4}), std::vector<double>{1}, 0, 1));
}

void TieWeightTest::nearlyAllTheWeight() {
    const std::vector<double> weights{1, 1e-20, 3e-20};
    const auto ties = tiesOf(pairOf({0.2, 0.8, 0.9}, {0.7, 0.4, 0.1}), weights);
    QVERIFY(near(ties[0]->weight, 0.7 / 1.2, 1e-12)); // the others are 0.4 and 0.8 ahead, 0.7 in the mean
}

void TieWeightTest::missingValues() {
    const IndicatorMatrix scaled = pairOf({0.8, 0.2, missing}, {0.4, 0.9, 0.3});
    for (const auto& tie : tiesOf(scaled, std::vector<double>{0.5, 0.3, 0.2})) {
        QVERIFY(!tie);
    }
    QVERIFY(!*nearestTie(scaled, std::vector<double>{0.5, 0.3, 0.2}, 1, 0));
    const auto ties = tiesOf(scaled, std::vector<double>{0.5, 0.5, 0});
    QVERIFY(near(ties[0]->weight, 0.7 / 1.1));
    QVERIFY(near(ties[1]->weight, 0.4 / 1.1));
    QVERIFY(!ties[2]);
}

void TieWeightTest::faults_data() {
    QTest::addColumn<std::vector<double>>("weights");
    QTest::newRow("none") << std::vector<double>{};
    QTest::newRow("too few") << std::vector<double>{1};
    QTest::newRow("negative") << std::vector<double>{2, -1};
    QTest::newRow("missing") << std::vector<double>{2, missing};
    QTest::newRow("all 0") << std::vector<double>{0, 0};
    QTest::newRow("too great") << std::vector<double>{1.5e308, 1.5e308};
}

void TieWeightTest::faults() {
    QFETCH(std::vector<double>, weights);
    const IndicatorMatrix scaled = pairOf({0.8, 0.2}, {0.4, 0.9});
    const auto ties = tieWeights(scaled, weights, 0, 1);
    QVERIFY(!ties);
    QCOMPARE(ties.error().code, Problem::Code::OutOfRange);
    QCOMPARE(ties.error().field, u"weights"_s);
    QVERIFY(nearestTie(scaled, weights, 0, 1).error() == ties.error());
}

QTEST_GUILESS_MAIN(TieWeightTest)
#include "tie_weight_test.moc"
