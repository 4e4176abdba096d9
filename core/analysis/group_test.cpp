#include "core/analysis/group_test.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double greatestValue = 1e300; // sums and differences of such are finite
constexpr qint64 mostAssignments = 1'000'000'000'000'000;

std::unexpected<Problem> outOfRange(const QString& field, double value, const QString& least, const QString& most) {
    return std::unexpected(
        Problem{.code = Problem::Code::OutOfRange, .field = field, .arguments = {QString::number(value), least, most}});
}

std::unexpected<Problem> wrongSize(const QString& field, size_t size, size_t expected) {
    const QString only = QString::number(expected);
    return outOfRange(field, static_cast<double>(size), only, only);
}

/// C(all, some), or nothing where that is more than `most`.
std::optional<qint64> waysToChoose(qint64 some, qint64 all, qint64 most) {
    some = std::min(some, all - some);
    qint64 ways = 1;
    for (qint64 chosen = 1; chosen <= some; ++chosen) {
        const qint64 factor = all - some + chosen;
        // Asked before the product, which could be more than there are numbers.
        if (static_cast<double>(ways) * static_cast<double>(factor) / static_cast<double>(chosen) >
            static_cast<double>(most)) {
            return std::nullopt;
        }
        ways = ways * factor / chosen; // C(all - some + chosen, chosen): whole, and growing
    }
    return ways;
}

std::optional<qint64> waysToAssign(const std::map<int, int>& sizes) {
    qint64 ways = 1;
    qint64 assigned = 0;
    for (const auto& [group, size] : sizes) {
        assigned += size;
        const std::optional<qint64> choices = waysToChoose(size, assigned, mostAssignments / ways);
        if (!choices) {
            return std::nullopt;
        }
        ways *= *choices;
    }
    return ways;
}

/// Nothing where the matrix is fit to be read.
std::optional<Problem> faultOfPair(const IndicatorMatrix& dissimilarities, int zone, int other) {
    const double value = dissimilarities.at(zone, other);
    const double mirrored = dissimilarities.at(other, zone);
    const QString field = u"dissimilarities"_s;
    if (std::isnan(value) || std::isnan(mirrored)) {
        return Problem{.code = Problem::Code::FieldMissing, .field = field};
    }
    if (value < 0 || value > greatestValue) {
        return outOfRange(field, value, u"0"_s, QString::number(greatestValue)).error();
    }
    if (zone == other && value != 0) {
        return outOfRange(field, value, u"0"_s, u"0"_s).error();
    }
    if (std::abs(value - mirrored) > 1e-12 * value) {
        return Problem{.code = Problem::Code::ValueUnknown,
                       .field = field,
                       .arguments = {QString::number(mirrored), QString::number(value)}};
    }
    return std::nullopt;
}

/// All groups of one size. What a place adds depends on the places before it, where pairs are added up.
class Choices {
public:
    Choices(const GroupSums& sums, size_t size, qint64 count)
        : m_sums(sums)
        , m_places(sums.zones().size())
        , m_gains((size + 1) * m_places) {
        m_found.reserve(static_cast<size_t>(count));
        const std::span<double> gains = gainsOf(size);
        for (size_t place = 0; place < m_places; ++place) {
            gains[place] = sums.deviation(static_cast<int>(place));
        }
        choose(gains, 0, size, 0);
    }

    std::vector<double> take() { return std::move(m_found); }

private:
    std::span<double> gainsOf(size_t left) { return std::span(m_gains).subspan(left * m_places, m_places); }

    std::span<const double> gainsBeside(size_t place, std::span<const double> gains, size_t left) {
        if (!m_sums.pairwise()) {
            return gains;
        }
        const std::span<double> next = gainsOf(left);
        for (size_t other = place + 1; other < m_places; ++other) {
            next[other] = gains[other] + m_sums.deviation(static_cast<int>(place), static_cast<int>(other));
        }
        return next;
    }

    void choose(std::span<const double> gains, size_t first, size_t left, double sum) {
        if (left == 0) {
            m_found.push_back(sum);
        } else if (left == 1) {
            for (size_t place = first; place < m_places; ++place) {
                m_found.push_back(sum + gains[place]);
            }
        } else {
            for (size_t place = first; place + left <= m_places; ++place) {
                choose(gainsBeside(place, gains, left - 1), place + 1, left - 1, sum + gains[place]);
            }
        }
    }

    const GroupSums& m_sums;
    size_t m_places;
    std::vector<double> m_gains; ///< a row for each number of places that are still to be chosen
    std::vector<double> m_found;
};

/// The places of one group, and of all others.
struct Sides {
    std::vector<int> members;
    std::vector<int> others;
};

Sides sidesOf(const GroupSums& sums, std::span<const int> groups, int group) {
    Sides sides;
    for (int place = 0; place < static_cast<int>(sums.zones().size()); ++place) {
        const int zone = sums.zones()[static_cast<size_t>(place)];
        (groups[static_cast<size_t>(zone)] == group ? sides.members : sides.others).push_back(place);
    }
    return sides;
}

std::map<int, int> sizesOf(const GroupSums& sums, std::span<const int> groups) {
    std::map<int, int> sizes;
    for (const int zone : sums.zones()) {
        ++sizes[groups[static_cast<size_t>(zone)]];
    }
    return sizes;
}

double pairsOf(size_t members) { return static_cast<double>(members) * static_cast<double>(members - 1) / 2; }

double share(std::span<const double> all, auto&& counts) {
    return static_cast<double>(std::ranges::count_if(all, counts)) / static_cast<double>(all.size());
}

Verdict verdictOf(const GroupTest& test, double significance) {
    if (test.leastP > significance) {
        return Verdict::NotTestable;
    }
    if (test.p <= significance) {
        return Verdict::Consistent;
    }
    return test.pOpposite <= significance ? Verdict::Contradicted : Verdict::NotShown;
}

/// What is counted: the same for both statistics.
void count(GroupTest& test, double observed, std::span<const double> all, double significance) {
    const double most = std::ranges::max(all);
    test.choices = static_cast<qint64>(all.size());
    test.p = share(all, [&](double sum) { return sum >= observed - GroupSums::rounding; });
    test.pOpposite = share(all, [&](double sum) { return sum <= observed + GroupSums::rounding; });
    test.leastP = share(all, [&](double sum) { return sum >= most - GroupSums::rounding; });
    test.verdict = verdictOf(test, significance);
}

double cliffsDelta(const GroupSums& scores, const Sides& sides) {
    qint64 above = 0;
    for (const int member : sides.members) {
        for (const int other : sides.others) {
            const double difference = scores.deviation(member) - scores.deviation(other);
            above += difference > GroupSums::rounding ? 1 : 0;
            above -= difference < -GroupSums::rounding ? 1 : 0;
        }
    }
    return static_cast<double>(above) /
           (static_cast<double>(sides.members.size()) * static_cast<double>(sides.others.size()));
}

void describeLevel(GroupTest& test, const GroupSums& scores, const Sides& sides) {
    if (sides.members.empty() || sides.others.empty()) {
        return;
    }
    const double high = scores.of(sides.members) / static_cast<double>(sides.members.size());
    const double low = scores.of(sides.others) / static_cast<double>(sides.others.size());
    test.statistic = scores.range() * (high - low);
    test.effect = cliffsDelta(scores, sides);
    const auto contribution = [&](int place) -> std::optional<double>& {
        return test.contributions[static_cast<size_t>(scores.zones()[static_cast<size_t>(place)])];
    };
    for (const int member : sides.members) {
        contribution(member) = scores.range() * (scores.deviation(member) - low);
    }
    for (const int other : sides.others) {
        contribution(other) = scores.range() * (high - scores.deviation(other));
    }
}

/// The mean of all sums is 0.
double standardised(double sum, std::span<const double> all) {
    const double squares = std::inner_product(all.begin(), all.end(), all.begin(), 0.0);
    const double deviation = std::sqrt(squares / static_cast<double>(all.size()));
    return deviation > GroupSums::rounding ? sum / deviation : 0;
}

void describeDistinctness(GroupTest& test, const GroupSums& pairs, const Sides& sides) {
    if (sides.members.size() < 2) {
        return;
    }
    test.statistic = pairs.mean() + pairs.range() * pairs.of(sides.members) / pairsOf(sides.members.size());
    for (const int member : sides.members) {
        double sum = 0;
        for (const int other : sides.members) {
            sum += pairs.deviation(member, other);
        }
        test.contributions[static_cast<size_t>(pairs.zones()[static_cast<size_t>(member)])] =
            pairs.range() * sum / static_cast<double>(sides.members.size() - 1);
    }
}

Result<GroupTest> tested(const GroupSums& sums, std::span<const int> groups, int group, double significance) {
    if (groups.size() != static_cast<size_t>(sums.allZones())) {
        return wrongSize(u"groups"_s, groups.size(), static_cast<size_t>(sums.allZones()));
    }
    if (!(significance > 0) || !(significance < 0.5)) {
        return outOfRange(u"significance"_s, significance, u"0"_s, u"0.5"_s);
    }
    const Sides sides = sidesOf(sums, groups, group);
    GroupTest test{.zones = static_cast<int>(sums.zones().size()), .sizes = sizesOf(sums, groups)};
    test.assignments = waysToAssign(test.sizes);
    test.contributions.resize(groups.size());
    if (sums.pairwise()) {
        describeDistinctness(test, sums, sides);
    } else {
        describeLevel(test, sums, sides);
    }
    const int size = static_cast<int>(sides.members.size());
    if (!sums.comparable(size)) {
        return test;
    }
    const Result<std::vector<double>> all = sums.ofAll(size);
    if (!all) {
        return std::unexpected(all.error());
    }
    const double observed = sums.of(sides.members);
    if (sums.pairwise()) {
        test.effect = standardised(observed, *all);
    }
    count(test, observed, *all, significance);
    return test;
}

/// Average ranks from 0 to 1, by `values` ascending; 0.5 where there is but one.
std::vector<double> ranked(std::span<const double> values) {
    std::vector<size_t> order(values.size());
    std::ranges::iota(order, size_t{0});
    std::ranges::sort(order, {}, [&](size_t place) { return values[place]; });
    std::vector<double> ranks(values.size(), 0.5);
    for (size_t first = 0; values.size() > 1 && first < order.size();) {
        size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) {
            ++last;
        }
        const double rank = static_cast<double>(first + last) / 2 / static_cast<double>(values.size() - 1);
        for (; first <= last; ++first) {
            ranks[order[first]] = rank;
        }
    }
    return ranks;
}

/// Of each zone, the best 1; missing where it has no value.
std::vector<double> ranksOfIndicator(const IndicatorMatrix& matrix, int indicator, Indicator::Direction direction) {
    std::vector<double> values;
    std::vector<size_t> zones;
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        if (!matrix.isMissing(zone, indicator)) {
            const double value = matrix.at(zone, indicator);
            values.push_back(direction == Indicator::Direction::LessIsBetter ? -value : value);
            zones.push_back(static_cast<size_t>(zone));
        }
    }
    const std::vector<double> ranks = ranked(values);
    std::vector<double> result(static_cast<size_t>(matrix.zones()), IndicatorMatrix::missing);
    for (size_t place = 0; place < zones.size(); ++place) {
        result[zones[place]] = ranks[place];
    }
    return result;
}

std::optional<Problem> faultOfWeights(int indicators, std::span<const Indicator::Direction> directions,
                                      std::span<const double> weights) {
    const auto count = static_cast<size_t>(indicators);
    if (directions.size() != count) {
        return wrongSize(u"directions"_s, directions.size(), count).error();
    }
    if (weights.size() != count) {
        return wrongSize(u"weights"_s, weights.size(), count).error();
    }
    if (std::ranges::contains(directions, Indicator::Direction::None)) {
        return Problem{.code = Problem::Code::ValueUnknown,
                       .field = u"directions"_s,
                       .arguments = {toString(Indicator::Direction::None), u"more, less"_s}};
    }
    double sum = 0;
    for (const double weight : weights) {
        if (!(weight >= 0) || !(weight <= greatestValue)) {
            return outOfRange(u"weights"_s, weight, u"0"_s, QString::number(greatestValue)).error();
        }
        sum += weight;
    }
    if (!(sum > 0)) {
        return outOfRange(u"weights"_s, sum, u"0"_s, QString()).error();
    }
    return std::nullopt;
}

} // namespace

/// Where the values lie: what `m_single` and `m_pairs` are parts of.
void GroupSums::measure(std::span<const double> values) {
    if (values.empty()) {
        return;
    }
    const auto [least, most] = std::ranges::minmax(values);
    const double range = most - least;
    m_range = range > 1e-12 * std::max(std::abs(least), std::abs(most)) ? range : 0;
    double sum = 0;
    for (const double value : values) {
        sum += (value - least) / static_cast<double>(values.size());
    }
    m_mean = least + sum;
}

Result<GroupSums> GroupSums::ofScores(std::span<const double> scores) {
    GroupSums sums(false, static_cast<int>(scores.size()));
    std::vector<double> values;
    for (size_t zone = 0; zone < scores.size(); ++zone) {
        if (std::isnan(scores[zone])) {
            continue;
        }
        if (std::abs(scores[zone]) > greatestValue) {
            return outOfRange(u"scores"_s, scores[zone], QString::number(-greatestValue),
                              QString::number(greatestValue));
        }
        sums.m_zones.push_back(static_cast<int>(zone));
        values.push_back(scores[zone]);
    }
    sums.measure(values);
    sums.m_single.resize(values.size());
    if (sums.m_range > 0) {
        std::ranges::transform(values, sums.m_single.begin(),
                               [&](double value) { return (value - sums.m_mean) / sums.m_range; });
    }
    return sums;
}

Result<GroupSums> GroupSums::ofDissimilarities(const IndicatorMatrix& dissimilarities) {
    const int zones = dissimilarities.zones();
    if (dissimilarities.indicators() != zones) {
        return wrongSize(u"dissimilarities"_s, static_cast<size_t>(dissimilarities.indicators()),
                         static_cast<size_t>(zones));
    }
    GroupSums sums(true, zones);
    std::vector<double> values;
    for (int zone = 0; zone < zones; ++zone) {
        if (dissimilarities.isMissing(zone, zone)) {
            continue;
        }
        sums.m_zones.push_back(zone);
        for (const int other : sums.m_zones) {
            if (std::optional<Problem> fault = faultOfPair(dissimilarities, zone, other)) {
                return std::unexpected(*std::move(fault));
            }
            if (other != zone) {
                values.push_back(dissimilarities.at(zone, other));
            }
        }
    }
    sums.measure(values);
    const size_t places = sums.m_zones.size();
    sums.m_single.resize(places);
    sums.m_pairs.resize(places * places);
    auto value = values.begin();
    for (size_t place = 1; place < places; ++place) {
        for (size_t other = 0; other < place; ++other, ++value) {
            const double deviation = sums.m_range > 0 ? (*value - sums.m_mean) / sums.m_range : 0;
            sums.m_pairs[place * places + other] = sums.m_pairs[other * places + place] = deviation;
        }
    }
    return sums;
}

double GroupSums::of(std::span<const int> places) const {
    double sum = 0;
    for (size_t last = 0; last < places.size(); ++last) {
        sum += deviation(places[last]);
        for (size_t other = 0; m_pairwise && other < last; ++other) {
            sum += deviation(places[last], places[other]);
        }
    }
    return sum;
}

Result<std::vector<double>> GroupSums::ofAll(int size) const {
    const std::optional<qint64> count = waysToChoose(size, static_cast<qint64>(m_zones.size()), mostChoices);
    if (!count) {
        return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                       .field = m_pairwise ? u"dissimilarities"_s : u"scores"_s,
                                       .arguments = {QString::number(m_zones.size()), QString(), QString()}});
    }
    return Choices(*this, static_cast<size_t>(size), *count).take();
}

Result<GroupTest> levelTest(std::span<const double> scores, std::span<const int> groups, int group,
                            double significance) {
    return GroupSums::ofScores(scores).and_then(
        [&](const GroupSums& sums) { return tested(sums, groups, group, significance); });
}

Result<GroupTest> distinctnessTest(const IndicatorMatrix& dissimilarities, std::span<const int> groups, int group,
                                   double significance) {
    return GroupSums::ofDissimilarities(dissimilarities).and_then([&](const GroupSums& sums) {
        return tested(sums, groups, group, significance);
    });
}

Result<std::vector<double>> meanRanks(const IndicatorMatrix& matrix, std::span<const Indicator::Direction> directions,
                                      std::span<const double> weights) {
    if (std::optional<Problem> fault = faultOfWeights(matrix.indicators(), directions, weights)) {
        return std::unexpected(*std::move(fault));
    }
    const auto zones = static_cast<size_t>(matrix.zones());
    std::vector<double> sums(zones);
    std::vector<double> present(zones);
    double total = 0;
    const double greatest = std::ranges::max(weights); // as parts of it, weights and their sums are never too small
    for (int indicator = 0; indicator < matrix.indicators(); ++indicator) {
        const double weight = weights[static_cast<size_t>(indicator)] / greatest;
        const auto ranks = ranksOfIndicator(matrix, indicator, directions[static_cast<size_t>(indicator)]);
        total += weight;
        for (size_t zone = 0; zone < zones; ++zone) {
            if (!std::isnan(ranks[zone])) {
                sums[zone] += weight * ranks[zone];
                present[zone] += weight;
            }
        }
    }
    std::vector<double> scores(zones, IndicatorMatrix::missing);
    for (size_t zone = 0; zone < zones; ++zone) {
        if (present[zone] >= total / 2 * (1 - 1e-12)) { // 0.1 + 0.2 is half of 0.6
            scores[zone] = sums[zone] / present[zone];
        }
    }
    return scores;
}

} // namespace tiermap
