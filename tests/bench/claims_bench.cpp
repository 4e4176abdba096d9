// What claims about tiers cost: six of them tested on 13 districts, beside all choices; the search for the fewest moves
// where none will do, which looks at all 3^13 assignments; and a test of the most choices that are counted. Nothing is
// asserted.

#include "core/analysis/retiering.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>

using namespace tiermap;

namespace {

double millisecondsOf(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void report(const char* what, double milliseconds) {
    std::printf("%-66s %10.2f ms\n", what, milliseconds);
    std::fflush(stdout);
}

std::vector<double> scores(size_t zones, std::mt19937& random) {
    std::normal_distribution<double> score(50, 10);
    std::vector<double> made(zones);
    std::ranges::generate(made, [&] { return score(random); });
    return made;
}

IndicatorMatrix dissimilarities(int zones, std::mt19937& random) {
    std::uniform_real_distribution<double> dissimilarity(0, 2);
    IndicatorMatrix made(zones, zones);
    for (int zone = 0; zone < zones; ++zone) {
        made.at(zone, zone) = 0;
        for (int other = 0; other < zone; ++other) {
            made.at(zone, other) = made.at(other, zone) = dissimilarity(random);
        }
    }
    return made;
}

const std::vector<int> adopted{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};

std::vector<GroupClaim> sixClaims() {
    std::mt19937 random(1); // the same numbers in each run
    std::vector<GroupClaim> claims;
    for (const int group : {0, 1, 2}) {
        claims.push_back({.group = group, .measure = scores(adopted.size(), random)});
        claims.push_back({.group = group, .measure = dissimilarities(static_cast<int>(adopted.size()), random)});
    }
    return claims;
}

void benchTests() {
    const std::vector<GroupClaim> claims = sixClaims();
    std::vector<double> times;
    for (int run = 0; run < 9; ++run) {
        times.push_back(millisecondsOf([&] {
            for (const GroupClaim& claim : claims) {
                (void)testOf(claim, adopted);
            }
        }));
    }
    report("six claims tested on 13 zones", median(times));
}

void searchReport(const char* what, const std::vector<GroupClaim>& claims, const RetieringSettings& settings) {
    Result<Retiering> result;
    const double time = millisecondsOf([&] { result = fewestMoves(adopted, claims, settings); });
    std::printf("%lld assignments looked at, ", result->lookedAt);
    std::printf(result->leastMoves ? "%d moves\n" : "none will do\n", result->leastMoves.value_or(0));
    report(what, time);
}

void benchSearch() {
    std::vector<GroupClaim> claims = sixClaims();
    const RetieringSettings settings{.leastGroupSize = 0, .testsMayBeLost = false};
    searchReport("  fewest moves that make three of them consistent", {claims[0], claims[2], claims[5]}, settings);
    searchReport("  all six", claims, settings);
    // The opposite of a claim, asked last.
    std::vector<double> opposite = std::get<std::vector<double>>(claims[0].measure);
    std::ranges::for_each(opposite, [](double& score) { score = -score; });
    searchReport("  one and its opposite", {claims[0], {.group = 0, .measure = opposite}}, settings);
}

void benchMany() {
    std::mt19937 random(2);
    std::vector<int> groups(26, 0);
    std::fill_n(groups.begin(), 13, 1);
    const std::vector<double> level = scores(groups.size(), random);
    const IndicatorMatrix pairs = dissimilarities(static_cast<int>(groups.size()), random);
    report("13 of 26 zones: level, 10.4 million choices", millisecondsOf([&] { (void)levelTest(level, groups, 1); }));
    report("  distinctness", millisecondsOf([&] { (void)distinctnessTest(pairs, groups, 1); }));
}

} // namespace

int main() {
    benchTests();
    benchSearch();
    benchMany();
    return 0;
}
