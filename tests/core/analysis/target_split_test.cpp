#include "core/analysis/target_split.h"
#include "tests/core/analysis/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace tiermap;
using namespace Qt::StringLiterals;
using enum Problem::Code;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

bool near(double value, double expected, double tolerance = 1e-12) { return std::abs(value - expected) <= tolerance; }

std::vector<SplitZone> ofBases(const std::vector<double>& bases) {
    std::vector<SplitZone> zones;
    for (const double base : bases) {
        zones.push_back({.base = base});
    }
    return zones;
}

qint64 sum(const TargetSplit& split) { return std::accumulate(split.steps.begin(), split.steps.end(), qint64{0}); }

template <typename T>
bool fails(const Result<T>& result, Problem::Code code, const QString& field, int row = 0) {
    return !result && result.error().code == code && result.error().field == field && result.error().row == row;
}

/// In steps: the least and the most of a zone, and its share.
struct Bounds {
    double least = 0;
    double most = 0;
    double share = 0;

    double at(double level) const { return std::max(least, std::min(most, level * share)); }
};

std::vector<Bounds> boundsOf(const std::vector<SplitZone>& zones, const SplitWeights& weights, double step) {
    SplitZone all;
    for (const SplitZone& zone : zones) {
        all.base += zone.base;
        all.capacity += zone.capacity;
        all.role += zone.role;
    }
    std::vector<Bounds> bounds;
    for (const SplitZone& zone : zones) {
        const double share = weights.base * zone.base / all.base + weights.capacity * zone.capacity / all.capacity +
                             weights.role * zone.role / all.role;
        Bounds own{.least = std::ceil(zone.floor / step - 1e-6),
                   .most = zone.cap ? std::floor(*zone.cap / step + 1e-6) : 1e12,
                   .share = share};
        if (zone.lock) {
            own.least = own.most = std::round(*zone.lock / step);
        }
        bounds.push_back(own);
    }
    return bounds;
}

/// Before they are whole: the level at which all together are the target, by halving the interval.
std::vector<double> filled(const std::vector<Bounds>& bounds, double target) {
    const auto amounts = [&](double level) {
        std::vector<double> result;
        std::ranges::transform(bounds, std::back_inserter(result), [&](const Bounds& zone) { return zone.at(level); });
        return result;
    };
    double low = 0;
    double high = 1e12;
    for (int round = 0; round < 200; ++round) {
        const double level = (low + high) / 2;
        const std::vector<double> at = amounts(level);
        (std::accumulate(at.begin(), at.end(), 0.0) < target ? low : high) = level;
    }
    return amounts(high);
}

std::vector<SplitZone> drawnZones(Random& random, double step) {
    std::vector<SplitZone> zones(1 + random() % 15);
    for (SplitZone& zone : zones) {
        zone = {.base = random() % 4 == 0 ? 0 : random() % 1000 / 7.0,
                .capacity = random() % 300 / 11.0,
                .role = 1 + random() % 3 / 2.0};
        if (random() % 5 == 0) {
            zone.lock = random() % 100 * step;
        }
        if (random() % 3 == 0) {
            zone.floor = random() % 800 / 10.0 * step;
        }
        if (random() % 3 == 0) {
            zone.cap = zone.floor + (1 + random() % 900 / 10.0) * step;
        }
    }
    zones[0].base = 2;
    zones[0].capacity = 2;
    return zones;
}

double weightedMean(const std::vector<RatioZone>& zones, const std::vector<double>& ratios) {
    double parts = 0;
    double amounts = 0;
    for (size_t zone = 0; zone < zones.size(); ++zone) {
        parts += zones[zone].amount * ratios[zone];
        amounts += zones[zone].amount;
    }
    return parts / amounts;
}

} // namespace

class TargetSplitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hamiltonsBill();
    void sharesAreMixed();
    void tiesGoToTheLargerShareThenInOrder();
    void locksFloorsAndCaps();
    void decimalsAreWritten();
    void sumsAreExact();
    void largeTargetsAreExact();
    void whatIsNotWeighedMayBeMissing();
    void unreachableTargets();
    void splitProblems();

    void ratioWorkedByHand();
    void ratioMetAlready();
    void ratioMeanIsTheTarget();
    void ratioProblems();

    void growthWorkedByHand();
    void bestOfASeriesWithGaps();
    void pathLeadsToTheTarget();
    void growthProblems();
};

/// The first bill on the seats of the House of Representatives (1792, vetoed): 120 seats by the census of 1790.
/// Balinski and Young, Fair Representation (1982), have both; recomputed.
void TargetSplitTest::hamiltonsBill() {
    const std::vector<std::pair<double, qint64>> states{{236'841, 8},  {55'540, 2},   {70'835, 2},   {68'705, 2},
                                                        {278'514, 9},  {475'327, 16}, {141'822, 5},  {179'570, 6},
                                                        {331'589, 11}, {353'523, 12}, {432'879, 14}, {68'446, 2},
                                                        {206'236, 7},  {85'533, 3},   {630'560, 21}};
    std::vector<SplitZone> zones;
    std::vector<qint64> seats;
    for (const auto& [population, expected] : states) {
        zones.push_back({.base = population});
        seats.push_back(expected);
    }
    QCOMPARE(splitTarget(120, zones)->steps, seats);
}

/// Shares of 0.2 and 0.8 by base, 0.5 each by capacity, 0.75 and 0.25 by role; weights 2 : 1 : 1.
void TargetSplitTest::sharesAreMixed() {
    const std::vector<SplitZone> zones{{.base = 1, .capacity = 30, .role = 3}, {.base = 4, .capacity = 30, .role = 1}};
    const TargetSplit split = *splitTarget(10'000, zones, {.base = 2, .capacity = 1, .role = 1});
    QCOMPARE(split.steps, (std::vector<qint64>{4125, 5875}));
    const TargetSplit same = *splitTarget(10'000, zones, {.base = 0.5, .capacity = 0.25, .role = 0.25});
    QCOMPARE(same.steps, split.steps);
    QCOMPARE(splitTarget(10'000, zones, {.base = 0, .capacity = 0, .role = 7})->steps,
             (std::vector<qint64>{7500, 2500}));
}

void TargetSplitTest::tiesGoToTheLargerShareThenInOrder() {
    QCOMPARE(splitTarget(2, ofBases({1, 1, 1}))->steps, (std::vector<qint64>{1, 1, 0}));
    QCOMPARE(splitTarget(5, ofBases({1, 3, 6}))->steps, (std::vector<qint64>{0, 2, 3})); // 0.5, 1.5, 3
    QCOMPARE(splitTarget(1, ofBases({0.3, 0.1 + 0.2}))->steps,
             (std::vector<qint64>{0, 1})); // larger by a rounding error
    QCOMPARE(splitTarget(0, ofBases({1, 2}))->steps, (std::vector<qint64>{0, 0}));
}

void TargetSplitTest::locksFloorsAndCaps() {
    std::vector<SplitZone> zones = ofBases({10, 10, 20, 60});
    zones[0].lock = 40;
    QCOMPARE(splitTarget(130, zones)->steps, (std::vector<qint64>{40, 10, 20, 60}));
    zones[1].floor = 17.5; // takes 18, and 72 are left for 20 : 60
    QCOMPARE(splitTarget(130, zones)->steps, (std::vector<qint64>{40, 18, 18, 54}));
    zones[3].cap = 40.9;
    QCOMPARE(splitTarget(130, zones)->steps,
             (std::vector<qint64>{40, 18, 32, 40})); // of 50 for 10 : 20, 17 are too few
    zones[0].floor = 50;                             // a lock is a lock
    zones[0].cap = 3;
    QCOMPARE(splitTarget(130, zones)->steps, (std::vector<qint64>{40, 18, 32, 40}));
    std::vector<SplitZone> locked = ofBases({1, 1});
    locked[0].lock = 3;
    locked[1].lock = 4;
    QCOMPARE(splitTarget(7, locked)->steps, (std::vector<qint64>{3, 4}));
    // Without a share, the floor and no more.
    std::vector<SplitZone> nothing = ofBases({0, 5});
    nothing[0].floor = 2;
    QCOMPARE(splitTarget(9, nothing)->steps, (std::vector<qint64>{2, 7}));
}

void TargetSplitTest::decimalsAreWritten() {
    const TargetSplit split = *splitTarget(0.29, ofBases({1, 1, 1}), {}, 0.01);
    QCOMPARE(split.steps, (std::vector<qint64>{10, 10, 9}));
    QCOMPARE(split.value(0), 0.1);
    QCOMPARE(split.value(2), 0.09);
    const TargetSplit hundreds = *splitTarget(1200, ofBases({1, 1, 2}), {}, 100);
    QCOMPARE(hundreds.value(2), 600.0);
    QCOMPARE((TargetSplit{.step = 0.3, .steps = {7}}.value(0)), 7 * 0.3);
    for (qint64 steps = 0; steps < 1000; ++steps) {
        const TargetSplit cents{.step = 0.01, .steps = {steps}};
        QCOMPARE(cents.value(0), QString::number(steps).append(u"e-2"_s).toDouble());
    }
}

/// With locks, floors and caps: exact, within all bounds, less than a step from what the level of water says, and of
/// those that are not at a bound none with a larger remainder has been passed over.
void TargetSplitTest::sumsAreExact() {
    Random random(1);
    int split = 0;
    int refused = 0;
    while (split < 1000) {
        const double step = std::vector<double>{1, 0.01, 5, 0.1}[random() % 4];
        const std::vector<SplitZone> zones = drawnZones(random, step);
        const SplitWeights weights{.base = random() % 3 / 2.0, .capacity = random() % 4 / 7.0, .role = 0.1};
        const qint64 target = random() % 2000;
        const std::vector<Bounds> bounds = boundsOf(zones, weights, step);
        double least = 0;
        double most = 0;
        for (const Bounds& zone : bounds) {
            least += zone.least;
            most += zone.most;
        }
        const Result<TargetSplit> result = splitTarget(static_cast<double>(target) * step, zones, weights, step);
        if (static_cast<double>(target) < least || static_cast<double>(target) > most) {
            QVERIFY(fails(result, OutOfRange, u"target"_s));
            ++refused;
            continue;
        }
        ++split;
        QVERIFY(result.has_value());
        QCOMPARE(sum(*result), target);
        const std::vector<double> amounts = filled(bounds, static_cast<double>(target));
        double leastGiven = 1;
        double mostDenied = 0;
        for (size_t zone = 0; zone < zones.size(); ++zone) {
            const auto steps = static_cast<double>(result->steps[zone]);
            QVERIFY(steps >= bounds[zone].least && steps <= bounds[zone].most);
            QVERIFY(std::abs(steps - amounts[zone]) < 1);
            const double remainder = amounts[zone] - std::floor(amounts[zone]);
            if (remainder > 1e-5 && remainder < 1 - 1e-5) {
                (steps > amounts[zone] ? leastGiven : mostDenied) =
                    steps > amounts[zone] ? std::min(leastGiven, remainder) : std::max(mostDenied, remainder);
            }
        }
        QVERIFY(mostDenied <= leastGiven + 2e-6);
    }
    QVERIFY(refused > 50);
}

void TargetSplitTest::largeTargetsAreExact() {
    Random random(2);
    for (int round = 0; round < 300; ++round) {
        std::vector<SplitZone> zones(1 + random() % 200);
        for (SplitZone& zone : zones) {
            zone = {.base = random() / 3.0, .floor = static_cast<double>(random() % 1000)};
        }
        const auto target = static_cast<qint64>(1e15) - random();
        QCOMPARE(sum(*splitTarget(static_cast<double>(target), zones)), target);
    }
    const std::vector<SplitZone> uneven = ofBases({1e308, 1e308, 5e-324});
    QCOMPARE(splitTarget(11, uneven)->steps, (std::vector<qint64>{6, 5, 0}));
}

void TargetSplitTest::whatIsNotWeighedMayBeMissing() {
    std::vector<SplitZone> zones = ofBases({1, 3});
    zones[1].capacity = missing;
    QCOMPARE(splitTarget(8, zones)->steps, (std::vector<qint64>{2, 6}));
    zones[0].capacity = 1;
    QVERIFY(fails(splitTarget(8, zones, {.base = 1, .capacity = 1}), FieldMissing, u"capacity"_s, 2));
}

void TargetSplitTest::unreachableTargets() {
    std::vector<SplitZone> zones = ofBases({1, 1, 0});
    zones[0].lock = 6;
    zones[1].floor = 5;
    QVERIFY(fails(splitTarget(10, zones), OutOfRange, u"target"_s));
    QCOMPARE(splitTarget(10, zones).error().arguments, (QStringList{u"10"_s, u"11"_s, QString()}));
    zones[1].cap = 7;
    QVERIFY(fails(splitTarget(14, zones), OutOfRange, u"target"_s));
    QCOMPARE(splitTarget(14, zones).error().arguments, (QStringList{u"14"_s, u"11"_s, u"13"_s}));
    QCOMPARE(splitTarget(13, zones)->steps, (std::vector<qint64>{6, 7, 0}));
    zones[1].lock = 5; // the third is free, but has no share
    QVERIFY(fails(splitTarget(13, zones), FieldMissing, u"share"_s));
    QCOMPARE(splitTarget(11, zones)->steps, (std::vector<qint64>{6, 5, 0}));
    zones[2].lock = 0; // all are locked
    QVERIFY(fails(splitTarget(12, zones), OutOfRange, u"target"_s));
    QVERIFY(fails(splitTarget(5, ofBases({0, 0})), OutOfRange, u"base"_s));
    QVERIFY(fails(splitTarget(5, {}), OutOfRange, u"base"_s));
}

void TargetSplitTest::splitProblems() {
    const std::vector<SplitZone> good = ofBases({1, 2});
    QVERIFY(fails(splitTarget(missing, good), FieldMissing, u"target"_s));
    QVERIFY(fails(splitTarget(-1, good), OutOfRange, u"target"_s));
    QVERIFY(fails(splitTarget(1e300, good), OutOfRange, u"target"_s));
    QVERIFY(fails(splitTarget(1.5, good), ValueUnknown, u"target"_s));
    QVERIFY(fails(splitTarget(0.295, good, {}, 0.01), ValueUnknown, u"target"_s));
    for (const double step : {0.0, -1.0, missing, double(INFINITY)}) {
        QVERIFY(fails(splitTarget(1, good, {}, step), OutOfRange, u"step"_s));
    }
    QVERIFY(fails(splitTarget(1, good, {.base = 0}), OutOfRange, u"weights"_s));
    QVERIFY(fails(splitTarget(1, good, {.base = 1, .role = -1}), OutOfRange, u"weights"_s));
    QVERIFY(fails(splitTarget(1, good, {.base = 1, .role = 1}), OutOfRange, u"role"_s));
    QVERIFY(fails(splitTarget(1, ofBases({1, -1})), OutOfRange, u"base"_s, 2));
    const auto second = [&](const SplitZone& zone) { return std::vector<SplitZone>{good[0], zone}; };
    QVERIFY(fails(splitTarget(9, second({.base = 1, .lock = 0.5})), ValueUnknown, u"lock"_s, 2));
    QVERIFY(fails(splitTarget(9, second({.base = 1, .lock = -2})), OutOfRange, u"lock"_s, 2));
    QVERIFY(fails(splitTarget(9, second({.base = 1, .floor = -2})), OutOfRange, u"floor"_s, 2));
    QVERIFY(fails(splitTarget(9, second({.base = 1, .cap = missing})), FieldMissing, u"cap"_s, 2));
    QVERIFY(fails(splitTarget(9, second({.base = 1, .floor = 4, .cap = 3})), OutOfRange, u"floor"_s, 2));
    QVERIFY(fails(splitTarget(9, second({.base = 1, .floor = 3.2, .cap = 3.8})), OutOfRange, u"floor"_s, 2)); // no step
}

void TargetSplitTest::ratioWorkedByHand() {
    std::vector<RatioZone> zones{{.amount = 100, .ratio = 0.2}, {.amount = 100, .ratio = 0.6}};
    const RatioSplit split = *splitRatio(0.6, zones);
    QVERIFY(near(split.raised, 1.0 / 3));
    QVERIFY(near(split.ratios[0], 0.2 + 0.8 / 3) && near(split.ratios[1], 0.6 + 0.4 / 3));
    zones[0].cap = 0.4;
    const RatioSplit capped = *splitRatio(0.6, zones);
    QVERIFY(near(capped.raised, 0.5) && near(capped.ratios[0], 0.4) && near(capped.ratios[1], 0.8));
    zones[1].lock = 0.9; // beyond its own rise: the first has 0.3 to reach
    QVERIFY(near(splitRatio(0.6, zones)->ratios[0], 0.3));
    const RatioSplit lower = *splitRatio(0.6, zones, 0.5); // a limit of one half, that one zone is above already
    QVERIFY(near(lower.raised, 1.0 / 3) && near(lower.ratios[1], 0.9));
    QVERIFY(near(splitRatio(1, std::vector<RatioZone>{{.amount = 3, .ratio = 0.1}, {.amount = 1}})->ratios[1], 1));
}

void TargetSplitTest::ratioMetAlready() {
    std::vector<RatioZone> zones{{.amount = 1, .ratio = 0.5}, {.amount = 3, .ratio = 0.9, .cap = 0.7}};
    const RatioSplit split = *splitRatio(0.8, zones);
    QCOMPARE(split.ratios, (std::vector<double>{0.5, 0.9}));
    QCOMPARE(split.raised, 0.0);
    QVERIFY(near(split.mean, 0.8));
    QCOMPARE(splitRatio(0, zones)->ratios, split.ratios);
    zones[1].lock = 0.6; // less than now: the other must make up for it
    QVERIFY(near(splitRatio(0.65, zones)->ratios[0], 0.8));
}

void TargetSplitTest::ratioMeanIsTheTarget() {
    Random random(3);
    int reached = 0;
    while (reached < 1000) {
        std::vector<RatioZone> zones(1 + random() % 15);
        std::vector<double> now;
        std::vector<double> all;
        for (RatioZone& zone : zones) {
            zone = {.amount = random() % 6 == 0 ? 0 : random() % 10'000 / 7.0, .ratio = random() % 1000 / 1000.0};
            if (random() % 4 == 0) {
                zone.lock = random() % 1000 / 1000.0;
            }
            if (random() % 3 == 0) {
                zone.cap = random() % 1000 / 1000.0;
            }
            now.push_back(zone.lock.value_or(zone.ratio));
            all.push_back(zone.lock.value_or(std::max(zone.ratio, zone.cap.value_or(1))));
        }
        zones[0].amount += 1;
        const double target = random() % 1000 / 1000.0;
        const Result<RatioSplit> split = splitRatio(target, zones);
        if (weightedMean(zones, all) < target - 1e-9) {
            QVERIFY(fails(split, OutOfRange, u"target"_s));
            continue;
        }
        QVERIFY(split.has_value());
        QVERIFY(near(split->mean, weightedMean(zones, split->ratios)));
        if (weightedMean(zones, now) >= target) {
            QCOMPARE(split->ratios, now);
            continue;
        }
        ++reached;
        QVERIFY(near(weightedMean(zones, split->ratios), target));
        for (size_t zone = 0; zone < zones.size(); ++zone) {
            const double risen = now[zone] + split->raised * (1 - now[zone]);
            QVERIFY(near(split->ratios[zone], zones[zone].lock ? now[zone] : std::min(all[zone], risen)));
        }
    }
}

void TargetSplitTest::ratioProblems() {
    const std::vector<RatioZone> good{{.amount = 1, .ratio = 0.5}, {.amount = 1, .ratio = 0.5, .cap = 0.6}};
    QVERIFY(fails(splitRatio(0.9, good), OutOfRange, u"target"_s));
    QCOMPARE(splitRatio(0.9, good).error().arguments, (QStringList{u"0.9"_s, u"0.5"_s, u"0.8"_s}));
    QVERIFY(near(splitRatio(0.8, good)->mean, 0.8));
    QVERIFY(fails(splitRatio(missing, good), FieldMissing, u"target"_s));
    QVERIFY(fails(splitRatio(0.5, good, -1), OutOfRange, u"limit"_s));
    QVERIFY(fails(splitRatio(0.5, {}), OutOfRange, u"amount"_s));
    const auto second = [&](const RatioZone& zone) { return std::vector<RatioZone>{good[0], zone}; };
    QVERIFY(fails(splitRatio(0.5, std::vector<RatioZone>{{.ratio = 0.5}}), OutOfRange, u"amount"_s));
    QVERIFY(fails(splitRatio(0.5, second({.amount = -1})), OutOfRange, u"amount"_s, 2));
    QVERIFY(fails(splitRatio(0.5, second({.amount = 1, .ratio = missing})), FieldMissing, u"ratio"_s, 2));
    QVERIFY(fails(splitRatio(0.5, second({.amount = 1, .lock = INFINITY})), OutOfRange, u"lock"_s, 2));
    QVERIFY(fails(splitRatio(0.5, second({.amount = 1, .cap = -0.1})), OutOfRange, u"cap"_s, 2));
}

void TargetSplitTest::growthWorkedByHand() {
    const GrowthNeed need = *growthNeed({2025, 100}, {2035, 200});
    QVERIFY(near(need.required.share, std::pow(2, 0.1) - 1));
    QCOMPARE(need.required.from, 2025);
    QCOMPARE(need.required.to, 2035);
    QVERIFY(!need.best && !need.unprecedented());
    QVERIFY(near(growthNeed({2025, 50}, {2026, 45})->required.share, -0.1));
    QCOMPARE(growthNeed({2025, 50}, {2030, 0})->required.share, -1.0);
    QCOMPARE(growthNeed({2025, 50}, {2030, 50})->required.share, 0.0);
}

/// 10 % in each of two years, then 5 %; the year between is not known.
void TargetSplitTest::bestOfASeriesWithGaps() {
    const std::vector<YearValue> series{{2021, 127.05}, {2018, 100}, {2019, missing}, {2020, 121}};
    const YearlyGrowth best = **bestGrowth(series);
    QVERIFY(near(best.share, 0.1));
    QCOMPARE(best.from, 2018);
    QCOMPARE(best.to, 2020);
    QVERIFY(growthNeed({2021, 127.05}, {2025, 200}, series)->unprecedented());
    QVERIFY(!growthNeed({2021, 127.05}, {2025, 180}, series)->unprecedented());
    // Nothing grows from 0; what vanishes has shrunk by all.
    const std::vector<YearValue> gone{{2018, 0}, {2019, 5}, {2020, 0}, {2021, 7}};
    QCOMPARE((**bestGrowth(gone)).share, -1.0);
    QVERIFY(!*bestGrowth(std::vector<YearValue>{{2018, 0}, {2019, 5}}));
    QVERIFY(!*bestGrowth(std::vector<YearValue>{{2018, 5}}));
    QVERIFY(!*bestGrowth({}));
}

void TargetSplitTest::pathLeadsToTheTarget() {
    Random random(4);
    for (int round = 0; round < 300; ++round) {
        const YearValue base{2020, 1 + random() % 100'000 / 7.0};
        const YearValue target{2021 + static_cast<int>(random() % 30), 1 + random() % 100'000 / 7.0};
        const double growth = growthNeed(base, target)->required.share;
        const std::vector<YearValue> path = *growthPath(base, growth, target.year);
        QCOMPARE(path.size(), static_cast<size_t>(target.year - 2019));
        QCOMPARE(path[0].value, base.value);
        QCOMPARE(path.back().year, target.year);
        QVERIFY(near(path.back().value, target.value, 1e-11 * std::max(base.value, target.value)));
        QVERIFY(near((**bestGrowth(path)).share, growth));
    }
    QCOMPARE(growthPath({2020, 8}, -1, 2021)->back().value, 0.0);
    constexpr int lastYear = std::numeric_limits<int>::max();
    QCOMPARE(growthPath({lastYear - 1, 8}, 0.5, lastYear)->back().value, 12.0);
}

void TargetSplitTest::growthProblems() {
    QVERIFY(fails(growthNeed({2020, 0}, {2021, 1}), OutOfRange, u"base"_s));
    QVERIFY(fails(growthNeed({2020, missing}, {2021, 1}), FieldMissing, u"base"_s));
    QVERIFY(fails(growthNeed({2020, 1}, {2021, -1}), OutOfRange, u"target"_s));
    QVERIFY(fails(growthNeed({2020, 1}, {2020, 2}), OutOfRange, u"target"_s));
    QVERIFY(fails(growthNeed({2020, 1e-308}, {2021, 1e308}), OutOfRange, u"target"_s));
    QVERIFY(fails(growthNeed({2020, 1}, {2021, 2}, std::vector<YearValue>{{2019, -1}}), OutOfRange, u"series"_s, 1));
    QVERIFY(fails(bestGrowth(std::vector<YearValue>{{2019, 1}, {2020, 1}, {2019, 2}}), ValueUnknown, u"series"_s, 3));
    QVERIFY(fails(bestGrowth(std::vector<YearValue>{{2019, 1e-308}, {2020, 1e308}}), OutOfRange, u"series"_s));
    QVERIFY(fails(growthPath({2020, -1}, 0.1, 2025), OutOfRange, u"base"_s));
    QVERIFY(fails(growthPath({2020, 1}, missing, 2025), FieldMissing, u"growth"_s));
    QVERIFY(fails(growthPath({2020, 1}, -1.1, 2025), OutOfRange, u"growth"_s));
    QVERIFY(fails(growthPath({2020, 1}, 0.1, 2019), OutOfRange, u"lastYear"_s));
    QVERIFY(fails(growthPath({2020, 1}, 0.1, 4000), OutOfRange, u"lastYear"_s));
    QVERIFY(fails(growthPath({2020, 1}, 1e300, 2025), OutOfRange, u"growth"_s));
}

QTEST_GUILESS_MAIN(TargetSplitTest)
#include "target_split_test.moc"
