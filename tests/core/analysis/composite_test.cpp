#include "core/analysis/composite.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;
constexpr double infinite = std::numeric_limits<double>::infinity();
using Rows = std::vector<std::vector<double>>;
constexpr Scaling withoutTarget[] = {Scaling::MinMax, Scaling::ZScore, Scaling::Rank};
constexpr Aggregation aggregations[] = {Aggregation::WeightedSum, Aggregation::WeightedProduct, Aggregation::Topsis};

IndicatorMatrix matrixOf(const Rows& rows) {
    IndicatorMatrix matrix(static_cast<int>(rows.size()), static_cast<int>(rows.front().size()));
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        for (int indicator = 0; indicator < matrix.indicators(); ++indicator) {
            matrix.at(zone, indicator) = rows[static_cast<size_t>(zone)][static_cast<size_t>(indicator)];
        }
    }
    return matrix;
}

bool near(double value, double expected) { return std::abs(value - expected) <= 1e-9; }

bool near(const std::vector<double>& values, const std::vector<double>& expected) {
    return std::ranges::equal(values, expected, [](double a, double b) { return near(a, b); });
}

using Ranks = std::vector<std::pair<int, int>>;

Ranks ranksOf(const std::vector<CompositeScore>& zones) {
    Ranks ranks;
    for (const CompositeScore& zone : zones) {
        ranks.emplace_back(zone.bestRank, zone.worstRank);
    }
    return ranks;
}

/// Six towns of four indicators, as scaled in scaling_test.cpp.
const Rows towns{{0.0, 25.0 / 42, 0.3, 0.125},    {9.0 / 14, 1.0 / 14, 0.0, 0.5625}, {3.0 / 14, 1.0, 1.0, 0.0},
                 {6.5 / 14, 17.0 / 42, 0.6, 1.0}, {0.0, 34.0 / 42, 0.2, 0.3125},     {1.0, 0.0, 0.7, 0.625}};
const Weights townWeights{0.1, 0.2, 0.3, 0.4};

/// Zones in any place that the indicators' units are worth a test for; from a few values, so that there are ties.
struct Study {
    IndicatorMatrix raw{};
    std::vector<IndicatorMeaning> meanings{};
    Weights weights{};
};

Study randomStudy(std::mt19937& random, int zones, int indicators, unsigned missingOfHundred) {
    Study study{.raw = IndicatorMatrix(zones, indicators)};
    for (int indicator = 0; indicator < indicators; ++indicator) {
        study.meanings.push_back({.better = random() % 2 == 0 ? Better::More : Better::Less, .target = 7});
        study.weights.push_back(static_cast<double>(random() % 9 + 1));
        for (int zone = 0; zone < zones; ++zone) {
            if (random() % 100 >= missingOfHundred) {
                study.raw.at(zone, indicator) = static_cast<double>(random() % 12 + 1);
            }
        }
    }
    return study;
}

std::vector<CompositeScore> scoresOf(const Study& study, Scaling scaling, Aggregation aggregation) {
    return *compositeScores(betweenZeroAndOne(*scaled(study.raw, study.meanings, scaling)), study.weights, aggregation);
}

/// Without a zone or an indicator; -1 for none.
Study without(const Study& study, int zone, int indicator) {
    Rows rows;
    for (int from = 0; from < study.raw.zones(); ++from) {
        std::vector<double> row(study.raw.zone(from).begin(), study.raw.zone(from).end());
        if (indicator >= 0) {
            row.erase(row.begin() + indicator);
        }
        if (from != zone) {
            rows.push_back(row);
        }
    }
    Study result{.raw = matrixOf(rows), .meanings = study.meanings, .weights = study.weights};
    if (indicator >= 0) {
        result.meanings.erase(result.meanings.begin() + indicator);
        result.weights.erase(result.weights.begin() + indicator);
    }
    return result;
}

} // namespace

class CompositeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPython();
    void topsisAgreesWithPython();
    void withoutShortfallNothingIsInTheWay();
    void missingValuesMakeIntervals();
    void withoutWeightNothingIsMissing();
    void tiesShareTheSmallerRank();
    void intervalsHoldWhateverIsFound();
    void boundsHold();
    void weightsOfAnySum();
    void orderOfZonesAndIndicatorsChangesNothing();
    void unitsChangeNothing();
    void zScoresAreSummedAsTheyAre();
    void problems();

    void reversalsByHand();
    void reversalsAgreeWithTheDefinition();
    void onlyIndicatorStays();

    void gridTriesAll();
    void gridRanges();
    void gridWithMissingValues();
    void gridProblems();
};

/// Python 3: sum(w * z), prod(z ** w).
void CompositeTest::agreesWithPython() {
    const std::vector<double> sums{0.259047619047619,  0.3035714285714286, 0.5214285714285715,
                                   0.7073809523809524, 0.3469047619047619, 0.56};
    const auto sum = *compositeScores(matrixOf(towns), townWeights, Aggregation::WeightedSum);
    const auto product = *compositeScores(matrixOf(towns), townWeights, Aggregation::WeightedProduct);
    for (size_t zone = 0; zone < 6; ++zone) {
        QVERIFY(near(*sum[zone].score(), sums[zone]));
        QVERIFY(near(*product[zone].score(), zone == 3 ? 0.6630768007653279 : 0)); // all others have a zero
    }
    QCOMPARE(ranksOf(sum), (Ranks{{6, 6}, {5, 5}, {3, 3}, {1, 1}, {4, 4}, {2, 2}}));
    QCOMPARE(ranksOf(product), (Ranks{{2, 2}, {2, 2}, {2, 2}, {1, 1}, {2, 2}, {2, 2}}));
}

/// Python 3: d = sqrt(sum((w * (1 - z)) ** 2)), e = sqrt(sum((w * z) ** 2)), e / (d + e), w * (1 - z) / sum(...).
void CompositeTest::topsisAgreesWithPython() {
    const std::vector<TopsisDistances> expected{
        {0.4279641199701903,
         0.1573922984167492,
         0.2688828438073225,
         {0.13496143958868895, 0.10925449871465295, 0.28341902313624673, 0.4723650385604113}},
        {0.3954621424642933,
         0.23443919188966156,
         0.3721839899420268,
         {0.05128205128205128, 0.26666666666666666, 0.4307692307692308, 0.25128205128205133}},
        {0.4076438020965793, 0.3611913394220152, 0.4697903619605552, {0.16417910447761194, 0, 0, 0.835820895522388}},
        {0.1773195803065491,
         0.44845166988958507,
         0.716638339887024,
         {0.18307567127746135, 0.40683482506102525, 0.4100895036615134, 0}},
        {0.3803633094365608,
         0.21316226665955126,
         0.3591458822408573,
         {0.15311702515493983, 0.05833029529711994, 0.36748086037185557, 0.42107181917608455}},
        {0.2657066051117285,
         0.34146742157927745,
         0.5623880577372787,
         {0, 0.45454545454545453, 0.20454545454545453, 0.34090909090909094}}};
    const auto distances = *topsisDistances(matrixOf(towns), townWeights);
    const auto scores = *compositeScores(matrixOf(towns), townWeights, Aggregation::Topsis);
    for (size_t zone = 0; zone < 6; ++zone) {
        QVERIFY(near(distances[zone]->toIdeal, expected[zone].toIdeal));
        QVERIFY(near(distances[zone]->toAntiIdeal, expected[zone].toAntiIdeal));
        QVERIFY(near(distances[zone]->closeness, expected[zone].closeness));
        QVERIFY(near(distances[zone]->obstacles, expected[zone].obstacles));
        QCOMPARE(*scores[zone].score(), distances[zone]->closeness);
    }
}

void CompositeTest::withoutShortfallNothingIsInTheWay() {
    const auto distances = *topsisDistances(matrixOf({{1, 1, 0}, {0, 0, 1}, {0.5, 0, 1}}), Weights{3, 1, 0});
    QCOMPARE(distances[0]->obstacles, (std::vector<double>{0, 0, 0}));
    QCOMPARE(distances[0]->closeness, 1.0);
    QVERIFY(near(distances[1]->obstacles, {0.75, 0.25, 0}));
    QCOMPARE(distances[1]->closeness, 0.0);
    QVERIFY(near(distances[2]->obstacles, {0.6, 0.4, 0}));
}

/// By hand. The second zone is between 0.3 and 0.8: above the third, below the first, and both of the fourth.
void CompositeTest::missingValuesMakeIntervals() {
    const IndicatorMatrix values = matrixOf({{0.9, 0.9}, {0.6, missing}, {0.2, 0.2}, {0.5, 0.5}, {missing, missing}});
    const auto zones = *compositeScores(values, Weights{1, 1}, Aggregation::WeightedSum);
    QVERIFY(near(zones[1].worst, 0.3) && near(zones[1].best, 0.8));
    QVERIFY(!zones[1].complete && !zones[1].score() && !zones[1].rank());
    QVERIFY(zones[3].complete && near(*zones[3].score(), 0.5) && !zones[3].rank()); // its own value is known
    QVERIFY(near(zones[4].worst, 0) && near(zones[4].best, 1));
    QCOMPARE(ranksOf(zones), (Ranks{{1, 2}, {2, 4}, {4, 5}, {2, 4}, {1, 5}}));

    const auto products = *compositeScores(values, Weights{1, 1}, Aggregation::WeightedProduct);
    QVERIFY(near(products[1].worst, 0) && near(products[1].best, std::sqrt(0.6)));
    const auto closeness = *compositeScores(values, Weights{1, 1}, Aggregation::Topsis);
    QVERIFY(near(closeness[1].worst, 0.6 / (0.6 + std::hypot(0.4, 1))));
    QVERIFY(near(closeness[1].best, std::hypot(0.6, 1) / (std::hypot(0.6, 1) + 0.4)));
    const auto distances = *topsisDistances(values, Weights{1, 1});
    QVERIFY(distances[0] && !distances[1] && !distances[4]);
}

void CompositeTest::withoutWeightNothingIsMissing() {
    const IndicatorMatrix values = matrixOf({{0.6, missing}, {0.2, 1}});
    for (const Aggregation aggregation : aggregations) {
        const auto zones = *compositeScores(values, Weights{1, 0}, aggregation);
        QVERIFY(zones[0].complete && near(*zones[0].score(), 0.6));
        QVERIFY(near(zones[0].best, zones[0].worst));
        QCOMPARE(ranksOf(zones), (Ranks{{1, 1}, {2, 2}}));
    }
    QVERIFY((*topsisDistances(values, Weights{1, 0}))[0].has_value());
}

void CompositeTest::tiesShareTheSmallerRank() {
    // 0.1 + 0.2 is not 0.3 in binary.
    const IndicatorMatrix values = matrixOf({{0.1, 0.2, 0}, {0.3, 0, 0}, {0, 0, 0.9}, {0, 0, 0}});
    const auto zones = *compositeScores(values, Weights{1, 1, 1}, Aggregation::WeightedSum);
    QCOMPARE(ranksOf(zones), (Ranks{{2, 2}, {2, 2}, {1, 1}, {4, 4}}));
}

/// Whatever stands where a value was missing, score and rank are within what was said.
void CompositeTest::intervalsHoldWhateverIsFound() {
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        const Study study = randomStudy(random, 9, 4, 25);
        const IndicatorMatrix known = betweenZeroAndOne(*scaled(study.raw, study.meanings, Scaling::MinMax));
        IndicatorMatrix found = known;
        for (int zone = 0; zone < 9; ++zone) {
            for (int indicator = 0; indicator < 4; ++indicator) {
                if (found.isMissing(zone, indicator)) {
                    found.at(zone, indicator) = static_cast<double>(random() % 5) / 4;
                }
            }
        }
        for (const Aggregation aggregation : aggregations) {
            const auto before = *compositeScores(known, study.weights, aggregation);
            const auto after = *compositeScores(found, study.weights, aggregation);
            for (size_t zone = 0; zone < 9; ++zone) {
                const double score = *after[zone].score();
                QVERIFY(before[zone].worst <= score + 1e-12 && score <= before[zone].best + 1e-12);
                QVERIFY(before[zone].bestRank <= *after[zone].rank() && *after[zone].rank() <= before[zone].worstRank);
                QVERIFY(!before[zone].complete || near(*before[zone].score(), score));
            }
        }
    }
}

void CompositeTest::boundsHold() {
    std::mt19937 random(6);
    for (int round = 0; round < 60; ++round) {
        const Study study = randomStudy(random, 7, 5, round % 2 == 0 ? 0 : 20);
        for (const Scaling scaling : {Scaling::MinMax, Scaling::ZScore, Scaling::Rank, Scaling::TargetRatio}) {
            for (const Aggregation aggregation : aggregations) {
                for (const CompositeScore& zone : scoresOf(study, scaling, aggregation)) {
                    QVERIFY(zone.worst >= 0 && zone.best <= 1 + 1e-12 && zone.worst <= zone.best);
                    QVERIFY(zone.bestRank >= 1 && zone.bestRank <= zone.worstRank && zone.worstRank <= 7);
                    QVERIFY(round % 2 != 0 || (zone.complete && zone.rank()));
                }
            }
        }
        const IndicatorMatrix values = scaled(study.raw, study.meanings, Scaling::MinMax)->values;
        const auto distances = *topsisDistances(values, study.weights);
        for (const auto& zone : distances) {
            if (zone) {
                const double sum = std::accumulate(zone->obstacles.begin(), zone->obstacles.end(), 0.0);
                QVERIFY(zone->closeness >= 0 && zone->closeness <= 1);
                QVERIFY(near(sum, zone->toIdeal > 0 ? 1 : 0));
            }
        }
    }
}

void CompositeTest::weightsOfAnySum() {
    std::mt19937 random(7);
    const Study study = randomStudy(random, 10, 4, 10);
    for (const double factor : {1000.0, 1.0 / 3, 1e300, 1e-300}) {
        Study other = study;
        std::ranges::transform(other.weights, other.weights.begin(), [&](double weight) { return weight * factor; });
        for (const Aggregation aggregation : aggregations) {
            const auto zones = scoresOf(study, Scaling::MinMax, aggregation);
            const auto others = scoresOf(other, Scaling::MinMax, aggregation);
            QCOMPARE(ranksOf(others), ranksOf(zones));
            QVERIFY(near(others[3].worst, zones[3].worst));
        }
    }
}

void CompositeTest::orderOfZonesAndIndicatorsChangesNothing() {
    std::mt19937 random(8);
    for (int round = 0; round < 40; ++round) {
        const Study study = randomStudy(random, 11, 5, 10);
        Study moved = study;
        for (int indicator = 0; indicator < 5; ++indicator) {
            const int to = (indicator * 3 + 1) % 5;
            moved.meanings[static_cast<size_t>(to)] = study.meanings[static_cast<size_t>(indicator)];
            moved.weights[static_cast<size_t>(to)] = study.weights[static_cast<size_t>(indicator)];
            for (int zone = 0; zone < 11; ++zone) {
                moved.raw.at((zone * 4 + 5) % 11, to) = study.raw.at(zone, indicator);
            }
        }
        for (const Scaling scaling : withoutTarget) {
            for (const Aggregation aggregation : aggregations) {
                const Ranks ranks = ranksOf(scoresOf(study, scaling, aggregation));
                const Ranks movedRanks = ranksOf(scoresOf(moved, scaling, aggregation));
                for (size_t zone = 0; zone < 11; ++zone) {
                    QCOMPARE(movedRanks[(zone * 4 + 5) % 11], ranks[zone]);
                }
            }
        }
    }
}

/// Persons in place of thousands of persons.
void CompositeTest::unitsChangeNothing() {
    std::mt19937 random(9);
    for (int round = 0; round < 40; ++round) {
        const Study study = randomStudy(random, 9, 4, 10);
        Study other = study;
        other.meanings[1].target = 7000;
        for (int zone = 0; zone < 9; ++zone) {
            other.raw.at(zone, 1) *= 1000;
        }
        for (const Scaling scaling : {Scaling::MinMax, Scaling::ZScore, Scaling::Rank, Scaling::TargetRatio}) {
            for (const Aggregation aggregation : aggregations) {
                QCOMPARE(ranksOf(scoresOf(other, scaling, aggregation)),
                         ranksOf(scoresOf(study, scaling, aggregation)));
            }
        }
    }
}

void CompositeTest::zScoresAreSummedAsTheyAre() {
    std::mt19937 random(10);
    const Study study = randomStudy(random, 12, 4, 0);
    const Weights weights = *normalisedWeights(study.weights);
    const IndicatorMatrix zScores = scaled(study.raw, study.meanings, Scaling::ZScore)->values;
    const auto zones = scoresOf(study, Scaling::ZScore, Aggregation::WeightedSum);
    for (int zone = 0; zone < 12; ++zone) {
        const auto row = zScores.zone(zone);
        const double sum = std::inner_product(row.begin(), row.end(), weights.begin(), 0.0);
        QVERIFY(near(*zones[static_cast<size_t>(zone)].score(), 0.5 + sum / (2 * std::sqrt(11))));
    }
}

void CompositeTest::problems() {
    const auto problem = [](const Rows& rows, const Weights& weights) {
        return compositeScores(matrixOf(rows), weights, Aggregation::WeightedSum).error();
    };
    for (const double value : {-0.1, 1.1, infinite}) {
        QCOMPARE(problem({{0, 1}, {1, value}}, {1, 1}).code, Problem::Code::OutOfRange);
        QCOMPARE(problem({{0, 1}, {1, value}}, {1, 1}).field, u"values[1][1]"_s);
    }
    QCOMPARE(problem({{0, 1}}, {1}).field, u"weights"_s);
    QCOMPARE(problem({{0, 1}}, {0, 0}).field, u"weights"_s);
    QCOMPARE(problem({{0, 1}}, {1, -1}).field, u"weights[1]"_s);
    QCOMPARE(problem({{0, 1}}, {missing, 1}).field, u"weights[0]"_s);
    QCOMPARE(topsisDistances(matrixOf({{0, 2}}), Weights{1, 1}).error().field, u"values[0][1]"_s);
    QCOMPARE(compositeScores(IndicatorMatrix(), {}, Aggregation::Topsis).error().field, u"weights"_s);
    QVERIFY(compositeScores(IndicatorMatrix(0, 2), Weights{1, 1}, Aggregation::Topsis)->empty());
}

/// The third zone stretches the first indicator: beside it the first two are alike there, and the second one, better in
/// the second indicator, comes before the first. Without it, what they differ by in the first is all its range.
void CompositeTest::reversalsByHand() {
    const IndicatorMatrix raw = matrixOf({{10, 4}, {4, 9}, {100, 4}});
    const std::vector<IndicatorMeaning> meanings(2);
    const RankReversals result =
        *rankReversals(raw, meanings, Scaling::MinMax, Weights{0.6, 0.4}, Aggregation::WeightedSum);
    QCOMPARE(result.zones.size(), size_t{3});
    QVERIFY(result.zones[0].reversed.empty() && result.zones[1].reversed.empty());
    QCOMPARE(result.zones[2].index, 2);
    QCOMPARE(result.zones[2].reversed, (std::vector<ZonePair>{{.above = 1, .below = 0}}));
    QCOMPARE(result.indicators.size(), size_t{2});
    QCOMPARE(result.indicators[0].reversed, (std::vector<ZonePair>{{.above = 2, .below = 1}}));
    QCOMPARE(result.indicators[1].reversed, (std::vector<ZonePair>{{.above = 1, .below = 0}}));
}

void CompositeTest::reversalsAgreeWithTheDefinition() {
    std::mt19937 random(11);
    size_t found = 0;
    for (int round = 0; round < 30; ++round) {
        const Study study = randomStudy(random, 7, 4, round % 2 == 0 ? 0 : 10);
        const Scaling scaling = withoutTarget[round % 3];
        const Aggregation aggregation = aggregations[round / 3 % 3];
        const auto before = scoresOf(study, scaling, aggregation);
        const RankReversals result = *rankReversals(study.raw, study.meanings, scaling, study.weights, aggregation);
        const auto expected = [&](int goneZone, int goneIndicator) {
            auto after = scoresOf(without(study, goneZone, goneIndicator), scaling, aggregation);
            if (goneZone >= 0) {
                after.insert(after.begin() + goneZone, CompositeScore{.worst = missing, .best = missing});
            }
            std::vector<ZonePair> pairs;
            for (size_t high = 0; high < 7; ++high) {
                for (size_t low = 0; low < 7; ++low) {
                    if (before[high].worst > before[low].best + 1e-12 && after[low].worst > after[high].best + 1e-12) {
                        pairs.push_back({.above = static_cast<int>(high), .below = static_cast<int>(low)});
                    }
                }
            }
            found += pairs.size();
            return pairs;
        };
        for (int zone = 0; zone < 7; ++zone) {
            QCOMPARE(result.zones[static_cast<size_t>(zone)].reversed, expected(zone, -1));
        }
        for (int indicator = 0; indicator < 4; ++indicator) {
            QCOMPARE(result.indicators[static_cast<size_t>(indicator)].reversed, expected(-1, indicator));
        }
    }
    QVERIFY(found > 50);
}

void CompositeTest::onlyIndicatorStays() {
    const IndicatorMatrix raw = matrixOf({{1, 2}, {2, 1}});
    const std::vector<IndicatorMeaning> meanings(2);
    const auto result = rankReversals(raw, meanings, Scaling::Rank, Weights{1, 0}, Aggregation::Topsis);
    QCOMPARE(result->indicators.size(), size_t{1});
    QCOMPARE(result->indicators[0].index, 1);
    QCOMPARE(rankReversals(raw, {}, Scaling::Rank, Weights{1, 0}, Aggregation::Topsis).error().field, u"meanings"_s);
    QCOMPARE(rankReversals(raw, meanings, Scaling::Rank, Weights{1}, Aggregation::Topsis).error().field, u"weights"_s);
    const IndicatorMatrix one = matrixOf({{1}});
    QVERIFY(rankReversals(one, std::vector(1, IndicatorMeaning{}), Scaling::MinMax, Weights{1}, Aggregation::Topsis));
}

void CompositeTest::gridTriesAll() {
    std::mt19937 random(12);
    const Study study = randomStudy(random, 8, 4, 0);
    const std::vector<Weighting> weightings{
        {}, {.kind = Weighting::Kind::Entropy, .cap = 0.5}, {.kind = Weighting::Kind::Given, .given = study.weights}};
    const MethodGrid grid = *methodGrid(study.raw, study.meanings, withoutTarget, weightings, aggregations);
    QCOMPARE(grid.methods.size(), size_t{27});
    QCOMPARE(grid.zones.size(), size_t{8});
    size_t next = 0;
    for (const Scaling scaling : withoutTarget) {
        for (int weighting = 0; weighting < 3; ++weighting) {
            for (const Aggregation aggregation : aggregations) {
                const MethodScores& method = grid.methods[next++];
                QVERIFY(method.scaling == scaling && method.weighting == weighting);
                QVERIFY(method.aggregation == aggregation);
                Study same = study;
                const IndicatorMatrix minMax = scaled(study.raw, study.meanings, Scaling::MinMax)->values;
                same.weights = *indicatorWeights(minMax, weightings[static_cast<size_t>(weighting)]);
                QCOMPARE(ranksOf(method.zones), ranksOf(scoresOf(same, scaling, aggregation)));
            }
        }
    }
}

/// One zone is the best in all; of two more, each is ahead with one of the weightings.
void CompositeTest::gridRanges() {
    const IndicatorMatrix raw = matrixOf({{9, 9}, {8, 2}, {2, 7}, {1, 1}});
    const std::vector<IndicatorMeaning> meanings(2);
    const std::vector<Weighting> weightings{{.kind = Weighting::Kind::Given, .given = {4, 1}},
                                            {.kind = Weighting::Kind::Given, .given = {1, 4}}};
    const std::vector<Scaling> scalings{Scaling::MinMax, Scaling::ZScore};
    const std::vector<Aggregation> sum{Aggregation::WeightedSum};
    const MethodGrid grid = *methodGrid(raw, meanings, scalings, weightings, sum);
    const std::vector<double> medians{1, 2.5, 2.5, 4};
    for (size_t zone = 0; zone < 4; ++zone) {
        const int best[] = {1, 2, 2, 4};
        const int worst[] = {1, 3, 3, 4};
        QCOMPARE(grid.zones[zone].best, best[zone]);
        QCOMPARE(grid.zones[zone].worst, worst[zone]);
        QCOMPARE(grid.zones[zone].median, std::optional(medians[zone]));
    }
    const std::vector<Weighting> three{weightings[0], weightings[0], weightings[1]};
    QCOMPARE(methodGrid(raw, meanings, scalings, three, sum)->zones[2].median, std::optional(3.0));
}

void CompositeTest::gridWithMissingValues() {
    const IndicatorMatrix raw = matrixOf({{9, 9}, {8, missing}, {4, 4}, {1, 1}});
    const std::vector<IndicatorMeaning> meanings(2);
    const std::vector<Scaling> minMax{Scaling::MinMax};
    const MethodGrid grid = *methodGrid(raw, meanings, minMax, std::vector<Weighting>(1), aggregations);
    QCOMPARE(grid.zones[0].median, std::optional(1.0));
    QCOMPARE(grid.zones[1].best, 2);
    QCOMPARE(grid.zones[1].worst, 3);
    QVERIFY(!grid.zones[1].median);
}

void CompositeTest::gridProblems() {
    const IndicatorMatrix raw = matrixOf({{1, 2}, {2, 1}});
    const std::vector<IndicatorMeaning> meanings(2);
    const std::vector<Scaling> ranks{Scaling::Rank};
    const std::vector<Scaling> ratio{Scaling::Rank, Scaling::TargetRatio};
    const std::vector<Weighting> equal(1);
    const std::vector<Weighting> given{{.kind = Weighting::Kind::Given, .given = {1}}};
    const auto field = [](const Result<MethodGrid>& grid) { return grid.error().field; };
    QCOMPARE(field(methodGrid(raw, meanings, {}, equal, aggregations)), u"scalings"_s);
    QCOMPARE(field(methodGrid(raw, meanings, ranks, {}, aggregations)), u"weightings"_s);
    QCOMPARE(field(methodGrid(raw, meanings, ranks, equal, {})), u"aggregations"_s);
    QCOMPARE(field(methodGrid(raw, meanings, ratio, equal, aggregations)), u"meanings[0].target"_s);
    QCOMPARE(field(methodGrid(raw, meanings, ranks, given, aggregations)), u"given"_s);
    QCOMPARE(field(methodGrid(raw, {}, ranks, equal, aggregations)), u"meanings"_s);
}

QTEST_GUILESS_MAIN(CompositeTest)
#include "composite_test.moc"
