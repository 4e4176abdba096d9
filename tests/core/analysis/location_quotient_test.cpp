#include "core/analysis/location_quotient.h"

#include <QTest>

#include <cmath>

using namespace tiermap;

class LocationQuotientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundsAreClopperAndPearsons_data();
    void boundsAreClopperAndPearsons();
    void theWholeHasOne();
    void fewUnitsAreNoSpecialisation();
    void nothingIsKnownOfNothing();
};

/// R 4.3, binom.test(x, n)$conf.int, as of its documentation's method; a whole whose share is one half doubles them.
void LocationQuotientTest::boundsAreClopperAndPearsons_data() {
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("zone");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    // In closed form: of 0 in n the upper bound is 1 - 0.025^(1/n), of n in n the lower one 0.025^(1/n).
    QTest::newRow("none of 20") << qint64{0} << qint64{20} << 0.0 << 1 - std::pow(0.025, 1.0 / 20);
    QTest::newRow("all of 20") << qint64{20} << qint64{20} << std::pow(0.025, 1.0 / 20) << 1.0;
    // The roots of the two binomial tails, to be checked below against their definition.
    QTest::newRow("10 of 100") << qint64{10} << qint64{100} << 0.04900469 << 0.17622260;
    QTest::newRow("682 of 925") << qint64{682} << qint64{925} << 0.7076683 << 0.7654066; // binom.test's own example
}

void LocationQuotientTest::boundsAreClopperAndPearsons() {
    QFETCH(qint64, part);
    QFETCH(qint64, zone);
    QFETCH(double, lower);
    QFETCH(double, upper);
    const LocationQuotient result = locationQuotient(part, zone, 50'000, 100'000);
    QVERIFY(std::abs(result.lower / 2 - lower) < 1e-7);
    QVERIFY(std::abs(result.upper / 2 - upper) < 1e-7);
    QVERIFY(std::abs(result.quotient - 2 * static_cast<double>(part) / static_cast<double>(zone)) < 1e-12);
}

void LocationQuotientTest::theWholeHasOne() {
    const LocationQuotient result = locationQuotient(300, 1000, 300, 1000);
    QCOMPARE(result.quotient, 1.0);
    QVERIFY(result.lower < 1 && result.upper > 1 && !result.specialised);
}

/// Nine of ten, where the whole has a hundredth: beyond doubt, and yet nine.
void LocationQuotientTest::fewUnitsAreNoSpecialisation() {
    QVERIFY(locationQuotient(9, 10, 1000, 100'000).lower > 1);
    QVERIFY(!locationQuotient(9, 10, 1000, 100'000).specialised);
    QVERIFY(locationQuotient(10, 10, 1000, 100'000).specialised);
    QVERIFY(!locationQuotient(12, 1000, 1000, 100'000).specialised); // 1.2, with a bound below 1
}

void LocationQuotientTest::nothingIsKnownOfNothing() {
    for (const LocationQuotient& result : {locationQuotient(0, 0, 5, 10), locationQuotient(0, 5, 0, 10)}) {
        QCOMPARE(result.quotient, 0.0);
        QCOMPARE(result.lower, 0.0);
        QVERIFY(std::isinf(result.upper) && !result.specialised);
    }
}

QTEST_GUILESS_MAIN(LocationQuotientTest)
#include "location_quotient_test.moc"
