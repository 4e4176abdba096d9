#include "core/analysis/inequality.h"
#include "tests/core/analysis/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

bool near(double value, double expected, double tolerance = 1e-12) { return std::abs(value - expected) <= tolerance; }

struct Case {
    std::vector<double> values;
    std::vector<double> weights;
    std::vector<int> groups;
};

Case drawn(Random& random) {
    Case result;
    const size_t zones = 1 + random() % 20;
    for (size_t zone = 0; zone < zones; ++zone) {
        result.values.push_back(random() % 5 == 0 ? 0 : random() % 1000 / 7.0);
        result.weights.push_back(random() % 9 == 0 ? 0 : random() % 500 / 3.0);
        result.groups.push_back(static_cast<int>(random() % 4) - 1);
    }
    result.values[0] = 3; // so that not all is 0
    result.weights[0] = 2;
    return result;
}

/// The indices from their definitions, over all pairs, of the zones that `counts` picks.
struct Definition {
    const Case& data;

    template <typename Counts>
    double population(Counts counts) const {
        double sum = 0;
        for (size_t zone = 0; zone < data.values.size(); ++zone) {
            sum += counts(zone) ? data.weights[zone] : 0;
        }
        return sum;
    }
    template <typename Counts>
    double mean(Counts counts) const {
        double sum = 0;
        for (size_t zone = 0; zone < data.values.size(); ++zone) {
            sum += counts(zone) ? data.weights[zone] * data.values[zone] : 0;
        }
        return sum / population(counts);
    }
    template <typename Counts>
    double theil(Counts counts) const {
        double sum = 0;
        for (size_t zone = 0; zone < data.values.size(); ++zone) {
            const double ratio = data.values[zone] / mean(counts);
            sum += counts(zone) && ratio > 0 ? data.weights[zone] * ratio * std::log(ratio) : 0;
        }
        return sum / population(counts);
    }
    template <typename Pairs>
    double pairs(Pairs term) const {
        double sum = 0;
        for (size_t one = 0; one < data.values.size(); ++one) {
            for (size_t other = 0; other < data.values.size(); ++other) {
                sum += data.weights[one] * data.weights[other] * term(one, other);
            }
        }
        const auto all = [](size_t) { return true; };
        return sum / (2 * mean(all) * population(all) * population(all));
    }
    double groupMean(size_t of) const {
        return mean([&](size_t zone) { return data.groups[zone] == data.groups[of]; });
    }
};

} // namespace

class InequalityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand();
    void theilIsItsDefinition();
    void giniIsItsDefinition();
    void onlyProportionsMatter();
    void weightsAreRepetitions();
    void extremesOfTheScale();
    void apartGroupsDoNotOverlap();
    void whatIsMissingIsLeftOut();
    void extremeValuesStayNumbers();
    void problems_data();
    void problems();
};

/// 1 and 3, 2 and 6: means 2, 4 and 3.
void InequalityTest::workedByHand() {
    const std::vector<double> values{1, 3, 2, 6};
    const std::vector<int> groups{7, 7, 9, 9};
    const TheilDecomposition theil = *theilDecomposition(values, {}, groups);
    const double inEach = (0.5 * std::log(0.5) + 1.5 * std::log(1.5)) / 2; // in both: 6 is to 2 as 3 to 1
    QCOMPARE(theil.groups.size(), size_t{2});
    QCOMPARE(theil.groups[1].group, 9);
    QVERIFY(near(theil.groups[1].valueShare, 2.0 / 3) && near(theil.groups[1].populationShare, 0.5));
    QVERIFY(near(theil.groups[0].index, inEach) && near(theil.groups[1].index, inEach));
    QVERIFY(near(theil.within, inEach));
    QVERIFY(near(theil.between, std::log(2.0 / 3) / 3 + 2 * std::log(4.0 / 3) / 3));
    QVERIFY(near(theil.total,
                 (1 * std::log(1.0 / 3) + 3 * std::log(1.0) + 2 * std::log(2.0 / 3) + 6 * std::log(2.0)) / 12));

    const GiniDecomposition gini = *giniDecomposition(values, {}, groups);
    QVERIFY(near(gini.total, 1.0 / 3));
    QVERIFY(near(gini.between, 1.0 / 6));
    QVERIFY(near(gini.within, 0.5 / 3 / 4 + 1.0 / 3 / 4));
    QVERIFY(near(gini.overlap, 1.0 / 24)); // 3 of the poorer group, 2 of the richer
    QCOMPARE(gini.zones, 4);
}

void InequalityTest::theilIsItsDefinition() {
    Random random(1);
    for (int round = 0; round < 300; ++round) {
        const Case data = drawn(random);
        const Definition definition{data};
        const TheilDecomposition theil = *theilDecomposition(data.values, data.weights, data.groups);
        QVERIFY(near(theil.total, definition.theil([](size_t) { return true; })));
        QVERIFY(near(theil.total, theil.within + theil.between));
        double values = 0;
        double population = 0;
        for (const InequalityGroup& group : theil.groups) {
            const auto inGroup = [&](size_t zone) { return data.groups[zone] == group.group; };
            QVERIFY(near(group.index, group.valueShare > 0 ? definition.theil(inGroup) : 0));
            values += group.valueShare;
            population += group.populationShare;
        }
        QVERIFY(near(values, 1) && near(population, 1));
    }
}

void InequalityTest::giniIsItsDefinition() {
    Random random(2);
    for (int round = 0; round < 300; ++round) {
        const Case data = drawn(random);
        const Definition definition{data};
        const auto difference = [&](size_t one, size_t other) {
            return std::abs(data.values[one] - data.values[other]);
        };
        const auto within = [&](size_t one, size_t other) {
            return data.groups[one] == data.groups[other] ? difference(one, other) : 0;
        };
        const auto ofMeans = [&](size_t one, size_t other) {
            return data.weights[one] * data.weights[other] > 0
                       ? std::abs(definition.groupMean(one) - definition.groupMean(other))
                       : 0;
        };
        const auto against = [&](size_t one, size_t other) { // twice what lies against the order of the means
            const bool counts = data.weights[one] * data.weights[other] > 0 && data.groups[one] != data.groups[other];
            const bool poorer = counts && definition.groupMean(one) < definition.groupMean(other);
            return poorer ? 4 * std::max(0.0, data.values[one] - data.values[other]) : 0;
        };
        const auto tied = [&](size_t one, size_t other) { // groups of one mean: all of it is overlap
            return data.weights[one] * data.weights[other] > 0 && data.groups[one] != data.groups[other] &&
                           definition.groupMean(one) == definition.groupMean(other)
                       ? difference(one, other)
                       : 0;
        };
        const GiniDecomposition gini = *giniDecomposition(data.values, data.weights, data.groups);
        QVERIFY(near(gini.total, definition.pairs(difference)));
        QVERIFY(near(gini.within, definition.pairs(within)));
        QVERIFY(near(gini.between, definition.pairs(ofMeans)));
        QVERIFY(near(gini.overlap, definition.pairs(against) + definition.pairs(tied)));
        QVERIFY(near(gini.total, gini.within + gini.between + gini.overlap));
    }
}

void InequalityTest::onlyProportionsMatter() {
    Random random(3);
    for (int round = 0; round < 100; ++round) {
        const Case data = drawn(random);
        Case scaled = data;
        std::ranges::for_each(scaled.values, [](double& value) { value *= 1e4; });
        std::ranges::for_each(scaled.weights, [](double& weight) { weight /= 365; });
        std::ranges::reverse(scaled.values);
        std::ranges::reverse(scaled.weights);
        std::ranges::reverse(scaled.groups);
        const GiniDecomposition gini = *giniDecomposition(data.values, data.weights, data.groups);
        const GiniDecomposition giniScaled = *giniDecomposition(scaled.values, scaled.weights, scaled.groups);
        QVERIFY(near(gini.total, giniScaled.total) && near(gini.overlap, giniScaled.overlap));
        const TheilDecomposition theil = *theilDecomposition(data.values, data.weights, data.groups);
        const TheilDecomposition theilScaled = *theilDecomposition(scaled.values, scaled.weights, scaled.groups);
        QVERIFY(near(theil.within, theilScaled.within) && near(theil.between, theilScaled.between));
    }
}

void InequalityTest::weightsAreRepetitions() {
    const std::vector<double> values{5, 2, 9};
    const std::vector<double> weights{3, 1, 2};
    const std::vector<int> groups{0, 0, 1};
    const std::vector<double> repeated{5, 5, 5, 2, 9, 9};
    const std::vector<int> repeatedGroups{0, 0, 0, 0, 1, 1};
    QVERIFY(near(theilDecomposition(values, weights, groups)->within,
                 theilDecomposition(repeated, {}, repeatedGroups)->within));
    QVERIFY(near(giniDecomposition(values, weights, groups)->total,
                 giniDecomposition(repeated, {}, repeatedGroups)->total));
}

void InequalityTest::extremesOfTheScale() {
    for (const std::vector<double>& equal : {std::vector{4.2}, std::vector{0.1, 0.1, 0.1}}) {
        QVERIFY(near(theilDecomposition(equal)->total, 0));
        QVERIFY(theilDecomposition(equal)->total >= 0);
        QVERIFY(near(giniDecomposition(equal)->total, 0));
    }
    const std::vector<double> oneHasAll{0, 0, 8, 0, 0};
    QVERIFY(near(theilDecomposition(oneHasAll)->total, std::log(5)));
    QVERIFY(near(giniDecomposition(oneHasAll)->total, 0.8));
    const std::vector<int> groups{0, 0, 1, 1, 1}; // group 0 has nothing
    const TheilDecomposition theil = *theilDecomposition(oneHasAll, {}, groups);
    QCOMPARE(theil.groups[0].index, 0.0);
    QVERIFY(near(theil.between, std::log(5.0 / 3)));
    QVERIFY(near(theil.within, std::log(3)));
}

void InequalityTest::apartGroupsDoNotOverlap() {
    const std::vector<double> values{1, 2, 3, 10, 11, 14};
    const std::vector<int> groups{2, 2, 2, 1, 1, 1};
    QVERIFY(near(giniDecomposition(values, {}, groups)->overlap, 0));
    const std::vector<int> mixed{1, 2, 1, 2, 1, 2};
    QVERIFY(giniDecomposition(values, {}, mixed)->overlap > 0.01);
}

void InequalityTest::whatIsMissingIsLeftOut() {
    const std::vector<double> values{1, missing, 3, 5, 7};
    const std::vector<double> weights{2, 4, 1, missing, 0};
    const std::vector<int> groups{0, 1, 2, 3, 4};
    const GiniDecomposition gini = *giniDecomposition(values, weights, groups);
    QCOMPARE(gini.zones, 2);
    QCOMPARE(gini.groups.size(), size_t{2});
    QVERIFY(near(gini.total, giniDecomposition(std::vector{1.0, 3.0}, std::vector{2.0, 1.0})->total));
}

void InequalityTest::extremeValuesStayNumbers() {
    const std::vector<std::vector<double>> extremes{
        {1e308, 1e308, 0, 1e300}, {1e-310, 0, 2e-310, 5e-324}, {1e308, 1e-320}};
    for (const std::vector<double>& values : extremes) {
        const Result<TheilDecomposition> theil = theilDecomposition(values);
        QVERIFY(theil && std::isfinite(theil->total) && theil->total > 0);
        const Result<GiniDecomposition> gini = giniDecomposition(values);
        QVERIFY(gini && gini->total > 0 && gini->total < 1);
        const Result<TheilDecomposition> weighted = theilDecomposition(values, values);
        QVERIFY(!weighted || (std::isfinite(weighted->total) && std::isfinite(weighted->between)));
    }
    const Result<GiniDecomposition> nothing = giniDecomposition(std::vector{1.0, 0.0}, std::vector{1e-320, 1e308});
    QVERIFY(!nothing || std::isfinite(nothing->total));
}

void InequalityTest::problems_data() {
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<std::vector<double>>("weights");
    QTest::addColumn<std::vector<int>>("groups");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("row");
    using enum Problem::Code;
    using Values = std::vector<double>;
    using Groups = std::vector<int>;
    QTest::newRow("no zone") << Values{} << Values{} << Groups{} << int(FieldMissing) << u"values"_s << 0;
    QTest::newRow("all missing") << Values{missing} << Values{} << Groups{} << int(FieldMissing) << u"values"_s << 0;
    QTest::newRow("no weight") << Values{1, 2} << Values{0, 0} << Groups{} << int(FieldMissing) << u"values"_s << 0;
    QTest::newRow("all 0") << Values{0, 0} << Values{} << Groups{} << int(OutOfRange) << u"values"_s << 0;
    QTest::newRow("negative") << Values{1, -2} << Values{} << Groups{} << int(OutOfRange) << u"values"_s << 2;
    QTest::newRow("infinite") << Values{infinite} << Values{} << Groups{} << int(OutOfRange) << u"values"_s << 1;
    QTest::newRow("negative weight") << Values{1, 2} << Values{-1, 2} << Groups{} << int(OutOfRange) << u"weights"_s
                                     << 1;
    QTest::newRow("weights") << Values{1, 2} << Values{1} << Groups{} << int(ValueUnknown) << u"weights"_s << 0;
    QTest::newRow("groups") << Values{1, 2} << Values{} << Groups{1, 2, 3} << int(ValueUnknown) << u"groups"_s << 0;
}

void InequalityTest::problems() {
    QFETCH(std::vector<double>, values);
    QFETCH(std::vector<double>, weights);
    QFETCH(std::vector<int>, groups);
    QFETCH(int, code);
    QFETCH(QString, field);
    QFETCH(int, row);
    const auto theil = theilDecomposition(values, weights, groups);
    QVERIFY(!theil);
    QCOMPARE(int(theil.error().code), code);
    QCOMPARE(theil.error().field, field);
    QCOMPARE(theil.error().row, row);
    const auto gini = giniDecomposition(values, weights, groups);
    QVERIFY(!gini && gini.error() == theil.error());
}

QTEST_GUILESS_MAIN(InequalityTest)
#include "inequality_test.moc"
