#include "core/analysis/scaling.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

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

IndicatorMatrix columnOf(const std::vector<double>& values) {
    IndicatorMatrix matrix(static_cast<int>(values.size()), 1);
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        matrix.at(zone, 0) = values[static_cast<size_t>(zone)];
    }
    return matrix;
}

bool near(double value, double expected) {
    return std::isnan(expected) ? std::isnan(value) : std::abs(value - expected) <= 1e-9;
}

bool near(const IndicatorMatrix& values, const IndicatorMatrix& expected) {
    for (int zone = 0; zone < expected.zones(); ++zone) {
        if (!std::ranges::equal(values.zone(zone), expected.zone(zone),
                                [](double a, double b) { return near(a, b); })) {
            return false;
        }
    }
    return values.zones() == expected.zones() && values.indicators() == expected.indicators();
}

std::vector<double> scaledColumn(const std::vector<double>& values, const IndicatorMeaning& meaning, Scaling scaling) {
    return scaled(columnOf(values), std::vector{meaning}, scaling)->values.indicator(0);
}

bool near(const std::vector<double>& values, const std::vector<double>& expected) {
    return std::ranges::equal(values, expected, [](double a, double b) { return near(a, b); });
}

const IndicatorMeaning more{};
const IndicatorMeaning less{.better = Better::Less};

/// Six towns: residents in thousands, gross product per square kilometre, minutes to the next station, a share of
/// roofs.
const Rows towns{{12, 340, 7.5, 0.20}, {30, 120, 9, 0.55}, {18, 510, 4, 0.10},
                 {25, 260, 6, 0.90},   {12, 430, 8, 0.35}, {40, 90, 5.5, 0.60}};
const std::vector<IndicatorMeaning> townMeanings{more, more, less, more};
constexpr Scaling withoutTarget[] = {Scaling::MinMax, Scaling::ZScore, Scaling::Rank};

} // namespace

class ScalingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPython();
    void tiesShareTheMeanOfTheirRanks();
    void ratioToTheTarget();
    void missingStaysMissing();
    void constantAndEmptyAreListed();
    void lessIsBetterIsMoreOfTheNegative();
    void unitsAndOriginChangeNothing();
    void betterIsNeverLess();
    void betweenZeroAndOneKeepsTheOrder();
    void extremeValuesStayNumbers();
    void problems();
};

/// Python 3, statistics.pstdev and fmean: (x - fmean(c)) / pstdev(c), with the sign turned for the third.
void ScalingTest::agreesWithPython() {
    const Rows minMax{{0.0, 0.5952380952380952, 0.3, 0.125},  {0.6428571428571429, 0.07142857142857142, 0.0, 0.5625},
                      {0.21428571428571427, 1.0, 1.0, 0.0},   {0.4642857142857143, 0.40476190476190477, 0.6, 1.0},
                      {0.0, 0.8095238095238095, 0.2, 0.3125}, {1.0, 0.0, 0.7, 0.625}};
    const Rows zScores{{-1.0754457819403254, 0.31609624321847374, -0.49751859510499435, -0.9338592095470355},
                       {0.7114487480528309, -1.1226866569483729, -1.3930520662939845, 0.3735436838188143},
                       {-0.4798142719426067, 1.427883029711037, 1.5920595043359826, -1.3074028933658497},
                       {0.21508915638806522, -0.20709753866037955, 0.3980148760839958, 1.680946577184664},
                       {-1.0754457819403254, 0.9046892478321837, -0.7960297521679911, -0.3735436838188143},
                       {1.7041679313823621, -1.3188843251529427, 0.6965260331469926, 0.5603155257282212}};
    QVERIFY(near(scaled(matrixOf(towns), townMeanings, Scaling::MinMax)->values, matrixOf(minMax)));
    QVERIFY(near(scaled(matrixOf(towns), townMeanings, Scaling::ZScore)->values, matrixOf(zScores)));
}

void ScalingTest::tiesShareTheMeanOfTheirRanks() {
    const std::vector<double> values{3, 1, 3, missing, 7, 3};
    QVERIFY(near(scaledColumn(values, more, Scaling::Rank), {0.5, 0, 0.5, missing, 1, 0.5}));
    QVERIFY(near(scaledColumn({5, 5, 1, 9}, more, Scaling::Rank), {0.5, 0.5, 0, 1}));
    QVERIFY(near(scaledColumn({5, 5, 1}, less, Scaling::Rank), {0.25, 0.25, 1}));
}

void ScalingTest::ratioToTheTarget() {
    const Scaling ratio = Scaling::TargetRatio;
    QVERIFY(near(scaledColumn({30, 50, missing}, {.target = 40}, ratio), {0.75, 1.25, missing}));
    QVERIFY(near(scaledColumn({10, 4}, {.better = Better::Less, .target = 5}, ratio), {0.5, 1.25}));
    const ScaledMatrix alike = *scaled(columnOf({30, 30}), std::vector{IndicatorMeaning{.target = 40}}, ratio);
    QCOMPARE(alike.constant, std::vector{0});
    QCOMPARE(alike.values.at(1, 0), 0.75);
}

void ScalingTest::missingStaysMissing() {
    Rows rows = towns;
    rows[1][2] = missing;
    rows[4][0] = missing;
    for (const Scaling scaling : withoutTarget) {
        const IndicatorMatrix values = scaled(matrixOf(rows), townMeanings, scaling)->values;
        for (int zone = 0; zone < 6; ++zone) {
            for (int indicator = 0; indicator < 4; ++indicator) {
                QCOMPARE(values.isMissing(zone, indicator), matrixOf(rows).isMissing(zone, indicator));
            }
        }
        // As if the zone were not there.
        const std::vector<double> third{7.5, 4, 6, 8, 5.5};
        std::vector<double> left = values.indicator(2);
        left.erase(left.begin() + 1);
        QVERIFY(near(left, scaledColumn(third, less, scaling)));
    }
}

void ScalingTest::constantAndEmptyAreListed() {
    const IndicatorMatrix matrix =
        matrixOf({{1, 0.1, missing, missing}, {2, 0.1, missing, 7}, {3, 0.1, missing, missing}});
    for (const Scaling scaling : withoutTarget) {
        const ScaledMatrix result = *scaled(matrix, townMeanings, scaling);
        const double middle = scaling == Scaling::ZScore ? 0 : 0.5;
        QCOMPARE(result.constant, (std::vector{1, 3}));
        QCOMPARE(result.empty, std::vector{2});
        QVERIFY(near(result.values.indicator(1), {middle, middle, middle}));
        QVERIFY(near(result.values.indicator(2), {missing, missing, missing}));
        QVERIFY(near(result.values.indicator(3), {missing, middle, missing}));
        QCOMPARE(betweenZeroAndOne(result).at(0, 1), 0.5);
    }
    const ScaledMatrix oneZone = *scaled(matrixOf({{5}}), std::vector{more}, Scaling::ZScore);
    QCOMPARE(betweenZeroAndOne(oneZone).at(0, 0), 0.5);
    QCOMPARE(scaled(IndicatorMatrix(0, 1), std::vector{more}, Scaling::MinMax)->empty, std::vector{0});
    QVERIFY(scaled(IndicatorMatrix(), {}, Scaling::Rank).has_value());
}

void ScalingTest::lessIsBetterIsMoreOfTheNegative() {
    for (const Scaling scaling : withoutTarget) {
        const std::vector<double> values{7.5, 9, 4, missing, 6, 4};
        std::vector<double> negative = values;
        std::ranges::transform(negative, negative.begin(), [](double value) { return -value; });
        QVERIFY(near(scaledColumn(values, less, scaling), scaledColumn(negative, more, scaling)));
    }
}

void ScalingTest::unitsAndOriginChangeNothing() {
    for (const Scaling scaling : withoutTarget) {
        for (const IndicatorMeaning& meaning : {more, less}) {
            const std::vector<double> values{7.5, 9, -4, missing, 6, 9};
            std::vector<double> moved = values;
            std::ranges::transform(moved, moved.begin(), [](double value) { return 1000 * value - 273; });
            QVERIFY(near(scaledColumn(moved, meaning, scaling), scaledColumn(values, meaning, scaling)));
        }
    }
    QVERIFY(near(scaledColumn({30, 50}, {.target = 40}, Scaling::TargetRatio),
                 scaledColumn({30'000, 50'000}, {.target = 40'000}, Scaling::TargetRatio)));
}

void ScalingTest::betterIsNeverLess() {
    std::mt19937 random(1);
    for (int round = 0; round < 100; ++round) {
        std::vector<double> values(12);
        std::ranges::generate(values, [&] { return static_cast<double>(random() % 9 + 1); });
        for (const Scaling scaling : {Scaling::MinMax, Scaling::ZScore, Scaling::Rank, Scaling::TargetRatio}) {
            const IndicatorMeaning meaning{.better = round % 2 == 0 ? Better::More : Better::Less, .target = 4};
            const std::vector<double> result = scaledColumn(values, meaning, scaling);
            for (size_t zone = 1; zone < values.size(); ++zone) {
                const double change = (round % 2 == 0 ? 1 : -1) * (values[zone] - values[0]);
                QCOMPARE(result[zone] > result[0], change > 0);
                QCOMPARE(result[zone] == result[0], change == 0);
            }
        }
    }
}

void ScalingTest::betweenZeroAndOneKeepsTheOrder() {
    // One zone apart from all others is as far from the mean as a z-score can be.
    const IndicatorMatrix apart = columnOf({2, 2, 2, 2, 9});
    const ScaledMatrix zScores = *scaled(apart, std::vector{more}, Scaling::ZScore);
    QVERIFY(near(zScores.values.at(4, 0), 2));
    QVERIFY(near(betweenZeroAndOne(zScores).indicator(0), {0.375, 0.375, 0.375, 0.375, 1}));
    const ScaledMatrix ratios = *scaled(apart, std::vector{IndicatorMeaning{.target = 4}}, Scaling::TargetRatio);
    QVERIFY(near(betweenZeroAndOne(ratios).indicator(0), {0.5, 0.5, 0.5, 0.5, 1}));
    for (const Scaling scaling : {Scaling::MinMax, Scaling::Rank}) {
        const ScaledMatrix there = *scaled(matrixOf(towns), townMeanings, scaling);
        QVERIFY(near(betweenZeroAndOne(there), there.values));
    }
    const ScaledMatrix many = *scaled(matrixOf(towns), townMeanings, Scaling::ZScore);
    for (int zone = 0; zone < 6; ++zone) {
        for (int indicator = 0; indicator < 4; ++indicator) {
            const double expected = 0.5 + many.values.at(zone, indicator) / (2 * std::sqrt(5));
            QVERIFY(near(betweenZeroAndOne(many).at(zone, indicator), expected));
        }
    }
}

void ScalingTest::extremeValuesStayNumbers() {
    for (const double scale : {1e308, 1e-300, 1e-310}) {
        const std::vector<double> values{1.5 * scale, -1.5 * scale, 0};
        QVERIFY(near(scaledColumn(values, more, Scaling::MinMax), {1, 0, 0.5}));
        QVERIFY(near(scaledColumn(values, less, Scaling::Rank), {0, 1, 0.5}));
        QVERIFY(near(scaledColumn(values, more, Scaling::ZScore), {std::sqrt(1.5), -std::sqrt(1.5), 0}));
    }
}

void ScalingTest::problems() {
    using enum Problem::Code;
    const auto problem = [](const IndicatorMatrix& raw, const std::vector<IndicatorMeaning>& meanings) {
        return scaled(raw, meanings, Scaling::TargetRatio).error();
    };
    const Problem size = scaled(columnOf({1, 2}), townMeanings, Scaling::MinMax).error();
    QCOMPARE(size.code, OutOfRange);
    QCOMPARE(size.field, u"meanings"_s);
    QCOMPARE(size.arguments, (QStringList{u"4"_s, u"1"_s, u"1"_s}));

    QCOMPARE(problem(columnOf({1, 2}), {more}), (Problem{.code = FieldMissing, .field = u"meanings[0].target"_s}));
    for (const double target : {0.0, -1.0, missing, infinite}) {
        QCOMPARE(problem(columnOf({1, 2}), {{.target = target}}).field, u"meanings[0].target"_s);
    }
    for (const double value : {0.0, -2.0}) {
        const Problem notPositive = problem(columnOf({1, value}), {{.target = 1}});
        QCOMPARE(notPositive.code, OutOfRange);
        QCOMPARE(notPositive.field, u"raw[1][0]"_s);
    }
    QCOMPARE(problem(columnOf({1, 1e308}), {{.target = 1e-308}}).field, u"raw[1][0]"_s);
    // What has no value needs no target.
    QVERIFY(scaled(columnOf({missing}), std::vector{more}, Scaling::TargetRatio).has_value());
}

QTEST_GUILESS_MAIN(ScalingTest)
#include "scaling_test.moc"
