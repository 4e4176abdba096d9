#include "core/analysis/false_discovery.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tiermap;

class FalseDiscoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithR_data();
    void agreesWithR();
    void rejectsAsTheStepUpProcedure();
    void orderDoesNotMatter();
    void neverSmallerNeverAboveOne();
};

/// R 4.5.0, stats: p.adjust(p, method = "BH").
void FalseDiscoveryTest::agreesWithR_data() {
    QTest::addColumn<std::vector<double>>("pValues");
    QTest::addColumn<std::vector<double>>("adjusted");
    QTest::newRow("none") << std::vector<double>{} << std::vector<double>{};
    QTest::newRow("one") << std::vector<double>{0.03} << std::vector<double>{0.03};
    QTest::newRow("in step") << std::vector<double>{0.01, 0.02, 0.03, 0.04, 0.05}
                             << std::vector<double>{0.05, 0.05, 0.05, 0.05, 0.05};
    QTest::newRow("mixed, with ties, 0 and 1")
        << std::vector<double>{0.001, 0.8, 0.02, 0.02, 0.9, 0.0301, 0.04, 0.04, 0.5, 0.011, 1, 0}
        << std::vector<double>{0.006, 0.96, 0.048, 0.048, 0.981818181818182, 0.06, 0.06, 0.06, 0.666666666666667,
                               0.044, 1,    0};
}

void FalseDiscoveryTest::agreesWithR() {
    QFETCH(std::vector<double>, pValues);
    QFETCH(std::vector<double>, adjusted);
    const std::vector<double> result = falseDiscoveryAdjusted(pValues);
    QCOMPARE(result.size(), adjusted.size());
    for (size_t test = 0; test < adjusted.size(); ++test) {
        QVERIFY(std::abs(result[test] - adjusted[test]) < 1e-12);
    }
}

/// The 15 p-values of the paper's example (Benjamini and Hochberg 1995): at 0.05 it rejects the first four.
void FalseDiscoveryTest::rejectsAsTheStepUpProcedure() {
    const std::vector<double> pValues{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                      0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    const std::vector<double> adjusted = falseDiscoveryAdjusted(pValues);
    QCOMPARE(std::ranges::count_if(adjusted, [](double p) { return p <= 0.05; }), 4);
    QVERIFY(std::abs(adjusted[3] - 0.0095 * 15 / 4) < 1e-12);
}

void FalseDiscoveryTest::orderDoesNotMatter() {
    const std::vector<double> pValues{0.2, 0.01, 0.04, 0.04, 0.6, 0.003};
    std::vector<double> expected = falseDiscoveryAdjusted(pValues);
    std::vector<double> backwards(pValues.rbegin(), pValues.rend());
    std::ranges::reverse(expected);
    QCOMPARE(falseDiscoveryAdjusted(backwards), expected);
}

void FalseDiscoveryTest::neverSmallerNeverAboveOne() {
    const std::vector<double> pValues{0.9, 0.91, 0.5, 0.02, 1, 0.3, 0.3};
    const std::vector<double> adjusted = falseDiscoveryAdjusted(pValues);
    for (size_t test = 0; test < pValues.size(); ++test) {
        QVERIFY(adjusted[test] >= pValues[test] && adjusted[test] <= 1);
    }
}

QTEST_GUILESS_MAIN(FalseDiscoveryTest)
#include "false_discovery_test.moc"
