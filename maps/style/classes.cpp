#include "maps/style/classes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<ClassMethod>> namesOf() {
    static constexpr Name<ClassMethod> names[] = {
        {ClassMethod::EqualInterval, "equal"_L1}, {ClassMethod::Quantile, "quantile"_L1},
        {ClassMethod::NaturalBreaks, "jenks"_L1}, {ClassMethod::StandardDeviation, "stddev"_L1},
        {ClassMethod::Pretty, "pretty"_L1},       {ClassMethod::Manual, "manual"_L1}};
    return names;
}

namespace {

double meanOf(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

double squaredDeviations(std::vector<double>::const_iterator begin, std::vector<double>::const_iterator end) {
    if (begin == end) {
        return 0;
    }
    const double mean = std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
    return std::accumulate(begin, end, 0.0,
                           [mean](double sum, double number) { return sum + (number - mean) * (number - mean); });
}

/// The bounds between classes; `sorted` is not empty, and least and greatest differ.
std::vector<double> equalIntervals(const std::vector<double>& sorted, int count) {
    std::vector<double> inner;
    for (int i = 1; i < count; ++i) {
        inner.push_back(std::lerp(sorted.front(), sorted.back(), i / static_cast<double>(count)));
    }
    return inner;
}

std::vector<double> quantiles(const std::vector<double>& sorted, int count) {
    std::vector<double> inner;
    for (int i = 1; i < count; ++i) {
        const double place = static_cast<double>(sorted.size() - 1) * i / count;
        const auto below = static_cast<std::size_t>(place);
        inner.push_back(std::lerp(sorted[below], sorted[std::min(below + 1, sorted.size() - 1)],
                                  place - static_cast<double>(below)));
    }
    return inner;
}

std::vector<double> standardDeviations(const std::vector<double>& sorted, int count) {
    const double mean = meanOf(sorted);
    const double deviation =
        std::sqrt(squaredDeviations(sorted.begin(), sorted.end()) / static_cast<double>(sorted.size()));
    std::vector<double> inner;
    for (int i = 1; i < count; ++i) {
        inner.push_back(mean + (i - count / 2.0) * deviation);
    }
    return inner;
}

double niceStep(double range, int count) {
    const double rough = range / count;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double part = rough / power;
    return power * (part < 1.5 ? 1 : part < 3 ? 2 : part < 7 ? 5 : 10);
}

/// Round numbers from below the least to above the greatest.
std::vector<double> prettyBounds(const std::vector<double>& sorted, int count) {
    double step = niceStep(sorted.back() - sorted.front(), count);
    while (count > 1 && std::ceil(sorted.back() / step) - std::floor(sorted.front() / step) > mostClasses) {
        step = niceStep(sorted.back() - sorted.front(), --count);
    }
    const double first = std::floor(sorted.front() / step);
    const double last = std::ceil(sorted.back() / step);
    constexpr double countable = 1e15; // beyond, a double does not tell a number from the next
    if (!(std::max(std::abs(first), std::abs(last)) < countable)) {
        return {sorted.front(), sorted.back()};
    }
    std::vector<double> bounds;
    for (double i = first; i <= last; ++i) {
        bounds.push_back(step < 1 ? i / std::round(1 / step) : i * step); // 0.3, not 3 times 0.1
    }
    return bounds;
}

/// The cheapest ways to part the first numbers of a sorted row.
class Fisher {
public:
    explicit Fisher(const std::vector<double>& sorted)
        : m_sums{{0, 0, 0}} {
        const double middle = sorted[sorted.size() / 2]; // near zero, squares keep their digits
        for (const double number : sorted) {
            if (m_distinct.empty() || number != m_distinct.back()) {
                m_distinct.push_back(number);
                m_sums.push_back(m_sums.back());
            }
            const double from = number - middle;
            m_sums.back().count += 1;
            m_sums.back().sum += from;
            m_sums.back().squares += from * from;
        }
    }

    std::vector<double> inner(int count) {
        const auto n = static_cast<int>(m_distinct.size());
        count = std::min(count, n);
        m_costs.assign(static_cast<std::size_t>(n) + 1, 0);
        for (int end = 1; end <= n; ++end) {
            m_costs[static_cast<std::size_t>(end)] = cost(0, end);
        }
        std::vector<std::vector<int>> starts; // of the last class, for each number of classes and of numbers
        for (int classes = 2; classes <= count; ++classes) {
            m_next.assign(m_costs.size(), std::numeric_limits<double>::infinity());
            m_starts.assign(m_costs.size(), 0);
            fill(classes, n, classes - 1, n - 1);
            m_costs.swap(m_next);
            starts.push_back(m_starts);
        }
        std::vector<double> bounds;
        for (int end = n; !starts.empty(); starts.pop_back()) {
            end = starts.back()[static_cast<std::size_t>(end)];
            bounds.insert(bounds.begin(), m_distinct[static_cast<std::size_t>(end)]);
        }
        return bounds;
    }

private:
    struct Sums {
        double count;
        double sum;
        double squares;
    };

    double cost(int begin, int end) const {
        const Sums& a = m_sums[static_cast<std::size_t>(begin)];
        const Sums& b = m_sums[static_cast<std::size_t>(end)];
        const double sum = b.sum - a.sum;
        return std::max(0.0, b.squares - a.squares - sum * sum / (b.count - a.count));
    }

    /// Of each end from `low` to `high` the best start of the last class, which never moves back as the end moves on.
    void fill(int low, int high, int firstStart, int lastStart) { // NOLINT(misc-no-recursion): as deep as log n
        if (low > high) {
            return;
        }
        const int end = std::midpoint(low, high);
        double best = std::numeric_limits<double>::infinity();
        int bestStart = firstStart;
        for (int start = firstStart; start <= std::min(lastStart, end - 1); ++start) {
            const double total = m_costs[static_cast<std::size_t>(start)] + cost(start, end);
            if (total < best) {
                best = total;
                bestStart = start;
            }
        }
        m_next[static_cast<std::size_t>(end)] = best;
        m_starts[static_cast<std::size_t>(end)] = bestStart;
        fill(low, end - 1, firstStart, bestStart);
        fill(end + 1, high, bestStart, lastStart);
    }

    std::vector<double> m_distinct;
    std::vector<Sums> m_sums; ///< of the first so many distinct numbers
    std::vector<double> m_costs;
    std::vector<double> m_next;
    std::vector<int> m_starts;
};

std::vector<double> innerBounds(const std::vector<double>& sorted, ClassMethod method, int count,
                                const std::vector<double>& breaks) {
    switch (method) {
    case ClassMethod::EqualInterval:
        return equalIntervals(sorted, count);
    case ClassMethod::Quantile:
        return quantiles(sorted, count);
    case ClassMethod::NaturalBreaks:
        return Fisher(sorted).inner(count);
    case ClassMethod::StandardDeviation:
        return standardDeviations(sorted, count);
    case ClassMethod::Pretty:
        break;
    case ClassMethod::Manual:
        return breaks;
    }
    return {};
}

std::vector<double> boundsOf(const std::vector<double>& sorted, ClassMethod method, int count,
                             const std::vector<double>& breaks) {
    const double least = sorted.front();
    const double greatest = sorted.back();
    if (least == greatest) {
        return {least, greatest};
    }
    if (method == ClassMethod::Pretty) {
        return prettyBounds(sorted, count);
    }
    std::vector<double> inner = innerBounds(sorted, method, count, breaks);
    std::ranges::sort(inner);
    std::vector<double> bounds{least};
    for (const double bound : inner) {
        if (bound > bounds.back() && bound <= greatest) {
            bounds.push_back(bound);
        }
    }
    // A bound at the greatest number parts it from those below: its class has that one value.
    bounds.push_back(greatest);
    return bounds;
}

/// Counts sorted numbers.
Classes counted(std::vector<double> bounds, const std::vector<double>& numbers) {
    Classes classes{.bounds = std::move(bounds)};
    double within = 0;
    auto begin = numbers.cbegin();
    for (std::size_t i = 1; i < classes.bounds.size(); ++i) {
        const bool last = i + 1 == classes.bounds.size();
        const auto end = last ? numbers.cend() : std::lower_bound(begin, numbers.cend(), classes.bounds[i]);
        classes.counts.push_back(static_cast<int>(end - begin));
        within += squaredDeviations(begin, end);
        begin = end;
    }
    const double all = squaredDeviations(numbers.begin(), numbers.end());
    classes.varianceFit = all > 0 ? 1 - within / all : 1;
    return classes;
}

/// The multiple of the largest power of ten that lies above `low` and not above `high`; `preset` where there is none.
double roundest(double low, double high, double preset) {
    if (!(low < high))
        return preset;
    const int largest = static_cast<int>(std::ceil(std::log10(std::max({std::abs(low), std::abs(high), high - low}))));
    for (int power = largest; power > largest - 17; --power) {
        // Divided by a whole number where it is below one: 0.3 is 3 / 10, not 3 * 0.1.
        const double unit = std::pow(10, std::abs(power));
        const double multiple = std::floor(power >= 0 ? high / unit : high * unit);
        const double number = power >= 0 ? multiple * unit : multiple / unit;
        if (number > low && number <= high)
            return number;
    }
    return preset;
}

/// The number with the fewest digits that a rounding of `bound` gives and that lies above `low` and not above `high`.
double shortest(double low, double high, double bound) {
    constexpr int exact = 17;
    for (int digits = 2; digits < exact; ++digits) {
        const double number = QString::number(bound, 'g', digits).toDouble();
        if (number > low && number <= high)
            return number;
    }
    return bound;
}

/// The bound to a hundredth of its class, so that equal classes look equal; as it is where that would move a number.
double evenly(double low, double high, double bound, double width) {
    for (int digits = 2; digits < 8; ++digits) {
        const double power = std::floor(std::log10(width)) - digits;
        const double unit = std::pow(10, std::abs(power)); // a whole number, see roundest()
        const double number = power >= 0 ? std::round(bound / unit) * unit : std::round(bound * unit) / unit;
        if (number > low && number <= high)
            return number;
    }
    return bound;
}

} // namespace

int Classes::classOf(double number) const {
    if (counts.empty()) {
        return -1;
    }
    const auto above = std::upper_bound(bounds.begin() + 1, bounds.end() - 1, number);
    return static_cast<int>(above - bounds.begin()) - 1;
}

Classes classify(std::vector<double> numbers, ClassMethod method, int count, std::vector<double> breaks) {
    std::erase_if(numbers, [](double number) { return !std::isfinite(number); });
    Classes classes;
    if (numbers.empty()) {
        return classes;
    }
    std::ranges::sort(numbers);
    constexpr int most = 64;
    return counted(boundsOf(numbers, method, std::clamp(count, 1, most), breaks), numbers);
}

Classes classifyAround(double middle, std::vector<double> numbers, ClassMethod method, int count) {
    std::erase_if(numbers, [](double number) { return !std::isfinite(number); });
    std::ranges::sort(numbers);
    const auto first = std::ranges::lower_bound(numbers, middle);
    const std::vector<double> below(numbers.begin(), first);
    const std::vector<double> above(first, numbers.end());
    const int half = std::max(1, count / 2);
    if (below.empty() || above.empty())
        return classify(std::move(numbers), method, half);
    std::vector<double> bounds = classify(below, method, half).bounds;
    bounds.back() = middle;
    const std::vector<double> upper = classify(above, method, half).bounds;
    bounds.insert(bounds.end(), upper.begin() + 1, upper.end());
    return counted(std::move(bounds), numbers);
}

Classes rounded(Classes classes, ClassMethod method, std::vector<double> numbers) {
    std::erase_if(numbers, [](double number) { return !std::isfinite(number); });
    std::ranges::sort(numbers);
    const bool free = method == ClassMethod::NaturalBreaks || method == ClassMethod::Quantile;
    const bool even = method == ClassMethod::EqualInterval || method == ClassMethod::StandardDeviation;
    const double width = classes.bounds.size() > 2 ? classes.bounds[2] - classes.bounds[1] : 0;
    for (std::size_t i = 1; i + 1 < classes.bounds.size(); ++i) {
        double& bound = classes.bounds[i];
        const auto above = std::ranges::lower_bound(numbers, bound);
        // Where a class holds nothing its other bound is the limit.
        const double low =
            above == numbers.begin() ? classes.bounds[i - 1] : std::max(*(above - 1), classes.bounds[i - 1]);
        const double high = above == numbers.end() ? classes.bounds[i + 1] : std::min(*above, classes.bounds[i + 1]);
        bound = free                ? roundest(low, high, bound)
                : even && width > 0 ? evenly(low, high, bound, width)
                                    : shortest(low, high, bound);
    }
    return classes;
}

} // namespace tiermap
