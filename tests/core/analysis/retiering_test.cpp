#include "core/analysis/retiering.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

/// The zones with 7, 6 and 4 are said to be high.
const std::vector<double> sevenScores{7, 6, 5, 4, 3, 2, 1};
const std::vector<int> adoptedSeven{1, 1, 0, 1, 0, 0, 0};

std::vector<GroupClaim> levelClaim() { return {{.group = 1, .measure = sevenScores}}; }

/// No group is high and low.
std::vector<GroupClaim> contradictingClaims(size_t zones) {
    std::vector<double> scores(zones);
    std::vector<double> opposite(zones);
    for (size_t zone = 0; zone < zones; ++zone) {
        scores[zone] = static_cast<double>(zone * zone);
        opposite[zone] = -scores[zone];
    }
    return {{.group = 1, .measure = scores}, {.group = 1, .measure = opposite}};
}

std::vector<GroupClaim> randomClaims(int zones, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<double> scores(static_cast<size_t>(zones));
    std::ranges::generate(scores, [&] { return static_cast<double>(random() % 10); });
    scores[random() % scores.size()] = missing;
    IndicatorMatrix pairs(zones, zones);
    const int without = static_cast<int>(random() % static_cast<unsigned>(zones));
    for (int zone = 0; zone < zones; ++zone) {
        for (int other = 0; other <= zone && zone != without; ++other) {
            if (other != without) {
                pairs.at(zone, other) = pairs.at(other, zone) =
                    zone == other ? 0 : static_cast<double>(random() % 20) / 10;
            }
        }
    }
    return {{.group = 0, .measure = scores}, {.group = 2, .measure = pairs}};
}

/// Every assignment there is, each tested by itself.
struct BruteForce {
    std::vector<int> adopted;
    std::vector<GroupClaim> claims;
    bool testsMayBeLost = true;
    int leastMoves = 1000;
    std::vector<std::vector<int>> found{};

    void run() {
        std::vector<int> groups(adopted.size(), 0);
        while (true) {
            look(groups);
            size_t zone = 0;
            while (zone < groups.size() && ++groups[zone] == 3) {
                groups[zone++] = 0;
            }
            if (zone == groups.size()) {
                return;
            }
        }
    }
    void look(const std::vector<int>& groups) {
        int moves = 0;
        for (size_t zone = 0; zone < groups.size(); ++zone) {
            moves += groups[zone] != adopted[zone] ? 1 : 0;
        }
        const auto ill = [&](int group) { return !std::ranges::contains(groups, group); };
        if (moves > leastMoves || ill(0) || ill(1) || ill(2) ||
            !std::ranges::all_of(claims, [&](const GroupClaim& claim) {
                const Verdict verdict = testOf(claim, groups)->verdict;
                const bool untested = verdict == Verdict::NotTestable &&
                                      (testsMayBeLost || testOf(claim, adopted)->verdict == Verdict::NotTestable);
                return verdict == Verdict::Consistent || untested;
            })) {
            return;
        }
        if (moves < leastMoves) {
            found.clear();
            leastMoves = moves;
        }
        found.push_back(groups);
    }
};

/// Edges of a grid of squares, none of corners.
std::vector<std::vector<int>> gridNeighbours(int columns, int rows) {
    std::vector<std::vector<int>> neighbours;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            std::vector<int>& around = neighbours.emplace_back();
            for (const auto& [x, y] : {std::pair(-1, 0), std::pair(1, 0), std::pair(0, -1), std::pair(0, 1)}) {
                if (column + x >= 0 && column + x < columns && row + y >= 0 && row + y < rows) {
                    around.push_back((row + y) * columns + column + x);
                }
            }
        }
    }
    return neighbours;
}

} // namespace

class RetieringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noMoveWhereAllIsWell();
    void oneMoveByHand();
    void groupsKeepTheirLeastSize();
    void lockedZonesStay();
    void startsWhereItIsTold();
    void findsWhatBruteForceFinds_data();
    void findsWhatBruteForceFinds();
    void looksAtAllThereAre();
    void limits();
    void listsTheFirst();
    void oneGroupCannotMove();
    void cancelled();
    void refused();
    void joinsOfChessboard();
    void joinsOfPieces();
    void joinsCountOnce();
    void joinsRefused();
};

void RetieringTest::noMoveWhereAllIsWell() {
    const std::vector<int> adopted{1, 1, 1, 0, 0, 0, 0};
    const Retiering result = *fewestMoves(adopted, levelClaim());
    QCOMPARE(result.lookedAt, 1);
    QCOMPARE(result.leastMoves, 0);
    QCOMPARE(result.found, 1);
    QCOMPARE(result.options[0].groups, adopted);
    QCOMPARE(result.options[0].verdicts, std::vector{Verdict::Consistent});
    QVERIFY(result.exhaustive);
    QCOMPARE(fewestMoves(adopted, {})->leastMoves, 0);
    QCOMPARE(fewestMoves({}, {})->leastMoves, 0);
}

/// 7, 6 and 5 take two moves; but 7, 6, 5, 4 are the first of 35, and 7, 6 of 21.
void RetieringTest::oneMoveByHand() {
    const Retiering result = *fewestMoves(adoptedSeven, levelClaim());
    QCOMPARE(result.leastMoves, 1);
    QCOMPARE(result.found, 2);
    QCOMPARE(result.options[0].groups, (std::vector<int>{1, 1, 1, 1, 0, 0, 0}));
    QCOMPARE(result.options[1].groups, (std::vector<int>{1, 1, 0, 0, 0, 0, 0}));
    QCOMPARE(result.lookedAt, 1 + 7);
    QVERIFY(result.exhaustive);
}

void RetieringTest::groupsKeepTheirLeastSize() {
    const Retiering three = *fewestMoves(adoptedSeven, levelClaim(), {.leastGroupSize = 3});
    QCOMPARE(three.found, 1);
    QCOMPARE(three.options[0].groups, (std::vector<int>{1, 1, 1, 1, 0, 0, 0}));
    const Retiering four = *fewestMoves(adoptedSeven, levelClaim(), {.leastGroupSize = 4});
    QVERIFY(!four.leastMoves);
    QVERIFY(four.exhaustive);
    QCOMPARE(four.lookedAt, 128);
}

/// With 5 outside and 4 inside, no group can be the best. It is small enough not to be tested where 4 stays alone.
void RetieringTest::lockedZonesStay() {
    RetieringSettings settings{.lockedZones = {2, 3}};
    const Retiering lost = *fewestMoves(adoptedSeven, levelClaim(), settings);
    QCOMPARE(lost.leastMoves, 2);
    QCOMPARE(lost.found, 1);
    QCOMPARE(lost.options[0].groups, (std::vector<int>{0, 0, 0, 1, 0, 0, 0}));
    QCOMPARE(lost.options[0].verdicts, std::vector{Verdict::NotTestable});
    settings.testsMayBeLost = false;
    const Retiering kept = *fewestMoves(adoptedSeven, levelClaim(), settings);
    QVERIFY(!kept.leastMoves);
    QCOMPARE(kept.lookedAt, 32);
    QVERIFY(kept.exhaustive);
}

/// The zone with 4 has been taken out already: {7, 6} do without a further move, of 21 pairs the best. With 6 kept outside,
/// 7 alone is one of seven; with 5 or 4 beside it it is no longer the best pair.
void RetieringTest::startsWhereItIsTold() {
    const std::vector<int> taken{1, 1, 0, 0, 0, 0, 0};
    const Retiering done = *fewestMoves(adoptedSeven, levelClaim(), {.lockedZones = {3}, .start = taken});
    QCOMPARE(done.leastMoves, 0);
    QCOMPARE(done.options[0].groups, taken);
    const Retiering stuck = *fewestMoves(adoptedSeven, levelClaim(),
                                         {.lockedZones = {1}, .start = {1, 0, 0, 1, 0, 0, 0}, .testsMayBeLost = false});
    QVERIFY(!stuck.leastMoves);
    QVERIFY(stuck.exhaustive);
    QCOMPARE(stuck.lookedAt, 64); // of seven zones one is locked
    // What the start has emptied is a group to move to; what can be tested is what could be before.
    const Retiering refilled = *fewestMoves(adoptedSeven, levelClaim(),
                                            {.lockedZones = {3}, .start = std::vector(7, 0), .testsMayBeLost = false});
    QCOMPARE(refilled.leastMoves, 2);
    QCOMPARE(refilled.options[0].groups, taken);
}

void RetieringTest::findsWhatBruteForceFinds_data() {
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("testsMayBeLost");
    for (unsigned seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %u", seed) << seed << true;
        QTest::addRow("seed %u, all tests kept", seed) << seed << false;
    }
}

void RetieringTest::findsWhatBruteForceFinds() {
    QFETCH(unsigned, seed);
    QFETCH(bool, testsMayBeLost);
    BruteForce expected{{0, 0, 0, 1, 1, 2, 2, 2}, randomClaims(8, seed), testsMayBeLost};
    expected.run();
    const Retiering result =
        *fewestMoves(expected.adopted, expected.claims, {.testsMayBeLost = testsMayBeLost, .mostListed = 10'000});
    QVERIFY(result.exhaustive);
    QCOMPARE(result.leastMoves.value_or(1000), expected.leastMoves);
    QCOMPARE(result.found, static_cast<qint64>(expected.found.size()));
    std::vector<std::vector<int>> found;
    for (const Retiering::Option& option : result.options) {
        found.push_back(option.groups);
        for (size_t claim = 0; claim < expected.claims.size(); ++claim) {
            QCOMPARE(option.verdicts[claim], testOf(expected.claims[claim], option.groups)->verdict);
        }
    }
    std::ranges::sort(found);
    std::ranges::sort(expected.found);
    QCOMPARE(found, expected.found);
}

void RetieringTest::looksAtAllThereAre() {
    const std::vector<int> adopted{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};
    const Retiering result =
        *fewestMoves(adopted, contradictingClaims(13), {.leastGroupSize = 0, .testsMayBeLost = false});
    QCOMPARE(result.lookedAt, 1'594'323); // 3^13
    QVERIFY(!result.leastMoves);
    QVERIFY(result.options.empty());
    QVERIFY(result.exhaustive);
}

void RetieringTest::limits() {
    const std::vector<int> adopted{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};
    const auto claims = contradictingClaims(13);
    const Retiering ten = *fewestMoves(adopted, claims, {.testsMayBeLost = false, .mostAssignments = 10});
    QCOMPARE(ten.lookedAt, 10);
    QVERIFY(!ten.exhaustive);
    const Retiering one = *fewestMoves(adopted, claims, {.testsMayBeLost = false, .mostMoves = 1});
    QCOMPARE(one.lookedAt, 1 + 13 * 2);
    QVERIFY(!one.exhaustive);
    // Known to be the fewest, but not how many there are.
    const Retiering first = *fewestMoves(adoptedSeven, levelClaim(), {.mostAssignments = 4});
    QCOMPARE(first.leastMoves, 1);
    QCOMPARE(first.found, 1);
    QVERIFY(!first.exhaustive);
}

void RetieringTest::listsTheFirst() {
    const Retiering result = *fewestMoves(adoptedSeven, levelClaim(), {.mostListed = 1});
    QCOMPARE(result.found, 2);
    QCOMPARE(result.options.size(), 1U);
    QCOMPARE(result.options[0].groups, (std::vector<int>{1, 1, 1, 1, 0, 0, 0}));
}

void RetieringTest::oneGroupCannotMove() {
    const Retiering result = *fewestMoves(std::vector<int>(7, 1), levelClaim());
    QCOMPARE(result.leastMoves, 0); // there is nothing to compare it with
    QCOMPARE(result.options[0].verdicts, std::vector{Verdict::NotTestable});
    const Retiering small = *fewestMoves(std::vector<int>(7, 1), levelClaim(), {.leastGroupSize = 8});
    QVERIFY(!small.leastMoves && small.exhaustive);
    QCOMPARE(small.lookedAt, 1);
}

void RetieringTest::cancelled() {
    const std::vector<int> adopted{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};
    int asked = 0;
    const auto result =
        fewestMoves(adopted, contradictingClaims(13), {.testsMayBeLost = false}, [&] { return ++asked < 3; });
    QVERIFY(!result);
    QCOMPARE(result.error().code, Problem::Code::Cancelled);
    QCOMPARE(asked, 3);
}

void RetieringTest::refused() {
    const auto field = [](const RetieringSettings& settings) {
        const auto result = fewestMoves(adoptedSeven, levelClaim(), settings);
        return result || result.error().code != Problem::Code::OutOfRange ? QString() : result.error().field;
    };
    QCOMPARE(field({.significance = 0.7}), u"significance"_s);
    QCOMPARE(field({.leastGroupSize = -1}), u"leastGroupSize"_s);
    QCOMPARE(field({.lockedZones = {7}}), u"lockedZones"_s);
    QCOMPARE(field({.lockedZones = {-1}}), u"lockedZones"_s);
    QCOMPARE(field({.start = {1, 0}}), u"start"_s);
    QCOMPARE(field({.mostMoves = -1}), u"mostMoves"_s);
    QCOMPARE(field({.mostAssignments = -1}), u"mostAssignments"_s);
    QCOMPARE(field({.mostListed = -1}), u"mostListed"_s);
    QCOMPARE(fewestMoves(std::vector<int>{1, 0}, levelClaim()).error().field, u"groups"_s);
    // 3 of 60 can be counted, but not what they may grow to.
    std::vector<int> adopted(60, 0);
    std::fill_n(adopted.begin(), 3, 1);
    const std::vector<GroupClaim> claims = contradictingClaims(60);
    QCOMPARE(fewestMoves(adopted, claims, {.testsMayBeLost = false}).error().field, u"scores"_s);
    QVERIFY(fewestMoves(adopted, claims, {.testsMayBeLost = false, .mostMoves = 1}));
}

/// Worked by hand: 3 by 3 squares have 12 edges in common, none of one colour.
void RetieringTest::joinsOfChessboard() {
    const auto neighbours = gridNeighbours(3, 3);
    const JoinCounts board = *joinCounts(std::vector<int>{1, 2, 1, 2, 1, 2, 1, 2, 1}, neighbours);
    QCOMPARE(board.all, 12);
    QCOMPARE(board.same, 0);
    QCOMPARE(board.parts, (std::map<int, int>{{1, 5}, {2, 4}}));
    const JoinCounts stripes = *joinCounts(std::vector<int>{1, 1, 1, 2, 2, 2, 1, 1, 1}, neighbours);
    QCOMPARE(stripes.same, 6);
    QCOMPARE(stripes.parts, (std::map<int, int>{{1, 2}, {2, 1}}));
    const JoinCounts one = *joinCounts(std::vector<int>(9, 4), neighbours);
    QCOMPARE(one.same, 12);
    QCOMPARE(one.parts, (std::map<int, int>{{4, 1}}));
}

/// Each piece is found again by walking over it.
void RetieringTest::joinsOfPieces() {
    std::mt19937 random(1);
    const auto neighbours = gridNeighbours(20, 20);
    std::vector<int> groups(400);
    std::ranges::generate(groups, [&] { return static_cast<int>(random() % 2); });
    std::map<int, int> parts;
    std::vector<bool> seen(400);
    const auto walk = [&](auto&& self, size_t zone) -> void {
        seen[zone] = true;
        for (const int other : neighbours[zone]) {
            const auto next = static_cast<size_t>(other);
            if (!seen[next] && groups[next] == groups[zone]) {
                self(self, next);
            }
        }
    };
    for (size_t zone = 0; zone < groups.size(); ++zone) {
        if (!seen[zone]) {
            ++parts[groups[zone]];
            walk(walk, zone);
        }
    }
    QCOMPARE(joinCounts(groups, neighbours)->parts, parts);
}

void RetieringTest::joinsCountOnce() {
    const JoinCounts counts = *joinCounts(std::vector<int>{1, 1, 1}, {{1, 1}, {0, 2}, {}});
    QCOMPARE(counts.all, 2);
    QCOMPARE(counts.same, 2);
    QCOMPARE(counts.parts, (std::map<int, int>{{1, 1}}));
    QCOMPARE(joinCounts({}, {})->all, 0);
}

void RetieringTest::joinsRefused() {
    const std::vector<int> groups{1, 2};
    for (const auto& neighbours : {std::vector<std::vector<int>>{{1}}, {{2}, {}}, {{-1}, {}}, {{}, {1}}}) {
        const auto counts = joinCounts(groups, neighbours);
        QVERIFY(!counts);
        QCOMPARE(counts.error().code, Problem::Code::OutOfRange);
        QCOMPARE(counts.error().field, u"neighbours"_s);
    }
}

QTEST_GUILESS_MAIN(RetieringTest)
#include "retiering_test.moc"
