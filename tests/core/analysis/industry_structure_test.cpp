#include "core/analysis/industry_structure.h"
#include "core/analysis/location_quotient.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

bool near(double value, double expected) { return std::abs(value - expected) <= 1e-12; }

IndicatorMatrix matrixOf(const std::vector<std::vector<double>>& rows) {
    IndicatorMatrix matrix(static_cast<int>(rows.size()), static_cast<int>(rows.front().size()));
    for (int row = 0; row < matrix.zones(); ++row) {
        for (int column = 0; column < matrix.indicators(); ++column) {
            matrix.at(row, column) = rows[static_cast<size_t>(row)][static_cast<size_t>(column)];
        }
    }
    return matrix;
}

IndicatorMatrix randomCounts(unsigned seed) {
    std::mt19937 random(seed);
    IndicatorMatrix counts(13, 6);
    for (int zone = 0; zone < 13; ++zone) {
        for (int industry = 0; industry < 6; ++industry) {
            counts.at(zone, industry) = static_cast<double>(random() % 3 == 0 ? 0 : random() % 500);
        }
    }
    return counts;
}

} // namespace

class IndustryStructureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand();
    void zonesWithoutStructure();
    void quotientsAreThoseOfTheBars();
    void distancesAreDistances();
    void sizeOfZoneChangesNothingButQuotients();
    void nothing();
    void smallAndLargeCountsStayNumbers();
    void refused();
};

/// In all, a quarter, a quarter and a half.
void IndustryStructureTest::workedByHand() {
    const IndustryStructure structure = *industryStructure(matrixOf({{50, 50, 0}, {0, 0, 100}, {25, 25, 50}}));
    QCOMPARE(structure.concentrations, (std::vector<double>{0.5, 1, 0.375}));
    QCOMPARE(structure.greatestQuotients, (std::vector<double>{2, 2, 1}));
    QCOMPARE(structure.greatestIndustries, (std::vector<int>{0, 2, 0}));
    QCOMPARE(structure.distances.at(0, 1), 2.0);
    QCOMPARE(structure.distances.at(0, 2), 1.0);
    QCOMPARE(structure.distances.at(2, 1), 1.0);
    QCOMPARE(structure.distances.at(1, 1), 0.0);
}

void IndustryStructureTest::zonesWithoutStructure() {
    const IndustryStructure all = *industryStructure(matrixOf({{50, 50, 0}, {0, 0, 100}, {25, 25, 50}}));
    const IndustryStructure some =
        *industryStructure(matrixOf({{0, 0, 0}, {50, 50, 0}, {0, 0, 100}, {900, missing, 3}, {25, 25, 50}}));
    for (const size_t none : {size_t{0}, size_t{3}}) {
        QVERIFY(std::isnan(some.concentrations[none]));
        QVERIFY(std::isnan(some.greatestQuotients[none]));
        QCOMPARE(some.greatestIndustries[none], -1);
        QVERIFY(some.shares.isMissing(static_cast<int>(none), 0));
        for (int other = 0; other < 5; ++other) {
            QVERIFY(some.distances.isMissing(static_cast<int>(none), other));
            QVERIFY(some.distances.isMissing(other, static_cast<int>(none)));
        }
    }
    QCOMPARE(some.greatestQuotients[1], all.greatestQuotients[0]);
    QCOMPARE(some.greatestQuotients[4], all.greatestQuotients[2]);
    QCOMPARE(some.distances.at(1, 4), all.distances.at(0, 2));
}

void IndustryStructureTest::quotientsAreThoseOfTheBars() {
    const IndicatorMatrix counts = randomCounts(1);
    const IndustryStructure structure = *industryStructure(counts);
    const auto sum = [](const auto& values) {
        return static_cast<qint64>(std::accumulate(values.begin(), values.end(), 0.0));
    };
    qint64 whole = 0;
    for (int zone = 0; zone < counts.zones(); ++zone) {
        whole += sum(counts.zone(zone));
    }
    for (int zone = 0; zone < counts.zones(); ++zone) {
        double greatest = 0;
        for (int industry = 0; industry < counts.indicators(); ++industry) {
            const LocationQuotient quotient =
                locationQuotient(static_cast<qint64>(counts.at(zone, industry)), sum(counts.zone(zone)),
                                 sum(counts.indicator(industry)), whole);
            greatest = std::max(greatest, quotient.quotient);
            if (industry == structure.greatestIndustries[static_cast<size_t>(zone)]) {
                QVERIFY(near(quotient.quotient, structure.greatestQuotients[static_cast<size_t>(zone)]));
            }
        }
        QVERIFY(near(greatest, structure.greatestQuotients[static_cast<size_t>(zone)]));
    }
}

/// Symmetric, with the triangle's inequality; and, as both shares are 1 in sum, twice what is not in common.
void IndustryStructureTest::distancesAreDistances() {
    const IndustryStructure structure = *industryStructure(randomCounts(2));
    const IndicatorMatrix& distances = structure.distances;
    for (int zone = 0; zone < 13; ++zone) {
        const double concentration = structure.concentrations[static_cast<size_t>(zone)];
        QVERIFY(concentration >= 1.0 / 6 - 1e-12 && concentration <= 1 + 1e-12);
        QCOMPARE(distances.at(zone, zone), 0.0);
        for (int other = 0; other < 13; ++other) {
            double common = 0;
            for (int industry = 0; industry < 6; ++industry) {
                common += std::min(structure.shares.at(zone, industry), structure.shares.at(other, industry));
            }
            QVERIFY(near(distances.at(zone, other), 2 * (1 - common)));
            QCOMPARE(distances.at(zone, other), distances.at(other, zone));
            for (int third = 0; third < 13; ++third) {
                QVERIFY(distances.at(zone, other) <= distances.at(zone, third) + distances.at(third, other) + 1e-12);
            }
        }
    }
}

void IndustryStructureTest::sizeOfZoneChangesNothingButQuotients() {
    IndicatorMatrix counts = randomCounts(3);
    const IndustryStructure structure = *industryStructure(counts);
    for (int industry = 0; industry < 6; ++industry) {
        counts.at(4, industry) *= 10;
    }
    const IndustryStructure larger = *industryStructure(counts);
    QVERIFY(near(larger.concentrations[4], structure.concentrations[4]));
    for (int zone = 0; zone < 13; ++zone) {
        QVERIFY(near(larger.distances.at(zone, 4), structure.distances.at(zone, 4)));
    }
    QVERIFY(!near(larger.greatestQuotients[4], structure.greatestQuotients[4]));
}

void IndustryStructureTest::nothing() {
    QVERIFY(industryStructure({})->concentrations.empty());
    QVERIFY(std::isnan(industryStructure(IndicatorMatrix(2, 0))->concentrations[1]));
    QVERIFY(industryStructure(IndicatorMatrix(2, 0))->distances.isMissing(0, 0));
    QVERIFY(std::isnan(industryStructure(IndicatorMatrix(2, 3))->greatestQuotients[0]));
    const IndustryStructure alone = *industryStructure(matrixOf({{1, 3}}));
    QCOMPARE(alone.greatestQuotients[0], 1.0);
    QCOMPARE(alone.greatestIndustries[0], 0);
}

void IndustryStructureTest::smallAndLargeCountsStayNumbers() {
    const IndustryStructure structure = *industryStructure(matrixOf({{1e-9, 0}, {0, 1e15}}));
    QVERIFY(std::isfinite(structure.greatestQuotients[0]));
    QVERIFY(structure.greatestQuotients[0] > 1e23);
    QCOMPARE(structure.greatestQuotients[1], 1.0);
    QCOMPARE(structure.distances.at(0, 1), 2.0);
}

void IndustryStructureTest::refused() {
    for (const double count : {-1.0, 1e-300, 1e300, double{INFINITY}, -double{INFINITY}}) {
        const auto structure = industryStructure(matrixOf({{1, 2}, {count, 3}}));
        QVERIFY(!structure);
        QCOMPARE(structure.error().code, Problem::Code::OutOfRange);
        QCOMPARE(structure.error().field, u"counts"_s);
    }
}

QTEST_GUILESS_MAIN(IndustryStructureTest)
#include "industry_structure_test.moc"
