#include "core/analysis/indicator_weights.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;
constexpr double infinite = std::numeric_limits<double>::infinity();
using Rows = std::vector<std::vector<double>>;

IndicatorMatrix matrixOf(const Rows& rows) {
    IndicatorMatrix matrix(static_cast<int>(rows.size()), static_cast<int>(rows.front().size()));
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        for (int indicator = 0; indicator < matrix.indicators(); ++indicator) {
            matrix.at(zone, indicator) = rows[static_cast<size_t>(zone)][static_cast<size_t>(indicator)];
        }
    }
    return matrix;
}

IndicatorMatrix ofColumns(const Rows& columns) {
    IndicatorMatrix matrix(static_cast<int>(columns.front().size()), static_cast<int>(columns.size()));
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        for (int indicator = 0; indicator < matrix.indicators(); ++indicator) {
            matrix.at(zone, indicator) = columns[static_cast<size_t>(indicator)][static_cast<size_t>(zone)];
        }
    }
    return matrix;
}

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

bool near(const Weights& values, const Weights& expected, double tolerance = 1e-9) {
    return std::ranges::equal(values, expected, [&](double a, double b) { return near(a, b, tolerance); });
}

bool areWeights(const Weights& weights) {
    return std::ranges::all_of(weights, [](double weight) { return weight >= 0; }) &&
           near(std::accumulate(weights.begin(), weights.end(), 0.0), 1);
}

/// Six towns of four indicators, as scaled in scaling_test.cpp.
const Rows towns{{0.0, 25.0 / 42, 0.3, 0.125},    {9.0 / 14, 1.0 / 14, 0.0, 0.5625}, {3.0 / 14, 1.0, 1.0, 0.0},
                 {6.5 / 14, 17.0 / 42, 0.6, 1.0}, {0.0, 34.0 / 42, 0.2, 0.3125},     {1.0, 0.0, 0.7, 0.625}};

/// Of judgements above the diagonal, row by row.
Rows reciprocal(size_t size, const std::vector<double>& above) {
    Rows rows(size, std::vector<double>(size, 1));
    auto next = above.begin();
    for (size_t row = 0; row < size; ++row) {
        for (size_t column = row + 1; column < size; ++column) {
            rows[row][column] = *next;
            rows[column][row] = 1 / *next++;
        }
    }
    return rows;
}

/// 0 .. 1, some of it missing.
IndicatorMatrix randomMatrix(std::mt19937& random, int zones, int indicators, unsigned missingOfTen) {
    IndicatorMatrix matrix(zones, indicators);
    for (int zone = 0; zone < zones; ++zone) {
        for (int indicator = 0; indicator < indicators; ++indicator) {
            if (random() % 10 >= missingOfTen) {
                matrix.at(zone, indicator) = static_cast<double>(random() % 11) / 10;
            }
        }
    }
    return matrix;
}

} // namespace

class IndicatorWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equal();
    void normalised();
    void capIsKept();
    void capThatCannotBe();

    void entropyAgreesWithPython();
    void entropyOfThirteen();
    void oneZoneTakesHalfTheWeight();
    void entropyReportsTheLargestShare();
    void entropyLeavesOutWhatIsMissing();
    void entropyOfNothing();

    void criticAgreesWithPython();
    void criticTakesPairsThatAreComplete();
    void criticWithoutVariation();
    void criticOfNothing();

    void judgedDrinks();
    void judgedWithContradictions();
    void threeJudgementsHaveAClosedForm();
    void agreeingJudgementsAreFound();
    void fewAndManyJudged();
    void circularJudgementsConverge();
    void judgementsThatCannotBe();

    void orderOfZonesAndIndicatorsChangesNothing();
    void anyWeighting();
};

void IndicatorWeightsTest::equal() {
    QCOMPARE(*equalWeights(4), Weights(4, 0.25));
    QCOMPARE(equalWeights(0).error(), (Problem{.code = Problem::Code::FieldMissing, .field = u"indicators"_s}));
}

void IndicatorWeightsTest::normalised() {
    QVERIFY(near(*normalisedWeights(Weights{1, 0, 3}), {0.25, 0, 0.75}));
    QVERIFY(near(*normalisedWeights(Weights{1.5e308, 1.5e308}), {0.5, 0.5}));
    QVERIFY(near(*normalisedWeights(Weights{3e-310, 1e-310}), {0.75, 0.25}));
    QCOMPARE(normalisedWeights(Weights{0, 0}).error().field, u"weights"_s);
    QCOMPARE(normalisedWeights(Weights{}).error().field, u"weights"_s);
    for (const double weight : {-0.1, missing, infinite}) {
        QCOMPARE(normalisedWeights(Weights{1, weight}).error().field, u"weights[1]"_s);
    }
}

/// By hand; in the second, what goes to the next lifts it above the cap, too.
void IndicatorWeightsTest::capIsKept() {
    QVERIFY(near(*cappedWeights(Weights{0.6, 0.3, 0.1}, 0.5), {0.5, 0.375, 0.125}));
    QVERIFY(near(*cappedWeights(Weights{0.6, 0.3, 0.1}, 0.4), {0.4, 0.4, 0.2}));
    QVERIFY(near(*cappedWeights(Weights{6, 3, 1}, 1.0 / 3), Weights(3, 1.0 / 3)));
    QVERIFY(near(*cappedWeights(Weights{0.7, 0.3, 0}, 0.5), {0.5, 0.5, 0}));
    QVERIFY(near(*cappedWeights(Weights{0.6, 0.3, 0.1}, 1), {0.6, 0.3, 0.1}));
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        Weights weights(7);
        std::ranges::generate(weights, [&] { return std::pow(static_cast<double>(random() % 100 + 1), 3); });
        const double cap = 1.0 / 7 + static_cast<double>(random() % 100) / 300;
        const Weights capped = *cappedWeights(weights, cap);
        QVERIFY(areWeights(capped));
        QVERIFY(std::ranges::max(capped) <= cap + 1e-12);
        for (size_t i = 1; i < 7; ++i) { // in proportion below the cap, and in order anyway
            const bool below = capped[i] < cap - 1e-9 && capped[0] < cap - 1e-9;
            QVERIFY(!below || near(capped[i] / capped[0], weights[i] / weights[0], 1e-9 * weights[i] / weights[0]));
            QVERIFY((weights[i] - weights[0]) * (capped[i] - capped[0]) >= 0 || near(capped[i], capped[0]));
        }
    }
}

void IndicatorWeightsTest::capThatCannotBe() {
    for (const double cap : {0.3, 0.0, -1.0, missing}) {
        const Problem problem = cappedWeights(Weights{0.6, 0.3, 0.1}, cap).error();
        QCOMPARE(problem.code, Problem::Code::OutOfRange);
        QCOMPARE(problem.field, u"cap"_s);
    }
    QCOMPARE(cappedWeights(Weights{0.7, 0.3, 0}, 0.4).error().field, u"cap"_s); // a third with nothing takes nothing
    QCOMPARE(entropyWeights(matrixOf(towns), 0.2).error().field, u"cap"_s);
}

/// Python 3: -fsum(x / s * log(x / s) for x in c if x > 0) / log(6), s = fsum(c).
void IndicatorWeightsTest::entropyAgreesWithPython() {
    const EntropyWeights result = *entropyWeights(matrixOf(towns));
    const Weights entropies{0.7033211901535282, 0.7909484523324439, 0.8216547751971326, 0.8024348266644937};
    for (size_t indicator = 0; indicator < 4; ++indicator) {
        QVERIFY(near(result.indicators[indicator].entropy, entropies[indicator]));
        QVERIFY(!result.indicators[indicator].constant && !result.indicators[indicator].oneZoneTakesAll);
    }
    QVERIFY(near(result.weights, {0.33650759444183553, 0.23711647439989422, 0.2022878634630434, 0.22408806769522682}));
    QVERIFY(near(entropyWeights(matrixOf(towns), 0.3)->weights, *cappedWeights(result.weights, 0.3)));
}

/// As many zones as a region of 13 counties: k of them with equal shares have the entropy ln k / ln 13.
void IndicatorWeightsTest::entropyOfThirteen() {
    constexpr double perLogarithm = 0.389871; // 1 / ln 13
    for (size_t some = 1; some < 13; ++some) {
        std::vector<double> column(13, 0);
        std::fill_n(column.begin(), some, 1);
        const IndicatorEntropy entropy = entropyWeights(ofColumns({column}))->indicators[0];
        QVERIFY(near(entropy.entropy, perLogarithm * std::log(some), 2e-6));
        QVERIFY(near(entropy.entropy * std::log(13), std::log(some)));
        QVERIFY(near(entropy.largestShare, 1.0 / static_cast<double>(some)));
        QCOMPARE(entropy.oneZoneTakesAll, some == 1);
    }
}

/// Air cargo that one county has alone, among six indicators with an entropy of 0.85: 1 / (1 + 6 * 0.15) of the weight.
void IndicatorWeightsTest::oneZoneTakesHalfTheWeight() {
    const auto column = [](double others) {
        std::vector<double> values(13, others);
        values[0] = 1;
        return values;
    };
    double low = 0; // bisection: the entropy grows with what the others have
    double high = 1;
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2;
        const EntropyWeights tried = *entropyWeights(ofColumns({column(middle), column(0)}));
        (tried.indicators[0].entropy < 0.85 ? low : high) = middle;
    }
    Rows columns(6, column(low));
    columns.push_back(column(0));
    std::ranges::rotate(columns.back(), columns.back().begin() + 6); // its one value is the zone of index 7
    const EntropyWeights result = *entropyWeights(ofColumns(columns));
    QVERIFY(near(result.indicators[0].entropy, 0.85));
    QVERIFY(near(result.weights[6], 1 / 1.9));
    QVERIFY(near(result.weights[0], 0.15 / 1.9));
    QVERIFY(result.indicators[6].oneZoneTakesAll && !result.indicators[0].oneZoneTakesAll);
    QCOMPARE(result.indicators[6].entropy, 0.0);
    QCOMPARE(result.indicators[6].largestShare, 1.0);
    QCOMPARE(result.indicators[6].largestZone, 7);
    const Weights capped = entropyWeights(ofColumns(columns), 0.25)->weights;
    QVERIFY(near(capped[6], 0.25));
    QVERIFY(near(capped[0], 0.125));
}

void IndicatorWeightsTest::entropyReportsTheLargestShare() {
    const EntropyWeights result = *entropyWeights(ofColumns({{0.2, 0.8, 0}, {0.5, 0.5, 0.5}, {0, 0, 0}, {1, 0, 1}}));
    QVERIFY(near(result.indicators[0].largestShare, 0.8));
    QCOMPARE(result.indicators[0].largestZone, 1);
    QVERIFY(near(result.indicators[1].largestShare, 1.0 / 3));
    QCOMPARE(result.indicators[1].largestZone, 0);
    QVERIFY(result.indicators[1].constant && result.indicators[2].constant && !result.indicators[3].constant);
    QCOMPARE(result.indicators[2].largestShare, 0.0);
    QCOMPARE(result.indicators[2].largestZone, -1);
    QCOMPARE(result.weights[1], 0.0);
    QCOMPARE(result.weights[2], 0.0);
    QCOMPARE(result.indicators[3].largestZone, 0);
}

void IndicatorWeightsTest::entropyLeavesOutWhatIsMissing() {
    const IndicatorEntropy whole = entropyWeights(ofColumns({{0, 0.3, 0.5, 1}}))->indicators[0];
    const EntropyWeights result = *entropyWeights(ofColumns({{missing, 0, 0.3, missing, 0.5, 1},
                                                             {0, 1, missing, missing, missing, missing},
                                                             {0.5, missing, missing, missing, missing, missing},
                                                             {missing, missing, missing, missing, missing, missing}}));
    QVERIFY(near(result.indicators[0].entropy, whole.entropy));
    QVERIFY(near(result.indicators[0].largestShare, whole.largestShare));
    QCOMPARE(result.indicators[0].largestZone, 5);
    QVERIFY(result.indicators[1].oneZoneTakesAll);
    QVERIFY(result.indicators[2].constant && !result.indicators[2].oneZoneTakesAll);
    QVERIFY(result.indicators[3].constant && result.indicators[3].largestZone == -1);
    QVERIFY(areWeights(result.weights));
}

void IndicatorWeightsTest::entropyOfNothing() {
    for (const Rows& columns : {Rows{{0.5, 0.5}}, Rows{{0, 0}, {missing, 1}}, Rows{{0.5}, {1}}}) {
        const Problem problem = entropyWeights(ofColumns(columns)).error();
        QCOMPARE(problem.code, Problem::Code::NothingDiffers);
    }
    QCOMPARE(entropyWeights(IndicatorMatrix()).error().code, Problem::Code::NothingDiffers);
    QCOMPARE(entropyWeights(matrixOf({{0, 1}, {1, -0.1}})).error().field, u"values[1][1]"_s);
    QCOMPARE(entropyWeights(matrixOf({{0, 1.1}, {1, 0}})).error().field, u"values[0][1]"_s);
}

/// Python 3: statistics.pstdev(c) * sum(1 - statistics.correlation(c, d) for d in others).
void IndicatorWeightsTest::criticAgreesWithPython() {
    const CriticWeights result = *criticWeights(matrixOf(towns));
    QVERIFY(near(result.deviations, {0.3597622199109899, 0.36406432391487337, 0.334995854037363, 0.33463288342102104}));
    QVERIFY(near(result.weights, {0.2421942339029428, 0.3318541132877221, 0.1933104895945412, 0.23264116321479397}));
    QVERIFY(result.constant.empty() && result.unknownCorrelations.empty());
}

/// From the definition, with sums of products in place of deviations.
void IndicatorWeightsTest::criticTakesPairsThatAreComplete() {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        const IndicatorMatrix matrix = randomMatrix(random, 15, 4, 2);
        const auto correlation = [&](int first, int second) {
            double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
            for (int zone = 0; zone < 15; ++zone) {
                const double a = matrix.at(zone, first);
                const double b = matrix.at(zone, second);
                if (!std::isnan(a + b)) {
                    n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
                }
            }
            return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
        };
        const CriticWeights result = *criticWeights(matrix);
        Weights expected(4);
        double sum = 0;
        for (int indicator = 0; indicator < 4; ++indicator) {
            double conflict = 0;
            for (int other = 0; other < 4; ++other) {
                conflict += 1 - correlation(indicator, other);
            }
            QVERIFY(near(result.conflicts[static_cast<size_t>(indicator)], conflict));
            expected[static_cast<size_t>(indicator)] = result.deviations[static_cast<size_t>(indicator)] * conflict;
            sum += expected[static_cast<size_t>(indicator)];
        }
        std::ranges::transform(expected, expected.begin(), [&](double weight) { return weight / sum; });
        QVERIFY(near(result.weights, expected));
        QVERIFY(areWeights(result.weights));
    }
}

void IndicatorWeightsTest::criticWithoutVariation() {
    // 0.1 has no exact binary form: its mean is not it.
    const CriticWeights result = *criticWeights(ofColumns({{0, 0.5, 1}, {0.1, 0.1, 0.1}, {0, 1, 0.5}}));
    QCOMPARE(result.constant, std::vector{1});
    QVERIFY(near(result.weights, {0.5, 0, 0.5}));
    QVERIFY(near(result.conflicts, {0.5, 0, 0.5}));

    const CriticWeights alone = *criticWeights(ofColumns({{0.5, 0.5}, {0, 1}, {missing, 1}}));
    QCOMPARE(alone.constant, (std::vector{0, 2}));
    QVERIFY(near(alone.weights, {0, 1, 0}));

    // Where both have a value, the second has the same: nothing is known of how they go together.
    const CriticWeights unknown = *criticWeights(ofColumns({{0, 1, 0.5, missing}, {0.3, 0.3, 0.3, 1}}));
    QCOMPARE(unknown.unknownCorrelations, (std::vector{std::pair(0, 1)}));
    QVERIFY(near(unknown.conflicts, {1, 1}));
    QVERIFY(areWeights(unknown.weights));
}

void IndicatorWeightsTest::criticOfNothing() {
    const Rows alike{{0, 0.3, 1}, {0, 0.3, 1}};
    for (const Rows& columns : {alike, Rows{{0.5, 0.5}, {0.1, 0.1}}, Rows{{missing, missing}}}) {
        const Problem problem = criticWeights(ofColumns(columns)).error();
        QCOMPARE(problem.code, Problem::Code::NothingDiffers);
    }
    QCOMPARE(criticWeights(IndicatorMatrix()).error().code, Problem::Code::NothingDiffers);
    QCOMPARE(criticWeights(matrixOf({{2}, {0}})).error().field, u"values[0][0]"_s);
}

/// How much of each drink the United States consume: Saaty, Decision Making with the Analytic Hierarchy Process,
/// International Journal of Services Sciences 1 (2008). It prints three digits; these are of 5000 steps of the plain
/// power method in Python.
void IndicatorWeightsTest::judgedDrinks() {
    // coffee, wine, tea, beer, sodas, milk, water
    const Rows drinks = reciprocal(7, {9,       5,       2,       1,       1,       1.0 / 2, 1.0 / 3,
                                       1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 3, 1.0 / 4, 1.0 / 3,
                                       1.0 / 9, 1.0 / 2, 1,       1.0 / 3, 2,       1.0 / 2, 1.0 / 3});
    const JudgedWeights result = *judgedWeights(drinks);
    QVERIFY(near(result.weights, {0.17745674744571685, 0.01914947602435358, 0.041831181662097906, 0.11641703173485864,
                                  0.18957237532617616, 0.12878054853872253, 0.32679263926807434}));
    QVERIFY(near(result.weights, {0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327}, 5e-4));
    QVERIFY(near(result.lambdaMax, 7.176629039330342));
    QVERIFY(near(result.consistencyIndex, 0.029438173221723634));
    QVERIFY(near(*result.consistencyRatio, 0.022301646380093663));
    QVERIFY(!result.inconsistent());
}

/// Worked in Python as the drinks.
void IndicatorWeightsTest::judgedWithContradictions() {
    const JudgedWeights result =
        *judgedWeights(reciprocal(6, {4, 3, 1, 3, 4, 7, 3, 1.0 / 5, 1, 1.0 / 5, 1.0 / 5, 1.0 / 6, 1, 1.0 / 3, 3}));
    QVERIFY(near(result.weights, {0.32077018326310675, 0.1395027454209413, 0.03476830769965566, 0.12848601846309243,
                                  0.23738999474001612, 0.1390827504131877}));
    QVERIFY(near(result.lambdaMax, 7.419870101921265));
    QVERIFY(near(*result.consistencyRatio, 0.2290113067614943));
    QVERIFY(result.inconsistent());
}

/// With n = 3 the eigenvector is the rows' geometric means, and lambda is 1 + t + 1 / t, t^3 = a13 / (a12 a23).
void IndicatorWeightsTest::threeJudgementsHaveAClosedForm() {
    const std::vector<double> scale{1.0 / 9, 1.0 / 5, 1.0 / 3, 1, 2, 4, 7, 9};
    for (const double first : scale) {
        for (const double second : scale) {
            for (const double third : scale) {
                const JudgedWeights result = *judgedWeights(reciprocal(3, {first, second, third}));
                const Weights means{std::cbrt(first * second), std::cbrt(third / first), std::cbrt(1 / second / third)};
                QVERIFY(near(result.weights, *normalisedWeights(means)));
                const double t = std::cbrt(second / (first * third));
                QVERIFY(near(result.lambdaMax, 1 + t + 1 / t));
                QVERIFY(near(*result.consistencyRatio, (t + 1 / t - 2) / 2 / 0.58));
                QCOMPARE(result.inconsistent(), (t + 1 / t - 2) / 2 / 0.58 >= 0.1);
            }
        }
    }
}

void IndicatorWeightsTest::agreeingJudgementsAreFound() {
    const Weights weights{0.4, 0.25, 0.2, 0.1, 0.05};
    Rows rows(5, std::vector<double>(5));
    for (size_t row = 0; row < 5; ++row) {
        for (size_t column = 0; column < 5; ++column) {
            rows[row][column] = weights[row] / weights[column];
        }
    }
    const JudgedWeights result = *judgedWeights(rows);
    QVERIFY(near(result.weights, weights));
    QVERIFY(near(result.lambdaMax, 5));
    QCOMPARE(*result.consistencyRatio, 0.0);
}

void IndicatorWeightsTest::fewAndManyJudged() {
    const JudgedWeights one = *judgedWeights({{1}});
    QVERIFY(near(one.weights, {1}));
    QCOMPARE(one.consistencyRatio, std::optional(0.0));
    const JudgedWeights two = *judgedWeights({{1, 4}, {0.25, 1}});
    QVERIFY(near(two.weights, {0.8, 0.2}));
    QCOMPARE(two.consistencyRatio, std::optional(0.0));
    QVERIFY(judgedWeights(reciprocal(10, std::vector<double>(45, 2)))->consistencyRatio.has_value());
    const JudgedWeights eleven = *judgedWeights(reciprocal(11, std::vector<double>(55, 2)));
    QVERIFY(!eleven.consistencyRatio && !eleven.inconsistent() && eleven.consistencyIndex > 0);
    QVERIFY(areWeights(eleven.weights));
}

/// Each is above the next, and the last above the first: the second eigenvalue is nearly as large.
void IndicatorWeightsTest::circularJudgementsConverge() {
    for (const double more : {9.0, 1e4, 1e9}) {
        const JudgedWeights result = *judgedWeights(reciprocal(3, {more, 1 / more, more}));
        QVERIFY(near(result.weights, Weights(3, 1.0 / 3)));
        QVERIFY(near(result.lambdaMax / (1 + more + 1 / more), 1));
        QVERIFY(result.inconsistent());
        const Rows four = reciprocal(4, {more, 1, 1 / more, more, 1, more});
        QVERIFY(near(judgedWeights(four)->weights, Weights(4, 0.25)));
    }
}

void IndicatorWeightsTest::judgementsThatCannotBe() {
    QCOMPARE(judgedWeights({}).error(), (Problem{.code = Problem::Code::FieldMissing, .field = u"judgements"_s}));
    QCOMPARE(judgedWeights({{1, 2}, {0.5}}).error().field, u"judgements[1]"_s);
    QCOMPARE(judgedWeights({{1, 2}, {0.4, 1}}).error().field, u"judgements[1][0]"_s);
    QCOMPARE(judgedWeights({{1, 2}, {0.4, 1}}).error().arguments, (QStringList{u"0.4"_s, u"0.5"_s, u"0.5"_s}));
    QCOMPARE(judgedWeights({{2, 2}, {0.5, 1}}).error().field, u"judgements[0][0]"_s);
    for (const double judgement : {0.0, -2.0, missing, infinite, 1e300}) {
        const Problem problem = judgedWeights({{1, judgement}, {1 / judgement, 1}}).error();
        QCOMPARE(problem.code, Problem::Code::OutOfRange);
        QCOMPARE(problem.field, u"judgements[0][1]"_s);
    }
}

void IndicatorWeightsTest::orderOfZonesAndIndicatorsChangesNothing() {
    std::mt19937 random(4);
    for (int round = 0; round < 50; ++round) {
        const IndicatorMatrix matrix = randomMatrix(random, 13, 5, 1);
        IndicatorMatrix moved(13, 5);
        for (int zone = 0; zone < 13; ++zone) {
            for (int indicator = 0; indicator < 5; ++indicator) {
                moved.at((zone * 5 + 2) % 13, (indicator * 2 + 1) % 5) = matrix.at(zone, indicator);
            }
        }
        for (const auto kind : {Weighting::Kind::Entropy, Weighting::Kind::Critic}) {
            const Weights weights = *indicatorWeights(matrix, {.kind = kind});
            const Weights movedWeights = *indicatorWeights(moved, {.kind = kind});
            QVERIFY(areWeights(weights));
            for (size_t indicator = 0; indicator < 5; ++indicator) {
                QVERIFY(near(movedWeights[(indicator * 2 + 1) % 5], weights[indicator]));
            }
        }
    }
}

void IndicatorWeightsTest::anyWeighting() {
    using enum Weighting::Kind;
    const IndicatorMatrix matrix = matrixOf(towns);
    QCOMPARE(*indicatorWeights(matrix, {}), Weights(4, 0.25));
    QCOMPARE(*indicatorWeights(matrix, {.kind = Entropy}), entropyWeights(matrix)->weights);
    QCOMPARE(*indicatorWeights(matrix, {.kind = Critic}), criticWeights(matrix)->weights);
    QVERIFY(near(*indicatorWeights(matrix, {.kind = Given, .given = {4, 3, 2, 1}}), {0.4, 0.3, 0.2, 0.1}));
    QVERIFY(near(*indicatorWeights(matrix, {.kind = Given, .cap = 0.31, .given = {4, 3, 2, 1}}),
                 {0.31, 0.31, 0.38 * 2 / 3, 0.38 / 3}));
    QCOMPARE(indicatorWeights(matrix, {.kind = Given, .given = {1}}).error().field, u"given"_s);
}

QTEST_GUILESS_MAIN(IndicatorWeightsTest)
#include "indicator_weights_test.moc"
