#include "core/analysis/local_statistics.h"

#include "core/analysis/split_mix.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tiermap {

namespace {

/// Sums, in standard deviations, that differ by less are equal: the order of adding alone makes some 1e-13.
constexpr double rounding = 1e-9;

/// Deviations from the mean in standard deviations, whose square is divided by n; empty where there are none.
std::vector<double> standardised(std::span<const double> values) {
    if (values.empty() || !std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) {
        return {};
    }
    const auto [least, most] = std::ranges::minmax(values);
    // Halved, so that their difference is finite. As parts of the range, all have squares that are, too.
    const double range = most / 2 - least / 2;
    if (!(range > 0)) {
        return {};
    }
    const auto count = static_cast<double>(values.size());
    std::vector<double> result(values.size());
    std::ranges::transform(values, result.begin(), [&](double value) { return (value / 2 - least / 2) / range; });
    const double mean = std::accumulate(result.begin(), result.end(), 0.0) / count;
    double squares = 0;
    for (double& value : result) {
        value -= mean;
        squares += value * value;
    }
    const double deviation = std::sqrt(squares / count);
    for (double& value : result) {
        value /= deviation;
    }
    return result;
}

/// C(all, some), or nothing where that is more than `most`.
std::optional<qint64> waysToChoose(qint64 some, qint64 all, qint64 most) {
    qint64 ways = 1;
    for (qint64 chosen = 1; chosen <= some; ++chosen) {
        ways = ways * (all - some + chosen) / chosen; // C(all - some + chosen, chosen): whole, and growing
        if (ways > most) {
            return std::nullopt;
        }
    }
    return ways;
}

/// In how many ways `some` of the values have, with `sum`, at least `bound`.
qint64 countSums(std::span<const double> values, size_t some, double sum, double bound) {
    if (some == 0) {
        return sum >= bound ? 1 : 0;
    }
    if (some == 1) {
        return std::ranges::count_if(values, [&](double value) { return sum + value >= bound; });
    }
    qint64 count = 0;
    for (size_t first = 0; first + some <= values.size(); ++first) {
        count += countSums(values.subspan(first + 1), some - 1, sum + values[first], bound);
    }
    return count;
}

/// The same of random draws. Any order of the values is as good a start for the next draw.
qint64 drawSums(std::span<double> values, size_t some, double bound, int draws, SplitMix64& random) {
    qint64 count = 0;
    for (int draw = 0; draw < draws; ++draw) {
        double sum = 0;
        for (size_t place = 0; place < some; ++place) {
            const size_t other = place + random.below(static_cast<quint32>(values.size() - place));
            std::swap(values[place], values[other]);
            sum += values[place];
        }
        count += sum >= bound ? 1 : 0;
    }
    return count;
}

/// The values of areas beside each other, in standard deviations, and the test that both statistics share: what each
/// says of an area depends on the sum of its neighbours alone.
class Neighbourhoods {
public:
    Neighbourhoods(std::span<const double> values, const std::vector<std::vector<int>>& neighbours,
                   const PermutationSettings& settings)
        : m_deviations(standardised(values))
        , m_neighbours(neighbours)
        , m_settings(settings) {
        m_others.reserve(values.size());
    }

    bool known() const { return !m_deviations.empty(); }
    double deviation(size_t area) const { return m_deviations[area]; }

    double neighbourSum(size_t area) const {
        double sum = 0;
        for (const int neighbour : m_neighbours[area]) {
            sum += m_deviations[static_cast<size_t>(neighbour)];
        }
        return sum;
    }

    /// `direction`: above 0, how likely is a sum as large as the neighbours'; below 0, as small.
    PseudoP pseudoP(size_t area, double direction) {
        const size_t others = m_deviations.size() - 1;
        const size_t drawn = m_neighbours[area].size();
        const size_t fewer = std::min(drawn, others - drawn);
        const std::optional<qint64> ways =
            waysToChoose(static_cast<qint64>(fewer), static_cast<qint64>(others), m_settings.countUpTo);
        const auto outcomes = static_cast<double>(ways ? *ways : qint64{m_settings.permutations} + 1);
        PseudoP result{.p = 1, .leastP = 1 / outcomes, .exact = ways.has_value()};
        if (direction == 0) {
            return result;
        }

        // Small sums are large ones of the negative values. Where most others are neighbours, those that are not have
        // their sum small where the neighbours' is large.
        double sign = direction > 0 ? 1 : -1;
        double bound = sign * neighbourSum(area) - rounding;
        if (fewer < drawn) {
            bound += sign * m_deviations[area]; // all deviations together are 0, so all others are minus the own one
            sign = -sign;
        }
        m_others.clear();
        for (size_t other = 0; other < m_deviations.size(); ++other) {
            if (other != area) {
                m_others.push_back(sign * m_deviations[other]);
            }
        }
        // What is there is one of all the ways, but none of the drawn ones.
        SplitMix64 random = SplitMix64::ofPart(area, m_settings.seed);
        const qint64 hits = ways ? countSums(m_others, fewer, 0, bound)
                                 : 1 + drawSums(m_others, fewer, bound, m_settings.permutations, random);
        result.p = static_cast<double>(hits) / outcomes;
        return result;
    }

private:
    std::vector<double> m_deviations;
    const std::vector<std::vector<int>>& m_neighbours;
    PermutationSettings m_settings;
    std::vector<double> m_others; ///< kept for its memory
};

double withoutRounding(double value) { return std::abs(value) > rounding ? value : 0; }

} // namespace

std::vector<std::optional<GetisOrd>> getisOrd(std::span<const double> values,
                                              const std::vector<std::vector<int>>& neighbours,
                                              const PermutationSettings& settings,
                                              const std::function<bool()>& goesOn) {
    std::vector<std::optional<GetisOrd>> result(values.size());
    Neighbourhoods hoods(values, neighbours, settings);
    if (!hoods.known()) {
        return result;
    }
    const auto count = static_cast<double>(values.size());
    for (size_t area = 0; area < values.size() && (!goesOn || goesOn()); ++area) {
        if (neighbours[area].empty() || neighbours[area].size() + 1 == values.size()) {
            continue;
        }
        const double deviation = withoutRounding(hoods.deviation(area) + hoods.neighbourSum(area));
        const auto weights = static_cast<double>(neighbours[area].size() + 1);
        double sum = values[area];
        for (const int neighbour : neighbours[area]) {
            sum += values[static_cast<size_t>(neighbour)];
        }
        result[area] = GetisOrd{.statistic = sum,
                                .score = deviation / std::sqrt(weights * (count - weights) / (count - 1)),
                                .pseudoP = hoods.pseudoP(area, deviation)};
    }
    return result;
}

std::vector<std::optional<LocalMoran>> localMoran(std::span<const double> values,
                                                  const std::vector<std::vector<int>>& neighbours,
                                                  const PermutationSettings& settings,
                                                  const std::function<bool()>& goesOn) {
    std::vector<std::optional<LocalMoran>> result(values.size());
    Neighbourhoods hoods(values, neighbours, settings);
    if (!hoods.known()) {
        return result;
    }
    for (size_t area = 0; area < values.size() && (!goesOn || goesOn()); ++area) {
        if (neighbours[area].empty()) {
            continue;
        }
        using enum MoranQuadrant;
        const double own = withoutRounding(hoods.deviation(area));
        const double sum = withoutRounding(hoods.neighbourSum(area));
        // Whatever the signs of Ii and of the own deviation: Ii farther from 0 is the neighbours' sum farther from 0.
        result[area] = LocalMoran{.statistic = own * sum / static_cast<double>(neighbours[area].size()),
                                  .quadrant = own > 0 ? (sum > 0 ? HighHigh : HighLow) : (sum > 0 ? LowHigh : LowLow),
                                  .pseudoP = hoods.pseudoP(area, own == 0 ? 0 : sum)};
    }
    return result;
}

} // namespace tiermap
