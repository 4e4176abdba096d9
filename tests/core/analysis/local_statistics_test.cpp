#include "core/analysis/local_statistics.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>

using namespace tiermap;
using enum MoranQuadrant;

namespace {

using Neighbours = std::vector<std::vector<int>>;

struct Reference {
    double value;
    std::vector<int> neighbours;
    double score;
    double moran;
    MoranQuadrant quadrant;
    double scoreP; ///< exact; 0 where it was not counted: with more than 5 neighbours
    double moranP;
};

/// Crime in the 49 neighbourhoods of Columbus, Ohio (Anselin, Spatial Econometrics, 1988), and what R makes of it.
/// R 4.5.0, spdep 1.3-5, spData 2.3.4, as in Debian 13: data(columbus); nb <- col.gal.nb; x <- columbus$CRIME;
/// score: localG(x, nb2listw(include.self(nb), style = "B")); moran: localmoran(x, nb2listw(nb, style = "W"))[, 1], and
/// attr(, "quadr")$mean; p: s <- combn(x[-i], k, sum); mean(s >= sum(x[nb[[i]]]) - 1e-7) or, below 0, <= and +, for Ii
/// with (x[i] - mean(x)) * (s / k - mean(x)) in place of s. Not localG_perm's: by default that draws with replacement.
const std::vector<Reference> columbus = {
    // clang-format off
    {15.72598, {1, 2}, -1.43277965397, 0.736818490608, LowLow, 0.183510638298, 0.183510638298},
    {18.801754, {0, 2, 3}, -1.34000809746, 0.528777013266, LowLow, 0.169287696577, 0.169287696577},
    {30.626781, {0, 1, 3, 4}, -0.771998680953, 0.0938507416616, LowLow, 0.242630280604, 0.242630280604},
    {32.38776, {1, 2, 4, 7}, -0.131733364491, 0.00482096662822, LowLow, 0.475665536026, 0.475665536026},
    {50.73151, {2, 3, 5, 7, 8, 10, 14}, 0.8913072487, 0.186786799124, HighHigh, 0, 0},
    {26.066658, {4, 8}, 0.0686480438111, -0.181570516945, LowHigh, 0.323581560284, 0.323581560284},
    {0.178269, {7, 11, 12, 13}, 0.661364837748, -1.86058737557, LowHigh, 0.0374601706239, 0.0374601706239},
    {38.425858, {3, 4, 6, 10, 11, 12}, 1.01302395062, 0.0765840179165, HighHigh, 0, 0},
    {30.515917, {4, 5, 9, 14, 19, 21, 24, 25}, 0.219143443233, -0.0305950815987, LowHigh, 0, 0},
    {34.000835, {8, 16, 19, 21}, -1.13752766335, 0.0403092525442, LowLow, 0.11610134649, 0.11610134649},
    {62.275448, {4, 7, 11, 14, 15}, 2.62515084729, 1.4579154169, HighHigh, 0.0131320139414, 0.0131320139414},
    {56.705669, {6, 7, 10, 12, 13, 15}, 1.71536654491, 0.638948856575, HighHigh, 0, 0},
    {46.716129, {6, 7, 11, 13}, 0.661364837748, 0.125280837362, HighHigh, 0.347250488231, 0.347250488231},
    {57.066132, {6, 11, 12, 15, 17, 18}, 1.66127723802, 0.615263041083, HighHigh, 0, 0},
    {48.585487, {4, 8, 10, 15, 24, 25}, 2.52077591814, 0.734843909725, HighHigh, 0, 0},
    {54.838711, {10, 11, 13, 14, 17, 23, 24}, 3.28020059028, 1.25554756486, HighHigh, 0, 0},
    {36.868774, {9, 19, 22}, -1.53958775951, -0.108094628581, HighLow, 0.0339384828862, 0.0339384828862},
    {43.962486, {13, 15, 18, 23}, 2.06022819369, 0.517051308272, HighHigh, 0.0218521944701, 0.0218521944701},
    {54.521965, {13, 17, 23}, 1.66306354885, 0.80000612542, HighHigh, 0.109505087882, 0.109505087882},
    {0.223797, {8, 9, 16, 21, 22, 26, 31, 32, 34, 39}, -1.26314577467, 0.341409789722, LowLow, 0, 0},
    {40.074074, {23, 29, 33}, 0.958012606423, 0.154939328059, HighHigh, 0.186921831637, 0.186921831637},
    {33.705048, {8, 9, 19, 25, 26, 27}, 0.0787551491412, -0.00402479354505, LowHigh, 0, 0},
    {20.048504, {16, 19, 31}, -2.00281202524, 0.900849469549, LowLow, 0.0369449583719, 0.0369449583719},
    {38.297871, {15, 17, 18, 20, 24, 28, 29}, 3.27109443181, 0.228527044626, HighHigh, 0, 0},
    {61.299175, {8, 14, 15, 23, 25, 27, 28}, 2.56747858904, 1.1584122015, HighHigh, 0, 0},
    {40.969742, {8, 14, 21, 24, 27, 28}, 2.1189129279, 0.287531124256, HighHigh, 0, 0},
    {52.79443, {19, 21, 27, 32}, 0.281128853784, -0.123973585483, HighLow, 0.572674478364, 0.427330660911},
    {56.919785, {21, 24, 25, 26, 28, 32, 34, 36, 37}, 2.80586128759, 0.97695287915, HighHigh, 0, 0},
    {60.750446, {23, 24, 25, 27, 29, 36, 37}, 3.2860702391, 1.55662453264, HighHigh, 0, 0},
    {68.892044, {20, 23, 28, 36}, 2.11021840389, 1.2634973995, HighHigh, 0.0802806043787, 0.0802806043787},
    {17.677214, {33, 35}, -1.76033771635, 1.01744751554, LowLow, 0.0824468085106, 0.0824468085106},
    {19.145592, {19, 22, 39, 40}, -2.85102317658, 1.2398550367, LowLow, 0.00227669853017, 0.00227669853017},
    {41.968163, {19, 26, 27, 34}, 0.435414021413, 0.0536036409032, HighHigh, 0.390019529242, 0.390019529242},
    {23.974028, {20, 30, 35, 41}, -1.78038031432, 0.528420879464, LowLow, 0.0505961558228, 0.0505961558228},
    {39.175053, {19, 27, 32, 37, 39, 42, 43}, -0.234826636265, -0.0299543042644, HighLow, 0, 0},
    {14.305556, {30, 33, 38, 41, 45}, -2.67471915167, 1.24324252223, LowLow, 0.00718038385707, 0.00718038385707},
    {42.445076, {27, 28, 29, 37, 42, 44}, 2.50111996423, 0.423247010767, HighHigh, 0, 0},
    {53.710938, {27, 28, 34, 36, 42, 43}, 1.70123840638, 0.577546422942, HighHigh, 0, 0},
    {19.100863, {35, 45}, -1.97472233936, 1.15195740769, LowLow, 0.0372340425532, 0.0372340425532},
    {16.241299, {19, 31, 34, 40, 46}, -2.32482843295, 0.969297865127, LowLow, 0.0191852614956, 0.0191852614956},
    {18.905146, {31, 39, 46}, -1.82107295672, 0.831677993754, LowLow, 0.0642923219241, 0.0642923219241},
    {16.49189, {33, 35}, -1.80255062992, 1.08655317204, LowLow, 0.0824468085106, 0.0824468085106},
    {36.663612, {34, 36, 37, 43, 44, 47}, 0.188579044241, 0.00577740194948, HighHigh, 0, 0},
    {25.962263, {34, 37, 42, 47, 48}, -0.15821062118, -0.020671121482, LowHigh, 0.523381362188, 0.47661922182},
    {29.028488, {36, 42, 47, 48}, -0.516733173656, 0.0679538400707, LowLow, 0.351187172371, 0.351187172371},
    {16.530533, {35, 38}, -1.97472233936, 1.24953770258, LowLow, 0.0460992907801, 0.0460992907801},
    {27.822861, {39, 40}, -1.51060144669, 0.46767862826, LowLow, 0.0629432624113, 0.0629432624113},
    {26.645266, {42, 43, 44, 48}, -0.981641993062, 0.203539666142, LowLow, 0.207251516086, 0.207251516086},
    {22.541491, {43, 44, 47}, -1.13310465372, 0.363361359789, LowLow, 0.199641535615, 0.199641535615},
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

/// Every subset of the other areas by the bits of a number, each statistic from its definition.
struct BruteForce {
    const std::vector<double>& values;
    const Neighbours& neighbours;

    double mean() const {
        double sum = 0;
        for (const double value : values) {
            sum += value;
        }
        return sum / static_cast<double>(values.size());
    }
    double getisOrd(size_t area, unsigned drawn) const {
        double sum = values[area] - mean();
        for (size_t other = 0; other < values.size(); ++other) {
            sum += (drawn >> other & 1U) != 0 ? values[other] - mean() : 0;
        }
        return sum;
    }
    double moran(size_t area, unsigned drawn) const {
        return (values[area] - mean()) * (getisOrd(area, drawn) - (values[area] - mean()));
    }
    template <typename Statistic>
    double p(size_t area, Statistic statistic) const {
        unsigned present = 0;
        for (const int neighbour : neighbours[area]) {
            present |= 1U << static_cast<unsigned>(neighbour);
        }
        const double seen = statistic(area, present);
        int hits = 0;
        int ways = 0;
        for (unsigned drawn = 0; drawn < 1U << values.size(); ++drawn) {
            if ((drawn >> area & 1U) != 0 || std::popcount(drawn) != std::popcount(present)) {
                continue;
            }
            const double other = statistic(area, drawn);
            const double beyond = seen > 0 ? other - seen : seen - other;
            hits += std::abs(seen) < 1e-9 || beyond > -1e-9 ? 1 : 0;
            ++ways;
        }
        return static_cast<double>(hits) / ways;
    }
};

} // namespace

class LocalStatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithSpdep();
    void workedByHand();
    void exactPCountsEverySubset_data();
    void exactPCountsEverySubset();
    void permutationComesNearTheExact();
    void drawsAreReproducible();
    void moreAndFewerDrawsChangeTheLeastP();
    void fewAreasCannotBeSignificant();
    void relabellingChangesNothing();
    void scaleAndOriginChangeNothing();
    void negativeIsMirrored();
    void tiesCountAsMuch();
    void noDeviationIsNotUnlikely();
    void notDefined_data();
    void notDefined();
    void notDefinedOfSomeAreas();
    void extremeValuesStayNumbers();
    void thousandsOfHexagons();
};

void LocalStatisticsTest::agreesWithSpdep() {
    const PermutationSettings settings{.countUpTo = 2'000'000}; // 5 of 48 are 1,712,304
    const auto scores = getisOrd(columbusValues(), columbusNeighbours(), settings);
    const auto morans = localMoran(columbusValues(), columbusNeighbours(), settings);
    for (size_t area = 0; area < columbus.size(); ++area) {
        const Reference& expected = columbus[area];
        QVERIFY(near(scores[area]->score, expected.score));
        QVERIFY(near(morans[area]->statistic, expected.moran));
        QCOMPARE(morans[area]->quadrant, expected.quadrant);
        const bool counted = expected.neighbours.size() <= 5;
        QCOMPARE(scores[area]->pseudoP.exact, counted);
        QCOMPARE(morans[area]->pseudoP.exact, counted);
        if (counted) {
            QVERIFY(near(scores[area]->pseudoP.p, expected.scoreP));
            QVERIFY(near(morans[area]->pseudoP.p, expected.moranP));
        }
    }
}

/// Five areas in a row: mean 3, s^2 = 2.
void LocalStatisticsTest::workedByHand() {
    const std::vector<double> values{1, 2, 3, 4, 5};
    const Neighbours row{{1}, {0, 2}, {1, 3}, {2, 4}, {3}};
    const auto scores = getisOrd(values, row);
    QCOMPARE(scores[0]->statistic, 3.0);
    QVERIFY(near(scores[0]->score, (3 - 2 * 3) / (std::sqrt(2) * std::sqrt((5.0 * 2 - 4) / 4))));
    QCOMPARE(scores[4]->statistic, 9.0);
    QVERIFY(near(scores[4]->score, -scores[0]->score));
    QCOMPARE(scores[0]->pseudoP.p, 0.25); // 2 is the least of four
    QVERIFY(near(scores[3]->score, (12 - 3 * 3) / (std::sqrt(2) * std::sqrt((5.0 * 3 - 9) / 4))));
    QVERIFY(near(scores[3]->pseudoP.p, 1.0 / 6)); // no other pair of 1, 2, 3 and 5 has 8

    const auto morans = localMoran(values, row);
    QVERIFY(near(morans[0]->statistic, -2.0 / 2 * -1));
    QCOMPARE(morans[0]->quadrant, LowLow);
    QVERIFY(near(morans[3]->statistic, 1.0 / 2 * (4 - 3)));
    QCOMPARE(morans[3]->quadrant, HighHigh);
}

void LocalStatisticsTest::exactPCountsEverySubset_data() {
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("different") << std::vector<double>{3.1, 0.2, 7.5, 1.9, 4.4, 12.8};
    QTest::newRow("ties") << std::vector<double>{1, 0, 1, 0, 0, 1};
    QTest::newRow("ties that rounding hides") << std::vector<double>{0.1, 0.2, 0.3, 0.3, 0.6, 0.1};
    QTest::newRow("one outlier") << std::vector<double>{1000, 0, 1, 0, 2, 1};
    QTest::newRow("far from 0") << std::vector<double>{1e9 + 1, 1e9 + 3, 1e9 + 2, 1e9 + 2, 1e9 + 7, 1e9};
    QTest::newRow("below 0") << std::vector<double>{-3, -1, -4, -1, -5, -9};
}

void LocalStatisticsTest::exactPCountsEverySubset() {
    QFETCH(std::vector<double>, values);
    const Neighbours neighbours{{1}, {0, 2}, {1, 3, 5}, {0, 1, 2, 4}, {0, 1, 2, 3, 5}, {2, 4}}; // 1 to all 5
    const BruteForce bruteForce{values, neighbours};
    const auto scores = getisOrd(values, neighbours);
    const auto morans = localMoran(values, neighbours);
    const std::vector<double> ways{5, 10, 10, 5, 1, 10};
    for (size_t area = 0; area < values.size(); ++area) {
        QVERIFY(morans[area]->pseudoP.exact);
        QCOMPARE(morans[area]->pseudoP.leastP, 1 / ways[area]);
        QCOMPARE(morans[area]->pseudoP.p,
                 bruteForce.p(area, [&](size_t of, unsigned drawn) { return bruteForce.moran(of, drawn); }));
        QCOMPARE(scores[area].has_value(), area != 4);
        if (scores[area]) {
            QVERIFY(scores[area]->pseudoP.exact);
            QCOMPARE(scores[area]->pseudoP.p,
                     bruteForce.p(area, [&](size_t of, unsigned drawn) { return bruteForce.getisOrd(of, drawn); }));
        }
    }
}

/// Within four standard errors, and one hit, of the p of all the ways.
void LocalStatisticsTest::permutationComesNearTheExact() {
    const auto exact = localMoran(columbusValues(), columbusNeighbours());
    const auto drawn = localMoran(columbusValues(), columbusNeighbours(), {.countUpTo = 0});
    const auto exactScores = getisOrd(columbusValues(), columbusNeighbours());
    const auto drawnScores = getisOrd(columbusValues(), columbusNeighbours(), {.countUpTo = 0});
    int compared = 0;
    for (size_t area = 0; area < columbus.size(); ++area) {
        QVERIFY(!drawn[area]->pseudoP.exact);
        QCOMPARE(drawn[area]->pseudoP.leastP, 1.0 / 10'000);
        if (columbus[area].neighbours.size() > 4) { // 4 of 48 are 194,580
            QVERIFY(!exact[area]->pseudoP.exact);
            continue;
        }
        const double p = exact[area]->pseudoP.p;
        QVERIFY(near(drawn[area]->pseudoP.p, p, 4 * std::sqrt(p * (1 - p) / 9999) + 1e-4));
        const double scoreP = exactScores[area]->pseudoP.p;
        QVERIFY(near(drawnScores[area]->pseudoP.p, scoreP, 4 * std::sqrt(scoreP * (1 - scoreP) / 9999) + 1e-4));
        ++compared;
    }
    QCOMPARE(compared, 27);
}

/// The numbers are this implementation's own: another machine or compiler must come to the same.
void LocalStatisticsTest::drawsAreReproducible() {
    const auto hits = [](const PermutationSettings& settings) {
        std::vector<int> result;
        for (const auto& area : localMoran(columbusValues(), columbusNeighbours(), settings)) {
            result.push_back(qRound(area->pseudoP.p * (settings.permutations + 1)));
        }
        return result;
    };
    const PermutationSettings one{.permutations = 999, .seed = 1, .countUpTo = 0};
    const PermutationSettings two{.permutations = 999, .seed = 2, .countUpTo = 0};
    const std::vector<int> ofOne = hits(one);
    QCOMPARE(hits(one), ofOne);
    QVERIFY(hits(two) != ofOne);
    QCOMPARE(std::vector<int>(ofOne.begin(), ofOne.begin() + 8),
             (std::vector<int>{161, 165, 273, 489, 269, 294, 36, 145}));
}

void LocalStatisticsTest::moreAndFewerDrawsChangeTheLeastP() {
    const Neighbours& neighbours = columbusNeighbours();
    const PseudoP few = localMoran(columbusValues(), neighbours, {.permutations = 99, .countUpTo = 0})[4]->pseudoP;
    QCOMPARE(few.leastP, 0.01);
    QVERIFY(few.canBeSignificant(0.01) && !few.canBeSignificant(0.009));
    QVERIFY(near(std::round(few.p * 100), few.p * 100));
    const PseudoP many = localMoran(columbusValues(), neighbours)[4]->pseudoP; // 7 of 48
    QVERIFY(!many.exact && many.canBeSignificant(0.0001));
}

/// A region of 13 counties: with four neighbours no p is below 1 in 495, whatever the values; with one, below 1 in 12.
void LocalStatisticsTest::fewAreasCannotBeSignificant() {
    std::vector<double> values{40, 31, 30, 29, 28};
    values.resize(13, 1.0);
    for (size_t area = 5; area < 13; ++area) {
        values[area] += static_cast<double>(area);
    }
    Neighbours neighbours(13, std::vector<int>{0});
    neighbours[0] = {1, 2, 3, 4};
    const PseudoP p = getisOrd(values, neighbours)[0]->pseudoP;
    QVERIFY(p.exact);
    QCOMPARE(p.leastP, 1.0 / 495);
    QCOMPARE(p.p, 1.0 / 495);
    QVERIFY(p.canBeSignificant(0.05) && p.canBeSignificant(0.01) && !p.canBeSignificant(0.001));
    QVERIFY(!getisOrd(values, neighbours)[5]->pseudoP.canBeSignificant(0.05));
    QCOMPARE(localMoran(values, neighbours)[5]->pseudoP.leastP, 1.0 / 12);
}

void LocalStatisticsTest::relabellingChangesNothing() {
    const std::vector<double> values = columbusValues();
    const Neighbours neighbours = columbusNeighbours();
    const auto scores = getisOrd(values, neighbours);
    const auto morans = localMoran(values, neighbours);
    const auto moved = [&](size_t area) { return (area * 10 + 3) % values.size(); }; // 10 and 49 have no common factor
    std::vector<double> movedValues(values.size());
    Neighbours movedNeighbours(values.size());
    for (size_t area = 0; area < values.size(); ++area) {
        movedValues[moved(area)] = values[area];
        for (const int neighbour : neighbours[area]) {
            movedNeighbours[moved(area)].insert(movedNeighbours[moved(area)].begin(),
                                                static_cast<int>(moved(static_cast<size_t>(neighbour))));
        }
    }
    const auto movedScores = getisOrd(movedValues, movedNeighbours);
    const auto movedMorans = localMoran(movedValues, movedNeighbours);
    for (size_t area = 0; area < values.size(); ++area) {
        QVERIFY(near(movedScores[moved(area)]->score, scores[area]->score));
        QVERIFY(near(movedScores[moved(area)]->statistic, scores[area]->statistic));
        QVERIFY(near(movedMorans[moved(area)]->statistic, morans[area]->statistic));
        QCOMPARE(movedMorans[moved(area)]->quadrant, morans[area]->quadrant);
        if (scores[area]->pseudoP.exact) {
            QCOMPARE(movedScores[moved(area)]->pseudoP.p, scores[area]->pseudoP.p);
            QCOMPARE(movedMorans[moved(area)]->pseudoP.p, morans[area]->pseudoP.p);
        }
    }
}

/// Persons or ten thousands of them, degrees Celsius or Fahrenheit.
void LocalStatisticsTest::scaleAndOriginChangeNothing() {
    std::vector<double> values = columbusValues();
    const auto scores = getisOrd(values, columbusNeighbours());
    const auto morans = localMoran(values, columbusNeighbours());
    std::ranges::transform(values, values.begin(), [](double value) { return 1234.5 * value - 6789; });
    const auto scaledScores = getisOrd(values, columbusNeighbours());
    const auto scaledMorans = localMoran(values, columbusNeighbours());
    for (size_t area = 0; area < values.size(); ++area) {
        QVERIFY(near(scaledScores[area]->score, scores[area]->score));
        QVERIFY(near(scaledMorans[area]->statistic, morans[area]->statistic));
        QCOMPARE(scaledMorans[area]->quadrant, morans[area]->quadrant);
        QCOMPARE(scaledScores[area]->pseudoP.p, scores[area]->pseudoP.p); // drawn ones too: the draws are the same
        QCOMPARE(scaledMorans[area]->pseudoP.p, morans[area]->pseudoP.p);
    }
}

void LocalStatisticsTest::negativeIsMirrored() {
    std::vector<double> values = columbusValues();
    const auto scores = getisOrd(values, columbusNeighbours());
    const auto morans = localMoran(values, columbusNeighbours());
    std::ranges::transform(values, values.begin(), std::negate());
    const auto mirroredScores = getisOrd(values, columbusNeighbours());
    const auto mirroredMorans = localMoran(values, columbusNeighbours());
    const std::vector<MoranQuadrant> mirrored{LowLow, HighHigh, LowHigh, HighLow}; // in the order of the enum
    for (size_t area = 0; area < values.size(); ++area) {
        QVERIFY(near(mirroredScores[area]->score, -scores[area]->score));
        QVERIFY(near(mirroredMorans[area]->statistic, morans[area]->statistic));
        QCOMPARE(mirroredMorans[area]->quadrant, mirrored[static_cast<size_t>(morans[area]->quadrant)]);
        QCOMPARE(mirroredScores[area]->pseudoP.p, scores[area]->pseudoP.p);
        QCOMPARE(mirroredMorans[area]->pseudoP.p, morans[area]->pseudoP.p);
    }
}

/// Three ones among ten areas, two of them beside the third: of the 36 pairs of others one has both.
void LocalStatisticsTest::tiesCountAsMuch() {
    const std::vector<double> values{1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
    Neighbours neighbours(10, std::vector<int>{3, 4});
    neighbours[0] = {1, 2};
    neighbours[1] = {0, 3};
    neighbours[3] = {4, 5};
    neighbours[4] = {5, 6};
    const auto scores = getisOrd(values, neighbours);
    QCOMPARE(scores[0]->pseudoP.p, 1.0 / 36);
    QCOMPARE(scores[1]->pseudoP.p, 15.0 / 36); // all but the 21 pairs of the seven that have none
    QCOMPARE(scores[3]->pseudoP.p, 15.0 / 36); // cold: 15 pairs of the six others that have none
    // Drawn, ties count the same: a p that takes only larger sums would be near 1 / 36.
    const auto drawn = getisOrd(values, neighbours, {.countUpTo = 0});
    QVERIFY(near(drawn[1]->pseudoP.p, 15.0 / 36, 0.02));
}

void LocalStatisticsTest::noDeviationIsNotUnlikely() {
    const std::vector<double> values{2, 1, 3, 0, 4};
    const Neighbours neighbours{{1, 2}, {2}, {1}, {4}, {3}}; // each with its neighbours has the mean of all
    const std::vector<double> meanAmongHigh{2, 4, 3, 0, 1};
    for (const qint64 countUpTo : {0, 1000}) {
        for (const auto& area : getisOrd(values, neighbours, {.countUpTo = countUpTo})) {
            QCOMPARE(area->score, 0.0);
            QCOMPARE(area->pseudoP.p, 1.0);
        }
        const auto moran = localMoran(meanAmongHigh, neighbours, {.countUpTo = countUpTo})[0];
        QCOMPARE(moran->statistic, 0.0);
        QCOMPARE(moran->pseudoP.p, 1.0);
    }
}

void LocalStatisticsTest::notDefined_data() {
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("constant") << std::vector<double>{0.1, 0.1, 0.1};
    QTest::newRow("zero") << std::vector<double>{0, -0.0, 0};
    QTest::newRow("no number") << std::vector<double>{1, std::numeric_limits<double>::quiet_NaN(), 2};
    QTest::newRow("infinite") << std::vector<double>{1, std::numeric_limits<double>::infinity(), 2};
    QTest::newRow("one area") << std::vector<double>{1};
    QTest::newRow("no area") << std::vector<double>{};
}

void LocalStatisticsTest::notDefined() {
    QFETCH(std::vector<double>, values);
    const Neighbours neighbours = values.size() < 3 ? Neighbours(values.size()) : Neighbours{{1}, {0}, {0, 1}};
    const auto scores = getisOrd(values, neighbours);
    const auto morans = localMoran(values, neighbours);
    QCOMPARE(scores.size(), values.size());
    QCOMPARE(morans.size(), values.size());
    QVERIFY(std::ranges::none_of(scores, [](const auto& area) { return area.has_value(); }));
    QVERIFY(std::ranges::none_of(morans, [](const auto& area) { return area.has_value(); }));
}

/// An island, and an area that touches all others.
void LocalStatisticsTest::notDefinedOfSomeAreas() {
    const std::vector<double> values{4, 2, 3, 9};
    const Neighbours neighbours{{1, 2, 3}, {0, 2}, {0, 1}, {}};
    const auto scores = getisOrd(values, neighbours);
    QVERIFY(!scores[0] && scores[1] && scores[2] && !scores[3]);
    const auto morans = localMoran(values, neighbours);
    QVERIFY(morans[0] && morans[1] && morans[2] && !morans[3]);
    QCOMPARE(morans[0]->pseudoP.p, 1.0); // there is one way to draw all
    QCOMPARE(morans[0]->pseudoP.leastP, 1.0);
    QVERIFY(!morans[0]->pseudoP.canBeSignificant(0.05));
}

void LocalStatisticsTest::extremeValuesStayNumbers() {
    const Neighbours row{{1}, {0, 2}, {1, 3}, {2, 4}, {3}};
    const std::vector<double> plain{1, -1, 0, 1, 0};
    for (const double scale : {1e308, 1e-300, 1e-310}) {
        std::vector<double> values = plain;
        std::ranges::transform(values, values.begin(), [&](double value) { return value * scale; });
        const auto scores = getisOrd(values, row);
        const auto morans = localMoran(values, row);
        for (size_t area = 0; area < values.size(); ++area) {
            QVERIFY(near(scores[area]->score, getisOrd(plain, row)[area]->score));
            QVERIFY(near(morans[area]->statistic, localMoran(plain, row)[area]->statistic));
        }
    }
}

/// Noise with a hill: the hill is found, and in the noise a p of 0.05 comes as often as it says, in either direction.
void LocalStatisticsTest::thousandsOfHexagons() {
    constexpr int side = 70;
    const auto onHill = [](int column, int row) { return std::abs(column - 20) < 4 && std::abs(row - 20) < 4; };
    std::vector<double> values;
    Neighbours neighbours;
    quint32 noise = 1;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            noise = noise * 1664525U + 1013904223U; // Numerical Recipes
            values.push_back(noise / 4294967296.0 + (onHill(column, row) ? 1 : 0));
            std::vector<int>& around = neighbours.emplace_back();
            const int shift = row % 2; // odd rows stand half a hexagon to the right
            for (const auto& [x, y] : {std::pair(-1, 0), std::pair(1, 0), std::pair(shift - 1, -1),
                                       std::pair(shift, -1), std::pair(shift - 1, 1), std::pair(shift, 1)}) {
                if (column + x >= 0 && column + x < side && row + y >= 0 && row + y < side) {
                    around.push_back((row + y) * side + column + x);
                }
            }
        }
    }
    const auto scores = getisOrd(values, neighbours, {.permutations = 499});
    int noisy = 0;
    int significant = 0;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const GetisOrd& area = *scores[static_cast<size_t>(row * side + column)];
            if (std::abs(column - 20) < 3 && std::abs(row - 20) < 3) {
                QVERIFY(area.score > 3 && area.pseudoP.p <= 0.01);
            } else if (std::abs(column - 20) > 5 || std::abs(row - 20) > 5) {
                ++noisy;
                significant += area.pseudoP.p <= 0.05 ? 1 : 0;
            }
        }
    }
    const double share = static_cast<double>(significant) / noisy;
    QVERIFY(share > 0.05 && share < 0.15);
}

QTEST_GUILESS_MAIN(LocalStatisticsTest)
#include "local_statistics_test.moc"
