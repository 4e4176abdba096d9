#include "core/analysis/group_test.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;
using enum Indicator::Direction;

namespace {

constexpr double missing = IndicatorMatrix::missing;

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

/// The plan's 4/4/5 of 13 districts.
const std::vector<int> thirteen{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};

std::vector<double> randomScores(size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<double> scores(count);
    std::ranges::generate(scores, [&] { return static_cast<double>(random() % 1000) / 7; });
    return scores;
}

IndicatorMatrix randomDissimilarities(int zones, unsigned seed) {
    std::mt19937 random(seed);
    IndicatorMatrix matrix(zones, zones);
    for (int zone = 0; zone < zones; ++zone) {
        matrix.at(zone, zone) = 0;
        for (int other = 0; other < zone; ++other) {
            matrix.at(zone, other) = matrix.at(other, zone) = static_cast<double>(random() % 2000) / 1000;
        }
    }
    return matrix;
}

IndicatorMatrix matrixOf(const std::vector<std::vector<double>>& rows) {
    IndicatorMatrix matrix(static_cast<int>(rows.size()), static_cast<int>(rows.front().size()));
    for (int row = 0; row < matrix.zones(); ++row) {
        for (int column = 0; column < matrix.indicators(); ++column) {
            matrix.at(row, column) = rows[static_cast<size_t>(row)][static_cast<size_t>(column)];
        }
    }
    return matrix;
}

/// Both statistics from their definitions.
double levelOf(const std::vector<double>& scores, const std::vector<int>& groups, int group) {
    double high = 0;
    double low = 0;
    int members = 0;
    for (size_t zone = 0; zone < scores.size(); ++zone) {
        (groups[zone] == group ? high : low) += scores[zone];
        members += groups[zone] == group ? 1 : 0;
    }
    return high / members - low / (static_cast<double>(scores.size()) - members);
}

double distinctnessOf(const IndicatorMatrix& dissimilarities, const std::vector<int>& groups, int group) {
    double sum = 0;
    int pairs = 0;
    for (int zone = 0; zone < dissimilarities.zones(); ++zone) {
        for (int other = zone + 1; other < dissimilarities.zones(); ++other) {
            if (groups[static_cast<size_t>(zone)] == group && groups[static_cast<size_t>(other)] == group) {
                sum += dissimilarities.at(zone, other);
                ++pairs;
            }
        }
    }
    return sum / pairs;
}

/// Every assignment to groups of the same sizes, one by one.
struct Enumeration {
    std::vector<double> statistics{};

    Enumeration(std::vector<int> groups, auto&& statistic) {
        std::ranges::sort(groups);
        do {
            statistics.push_back(statistic(groups));
        } while (std::ranges::next_permutation(groups).found);
    }

    double share(auto&& counts) const {
        return static_cast<double>(std::ranges::count_if(statistics, counts)) / static_cast<double>(statistics.size());
    }
    double p(double seen) const {
        return share([&](double other) { return other >= seen - 1e-9; });
    }
    double pOpposite(double seen) const {
        return share([&](double other) { return other <= seen + 1e-9; });
    }
    double leastP() const { return p(std::ranges::max(statistics)); }
    double effect(double seen) const {
        double sum = 0;
        double squares = 0;
        for (const double statistic : statistics) {
            sum += statistic;
            squares += statistic * statistic;
        }
        const auto count = static_cast<double>(statistics.size());
        return (seen - sum / count) / std::sqrt(squares / count - sum / count * (sum / count));
    }
};

bool sameNumbers(const GroupTest& one, const GroupTest& other) {
    return near(one.statistic, other.statistic) && near(one.effect, other.effect) && one.p == other.p &&
           one.pOpposite == other.pOpposite && one.leastP == other.leastP && one.verdict == other.verdict;
}

bool isOutOfRange(const auto& result, const QString& field) {
    return !result && result.error().code == Problem::Code::OutOfRange && result.error().field == field;
}

} // namespace

class GroupTestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rankSumsOfHollanderAndWolfe();
    void rotatingRats();
    void fourOfSeven();
    void distinctnessByHand();
    void subsetsAreAsGoodAsAll90090();
    void subsetsAreAsGoodAsAll90090WithTies();
    void contributionsAddUpToTheClaim();
    void verdicts();
    void orderOfZonesChangesNothing();
    void scaleAndOriginChangeNothing();
    void oppositeIsMirrored();
    void missingZonesAreLeftOut();
    void roundingMakesNoDifference();
    void equalScoresAreNotTestable();
    void notDefined();
    void extremeValuesStayNumbers();
    void manyCountiesDoNotHang();
    void refused();
    void matrixRefused();
    void meanRanksByHand();
    void meanRanksNeedHalfOfTheWeight();
    void meanRanksKnowNoScale();
    void meanRanksRefused();
};

/// Permeability of the placental membrane, Hollander and Wolfe, Nonparametric Statistical Methods (1973), as printed in
/// R's help of wilcox.test, which makes W = 35 and, one-sided, p = 0.1272 of it. Of the C(15, 10) = 3003 sums of ten of
/// the ranks 1..15, 382 are as large and 2693 as small; of the sums of the values themselves 191: counted with whole
/// numbers by Python's itertools.combinations.
void GroupTestTest::rankSumsOfHollanderAndWolfe() {
    const std::vector<double> values{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64,
                                     0.73, 1.46, 1.15, 0.88, 0.90, 0.74, 1.21};
    std::vector<double> ranks;
    for (const double value : values) {
        ranks.push_back(
            static_cast<double>(std::ranges::count_if(values, [&](double other) { return other <= value; })));
    }
    std::vector<int> groups(15, 0);
    std::fill(groups.begin(), groups.begin() + 10, 1);

    const GroupTest byRank = *levelTest(ranks, groups, 1);
    QCOMPARE(byRank.choices, 3003);
    QCOMPARE(byRank.p, 382.0 / 3003);
    QCOMPARE(byRank.pOpposite, 2693.0 / 3003);
    QVERIFY(near(byRank.effect, 2 * 35.0 / 50 - 1)); // W is the number of pairs where the first is larger
    const GroupTest byValue = *levelTest(values, groups, 1);
    QCOMPARE(byValue.p, 191.0 / 3003);
    QVERIFY(near(byValue.effect, byRank.effect));
    QCOMPARE(byValue.verdict, Verdict::NotShown);
}

/// Bergmann, Ludbrook and Spooren, The American Statistician 54 (2000): of 12 and 12 rats, all of the first group stay
/// on the cylinder for 300 seconds; the exact one-sided p is 0.0186 (R's package coin, help of rotarod). How long the
/// five that fall stay (here made up) is no matter, as all of them are in the other group: C(19, 7) / C(24, 12).
void GroupTestTest::rotatingRats() {
    std::vector<double> seconds(24, 300);
    std::ranges::copy(std::vector<double>{20, 70, 160, 220, 280}, seconds.begin() + 12);
    std::vector<int> groups(24, 0);
    std::fill(groups.begin() + 12, groups.end(), 1);
    const GroupTest test = *levelTest(seconds, groups, 0);
    QCOMPARE(test.choices, 2'704'156);
    QCOMPARE(test.p, 50388.0 / 2'704'156);
    QVERIFY(near(test.p, 0.0186, 0.00005));
    QVERIFY(near(test.effect, 5.0 / 12));
    QCOMPARE(test.verdict, Verdict::Consistent);
}

void GroupTestTest::fourOfSeven() {
    const std::vector<double> scores{7, 6, 5, 4, 3, 2, 1};
    const std::vector<int> groups{1, 1, 1, 1, 2, 2, 2};
    const GroupTest test = *levelTest(scores, groups, 1);
    QCOMPARE(test.zones, 7);
    QCOMPARE(test.sizes, (std::map<int, int>{{1, 4}, {2, 3}}));
    QCOMPARE(test.assignments, 35);
    QCOMPARE(test.choices, 35);
    QVERIFY(near(test.statistic, 5.5 - 2));
    QVERIFY(near(test.effect, 1));
    QCOMPARE(test.p, 1.0 / 35);
    QCOMPARE(test.leastP, 1.0 / 35);
    QCOMPARE(test.pOpposite, 1.0);
    QCOMPARE(test.verdict, Verdict::Consistent);
    QVERIFY(near(*test.contributions[3], 4 - 2));
    QVERIFY(near(*test.contributions[4], 5.5 - 3));
}

/// Seven zones in a row, as dissimilar as they are far: three of them have twice their span as sum, and of the spans
/// 2..6 there are 5, 8, 9, 8, 5. E = 8 / 3 of a pair; the variance of spans is 56 / 35.
void GroupTestTest::distinctnessByHand() {
    IndicatorMatrix row(7, 7);
    for (int zone = 0; zone < 7; ++zone) {
        for (int other = 0; other < 7; ++other) {
            row.at(zone, other) = std::abs(zone - other);
        }
    }
    const GroupTest test = *distinctnessTest(row, std::vector<int>{1, 0, 0, 1, 0, 0, 1}, 1);
    QVERIFY(near(test.statistic, 4));
    QVERIFY(near(test.effect, (6 - 4) / std::sqrt(1.6)));
    QCOMPARE(test.p, 5.0 / 35);
    QCOMPARE(test.pOpposite, 1.0);
    QCOMPARE(test.shareBelow(), 1 - 5.0 / 35);
    QCOMPARE(test.leastP, 5.0 / 35);
    QCOMPARE(test.verdict, Verdict::NotTestable);
    QVERIFY(near(*test.contributions[0], 4.5 - 8.0 / 3));
    QVERIFY(near(*test.contributions[3], 3 - 8.0 / 3));
    QVERIFY(!test.contributions[1]);
}

void GroupTestTest::subsetsAreAsGoodAsAll90090() {
    const std::vector<double> scores = randomScores(13, 1);
    const IndicatorMatrix dissimilarities = randomDissimilarities(13, 2);
    for (const int group : {0, 1, 2}) {
        const Enumeration levels(thirteen, [&](const auto& groups) { return levelOf(scores, groups, group); });
        QCOMPARE(levels.statistics.size(), 90'090U);
        const GroupTest level = *levelTest(scores, thirteen, group);
        QCOMPARE(level.assignments, 90'090);
        QCOMPARE(level.choices, group == 2 ? 1287 : 715);
        QVERIFY(near(level.statistic, levelOf(scores, thirteen, group)));
        QVERIFY(near(level.p, levels.p(level.statistic), 1e-12));
        QVERIFY(near(level.pOpposite, levels.pOpposite(level.statistic), 1e-12));
        QVERIFY(near(level.leastP, levels.leastP(), 1e-12));

        const Enumeration pairs(thirteen,
                                [&](const auto& groups) { return distinctnessOf(dissimilarities, groups, group); });
        const GroupTest distinct = *distinctnessTest(dissimilarities, thirteen, group);
        QVERIFY(near(distinct.statistic, distinctnessOf(dissimilarities, thirteen, group)));
        QVERIFY(near(distinct.effect, pairs.effect(distinct.statistic)));
        QVERIFY(near(distinct.p, pairs.p(distinct.statistic), 1e-12));
        QVERIFY(near(distinct.pOpposite, pairs.pOpposite(distinct.statistic), 1e-12));
        QVERIFY(near(distinct.leastP, pairs.leastP(), 1e-12));
    }
}

void GroupTestTest::subsetsAreAsGoodAsAll90090WithTies() {
    const std::vector<double> scores{0.1, 0.2, 0.3, 0.3, 0.6, 0.1, 0.7, 0.2, 0.3, 0.1, 0.1, 0.6, 0.3};
    for (const int group : {0, 1, 2}) {
        const Enumeration levels(thirteen, [&](const auto& groups) { return levelOf(scores, groups, group); });
        const GroupTest level = *levelTest(scores, thirteen, group);
        QVERIFY(near(level.p, levels.p(level.statistic), 1e-12));
        QVERIFY(near(level.pOpposite, levels.pOpposite(level.statistic), 1e-12));
        QVERIFY(near(level.leastP, levels.leastP(), 1e-12));
    }
}

/// The mean over the members is the statistic, as it is over the others; in the distinctness test less E[T].
void GroupTestTest::contributionsAddUpToTheClaim() {
    const GroupTest level = *levelTest(randomScores(13, 3), thirteen, 2);
    const auto mean = [](const GroupTest& test, int first, int last) {
        double sum = 0;
        for (int zone = first; zone < last; ++zone) {
            sum += *test.contributions[static_cast<size_t>(zone)];
        }
        return sum / (last - first);
    };
    QVERIFY(near(mean(level, 8, 13), level.statistic));
    QVERIFY(near(mean(level, 0, 8), level.statistic));
    const IndicatorMatrix dissimilarities = randomDissimilarities(13, 3);
    const GroupTest distinct = *distinctnessTest(dissimilarities, thirteen, 2);
    const double expected = distinctnessOf(dissimilarities, std::vector<int>(13, 0), 0);
    QVERIFY(near(mean(distinct, 8, 13), distinct.statistic - expected));
}

void GroupTestTest::verdicts() {
    const std::vector<double> scores{7, 6, 5, 4, 3, 2, 1};
    const auto verdict = [&](const std::vector<int>& groups) { return levelTest(scores, groups, 1)->verdict; };
    QCOMPARE(verdict({1, 1, 1, 0, 0, 0, 0}), Verdict::Consistent);
    QCOMPARE(verdict({1, 1, 0, 1, 0, 0, 0}), Verdict::NotShown);
    QCOMPARE(verdict({0, 0, 0, 0, 1, 1, 1}), Verdict::Contradicted);
    QCOMPARE(verdict({1, 0, 0, 0, 0, 0, 0}), Verdict::NotTestable);                                           // 1 of 7
    QCOMPARE(levelTest(scores, std::vector<int>{1, 1, 0, 1, 0, 0, 0}, 1, 0.1)->verdict, Verdict::Consistent); // 2 of 35
    // Of 20 choices the best is exactly 0.05.
    QCOMPARE(levelTest(std::vector<double>{6, 5, 4, 3, 2, 1}, std::vector<int>{1, 1, 1, 0, 0, 0}, 1)->verdict,
             Verdict::Consistent);
}

void GroupTestTest::orderOfZonesChangesNothing() {
    const std::vector<double> scores = randomScores(11, 4);
    const IndicatorMatrix dissimilarities = randomDissimilarities(11, 4);
    const std::vector<int> groups{1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1};
    std::vector<int> order{4, 7, 0, 10, 2, 9, 1, 3, 8, 6, 5};
    std::vector<double> moved;
    std::vector<int> movedGroups;
    IndicatorMatrix movedMatrix(11, 11);
    for (int place = 0; place < 11; ++place) {
        const int zone = order[static_cast<size_t>(place)];
        moved.push_back(scores[static_cast<size_t>(zone)]);
        movedGroups.push_back(groups[static_cast<size_t>(zone)]);
        for (int other = 0; other < 11; ++other) {
            movedMatrix.at(place, other) = dissimilarities.at(zone, order[static_cast<size_t>(other)]);
        }
    }
    QVERIFY(sameNumbers(*levelTest(scores, groups, 1), *levelTest(moved, movedGroups, 1)));
    QVERIFY(sameNumbers(*distinctnessTest(dissimilarities, groups, 1), *distinctnessTest(movedMatrix, movedGroups, 1)));
}

void GroupTestTest::scaleAndOriginChangeNothing() {
    const std::vector<double> scores = randomScores(13, 5);
    const GroupTest test = *levelTest(scores, thirteen, 0);
    for (const double scale : {1e-200, 1e-3, 1e3, 1e200}) {
        std::vector<double> other = scores;
        std::ranges::for_each(other, [&](double& score) { score = scale * (score - 40); });
        const GroupTest scaled = *levelTest(other, thirteen, 0);
        QCOMPARE(scaled.p, test.p);
        QCOMPARE(scaled.leastP, test.leastP);
        QVERIFY(near(scaled.effect, test.effect));
        QVERIFY(near(scaled.statistic / scale, test.statistic));
    }
}

void GroupTestTest::oppositeIsMirrored() {
    std::vector<double> scores = randomScores(13, 6);
    const GroupTest test = *levelTest(scores, thirteen, 1);
    std::ranges::for_each(scores, [](double& score) { score = -score; });
    const GroupTest mirrored = *levelTest(scores, thirteen, 1);
    QCOMPARE(mirrored.p, test.pOpposite);
    QCOMPARE(mirrored.pOpposite, test.p);
    QVERIFY(near(mirrored.effect, -test.effect));
}

void GroupTestTest::missingZonesAreLeftOut() {
    const std::vector<double> scores{7, missing, 6, 5, 4, 3, 2, missing, 1};
    const std::vector<int> groups{1, 1, 1, 1, 1, 2, 2, 2, 2};
    const GroupTest test = *levelTest(scores, groups, 1);
    QCOMPARE(test.sizes, (std::map<int, int>{{1, 4}, {2, 3}}));
    QCOMPARE(test.p, 1.0 / 35);
    QVERIFY(!test.contributions[1] && !test.contributions[7]);

    IndicatorMatrix all = randomDissimilarities(8, 7);
    IndicatorMatrix holed(9, 9);
    for (int zone = 0; zone < 8; ++zone) {
        for (int other = 0; other < 8; ++other) {
            holed.at(zone + (zone > 2 ? 1 : 0), other + (other > 2 ? 1 : 0)) = all.at(zone, other);
        }
    }
    QVERIFY(sameNumbers(*distinctnessTest(all, std::vector<int>{1, 0, 1, 0, 1, 0, 0, 0}, 1),
                        *distinctnessTest(holed, std::vector<int>{1, 0, 1, 1, 0, 1, 0, 0, 0}, 1)));
}

/// 0.1 + 0.7 is less than 0.8, and 0.2 + 0.6 is not.
void GroupTestTest::roundingMakesNoDifference() {
    const std::vector<int> groups{1, 0, 0, 1, 0, 0, 0, 0};
    const std::vector<double> tenths{0.1, 0.2, 0.6, 0.7, 0.4, 0.4, 0.3, 0.5};
    const std::vector<double> whole{1, 2, 6, 7, 4, 4, 3, 5};
    QCOMPARE(levelTest(tenths, groups, 1)->p, levelTest(whole, groups, 1)->p);
    QCOMPARE(levelTest(tenths, groups, 1)->effect, levelTest(whole, groups, 1)->effect);
}

void GroupTestTest::equalScoresAreNotTestable() {
    const double sum = 0.1 + 0.2; // not 0.3
    for (const auto& scores : {std::vector<double>(7, 0.1), std::vector<double>{0.3, sum, 0.3, sum, sum, 0.3, 0.3}}) {
        const GroupTest test = *levelTest(scores, std::vector<int>{1, 1, 1, 0, 0, 0, 0}, 1);
        QCOMPARE(test.statistic, 0.0);
        QCOMPARE(test.effect, 0.0);
        QCOMPARE(test.p, 1.0);
        QCOMPARE(test.leastP, 1.0);
        QCOMPARE(test.verdict, Verdict::NotTestable);
    }
    IndicatorMatrix alike(7, 7);
    for (int zone = 0; zone < 7; ++zone) {
        for (int other = 0; other < 7; ++other) {
            alike.at(zone, other) = zone == other ? 0 : 0.7;
        }
    }
    const GroupTest test = *distinctnessTest(alike, std::vector<int>{1, 1, 1, 0, 0, 0, 0}, 1);
    QVERIFY(near(test.statistic, 0.7));
    QCOMPARE(test.effect, 0.0);
    QCOMPARE(test.p, 1.0);
    QCOMPARE(test.verdict, Verdict::NotTestable);
}

void GroupTestTest::notDefined() {
    const auto isEmpty = [](const GroupTest& test) {
        return test.statistic == 0 && test.effect == 0 && test.p == 1 && test.pOpposite == 1 && test.leastP == 1 &&
               test.choices == 0 && test.verdict == Verdict::NotTestable;
    };
    const std::vector<double> scores{1, 2, 3};
    QVERIFY(isEmpty(*levelTest(scores, std::vector<int>{1, 1, 1}, 2)));
    QVERIFY(isEmpty(*levelTest(scores, std::vector<int>{1, 1, 1}, 1)));
    QVERIFY(isEmpty(*levelTest(std::vector<double>(3, missing), std::vector<int>{1, 1, 2}, 1)));
    QVERIFY(isEmpty(*levelTest(std::vector<double>{1, missing, 2}, std::vector<int>{2, 1, 2}, 1)));
    QVERIFY(isEmpty(*levelTest({}, {}, 1)));
    const IndicatorMatrix pairs = randomDissimilarities(3, 8);
    QVERIFY(isEmpty(*distinctnessTest(pairs, std::vector<int>{1, 2, 2}, 1)));
    QVERIFY(isEmpty(*distinctnessTest(IndicatorMatrix(3, 3), std::vector<int>{1, 1, 2}, 1)));
    QVERIFY(isEmpty(*distinctnessTest({}, {}, 1)));
    const GroupTest all = *distinctnessTest(pairs, std::vector<int>{1, 1, 1}, 1);
    QCOMPARE(all.verdict, Verdict::NotTestable);
    QVERIFY(all.statistic > 0); // but has nothing beside it
    QCOMPARE(all.p, 1.0);
}

void GroupTestTest::extremeValuesStayNumbers() {
    const std::vector<int> groups{1, 1, 1, 0, 0, 0, 0};
    const GroupTest test = *levelTest(std::vector<double>{1e300, 9e299, 8e299, -1e300, 0, -1e300, 1e-300}, groups, 1);
    QVERIFY(std::isfinite(test.statistic));
    QCOMPARE(test.effect, 1.0);
    QCOMPARE(test.p, 1.0 / 35);
    const GroupTest small = *levelTest(std::vector<double>{4e-324, 4e-324, 4e-324, 0, 0, 0, 0}, groups, 1);
    QCOMPARE(small.p, 1.0 / 35);
    QVERIFY(std::isfinite(small.statistic));
}

void GroupTestTest::manyCountiesDoNotHang() {
    const std::vector<double> scores = randomScores(100, 9);
    std::vector<int> groups(100, 0);
    std::fill_n(groups.begin(), 3, 1);
    std::fill_n(groups.begin() + 3, 40, 2);
    const GroupTest few = *levelTest(scores, groups, 1);
    QCOMPARE(few.choices, 161'700);
    QVERIFY(!few.assignments); // C(100, 3) * C(97, 40)
    QVERIFY(isOutOfRange(levelTest(scores, groups, 2), u"scores"_s));
    QVERIFY(isOutOfRange(distinctnessTest(randomDissimilarities(100, 9), groups, 2), u"dissimilarities"_s));
}

void GroupTestTest::refused() {
    const std::vector<double> scores{1, 2, 3};
    QVERIFY(isOutOfRange(levelTest(scores, std::vector<int>{1, 2}, 1), u"groups"_s));
    QVERIFY(isOutOfRange(levelTest(std::vector<double>{1, INFINITY, 3}, std::vector<int>{1, 2, 2}, 1), u"scores"_s));
    for (const double significance : {0.0, -0.1, 0.5, missing}) {
        QVERIFY(isOutOfRange(levelTest(scores, std::vector<int>{1, 2, 2}, 1, significance), u"significance"_s));
    }
}

void GroupTestTest::matrixRefused() {
    const std::vector<int> groups{1, 1, 2};
    const auto code = [&](const IndicatorMatrix& matrix) { return distinctnessTest(matrix, groups, 1).error().code; };
    QCOMPARE(code(IndicatorMatrix(3, 2)), Problem::Code::OutOfRange);
    QCOMPARE(code(matrixOf({{0, -1, 1}, {-1, 0, 1}, {1, 1, 0}})), Problem::Code::OutOfRange);
    QCOMPARE(code(matrixOf({{0, 1, 1}, {1, 0.5, 1}, {1, 1, 0}})), Problem::Code::OutOfRange);
    QCOMPARE(code(matrixOf({{0, 1, INFINITY}, {1, 0, 1}, {INFINITY, 1, 0}})), Problem::Code::OutOfRange);
    QCOMPARE(code(matrixOf({{0, 1, missing}, {1, 0, 1}, {missing, 1, 0}})), Problem::Code::FieldMissing);
    QCOMPARE(code(matrixOf({{0, 1, 1}, {2, 0, 1}, {1, 1, 0}})), Problem::Code::ValueUnknown);
}

void GroupTestTest::meanRanksByHand() {
    // Ranks of the first: 0, 1.5 / 3, 1.5 / 3, 1; of the second, where less is better: 1, missing, 0.5, 0.
    const IndicatorMatrix matrix = matrixOf({{10, 1}, {20, missing}, {20, 2}, {50, 3}});
    const std::vector<double> scores =
        *meanRanks(matrix, std::vector{MoreIsBetter, LessIsBetter}, std::vector<double>{3, 1});
    QVERIFY(near(scores[0], 0.25));
    QVERIFY(near(scores[1], 0.5));
    QVERIFY(near(scores[2], 0.5));
    QVERIFY(near(scores[3], 0.75));
    const std::vector<double> neutral = *meanRanks(matrixOf({{4, missing}, {4, 9}, {4, missing}}),
                                                   std::vector{MoreIsBetter, LessIsBetter}, std::vector<double>{1, 1});
    QCOMPARE(neutral, std::vector<double>(3, 0.5));
}

void GroupTestTest::meanRanksNeedHalfOfTheWeight() {
    const IndicatorMatrix matrix = matrixOf({{1, 1, missing}, {2, missing, 2}, {missing, missing, 1}});
    const std::vector directions(3, MoreIsBetter);
    const auto scores = *meanRanks(matrix, directions, std::vector<double>{0.1, 0.2, 0.3});
    QVERIFY(!std::isnan(scores[0]) && !std::isnan(scores[1]) && !std::isnan(scores[2])); // 0.3, 0.4 and 0.3 of 0.6
    const auto others = *meanRanks(matrix, directions, std::vector<double>{0.1, 0.3, 0.3});
    QVERIFY(!std::isnan(others[0]) && !std::isnan(others[1]) && std::isnan(others[2]));
    QCOMPARE(levelTest(others, std::vector<int>{1, 2, 2}, 1)->zones, 2);
}

void GroupTestTest::meanRanksKnowNoScale() {
    IndicatorMatrix matrix(9, 3);
    std::mt19937 random(10);
    for (int zone = 0; zone < 9; ++zone) {
        for (int indicator = 0; indicator < 3; ++indicator) {
            matrix.at(zone, indicator) = static_cast<double>(random() % 20);
        }
    }
    const std::vector directions{MoreIsBetter, LessIsBetter, MoreIsBetter};
    const auto scores = *meanRanks(matrix, directions, std::vector<double>{1, 2, 3});
    for (int zone = 0; zone < 9; ++zone) {
        matrix.at(zone, 0) = std::exp(matrix.at(zone, 0));
        matrix.at(zone, 1) *= 1000;
    }
    const auto others = *meanRanks(matrix, directions, std::vector<double>{1e-310, 2e-310, 3e-310});
    for (size_t zone = 0; zone < scores.size(); ++zone) {
        QVERIFY(scores[zone] >= 0 && scores[zone] <= 1);
        QVERIFY(near(scores[zone], others[zone]));
    }
}

void GroupTestTest::meanRanksRefused() {
    const IndicatorMatrix matrix = matrixOf({{1, 2}, {3, 4}});
    const std::vector directions{MoreIsBetter, LessIsBetter};
    QVERIFY(isOutOfRange(meanRanks(matrix, std::vector{MoreIsBetter}, std::vector<double>{1, 1}), u"directions"_s));
    for (const auto& weights : {std::vector<double>{1}, {1, -1}, {0, 0}, {1, missing}, {1, INFINITY}}) {
        QVERIFY(isOutOfRange(meanRanks(matrix, directions, weights), u"weights"_s));
    }
    QVERIFY(isOutOfRange(meanRanks({}, {}, {}), u"weights"_s));
    QCOMPARE(meanRanks(matrix, std::vector{MoreIsBetter, None}, std::vector<double>{1, 1}).error().code,
             Problem::Code::ValueUnknown);
}

QTEST_GUILESS_MAIN(GroupTestTest)
#include "group_test_test.moc"
