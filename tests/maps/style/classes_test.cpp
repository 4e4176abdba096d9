#include "maps/style/classes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace tiermap;
using Method = ClassMethod;

namespace {

/// Employees per square kilometre in the 58 counties of California, US Census Bureau: the example of the Python library
/// mapclassify, whose documentation prints what its classifiers make of it (upper bounds and counts).
const std::vector<double> california{
    329.92, 0.42, 5.9,   14.03,  2.78,  1.34,  181.27, 1.65,    10.03, 16.7,  1.32,   3.99,  3.16,   0.22,  8.7,
    6.56,   3.27, 0.33,  370.5,  4.51,  75.29, 0.99,   2.74,    8.68,  0.14,  0.92,   12.63, 28.7,   12.02, 722.85,
    36.68,  0.74, 29.82, 192.05, 3.38,  11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39,
    0.13,   0.61, 50.65, 40.48,  36.67, 13.09, 1.81,   0.2,     7.6,   2.51,  57.26,  24.32, 6.97};

bool near(const std::vector<double>& a, const std::vector<double>& b, double tolerance) {
    return std::ranges::equal(a, b, [&](double x, double y) { return std::abs(x - y) <= tolerance; });
}

QByteArray text(const Classes& classes) {
    QByteArray all;
    for (const double bound : classes.bounds)
        all += QByteArray::number(bound, 'g', 8) + ' ';
    for (const int count : classes.counts)
        all += QByteArray::number(count) + ' ';
    return all;
}

double deviations(const std::vector<double>& sorted, std::size_t begin, std::size_t end) {
    double mean = 0;
    for (std::size_t i = begin; i < end; ++i)
        mean += sorted[i] / double(end - begin);
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i)
        sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

/// All ways to part a sorted row, tried one after the other.
double leastDeviations(const std::vector<double>& sorted, std::size_t begin, int count) {
    if (count == 1)
        return deviations(sorted, begin, sorted.size());
    double least = deviations(sorted, begin, sorted.size());
    for (std::size_t end = begin + 1; end < sorted.size(); ++end)
        least = std::min(least, deviations(sorted, begin, end) + leastDeviations(sorted, end, count - 1));
    return least;
}

constexpr Method methods[] = {Method::EqualInterval,     Method::Quantile, Method::NaturalBreaks,
                              Method::StandardDeviation, Method::Pretty,   Method::Manual};

} // namespace

class ClassesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPublishedClasses();
    void naturalBreaksAreTheBest();
    void naturalBreaksOfManyNumbers();
    void standardDeviationsStandAroundTheMean();
    void prettyBoundsAreRound();
    void everyNumberIsInOneClass_data();
    void everyNumberIsInOneClass();
    void fewNumbersMakeFewClasses();
};

void ClassesTest::agreesWithPublishedClasses() {
    const Classes equal = classify(california, Method::EqualInterval, 5);
    QVERIFY2(near(equal.bounds, {0.13, 822.394, 1644.658, 2466.922, 3289.186, 4111.45}, 1e-9), text(equal));
    QCOMPARE(equal.counts, (std::vector<int>{57, 0, 0, 0, 1}));
    const Classes quantile = classify(california, Method::Quantile, 5);
    QVERIFY2(near(quantile.bounds, {0.13, 1.464, 5.798, 13.278, 54.616, 4111.45}, 1e-9), text(quantile));
    QCOMPARE(quantile.counts, (std::vector<int>{12, 11, 12, 11, 12}));
    // It names the greatest of each class, we the least of the next: (0.13, 75.29] and [0.13, 110.74) hold the same.
    const Classes natural = classify(california, Method::NaturalBreaks, 5);
    QVERIFY2(near(natural.bounds, {0.13, 110.74, 264.93, 722.85, 4111.45, 4111.45}, 1e-9), text(natural));
    QCOMPARE(natural.counts, (std::vector<int>{49, 3, 4, 1, 1}));
    const Classes manual = classify(california, Method::Manual, 5, {100, 10, 10, 9000, -5});
    QVERIFY2(near(manual.bounds, {0.13, 10, 100, 4111.45}, 0), text(manual));
}

void ClassesTest::naturalBreaksAreTheBest() {
    std::mt19937 random(20260101);
    for (int round = 0; round < 60; ++round) {
        std::vector<double> numbers(4 + random() % 9);
        for (double& number : numbers)
            number = round % 2 == 0 ? double(random() % 10) : std::ldexp(double(random() % 1000), int(random() % 12));
        std::ranges::sort(numbers);
        const int count = 2 + int(random() % 4);
        const Classes classes = classify(numbers, Method::NaturalBreaks, count);
        double within = 0;
        std::size_t begin = 0;
        for (const int in : classes.counts) {
            within += deviations(numbers, begin, begin + std::size_t(in));
            begin += std::size_t(in);
        }
        const double best = leastDeviations(numbers, 0, count);
        QVERIFY2(std::abs(within - best) <= 1e-9 * (1 + best), text(classes));
        const double all = deviations(numbers, 0, numbers.size());
        QVERIFY(all == 0 || std::abs(classes.varianceFit - (1 - best / all)) < 1e-9);
    }
}

/// Far from zero and close together, where squares lose their digits first.
void ClassesTest::naturalBreaksOfManyNumbers() {
    std::vector<double> numbers;
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i)
        numbers.push_back(1e7 + 100 * (i % 4) + double(random() % 1000) / 100);
    const Classes classes = classify(numbers, Method::NaturalBreaks, 4);
    QCOMPARE(classes.counts, (std::vector<int>{5000, 5000, 5000, 5000}));
    for (int i = 1; i < 4; ++i)
        QVERIFY2(classes.bounds[std::size_t(i)] - 1e7 - 100 * i < 0.1, text(classes));
}

void ClassesTest::standardDeviationsStandAroundTheMean() {
    // Mean 5, standard deviation of the population 2: the textbook's row.
    const std::vector<double> row{2, 4, 4, 4, 5, 5, 7, 9};
    QVERIFY(near(classify(row, Method::StandardDeviation, 4).bounds, {2, 3, 5, 7, 9}, 1e-12));
    QVERIFY(near(classify(row, Method::StandardDeviation, 3).bounds, {2, 4, 6, 9}, 1e-12));
}

void ClassesTest::prettyBoundsAreRound() {
    QVERIFY(near(classify({3, 97}, Method::Pretty, 5).bounds, {0, 20, 40, 60, 80, 100}, 0));
    QVERIFY(near(classify({0.11, 0.52}, Method::Pretty, 4).bounds, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, 0));
    QVERIFY(near(classify({-12, 8}, Method::Pretty, 4).bounds, {-15, -10, -5, 0, 5, 10}, 0));
    QVERIFY(near(classify({10, 40}, Method::Pretty, 3).bounds, {10, 20, 30, 40}, 0));
}

void ClassesTest::everyNumberIsInOneClass_data() {
    QTest::addColumn<QList<double>>("numbers");
    QTest::newRow("ties") << QList<double>{1, 1, 1, 1, 2, 2, 9};
    QTest::newRow("one value") << QList<double>{5};
    QTest::newRow("all equal") << QList<double>{3, 3, 3, 3};
    QTest::newRow("negative") << QList<double>{-9, -4, -4, 0, 2.5};
    QTest::newRow("fewer than classes") << QList<double>{1, 2};
    QTest::newRow("tiny and huge") << QList<double>{1e-300, 1, 1e300};
    QTest::newRow("next to each other") << QList<double>{1, std::nextafter(1, 2), std::nextafter(1, 3)};
    QTest::newRow("California") << QList<double>(california.begin(), california.end());
}

void ClassesTest::everyNumberIsInOneClass() {
    QFETCH(QList<double>, numbers);
    const std::vector<double> row(numbers.begin(), numbers.end());
    for (const Method method : methods) {
        for (int count = 1; count <= 9; ++count) {
            const Classes classes = classify(row, method, count, {0, 1, 2});
            QVERIFY2(std::ranges::is_sorted(classes.bounds), text(classes));
            QCOMPARE(classes.bounds.size(), classes.counts.size() + 1);
            std::vector<int> counts(classes.counts.size());
            for (const double number : row) {
                const int in = classes.classOf(number);
                QVERIFY2(in >= 0 && in < classes.size(), text(classes));
                QVERIFY2(number >= classes.bounds[std::size_t(in)] && number <= classes.bounds[std::size_t(in) + 1],
                         text(classes));
                ++counts[std::size_t(in)];
            }
            QCOMPARE(counts, classes.counts);
        }
    }
}

void ClassesTest::fewNumbersMakeFewClasses() {
    for (const Method method : methods) {
        QCOMPARE(classify({}, method, 5).size(), 0);
        QCOMPARE(classify({std::nan(""), std::numeric_limits<double>::infinity()}, method, 5).size(), 0);
        QCOMPARE(classify({4, 4, std::nan("")}, method, 5).counts, (std::vector<int>{2}));
    }
    QCOMPARE(classify({1, 2, 2}, Method::NaturalBreaks, 5).counts, (std::vector<int>{1, 2}));
    QCOMPARE(classify({1, 1, 1, 1, 1, 9}, Method::Quantile, 5).size(), 1); // bounds at equal numbers fall together
}

QTEST_GUILESS_MAIN(ClassesTest)
#include "classes_test.moc"
