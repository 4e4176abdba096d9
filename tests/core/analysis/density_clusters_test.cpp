#include "core/analysis/density_clusters.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

using Places = std::vector<MetrePoint>;
using Members = std::vector<DensityClusters::Member>;

double distance(const MetrePoint& a, const MetrePoint& b) {
    const double dx = a.x - b.x;
    const double dy = a.y - b.y;
    return std::sqrt(dx * dx + dy * dy); // NaN, which is not within anything, where one is not finite
}

/// The definitions of the paper to the letter: every place against every other, clusters grown over core places.
DensityClusters byDefinition(const Places& places, double reach, int least) {
    const size_t count = places.size();
    DensityClusters result{.members = Members(count), .sizes = {}};
    Members& members = result.members;
    const auto isNear = [&](size_t i, size_t j) { return distance(places[i], places[j]) <= reach; };
    for (size_t i = 0; i < count; ++i) {
        int near = 0;
        for (size_t j = 0; j < count; ++j) {
            near += isNear(i, j) ? 1 : 0;
        }
        members[i].core = near >= least;
    }
    int found = 0;
    for (size_t i = 0; i < count; ++i) {
        if (!members[i].core || members[i].cluster >= 0) {
            continue;
        }
        members[i].cluster = found;
        for (std::vector<size_t> open{i}; !open.empty();) {
            const size_t from = open.back();
            open.pop_back();
            for (size_t j = 0; j < count; ++j) {
                if (members[j].core && members[j].cluster < 0 && isNear(from, j)) {
                    members[j].cluster = found;
                    open.push_back(j);
                }
            }
        }
        ++found;
    }
    for (size_t i = 0; i < count; ++i) {
        double nearest = reach;
        for (size_t j = 0; j < count && !members[i].core; ++j) {
            const double here = distance(places[i], places[j]);
            if (members[j].core && (members[i].cluster < 0 ? here <= nearest : here < nearest)) {
                nearest = here;
                members[i].cluster = members[j].cluster;
            }
        }
    }
    struct Group {
        int size = 0;
        size_t first = 0;
    };
    std::map<int, Group> groups;
    for (size_t i = 0; i < count; ++i) {
        if (members[i].cluster >= 0) {
            Group& group = groups.try_emplace(members[i].cluster, Group{.size = 0, .first = i}).first->second;
            ++group.size;
        }
    }
    std::vector<std::pair<int, Group>> order(groups.begin(), groups.end());
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.second.size != b.second.size ? a.second.size > b.second.size : a.second.first < b.second.first;
    });
    std::map<int, int> numbers{{-1, -1}};
    for (const auto& [old, group] : order) {
        numbers[old] = static_cast<int>(result.sizes.size());
        result.sizes.push_back(group.size);
    }
    for (DensityClusters::Member& member : members) {
        member.cluster = numbers[member.cluster];
    }
    return result;
}

double uniform(std::mt19937& random, double from, double to) {
    return std::uniform_real_distribution(from, to)(random);
}

Places scatter(std::mt19937& random, size_t count, const MetrePoint& centre, double width) {
    Places result(count);
    for (MetrePoint& place : result) {
        place = {centre.x + uniform(random, -width / 2, width / 2), centre.y + uniform(random, -width / 2, width / 2)};
    }
    return result;
}

void append(Places& to, const Places& more) { to.insert(to.end(), more.begin(), more.end()); }

Places clumps(std::mt19937& random) {
    Places result = scatter(random, 40, {500'000, 3'350'000}, 1000);
    for (int clump = 0; clump < 6; ++clump) {
        const MetrePoint centre{uniform(random, 499'600, 500'400), uniform(random, 3'349'600, 3'350'400)};
        std::normal_distribution spread(0.0, uniform(random, 5, 60));
        for (int i = 0; i < 40; ++i) {
            result.push_back({centre.x + spread(random), centre.y + spread(random)});
        }
    }
    std::ranges::shuffle(result, random);
    return result;
}

Places lines(std::mt19937& random) {
    Places result;
    for (int line = 0; line < 6; ++line) {
        const MetrePoint from{uniform(random, -500, 500), uniform(random, -500, 500)};
        const double angle = line < 2 ? line * std::acos(0.0) : uniform(random, 0, 7); // along both axes, too
        for (int i = 0; i < 40; ++i) {
            const double along = uniform(random, 0, 800);
            result.push_back({from.x + along * std::cos(angle), from.y + along * std::sin(angle)});
        }
    }
    return result;
}

/// Nearly every distance occurs often, the reach among them, and many places occur twice.
Places lattice(std::mt19937& random) {
    Places result(250);
    for (MetrePoint& place : result) {
        place = {static_cast<double>(random() % 25) * 25, static_cast<double>(random() % 25) * 25};
    }
    return result;
}

/// Most places at few spots, and some that are nowhere.
Places spots(std::mt19937& random) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const Places at = scatter(random, 8, {0, 0}, 400);
    Places result = scatter(random, 60, {0, 0}, 600);
    for (int i = 0; i < 150; ++i) {
        result.push_back(at[random() % at.size()]);
    }
    append(result, {{nan, 0}, {0, nan}, {infinite, 0}, {0, -infinite}, {nan, infinite}});
    std::ranges::shuffle(result, random);
    return result;
}

/// Hundreds of places within reach, so that boxes are halved.
Places crowd(std::mt19937& random) {
    Places result = scatter(random, 500, {0, 0}, 150);
    append(result, scatter(random, 400, {uniform(random, 150, 260), uniform(random, -50, 50)}, 80));
    append(result, scatter(random, 100, {0, 0}, 600));
    return result;
}

using Draw = Places (*)(std::mt19937&);

bool areSame(const DensityClusters& a, const DensityClusters& b) {
    return a.members == b.members && a.sizes == b.sizes;
}

} // namespace

class DensityClustersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsDefined_data();
    void isAsDefined();
    void isAsOthersFound_data();
    void isAsOthersFound();
    void aDistanceOfTheReachIsWithin();
    void greatestComeFirst();
    void aBorderPlaceGoesWithTheNearest();
    void theFirstOfManyAtOneSpotDecides();
    void rowsMayComeInAnyOrder();
    void nothingAndNearlyNothing();
    void whatIsNotFiniteIsLeftOut();
    void manyAtOneSpotTakeNoTime();
    void crowdsOutOfReachTakeNoTime();
    void farAwayPlacesAreNoFault();
    void limitsAreTold();
    void stopsWhenAsked();
    void suggestsFromTheUsualDistance();
    void suggestsNothingOfNothing();
};

void DensityClustersTest::isAsDefined_data() {
    QTest::addColumn<Draw>("draw");
    QTest::addColumn<QList<int>>("leasts");
    QTest::addColumn<int>("sets");
    const QList<int> few{1, 2, 3, 5, 10};
    QTest::newRow("clumps") << Draw(clumps) << few << 25;
    QTest::newRow("lines") << Draw(lines) << few << 25;
    QTest::newRow("lattice") << Draw(lattice) << few << 25;
    QTest::newRow("spots") << Draw(spots) << few << 25;
    QTest::newRow("crowd") << Draw(crowd) << QList<int>{4, 40, 150, 400} << 4;
}

void DensityClustersTest::isAsDefined() {
    QFETCH(Draw, draw);
    QFETCH(QList<int>, leasts);
    QFETCH(int, sets);
    for (int seed = 1; seed <= sets; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        const Places places = draw(random);
        for (const double reach : {0.5, 25.0, 25 * std::sqrt(2.0), 60.0, 125.0, 2000.0}) {
            for (const int least : leasts) {
                const auto result = densityClusters(places, reach, least);
                QVERIFY2(result && areSame(*result, byDefinition(places, reach, least)),
                         qPrintable(u"seed %1, reach %2, least %3"_s.arg(seed).arg(reach).arg(least)));
            }
        }
    }
}

/// scikit-learn 1.4.2 (Debian 13's python3-sklearn, with NumPy 2.2.4):
/// DBSCAN(eps=reach, min_samples=least).fit(places).labels_ and .core_sample_indices_. The places were drawn for this
/// test: three clumps and scattered ones, in half metres, so that some distances are just the reach. None of the border
/// places has a choice of cluster, which scikit-learn would settle by the order of rows.
void DensityClustersTest::isAsOthersFound_data() {
    QTest::addColumn<double>("reach");
    QTest::addColumn<int>("least");
    QTest::addColumn<QList<int>>("labels");
    QTest::addColumn<QList<int>>("cores");
    QTest::newRow("2.5, 4") << 2.5 << 4 << QList<int>{-1, -1, 0,  0,  -1, -1, 0,  -1, 0,  -1, -1, -1, -1, -1, 1, 1,
                                                      1,  1,  -1, -1, 1,  1,  1,  1,  1,  1,  2,  2,  2,  2,  2, -1,
                                                      2,  -1, -1, 1,  1,  -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, -1}
                            << QList<int>{2, 3, 8, 14, 15, 16, 17, 20, 22, 23, 24, 26, 27, 28, 29, 30, 32, 35, 36, 46};
    QTest::newRow("3, 5") << 3.0 << 5 << QList<int>{0, -1, 0,  0,  0, 0,  0,  0,  0,  -1, -1, -1, 0,  -1, 1, 1,
                                                    1, 1,  -1, -1, 1, 1,  1,  1,  1,  1,  2,  2,  2,  2,  2, -1,
                                                    2, -1, -1, 1,  1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, -1}
                          << QList<int>{2,  3,  4,  8,  14, 15, 16, 17, 20, 22, 23,
                                        24, 25, 26, 27, 28, 29, 30, 32, 35, 36, 46};
    QTest::newRow("3.5, 4") << 3.5 << 4 << QList<int>{0, -1, 0,  0,  0, 0,  0,  0,  0,  -1, 0,  0,  0,  0, 1, 1,
                                                      1, 1,  -1, -1, 1, 1,  1,  1,  1,  1,  2,  2,  2,  2, 2, -1,
                                                      2, 2,  0,  1,  1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, -1}
                            << QList<int>{0,  2,  3,  4,  6,  7,  8,  13, 14, 15, 16, 17, 20, 21,
                                          22, 23, 24, 25, 26, 27, 28, 29, 30, 32, 35, 36, 46};
}

void DensityClustersTest::isAsOthersFound() {
    const Places places{
        {9.5, 14.5},  {7.5, 4.5},   {11.0, 12.0}, {11.5, 11.5}, {10.0, 8.5},  {8.0, 9.5},   {9.0, 13.0},  {12.0, 6.5},
        {12.5, 10.0}, {13.5, 15.0}, {12.0, 5.0},  {12.5, 5.5},  {15.0, 8.5},  {10.0, 16.0}, {20.0, 12.5}, {22.0, 11.0},
        {23.0, 14.5}, {24.5, 13.5}, {27.5, 7.0},  {29.5, 11.5}, {20.5, 10.5}, {28.0, 15.5}, {23.0, 12.5}, {26.0, 15.5},
        {25.0, 15.5}, {22.5, 10.0}, {19.5, 29.5}, {18.0, 29.5}, {18.5, 30.0}, {20.5, 29.5}, {20.0, 27.5}, {17.0, 23.5},
        {19.0, 28.5}, {19.5, 24.5}, {16.0, 10.0}, {26.0, 16.0}, {22.0, 12.5}, {23.5, 33.0}, {8.5, 38.5},  {15.0, 31.5},
        {13.5, 39.5}, {2.5, 37.0},  {37.5, 2.0},  {22.5, 37.0}, {36.0, 21.5}, {11.5, 18.5}, {12.0, 10.5}, {35.5, 7.0}};
    QFETCH(double, reach);
    QFETCH(int, least);
    QFETCH(QList<int>, labels);
    QFETCH(QList<int>, cores);
    const auto result = densityClusters(places, reach, least);
    QVERIFY(result);
    std::map<int, int> labelOf{{-1, -1}}; // theirs are numbered as found
    std::map<int, int> clusterOf{{-1, -1}};
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const DensityClusters::Member& member = result->members[static_cast<size_t>(i)];
        QCOMPARE(member.core, cores.contains(i));
        QCOMPARE(labelOf.try_emplace(member.cluster, labels[i]).first->second, labels[i]);
        QCOMPARE(clusterOf.try_emplace(labels[i], member.cluster).first->second, member.cluster);
    }
    QCOMPARE(result->sizes.size(), size_t{3});
}

/// Also where the square of the reach, rounded, is less than that of the distance.
void DensityClustersTest::aDistanceOfTheReachIsWithin() {
    const auto together = [](const MetrePoint& a, const MetrePoint& b, double reach) {
        const auto result = densityClusters(Places{a, b}, reach, 2);
        return result && result->sizes == std::vector<int>{2};
    };
    QVERIFY(together({0, 0}, {3, 4}, 5));
    QVERIFY(!together({0, 0}, {3, 4}, std::nextafter(5, 0)));
    std::mt19937 random(7);
    int rounded = 0;
    for (int i = 0; i < 2000; ++i) {
        const Places two = scatter(random, 2, {500'000, 3'350'000}, 300);
        const double apart = distance(two[0], two[1]);
        const double dx = two[0].x - two[1].x;
        const double dy = two[0].y - two[1].y;
        rounded += apart * apart < dx * dx + dy * dy ? 1 : 0;
        QVERIFY(together(two[0], two[1], apart));
        QVERIFY(!together(two[0], two[1], std::nextafter(apart, 0)));
    }
    QVERIFY(rounded > 100);
}

void DensityClustersTest::greatestComeFirst() {
    // Pairs and triples far from each other, by their hundreds
    const Places places{{900, 0}, {100, 0}, {300, 0}, {500, 0}, {101, 0}, {501, 0},
                        {301, 0}, {700, 0}, {502, 0}, {701, 0}, {702, 0}};
    const auto result = densityClusters(places, 1, 2);
    QVERIFY(result);
    std::vector<int> clusters;
    for (const DensityClusters::Member& member : result->members) {
        clusters.push_back(member.cluster);
    }
    QCOMPARE(clusters, (std::vector<int>{-1, 2, 3, 0, 2, 0, 3, 1, 0, 1, 1}));
    QCOMPARE(result->sizes, (std::vector<int>{3, 3, 2, 2}));
}

void DensityClustersTest::aBorderPlaceGoesWithTheNearest() {
    const Places left{{-10, 0}, {-11, 0}, {-11, 1}, {-11, -1}, {-12, 0}};
    const Places right{{10, 0}, {11, 0}, {11, 1}, {11, -1}, {12, 0}};
    const auto with = [](const Places& first, const Places& second, double x) {
        Places places{{x, 0}}; // which is near one place of each only
        append(places, first);
        append(places, second);
        const auto result = densityClusters(places, 10.4, 5);
        return !result || result->members[0].core || result->sizes != std::vector<int>{6, 5}
                   ? -1
                   : (result->members[0].cluster == result->members[1].cluster ? 1 : 2);
    };
    QCOMPARE(with(left, right, -0.25), 1);
    QCOMPARE(with(right, left, -0.25), 2);
    QCOMPARE(with(right, left, 0.25), 1);
    QCOMPARE(with(left, right, 0), 1); // equally near: the one that comes first
    QCOMPARE(with(right, left, 0), 1);
}

/// Two spots as near, and many places at each.
void DensityClustersTest::theFirstOfManyAtOneSpotDecides() {
    std::mt19937 random(9);
    Places places(60, {-11, 0});
    append(places, Places(60, {11, 0}));
    append(places, Places(40, {-10, 0}));
    append(places, Places(40, {10, 0}));
    append(places, Places(1, {0, 0}));
    for (int i = 0; i < 50; ++i) {
        std::ranges::shuffle(places, random);
        const auto result = densityClusters(places, 10.4, 90);
        QVERIFY(result && result->sizes == (std::vector<int>{101, 100}));
        const auto clusterOf = [&](const auto& isMeant) {
            return result->members[static_cast<size_t>(std::ranges::find_if(places, isMeant) - places.begin())].cluster;
        };
        QCOMPARE(clusterOf([](const MetrePoint& place) { return place.x == 0; }),
                 clusterOf([](const MetrePoint& place) { return std::abs(place.x) == 10; }));
    }
}

void DensityClustersTest::rowsMayComeInAnyOrder() {
    std::mt19937 random(3);
    const Places places = clumps(random);
    const auto result = densityClusters(places, 30, 8);
    QVERIFY(result && result->sizes.size() > 2);
    std::vector<size_t> order(places.size());
    std::iota(order.begin(), order.end(), size_t{0});
    for (int i = 0; i < 20; ++i) {
        std::ranges::shuffle(order, random);
        Places shuffled;
        for (const size_t place : order) {
            shuffled.push_back(places[place]);
        }
        const auto again = densityClusters(shuffled, 30, 8);
        QVERIFY(again);
        QCOMPARE(again->sizes, result->sizes);
        std::map<int, int> numbers{{-1, -1}}; // clusters of one size may be numbered otherwise
        for (size_t at = 0; at < order.size(); ++at) {
            const auto [cluster, core] = result->members[order[at]];
            QCOMPARE(again->members[at].core, core);
            QCOMPARE(numbers.try_emplace(again->members[at].cluster, cluster).first->second, cluster);
        }
    }
}

void DensityClustersTest::nothingAndNearlyNothing() {
    const auto none = densityClusters({}, 100, 5);
    QVERIFY(none && none->members.empty() && none->sizes.empty());
    const auto alone = densityClusters(Places{{4, 2}}, 100, 2);
    QVERIFY(alone && alone->sizes.empty());
    QVERIFY((alone->members == Members{{.cluster = -1, .core = false}}));
    const auto enough = densityClusters(Places{{4, 2}}, 100, 1);
    QVERIFY(enough && enough->sizes == std::vector<int>{1});
    QVERIFY((enough->members == Members{{.cluster = 0, .core = true}}));
}

void DensityClustersTest::whatIsNotFiniteIsLeftOut() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const auto result = densityClusters(Places{{nan, 1}, {1, 1}, {1, infinite}, {1, 2}, {-infinite, nan}}, 1, 2);
    QVERIFY(result);
    const Members expected{{}, {.cluster = 0, .core = true}, {}, {.cluster = 0, .core = true}, {}};
    QVERIFY(result->members == expected);
    const auto none = densityClusters(Places(3, {nan, nan}), 1, 1);
    QVERIFY(none && none->members == Members(3) && none->sizes.empty());
}

/// Every place against every other would be 4 * 10^10 comparisons, a minute or more.
void DensityClustersTest::manyAtOneSpotTakeNoTime() {
    Places places(200'000, {500'000, 3'350'000});
    append(places, Places(30, {500'030, 3'350'000}));  // too few by themselves, and within reach of the many
    append(places, Places(30, {500'000, 3'350'090}));  // out of reach
    append(places, Places(120, {500'000, 3'350'200})); // enough
    const auto result = densityClusters(places, 50, 100);
    QVERIFY(result);
    QCOMPARE(result->sizes, (std::vector<int>{200'030, 120}));
    QCOMPARE(std::ranges::count(result->members, -1, &DensityClusters::Member::cluster), 30);
    const auto border = densityClusters(places, 50, 200'020); // 200,000 and 30: all core
    QVERIFY(border && border->members[200'029].core && border->sizes == std::vector<int>{200'030});
    QVERIFY(densityClusters(places, 50, 300'000)->sizes.empty());
    QVERIFY(suggestedReach(places, 5) == std::nullopt);
}

/// Two slanting rows of places, whose boxes are within reach though no two of the places are.
void DensityClustersTest::crowdsOutOfReachTakeNoTime() {
    Places places;
    const int count = 100'000;
    for (int i = 0; i < count; ++i) {
        const double along = 60.0 * i / count;
        places.push_back({along, along});
        places.push_back({along + 71, along - 71}); // 100.4 m beside the first row
    }
    const auto apart = densityClusters(places, 100, 5);
    QVERIFY(apart);
    QCOMPARE(apart->sizes, (std::vector<int>{count, count}));
    const auto together = densityClusters(places, 101, 5);
    QVERIFY(together);
    QCOMPARE(together->sizes, (std::vector<int>{2 * count}));
}

/// A mistyped coordinate does not change what is near of the others.
void DensityClustersTest::farAwayPlacesAreNoFault() {
    std::mt19937 random(5);
    for (const double far : {1e9, -1e12, 1e14}) {
        Places places = clumps(random);
        places.push_back({far, -far});
        for (const double reach : {25.0, 60.0}) {
            const auto result = densityClusters(places, reach, 5);
            QVERIFY(result && areSame(*result, byDefinition(places, reach, 5)));
        }
    }
}

void DensityClustersTest::limitsAreTold() {
    const Places places{{0, 0}, {1, 1}};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double reach : {0.0, -1.0, 1e-7, nan, static_cast<double>(INFINITY)}) {
        const auto result = densityClusters(places, reach, 2);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Problem::Code::OutOfRange);
        QCOMPARE(result.error().field, u"reach"_s);
        QCOMPARE(result.error().arguments[1], u"1e-06"_s);
    }
    const auto least = densityClusters(places, 1, 0);
    QVERIFY(!least);
    QCOMPARE(least.error().code, Problem::Code::OutOfRange);
    QCOMPARE(least.error().arguments, (QStringList{u"0"_s, u"1"_s, QString()}));
    QVERIFY(!densityClusters(Places{{0, 0}, {1e18, 0}}, 100, 2)); // wider than the numbers are exact
    QVERIFY(!densityClusters(Places{{-1e308, 0}, {1e308, 0}}, 100, 2));
    QVERIFY(densityClusters(places, 1e200, 2)->sizes == std::vector<int>{2});
}

/// Wherever it is asked.
void DensityClustersTest::stopsWhenAsked() {
    std::mt19937 random(1);
    const Places places = clumps(random);
    const auto whole = densityClusters(places, 30, 8);
    int asked = 0;
    for (int allowed = 0;; ++allowed) {
        asked = 0;
        const auto result = densityClusters(places, 30, 8, [&] { return asked++ < allowed; });
        if (result) {
            QVERIFY(areSame(*result, *whole));
            break;
        }
        QCOMPARE(result.error().code, Problem::Code::Cancelled);
        QCOMPARE(asked, allowed + 1); // not once more after the answer
    }
    QVERIFY(asked > 3);
}

void DensityClustersTest::suggestsFromTheUsualDistance() {
    Places squares;
    for (int i = 0; i < 10'000; ++i) {
        squares.push_back({10.0 * (i % 100), 10.0 * (i / 100)}); // NOLINT(bugprone-integer-division): its row
    }
    QCOMPARE(suggestedReach(squares, 5), 1.5 * 10);
    QCOMPARE(suggestedReach(squares, 6), 1.5 * std::sqrt(200.0));
    QCOMPARE(suggestedReach(squares, 1), 1.5 * 10); // the nearest
    // Of so few all are drawn.
    for (unsigned seed = 1; seed <= 10; ++seed) {
        std::mt19937 random(seed);
        const Places places = seed % 2 == 0 ? clumps(random) : spots(random);
        for (const size_t least : {2, 5, 60}) {
            std::vector<double> usual;
            for (const MetrePoint& from : places) {
                std::vector<double> distances;
                for (const MetrePoint& to : places) {
                    if (std::isfinite(distance(from, to))) {
                        distances.push_back(distance(from, to));
                    }
                }
                std::ranges::sort(distances);
                if (!distances.empty() && distances[least - 1] > 0) {
                    usual.push_back(distances[least - 1]);
                }
            }
            std::ranges::sort(usual);
            QCOMPARE(suggestedReach(places, static_cast<int>(least)), 1.5 * usual[usual.size() / 2]);
        }
    }
}

void DensityClustersTest::suggestsNothingOfNothing() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!suggestedReach({}, 5));
    QVERIFY(!suggestedReach(Places{{1, 1}}, 1));
    QVERIFY(!suggestedReach(Places{{1, 1}, {nan, 1}}, 2));
    QVERIFY(!suggestedReach(Places(50, {1, 1}), 5));
    QVERIFY(!suggestedReach(Places{{1, 1}, {2, 2}, {3, 3}}, 4)); // no place could be core
    QCOMPARE(suggestedReach(Places{{0, 0}, {3, 4}}, 2), 7.5);
}

QTEST_GUILESS_MAIN(DensityClustersTest)
#include "density_clusters_test.moc"
