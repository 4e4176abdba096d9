#include "core/analysis/spatial_autocorrelation.h"
#include "tests/core/analysis/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace tiermap;

namespace {

using Neighbours = std::vector<std::vector<int>>;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

struct Reference {
    double value;
    std::vector<int> neighbours;
    double localMoran;
};

/// Crime in the 49 neighbourhoods of Columbus, Ohio (Anselin, Spatial Econometrics, 1988), and R's local Ii, as they
/// stand in local_statistics_test.cpp: with row-standardised weights their mean is the global I.
const std::vector<Reference> columbus = {
    // clang-format off
    {15.72598, {1, 2}, 0.736818490608},
    {18.801754, {0, 2, 3}, 0.528777013266},
    {30.626781, {0, 1, 3, 4}, 0.0938507416616},
    {32.38776, {1, 2, 4, 7}, 0.00482096662822},
    {50.73151, {2, 3, 5, 7, 8, 10, 14}, 0.186786799124},
    {26.066658, {4, 8}, -0.181570516945},
    {0.178269, {7, 11, 12, 13}, -1.86058737557},
    {38.425858, {3, 4, 6, 10, 11, 12}, 0.0765840179165},
    {30.515917, {4, 5, 9, 14, 19, 21, 24, 25}, -0.0305950815987},
    {34.000835, {8, 16, 19, 21}, 0.0403092525442},
    {62.275448, {4, 7, 11, 14, 15}, 1.4579154169},
    {56.705669, {6, 7, 10, 12, 13, 15}, 0.638948856575},
    {46.716129, {6, 7, 11, 13}, 0.125280837362},
    {57.066132, {6, 11, 12, 15, 17, 18}, 0.615263041083},
    {48.585487, {4, 8, 10, 15, 24, 25}, 0.734843909725},
    {54.838711, {10, 11, 13, 14, 17, 23, 24}, 1.25554756486},
    {36.868774, {9, 19, 22}, -0.108094628581},
    {43.962486, {13, 15, 18, 23}, 0.517051308272},
    {54.521965, {13, 17, 23}, 0.80000612542},
    {0.223797, {8, 9, 16, 21, 22, 26, 31, 32, 34, 39}, 0.341409789722},
    {40.074074, {23, 29, 33}, 0.154939328059},
    {33.705048, {8, 9, 19, 25, 26, 27}, -0.00402479354505},
    {20.048504, {16, 19, 31}, 0.900849469549},
    {38.297871, {15, 17, 18, 20, 24, 28, 29}, 0.228527044626},
    {61.299175, {8, 14, 15, 23, 25, 27, 28}, 1.1584122015},
    {40.969742, {8, 14, 21, 24, 27, 28}, 0.287531124256},
    {52.79443, {19, 21, 27, 32}, -0.123973585483},
    {56.919785, {21, 24, 25, 26, 28, 32, 34, 36, 37}, 0.97695287915},
    {60.750446, {23, 24, 25, 27, 29, 36, 37}, 1.55662453264},
    {68.892044, {20, 23, 28, 36}, 1.2634973995},
    {17.677214, {33, 35}, 1.01744751554},
    {19.145592, {19, 22, 39, 40}, 1.2398550367},
    {41.968163, {19, 26, 27, 34}, 0.0536036409032},
    {23.974028, {20, 30, 35, 41}, 0.528420879464},
    {39.175053, {19, 27, 32, 37, 39, 42, 43}, -0.0299543042644},
    {14.305556, {30, 33, 38, 41, 45}, 1.24324252223},
    {42.445076, {27, 28, 29, 37, 42, 44}, 0.423247010767},
    {53.710938, {27, 28, 34, 36, 42, 43}, 0.577546422942},
    {19.100863, {35, 45}, 1.15195740769},
    {16.241299, {19, 31, 34, 40, 46}, 0.969297865127},
    {18.905146, {31, 39, 46}, 0.831677993754},
    {16.49189, {33, 35}, 1.08655317204},
    {36.663612, {34, 36, 37, 43, 44, 47}, 0.00577740194948},
    {25.962263, {34, 37, 42, 47, 48}, -0.020671121482},
    {29.028488, {36, 42, 47, 48}, 0.0679538400707},
    {16.530533, {35, 38}, 1.24953770258},
    {27.822861, {39, 40}, 0.46767862826},
    {26.645266, {42, 43, 44, 48}, 0.203539666142},
    {22.541491, {43, 44, 47}, 0.363361359789},
    // clang-format on
};

std::vector<double> columbusValues() {
    std::vector<double> values;
    for (const Reference& area : columbus) {
        values.push_back(area.value);
    }
    return values;
}

Neighbours columbusNeighbours() {
    Neighbours neighbours;
    for (const Reference& area : columbus) {
        neighbours.push_back(area.neighbours);
    }
    return neighbours;
}

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

/// n / S0 times the weighted products of deviations by the sum of their squares, with the full matrix of weights.
double byDefinition(const std::vector<double>& values, const Neighbours& neighbours) {
    const size_t count = values.size();
    std::vector<double> weights(count * count);
    for (size_t area = 0; area < count; ++area) {
        for (const int neighbour : neighbours[area]) {
            weights[area * count + static_cast<size_t>(neighbour)] = 1.0 / static_cast<double>(neighbours[area].size());
        }
    }
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(count);
    double products = 0;
    double squares = 0;
    for (size_t one = 0; one < count; ++one) {
        squares += (values[one] - mean) * (values[one] - mean);
        for (size_t other = 0; other < count; ++other) {
            products += weights[one * count + other] * (values[one] - mean) * (values[other] - mean);
        }
    }
    return static_cast<double>(count) / std::accumulate(weights.begin(), weights.end(), 0.0) * products / squares;
}

/// The shares of all orders that have an I as large and as small as this, and the mean of their I.
struct AllOrders {
    double larger = 0;
    double smaller = 0;
    double mean = 0;

    AllOrders(const std::vector<double>& values, const Neighbours& neighbours) {
        const double seen = byDefinition(values, neighbours);
        deal({}, values, [&](const std::vector<double>& dealt) {
            const double other = byDefinition(dealt, neighbours);
            larger += other >= seen - 1e-10 ? 1 : 0;
            smaller += other <= seen + 1e-10 ? 1 : 0;
            mean += other;
            ++m_count;
        });
        larger /= m_count;
        smaller /= m_count;
        mean /= m_count;
    }

private:
    void deal(const std::vector<double>& dealt, const std::vector<double>& left,
              const std::function<void(const std::vector<double>&)>& visit) {
        if (left.empty()) {
            visit(dealt);
        }
        for (size_t next = 0; next < left.size(); ++next) {
            std::vector<double> more = dealt;
            more.push_back(left[next]);
            std::vector<double> rest = left;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(next));
            deal(more, rest, visit);
        }
    }

    double m_count = 0;
};

const Neighbours row{{1}, {0, 2}, {1, 3}, {2, 4}, {3}};

} // namespace

class SpatialAutocorrelationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithSpdep();
    void workedByHand();
    void exactPCountsEveryOrder_data();
    void exactPCountsEveryOrder();
    void permutationComesNearTheExact();
    void drawsAreReproducible();
    void moreDrawsAreForMoreAreas();
    void scaleAndOriginChangeNothing();
    void whoHasNoValueOrNeighbourIsLeftOut();
    void allBesideAllIsWhatIsExpected();
    void notDefined_data();
    void notDefined();
    void extremeValuesStayNumbers();
};

void SpatialAutocorrelationTest::agreesWithSpdep() {
    double sum = 0;
    for (const Reference& area : columbus) {
        sum += area.localMoran;
    }
    const GlobalMoran moran = *globalMoran(columbusValues(), columbusNeighbours());
    QVERIFY(near(moran.statistic, sum / 49));
    QVERIFY(near(moran.statistic, byDefinition(columbusValues(), columbusNeighbours())));
    QVERIFY(near(moran.expected, -1.0 / 48));
    QCOMPARE(moran.areas, 49);
    QVERIFY(!moran.pseudoP.exact);
    QCOMPARE(moran.pseudoP.p, 1.0 / 10'000); // none of 9999 comes near it
    QCOMPARE(moran.pseudoP.leastP, 1.0 / 10'000);
}

/// Five areas in a row: deviations -2 .. 2, variance 2.
void SpatialAutocorrelationTest::workedByHand() {
    const GlobalMoran moran = *globalMoran(std::vector<double>{1, 2, 3, 4, 5}, row);
    QVERIFY(near(moran.statistic, (1 + 0.5 + 0 + 0.5 + 1) / 5));
    QVERIFY(near(moran.expected, -0.25));
    QVERIFY(moran.pseudoP.exact);
    QVERIFY(near(moran.pseudoP.leastP, 1.0 / 120));
    QVERIFY(near(moran.pseudoP.p, 8.0 / 120)); // 1 and 2 can change places, 4 and 5, and both pairs
}

void SpatialAutocorrelationTest::exactPCountsEveryOrder_data() {
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("different") << std::vector<double>{3.1, 0.2, 7.5, 1.9, 4.4};
    QTest::newRow("ties") << std::vector<double>{1, 1, 0, 0, 0};
    QTest::newRow("ties that rounding hides") << std::vector<double>{0.1, 0.2, 0.3, 0.3, 0.6};
    QTest::newRow("one outlier") << std::vector<double>{1000, 0, 1, 0, 2};
    QTest::newRow("alternating") << std::vector<double>{9, 1, 8, 2, 7};
    QTest::newRow("far from 0") << std::vector<double>{1e6 + 1, 1e6 + 3, 1e6 + 2, 1e6 + 2, 1e6 + 7};
}

void SpatialAutocorrelationTest::exactPCountsEveryOrder() {
    QFETCH(std::vector<double>, values);
    const Neighbours oneSided{{1, 2}, {0}, {1, 3, 4}, {4}, {0, 1}};
    for (const Neighbours& neighbours : {row, oneSided}) {
        const GlobalMoran moran = *globalMoran(values, neighbours);
        const AllOrders all(values, neighbours);
        QVERIFY(moran.pseudoP.exact);
        QVERIFY(near(moran.statistic, byDefinition(values, neighbours)));
        QVERIFY(near(moran.expected, all.mean));
        QVERIFY(near(moran.pseudoP.p, moran.statistic > moran.expected ? all.larger : all.smaller));
    }
}

/// Within four standard errors, and one hit, of the p of all orders.
void SpatialAutocorrelationTest::permutationComesNearTheExact() {
    Random random(1);
    for (int round = 0; round < 10; ++round) {
        std::vector<double> values(7);
        std::ranges::generate(values, [&] { return random() % 50 / 7.0; });
        const Neighbours ring{{1, 6}, {0, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 6}, {5, 0}};
        const PseudoP exact = globalMoran(values, ring)->pseudoP;
        const PseudoP drawn = globalMoran(values, ring, {.countUpTo = 0})->pseudoP;
        QVERIFY(exact.exact && !drawn.exact);
        QVERIFY(near(drawn.p, exact.p, 4 * std::sqrt(exact.p * (1 - exact.p) / 9999) + 1e-4));
    }
}

/// The numbers are this implementation's own: another machine or compiler must come to the same.
void SpatialAutocorrelationTest::drawsAreReproducible() {
    std::vector<double> values;
    for (int area = 0; area < 49; ++area) {
        values.push_back(area * 37 % 49);
    }
    const auto hits = [&](quint64 seed) {
        return qRound(1000 * globalMoran(values, columbusNeighbours(), {.permutations = 999, .seed = seed})->pseudoP.p);
    };
    QCOMPARE(hits(1), hits(1));
    QCOMPARE((std::vector<int>{hits(1), hits(2), hits(3)}), (std::vector<int>{191, 194, 198}));
}

void SpatialAutocorrelationTest::moreDrawsAreForMoreAreas() {
    const auto exact = [](size_t areas) {
        std::vector<double> values(areas);
        std::iota(values.begin(), values.end(), 1.0);
        Neighbours ring(areas);
        for (size_t area = 0; area < areas; ++area) {
            ring[area] = {static_cast<int>((area + 1) % areas)};
        }
        return globalMoran(values, ring, {.permutations = 9})->pseudoP.exact;
    };
    QVERIFY(exact(8));
    QVERIFY(!exact(9));
    QCOMPARE(globalMoran(columbusValues(), columbusNeighbours(), {.permutations = 0})->pseudoP.p, 1.0);
}

void SpatialAutocorrelationTest::scaleAndOriginChangeNothing() {
    const std::vector<double> values{3.1, 0.2, 7.5, 1.9, 4.4};
    std::vector<double> scaled = values;
    std::ranges::transform(scaled, scaled.begin(), [](double value) { return -1234.5 * value - 6789; });
    QVERIFY(near(globalMoran(scaled, row)->statistic, globalMoran(values, row)->statistic));
    QCOMPARE(globalMoran(scaled, row)->pseudoP.p, globalMoran(values, row)->pseudoP.p);
}

/// Area 5 has no value; 6 has it as its only neighbour, 7 has only 6, and 8 is an island.
void SpatialAutocorrelationTest::whoHasNoValueOrNeighbourIsLeftOut() {
    const std::vector<double> values{1, 2, 3, 4, 5, missing, 60, 70, 80};
    const Neighbours neighbours{{1}, {0, 2, 5}, {1, 3}, {2, 4}, {3, 5}, {6, 1, 4}, {5}, {6}, {}};
    const GlobalMoran moran = *globalMoran(values, neighbours);
    QCOMPARE(moran.areas, 5);
    QVERIFY(near(moran.statistic, 0.6));
    QVERIFY(near(moran.pseudoP.p, 8.0 / 120));
}

/// Whatever the values: so it is neither likely nor unlikely.
void SpatialAutocorrelationTest::allBesideAllIsWhatIsExpected() {
    const Neighbours all{{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}};
    for (const qint64 countUpTo : {0, 1000}) {
        const GlobalMoran moran = *globalMoran(std::vector<double>{1, 7, 2, 9}, all, {.countUpTo = countUpTo});
        QVERIFY(near(moran.statistic, -1.0 / 3));
        QCOMPARE(moran.pseudoP.p, 1.0);
    }
    QVERIFY(near(globalMoran(std::vector<double>{1, 7}, {{1}, {0}})->statistic, -1));
}

void SpatialAutocorrelationTest::notDefined_data() {
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("constant") << std::vector<double>{0.1, 0.1, 0.1};
    QTest::newRow("zero") << std::vector<double>{0, -0.0, 0};
    QTest::newRow("all missing") << std::vector<double>{missing, missing, missing};
    QTest::newRow("one value") << std::vector<double>{missing, 3, missing};
    QTest::newRow("constant but for what is left out") << std::vector<double>{missing, 3, 3};
    QTest::newRow("infinite") << std::vector<double>{1, std::numeric_limits<double>::infinity(), 2};
    QTest::newRow("one area") << std::vector<double>{1};
    QTest::newRow("no area") << std::vector<double>{};
}

void SpatialAutocorrelationTest::notDefined() {
    QFETCH(std::vector<double>, values);
    const Neighbours neighbours = values.size() < 3 ? Neighbours(values.size()) : Neighbours{{1}, {0, 2}, {0, 1}};
    QVERIFY(!globalMoran(values, neighbours));
    QVERIFY(!globalMoran(values, Neighbours(values.size())));
}

void SpatialAutocorrelationTest::extremeValuesStayNumbers() {
    const std::vector<double> plain{1, -1, 0, 1, 0};
    for (const double scale : {1e308, 1e-300, 1e-310}) {
        std::vector<double> values = plain;
        std::ranges::transform(values, values.begin(), [&](double value) { return value * scale; });
        QVERIFY(near(globalMoran(values, row)->statistic, globalMoran(plain, row)->statistic));
    }
}

QTEST_GUILESS_MAIN(SpatialAutocorrelationTest)
#include "spatial_autocorrelation_test.moc"
