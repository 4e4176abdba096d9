#include "core/analysis/index_decomposition.h"
#include "tests/core/analysis/matrix_rows.h"
#include "tests/core/analysis/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

IndicatorMatrix drawn(Random& random, int parts, int factors) {
    IndicatorMatrix result(parts, factors);
    for (int part = 0; part < parts; ++part) {
        for (int factor = 0; factor < factors; ++factor) {
            result.at(part, factor) = std::pow(10, random() % 600 / 100.0 - 3);
        }
    }
    return result;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

} // namespace

class IndexDecompositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logarithmicMeanOfFarAndNear();
    void workedByHand();
    void leavesNoResidual();
    void isReversedInTime();
    void constantFactorHasNoEffect();
    void zerosAreSmallValues();
    void effectsAddUpWithZeros();
    void extremeValuesStayNumbers();
    void problems();
};

void IndexDecompositionTest::logarithmicMeanOfFarAndNear() {
    QCOMPARE(logarithmicMean(7, 7), 7.0);
    QVERIFY(near(logarithmicMean(1, std::exp(1)), std::exp(1) - 1, 1e-15));
    QCOMPARE(logarithmicMean(2, 5), logarithmicMean(5, 2));
    for (const double e : {1e-3, 1e-6, 1e-9, 1e-12, 1e-15}) { // its series; the quotient itself is off by 1e-16 / e
        const double b = 1 + e;
        const double exact = b - 1;
        QVERIFY(near(logarithmicMean(b, 1), 1 + exact / 2 - exact * exact / 12 + exact * exact * exact / 24, 1e-13));
    }
    for (const auto& [a, b] : {std::pair(1e308, 1e-308), std::pair(5e-324, 1e308), std::pair(5e-324, 1e-323)}) {
        const double mean = logarithmicMean(a, b);
        QVERIFY(mean >= std::min(a, b) && mean <= std::max(a, b));
    }
    QVERIFY(near(logarithmicMean(1e300, 1e-300), 1e300 / (600 * std::log(10)), 1e286));
}

/// Energy = activity x share x intensity of two sectors; the numbers of the effects by Python's decimal, 50 digits.
void IndexDecompositionTest::workedByHand() {
    const IndexDecomposition result =
        *indexDecomposition(matrix({{50, 0.2, 3}, {50, 0.8, 0.5}}), matrix({{80, 0.5, 2}, {80, 0.5, 0.4}}));
    QVERIFY(near(result.base, 50) && near(result.end, 96) && near(result.change(), 46));
    QVERIFY(near(result.effects[0], 32.3846379109167487291));
    QVERIFY(near(result.effects[1], 38.2848673502256242180));
    QVERIFY(near(result.effects[2], -24.669505261142372947));
    QVERIFY(near(result.partEffects.at(0, 0), 50 / std::log(80.0 / 30) * std::log(1.6)));
    QVERIFY(near(result.partEffects.at(1, 2), -4 / std::log(0.8) * std::log(0.8)));
}

void IndexDecompositionTest::leavesNoResidual() {
    Random random(1);
    for (int round = 0; round < 300; ++round) {
        const int parts = 1 + static_cast<int>(random() % 10);
        const int factors = 1 + static_cast<int>(random() % 5);
        const IndicatorMatrix base = drawn(random, parts, factors);
        const IndicatorMatrix end = drawn(random, parts, factors);
        const IndexDecomposition result = *indexDecomposition(base, end);
        const double scale = std::max(result.base, result.end);
        QVERIFY(near(sum(result.effects), result.change(), 1e-12 * scale));
        for (int factor = 0; factor < factors; ++factor) {
            QVERIFY(near(sum(result.partEffects.indicator(factor)), result.effects[static_cast<size_t>(factor)],
                         1e-12 * scale));
        }
    }
}

void IndexDecompositionTest::isReversedInTime() {
    Random random(2);
    const IndicatorMatrix base = drawn(random, 6, 3);
    const IndicatorMatrix end = drawn(random, 6, 3);
    const IndexDecomposition forth = *indexDecomposition(base, end);
    const IndexDecomposition back = *indexDecomposition(end, base);
    for (size_t factor = 0; factor < 3; ++factor) {
        QVERIFY(near(forth.effects[factor], -back.effects[factor], 1e-12 * std::abs(forth.effects[factor])));
    }
}

void IndexDecompositionTest::constantFactorHasNoEffect() {
    const IndexDecomposition result = *indexDecomposition(matrix({{2, 3}, {5, 7}}), matrix({{4, 3}, {1, 7}}));
    QVERIFY(near(result.effects[0], 6 - 28));
    QCOMPARE(result.effects[1], 0.0);
    const IndexDecomposition same = *indexDecomposition(matrix({{2, 3}}), matrix({{2, 3}}));
    QCOMPARE(same.effects, (std::vector<double>{0, 0}));
}

/// A part that begins: 0 x 2 becomes 5 x 3, with 0 read as 5e-20.
void IndexDecompositionTest::zerosAreSmallValues() {
    const IndexDecomposition result = *indexDecomposition(matrix({{0, 2}}), matrix({{5, 3}}));
    const double distance = std::log(1e20) + std::log(1.5);
    QVERIFY(near(result.effects[0], 15 * std::log(1e20) / distance));
    QVERIFY(near(result.effects[1], 15 * std::log(1.5) / distance));
    // The smaller the value, the less is kept by the factors that were not 0.
    QVERIFY(indexDecomposition(matrix({{0, 2}}), matrix({{5, 3}}), 1e-10)->effects[1] > result.effects[1]);
    QVERIFY(indexDecomposition(matrix({{0, 2}}), matrix({{5, 3}}), 1e-200)->effects[1] < result.effects[1] / 5);
    // Persons or ten thousands of them: the effects are the same.
    QVERIFY(near(indexDecomposition(matrix({{0, 2}}), matrix({{5e-4, 3e4}}))->effects[0] +
                     indexDecomposition(matrix({{0, 2}}), matrix({{5e-4, 3e4}}))->effects[1],
                 15));
    QVERIFY(near(indexDecomposition(matrix({{0, 2e4}}), matrix({{5e-4, 3e4}}))->effects[0], result.effects[0]));
    // Nothing in both years, be it by one factor or by different ones.
    const IndexDecomposition nothing =
        *indexDecomposition(matrix({{0, 2}, {0, 4}, {0, 0}}), matrix({{0, 3}, {7, 0}, {0, 0}}));
    QCOMPARE(nothing.effects, (std::vector<double>{0, 0}));
}

void IndexDecompositionTest::effectsAddUpWithZeros() {
    Random random(3);
    for (int round = 0; round < 300; ++round) {
        const auto drawnWithZeros = [&] {
            IndicatorMatrix result(5, 3);
            for (int part = 0; part < 5; ++part) {
                for (int factor = 0; factor < 3; ++factor) {
                    result.at(part, factor) = random() % 3 == 0 ? 0 : random() % 1000 / 7.0;
                }
            }
            return result;
        };
        const IndexDecomposition result = *indexDecomposition(drawnWithZeros(), drawnWithZeros());
        QVERIFY(near(sum(result.effects), result.change(), 1e-9 + 1e-12 * std::max(result.base, result.end)));
    }
}

void IndexDecompositionTest::extremeValuesStayNumbers() {
    const auto finite = [](const Result<IndexDecomposition>& result) {
        return result && std::ranges::all_of(result->effects, [](double effect) { return std::isfinite(effect); });
    };
    QVERIFY(finite(indexDecomposition(matrix({{1e308, 1e-308}}), matrix({{1e-308, 1e308}}))));
    QVERIFY(finite(indexDecomposition(matrix({{5e-324, 0}}), matrix({{0, 5e-324}}))));
    QVERIFY(finite(indexDecomposition(matrix({{5e-324}}), matrix({{0}}))));
    QVERIFY(finite(indexDecomposition(matrix({{0, 1e300}}), matrix({{1e-300, 1e8}}))));
}

void IndexDecompositionTest::problems() {
    using enum Problem::Code;
    const auto fails = [](const Result<IndexDecomposition>& result, Problem::Code code, const QString& field, int row) {
        return !result && result.error().code == code && result.error().field == field && result.error().row == row;
    };
    const IndicatorMatrix good = matrix({{1, 2}, {3, 4}});
    QVERIFY(fails(indexDecomposition(good, matrix({{1, 2}})), ValueUnknown, u"end"_s, 0));
    QVERIFY(fails(indexDecomposition({}, {}), FieldMissing, u"base"_s, 0));
    QVERIFY(fails(indexDecomposition(good, matrix({{1, 2}, {missing, 4}})), FieldMissing, u"end"_s, 2));
    QVERIFY(fails(indexDecomposition(matrix({{1, -2}, {3, 4}}), good), OutOfRange, u"base"_s, 1));
    QVERIFY(fails(indexDecomposition(matrix({{1, 2}, {INFINITY, 4}}), good), OutOfRange, u"base"_s, 2));
    QVERIFY(fails(indexDecomposition(good, matrix({{1, 2}, {1e200, 1e200}})), OutOfRange, u"end"_s, 2));
    for (const double share : {0.0, -1e-20, 1e-9, double(missing)}) {
        QVERIFY(fails(indexDecomposition(good, good, share), OutOfRange, u"zeroShare"_s, 0));
    }
}

QTEST_GUILESS_MAIN(IndexDecompositionTest)
#include "index_decomposition_test.moc"
