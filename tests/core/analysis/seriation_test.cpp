#include "core/analysis/seriation.h"
#include "tests/core/analysis/matrix_rows.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

IndicatorMatrix onLine(const std::vector<double>& places) {
    IndicatorMatrix line(static_cast<int>(places.size()), 1);
    for (int item = 0; item < line.zones(); ++item) {
        line.at(item, 0) = places[static_cast<size_t>(item)];
    }
    return rowDissimilarity(line);
}

IndicatorMatrix randomDissimilarities(int count, std::mt19937& random) {
    IndicatorMatrix result(count, count);
    for (int one = 0; one < count; ++one) {
        result.at(one, one) = 0;
        for (int other = 0; other < one; ++other) {
            result.at(one, other) = result.at(other, one) = static_cast<double>(random() % 1000);
        }
    }
    return result;
}

double length(const IndicatorMatrix& dissimilarities, const std::vector<int>& order) {
    double sum = 0;
    for (size_t place = 1; place < order.size(); ++place) {
        sum += dissimilarities.at(order[place - 1], order[place]);
    }
    return sum;
}

bool isPermutation(std::vector<int> order, int count) {
    std::ranges::sort(order);
    std::vector<int> all(static_cast<size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    return order == all;
}

std::vector<double> shuffledLine(int count, unsigned seed) {
    std::vector<double> places(static_cast<size_t>(count));
    std::iota(places.begin(), places.end(), 1.0);
    std::ranges::transform(places, places.begin(), [](double place) { return place * place; }); // uneven gaps
    std::mt19937 random(seed);
    for (size_t item = places.size() - 1; item > 0; --item) {
        std::swap(places[item], places[random() % (item + 1)]);
    }
    return places;
}

} // namespace

class SeriationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsWorkedByHand();
    void columnsAreRowsOfTheTransposed();
    void nothingInCommon();
    void noOrTooFewItems();
    void exactBeatsEveryPermutation();
    void lineIsFound_data();
    void lineIsFound();
    void groupsStayTogether();
    void noStretchIsLeftToTurn();
    void isCloseToTheBest();
    void smallerEndComesFirst();
    void relabellingChangesNothing();
    void allEqual();
    void onlyAboveTheDiagonalCounts();
    void faults_data();
    void faults();
};

void SeriationTest::rowsWorkedByHand() {
    const IndicatorMatrix unlike = rowDissimilarity(matrix({{0, 1, missing}, {0.5, 0, 0.2}, {missing, 0.4, 1}}));
    const IndicatorMatrix expected = matrix({{0, 0.75, 0.6}, {0.75, 0, 0.6}, {0.6, 0.6, 0}});
    for (int one = 0; one < 3; ++one) {
        for (int other = 0; other < 3; ++other) {
            QVERIFY(std::abs(unlike.at(one, other) - expected.at(one, other)) < 1e-12);
        }
    }
}

void SeriationTest::columnsAreRowsOfTheTransposed() {
    const IndicatorMatrix unlike = columnDissimilarity(matrix({{0, 0.5, missing}, {1, 0, 0.4}, {missing, 0.2, 1}}));
    const IndicatorMatrix expected = rowDissimilarity(matrix({{0, 1, missing}, {0.5, 0, 0.2}, {missing, 0.4, 1}}));
    QCOMPARE(unlike.zones(), 3);
    for (int column = 0; column < 3; ++column) {
        QCOMPARE(unlike.indicator(column), expected.indicator(column));
    }
    QCOMPARE(columnDissimilarity(IndicatorMatrix(7, 4)).zones(), 4);
}

void SeriationTest::nothingInCommon() {
    // 0.2 and 0.4 are known, the first and the last have only each their own.
    const IndicatorMatrix unlike = rowDissimilarity(matrix({{0.1, missing}, {0.3, 0.5}, {missing, 0.9}}));
    QVERIFY(std::abs(unlike.at(0, 2) - 0.3) < 1e-12);
    QCOMPARE(unlike.at(2, 0), unlike.at(0, 2));
    const IndicatorMatrix unknown = rowDissimilarity(IndicatorMatrix(3, 2));
    QCOMPARE(unknown.at(0, 1), 0.0);
    QCOMPARE(*seriation(unknown), (std::vector{0, 1, 2}));
    QCOMPARE(rowDissimilarity(IndicatorMatrix(2, 0)).at(0, 1), 0.0);
}

void SeriationTest::noOrTooFewItems() {
    QCOMPARE(*seriation({}), std::vector<int>());
    QCOMPARE(*seriation(matrix({{0}})), std::vector{0});
    QCOMPARE(*seriation(matrix({{0, 3}, {3, 0}})), (std::vector{0, 1}));
    QCOMPARE(rowDissimilarity({}).zones(), 0);
}

void SeriationTest::exactBeatsEveryPermutation() {
    std::mt19937 random(1);
    for (const int count : {2, 3, 4, 5, 6, 7}) {
        for (int trial = 0; trial < 10; ++trial) {
            const IndicatorMatrix unlike = randomDissimilarities(count, random);
            std::vector<int> order(static_cast<size_t>(count));
            std::iota(order.begin(), order.end(), 0);
            double least = std::numeric_limits<double>::infinity();
            do {
                least = std::min(least, length(unlike, order));
            } while (std::ranges::next_permutation(order).found);
            const std::vector<int> found = *seriation(unlike);
            QVERIFY(isPermutation(found, count));
            QCOMPARE(length(unlike, found), least);
        }
    }
}

void SeriationTest::lineIsFound_data() {
    QTest::addColumn<int>("count");
    for (const int count : {3, 12, 13, 40, 150}) {
        QTest::addRow("%d", count) << count;
    }
}

void SeriationTest::lineIsFound() {
    QFETCH(int, count);
    const std::vector<double> places = shuffledLine(count, 5);
    std::vector<int> expected(places.size());
    std::iota(expected.begin(), expected.end(), 0);
    std::ranges::sort(expected, {}, [&](int item) { return places[static_cast<size_t>(item)]; });
    if (expected.front() > expected.back()) {
        std::ranges::reverse(expected);
    }
    QCOMPARE(*seriation(onLine(places)), expected);
}

void SeriationTest::groupsStayTogether() {
    std::mt19937 random(4);
    IndicatorMatrix values(30, 6);
    for (int item = 0; item < 30; ++item) {
        for (int indicator = 0; indicator < 6; ++indicator) {
            const int centre = indicator % 3 == item % 3 ? 1 : 0;
            values.at(item, indicator) = centre + static_cast<double>(random() % 100) / 1000;
        }
    }
    int changes = 0;
    const std::vector<int> order = *seriation(rowDissimilarity(values));
    for (size_t place = 1; place < order.size(); ++place) {
        changes += order[place] % 3 != order[place - 1] % 3 ? 1 : 0;
    }
    QCOMPARE(changes, 2);
}

void SeriationTest::noStretchIsLeftToTurn() {
    std::mt19937 random(6);
    const IndicatorMatrix unlike = randomDissimilarities(30, random);
    const std::vector<int> order = *seriation(unlike);
    QVERIFY(isPermutation(order, 30));
    for (size_t first = 0; first < 30; ++first) {
        for (size_t last = first + 1; last < 30; ++last) {
            std::vector<int> turned = order;
            std::reverse(turned.begin() + static_cast<std::ptrdiff_t>(first),
                         turned.begin() + static_cast<std::ptrdiff_t>(last) + 1);
            QVERIFY(length(unlike, turned) >= length(unlike, order) - 1e-6);
        }
    }
}

/// One item more than is solved exactly, at the place of another: the best path is as long as without it.
void SeriationTest::isCloseToTheBest() {
    std::mt19937 random(7);
    double lengths = 0;
    double best = 0;
    for (int trial = 0; trial < 50; ++trial) {
        IndicatorMatrix values(13, 4);
        IndicatorMatrix fewer(12, 4);
        for (int item = 0; item < 13; ++item) {
            for (int indicator = 0; indicator < 4; ++indicator) {
                values.at(item, indicator) =
                    item < 12 ? static_cast<double>(random() % 1000) / 999 : values.at(0, indicator);
                fewer.at(item % 12, indicator) = values.at(item % 12, indicator);
            }
        }
        lengths += length(rowDissimilarity(values), *seriation(rowDissimilarity(values)));
        best += length(rowDissimilarity(fewer), *seriation(rowDissimilarity(fewer)));
    }
    QVERIFY(lengths >= best - 1e-9);
    QVERIFY(lengths < 1.05 * best);
}

void SeriationTest::smallerEndComesFirst() {
    std::mt19937 random(8);
    for (const int count : {2, 5, 9, 14, 25}) {
        const IndicatorMatrix unlike = randomDissimilarities(count, random);
        const std::vector<int> order = *seriation(unlike);
        QVERIFY(order.front() < order.back());
        QCOMPARE(*seriation(unlike), order);
    }
}

void SeriationTest::relabellingChangesNothing() {
    for (const int count : {8, 20}) {
        const std::vector<double> places = shuffledLine(count, 9);
        std::vector<double> turned(places.rbegin(), places.rend());
        std::vector<int> order = *seriation(onLine(turned));
        for (int& item : order) {
            item = count - 1 - item;
        }
        if (order.front() > order.back()) {
            std::ranges::reverse(order);
        }
        QCOMPARE(*seriation(onLine(places)), order);
    }
}

void SeriationTest::allEqual() {
    for (const int count : {5, 20}) {
        const std::vector<int> order = *seriation(onLine(std::vector<double>(static_cast<size_t>(count), 0.5)));
        QVERIFY(isPermutation(order, count));
        QVERIFY(order.front() < order.back());
    }
}

void SeriationTest::onlyAboveTheDiagonalCounts() {
    IndicatorMatrix half = onLine({5, 1, 3, 9});
    const std::vector<int> order = *seriation(half);
    for (int one = 0; one < 4; ++one) {
        for (int other = 0; other <= one; ++other) {
            half.at(one, other) = missing;
        }
    }
    QCOMPARE(*seriation(half), order);
    QCOMPARE(order, (std::vector{1, 2, 0, 3}));
}

void SeriationTest::faults_data() {
    QTest::addColumn<double>("number");
    QTest::newRow("missing") << missing;
    QTest::newRow("negative") << -0.1;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void SeriationTest::faults() {
    QFETCH(double, number);
    for (const int count : {4, 14}) {
        IndicatorMatrix unlike(count, count);
        for (int one = 0; one < count; ++one) {
            for (int other = 0; other < count; ++other) {
                unlike.at(one, other) = one == 1 && other == 3 ? number : 1;
            }
        }
        const auto result = seriation(unlike);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Problem::Code::OutOfRange);
        QCOMPARE(result.error().field, u"dissimilarities"_s);
    }
    QCOMPARE(seriation(IndicatorMatrix(3, 2)).error().code, Problem::Code::OutOfRange);
}

QTEST_GUILESS_MAIN(SeriationTest)
#include "seriation_test.moc"
