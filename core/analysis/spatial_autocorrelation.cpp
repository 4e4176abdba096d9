#include "core/analysis/spatial_autocorrelation.h"

#include "core/analysis/split_mix.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tiermap {

namespace {

/// I that differ by less are equal: the order of adding alone makes some 1e-13.
constexpr double rounding = 1e-9;

/// The areas that count, and who of them is beside whom.
struct Areas {
    std::vector<double> values{};
    std::vector<std::vector<int>> neighbours{};
};

/// False for what has no value or no neighbour left; and what that leaves alone has none, either.
std::vector<bool> countingAreas(std::span<const double> values, const std::vector<std::vector<int>>& neighbours) {
    std::vector<bool> counts(values.size());
    std::ranges::transform(values, counts.begin(), [](double value) { return !std::isnan(value); });
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t area = 0; area < values.size(); ++area) {
            const bool alone = std::ranges::none_of(
                neighbours[area], [&](int neighbour) { return counts[static_cast<size_t>(neighbour)]; });
            if (counts[area] && alone) {
                counts[area] = false;
                changed = true;
            }
        }
    }
    return counts;
}

Areas onlyCounting(std::span<const double> values, const std::vector<std::vector<int>>& neighbours) {
    const std::vector<bool> counts = countingAreas(values, neighbours);
    std::vector<int> places(values.size());
    std::exclusive_scan(counts.begin(), counts.end(), places.begin(), 0);
    Areas result;
    for (size_t area = 0; area < values.size(); ++area) {
        if (!counts[area]) {
            continue;
        }
        result.values.push_back(values[area]);
        std::vector<int>& list = result.neighbours.emplace_back();
        for (const int neighbour : neighbours[area]) {
            if (counts[static_cast<size_t>(neighbour)]) {
                list.push_back(places[static_cast<size_t>(neighbour)]);
            }
        }
    }
    return result;
}

/// To deviations from the mean in standard deviations. False where there are none.
bool standardise(std::vector<double>& values) {
    if (values.size() < 2 || !std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) {
        return false;
    }
    const auto [least, most] = std::ranges::minmax(values);
    // Halved, so that their difference is finite. As parts of the range, all have squares that are, too.
    const double range = most / 2 - least / 2;
    if (!(range > 0)) {
        return false;
    }
    const auto count = static_cast<double>(values.size());
    double mean = 0;
    for (double& value : values) {
        value = (value / 2 - least / 2) / range;
        mean += value / count;
    }
    double variance = 0;
    for (double& value : values) {
        value -= mean;
        variance += value * value / count;
    }
    for (double& value : values) {
        value /= std::sqrt(variance);
    }
    return true;
}

double moran(std::span<const double> deviations, const std::vector<std::vector<int>>& neighbours) {
    double sum = 0;
    for (size_t area = 0; area < deviations.size(); ++area) {
        double beside = 0;
        for (const int neighbour : neighbours[area]) {
            beside += deviations[static_cast<size_t>(neighbour)];
        }
        sum += deviations[area] * beside / static_cast<double>(neighbours[area].size());
    }
    return sum / static_cast<double>(deviations.size());
}

/// n!, or nothing where that is more than `most`.
std::optional<qint64> ordersOf(size_t count, qint64 most) {
    qint64 orders = 1;
    for (qint64 item = 2; item <= static_cast<qint64>(count); ++item) {
        if (orders > most / item) {
            return std::nullopt;
        }
        orders *= item;
    }
    return orders <= most ? std::optional(orders) : std::nullopt;
}

/// Which I count as far from what is expected.
struct Bound {
    double sign = 1;
    double least = 0;

    bool reachedBy(double statistic) const { return sign * statistic >= least; }
};

qint64 countOrders(const Areas& areas, const Bound& bound) {
    std::vector<size_t> order(areas.values.size());
    std::ranges::iota(order, size_t{0});
    std::vector<double> dealt(order.size());
    qint64 hits = 0;
    do {
        std::ranges::transform(order, dealt.begin(), [&](size_t area) { return areas.values[area]; });
        hits += bound.reachedBy(moran(dealt, areas.neighbours)) ? 1 : 0;
    } while (std::ranges::next_permutation(order).found);
    return hits;
}

qint64 drawOrders(const Areas& areas, const Bound& bound, const PermutationSettings& settings) {
    std::vector<double> dealt = areas.values;
    SplitMix64 random(settings.seed);
    qint64 hits = 0;
    for (int draw = 0; draw < settings.permutations; ++draw) {
        for (size_t left = dealt.size(); left > 1; --left) {
            std::swap(dealt[left - 1], dealt[random.below(static_cast<quint32>(left))]);
        }
        hits += bound.reachedBy(moran(dealt, areas.neighbours)) ? 1 : 0;
    }
    return hits;
}

PseudoP pseudoP(const Areas& areas, double statistic, double expected, const PermutationSettings& settings) {
    const std::optional<qint64> orders = ordersOf(areas.values.size(), settings.countUpTo);
    const auto outcomes = static_cast<double>(orders ? *orders : qint64{settings.permutations} + 1);
    PseudoP result{.leastP = 1 / outcomes, .exact = orders.has_value()};
    if (std::abs(statistic - expected) <= rounding) {
        return result;
    }
    const double sign = statistic > expected ? 1 : -1;
    const Bound bound{.sign = sign, .least = sign * statistic - rounding};
    // What is there is one of all orders, but none of the drawn ones.
    const qint64 hits = orders ? countOrders(areas, bound) : 1 + drawOrders(areas, bound, settings);
    result.p = static_cast<double>(hits) / outcomes;
    return result;
}

} // namespace

std::optional<GlobalMoran> globalMoran(std::span<const double> values, const std::vector<std::vector<int>>& neighbours,
                                       const PermutationSettings& settings) {
    Q_ASSERT(values.size() == neighbours.size() && settings.permutations >= 0);
    Areas areas = onlyCounting(values, neighbours);
    if (!standardise(areas.values)) {
        return std::nullopt;
    }
    const double statistic = moran(areas.values, areas.neighbours);
    const double expected = -1 / static_cast<double>(areas.values.size() - 1);
    return GlobalMoran{.statistic = statistic,
                       .expected = expected,
                       .areas = static_cast<int>(areas.values.size()),
                       .pseudoP = pseudoP(areas, statistic, expected, settings)};
}

} // namespace tiermap
