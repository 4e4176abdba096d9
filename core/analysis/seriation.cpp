#include "core/analysis/seriation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double greatest = 1e300;
constexpr double rounding = 1e-12; // of the greatest: what is not shorter by more would be turned for ever

Problem outOfRange(double value, const QString& least, const QString& most) {
    return {.code = Problem::Code::OutOfRange,
            .field = u"dissimilarities"_s,
            .arguments = {QString::number(value), least, most}};
}

/// Of items from either end: the lower index is the row.
class Distances {
public:
    explicit Distances(const IndicatorMatrix& dissimilarities)
        : m_matrix(dissimilarities) {}

    double operator()(int one, int other) const { return m_matrix.at(std::min(one, other), std::max(one, other)); }
    int count() const { return m_matrix.zones(); }

    double length(std::span<const int> order) const {
        double sum = 0;
        for (size_t place = 1; place < order.size(); ++place) {
            sum += (*this)(order[place - 1], order[place]);
        }
        return sum;
    }

    /// Needs two items.
    std::pair<int, int> mostUnlike() const {
        std::pair<int, int> result{0, 1};
        for (int one = 0; one < count(); ++one) {
            for (int other = one + 1; other < count(); ++other) {
                if ((*this)(one, other) > (*this)(result.first, result.second)) {
                    result = {one, other};
                }
            }
        }
        return result;
    }

private:
    const IndicatorMatrix& m_matrix;
};

std::optional<Problem> faultIn(const IndicatorMatrix& dissimilarities) {
    if (dissimilarities.indicators() != dissimilarities.zones()) {
        const QString count = QString::number(dissimilarities.zones());
        return outOfRange(dissimilarities.indicators(), count, count);
    }
    for (int one = 0; one < dissimilarities.zones(); ++one) {
        for (int other = one + 1; other < dissimilarities.zones(); ++other) {
            const double number = dissimilarities.at(one, other);
            if (std::isnan(number) || number < 0 || number > greatest) {
                return outOfRange(number, u"0"_s, QString::number(greatest));
            }
        }
    }
    return std::nullopt;
}

/// Held's and Karp's table: of each set of items, and each of its members, the shortest path over the set that ends
/// there.
class ShortestPaths {
public:
    explicit ShortestPaths(const Distances& distances)
        : m_distances(distances)
        , m_items(static_cast<size_t>(distances.count()))
        , m_steps(m_items << m_items) {
        for (size_t item = 0; item < m_items; ++item) {
            step(1U << item, item) = {.length = 0, .before = -1};
        }
        for (size_t set = 1; set < 1U << m_items; ++set) {
            for (size_t last = 0; last < m_items; ++last) {
                if ((set >> last & 1U) != 0) {
                    goOn(set, last);
                }
            }
        }
    }

    std::vector<int> shortest() const {
        size_t set = (1U << m_items) - 1;
        size_t last = 0;
        for (size_t item = 1; item < m_items; ++item) {
            if (step(set, item).length < step(set, last).length) {
                last = item;
            }
        }
        std::vector<int> result;
        for (int item = static_cast<int>(last); item >= 0;) {
            result.push_back(item);
            const auto place = static_cast<size_t>(item);
            item = step(set, place).before;
            set ^= 1U << place;
        }
        return result;
    }

private:
    struct Step {
        double length = std::numeric_limits<double>::infinity();
        int before = -1;
    };

    Step& step(size_t set, size_t last) { return m_steps[set * m_items + last]; }
    const Step& step(size_t set, size_t last) const { return m_steps[set * m_items + last]; }

    void goOn(size_t set, size_t last) {
        for (size_t next = 0; next < m_items; ++next) {
            if ((set >> next & 1U) != 0) {
                continue;
            }
            const double length = step(set, last).length + m_distances(static_cast<int>(last), static_cast<int>(next));
            Step& known = step(set | 1U << next, next);
            if (length < known.length) {
                known = {.length = length, .before = static_cast<int>(last)};
            }
        }
    }

    const Distances& m_distances;
    size_t m_items;
    std::vector<Step> m_steps;
};

std::vector<int> nearestNext(const Distances& distances, int first) {
    std::vector<int> order(static_cast<size_t>(distances.count()));
    std::ranges::iota(order, 0);
    std::rotate(order.begin(), order.begin() + first, order.begin() + first + 1); // the others stay in their order
    for (auto next = order.begin() + 1; next != order.end(); ++next) {
        const auto nearest = std::ranges::min_element(
            next, order.end(), {}, [&, last = *(next - 1)](int item) { return distances(last, item); });
        std::rotate(next, nearest, nearest + 1);
    }
    return order;
}

/// What turning a stretch saves. At an end of the path there is nothing beside it.
double savedByTurning(const Distances& distances, std::span<const int> order, size_t first, size_t last) {
    double saved = 0;
    if (first > 0) {
        saved += distances(order[first - 1], order[first]) - distances(order[first - 1], order[last]);
    }
    if (last + 1 < order.size()) {
        saved += distances(order[last], order[last + 1]) - distances(order[first], order[last + 1]);
    }
    return saved;
}

void turnStretches(const Distances& distances, double least, std::vector<int>& order) {
    for (bool turned = true; turned;) {
        turned = false;
        for (size_t first = 0; first < order.size(); ++first) {
            for (size_t last = first + 1; last < order.size(); ++last) {
                if (savedByTurning(distances, order, first, last) > least) {
                    std::reverse(order.begin() + static_cast<std::ptrdiff_t>(first),
                                 order.begin() + static_cast<std::ptrdiff_t>(last) + 1);
                    turned = true;
                }
            }
        }
    }
}

std::vector<int> shortPath(const Distances& distances) {
    const auto [one, other] = distances.mostUnlike();
    const double least = rounding * distances(one, other);
    std::vector<int> result = nearestNext(distances, one);
    std::vector<int> second = nearestNext(distances, other);
    turnStretches(distances, least, result);
    turnStretches(distances, least, second);
    return distances.length(second) < distances.length(result) ? second : result;
}

std::optional<double> meanDifference(std::span<const double> one, std::span<const double> other) {
    double sum = 0;
    int count = 0;
    for (size_t place = 0; place < one.size(); ++place) {
        const double difference = std::abs(one[place] - other[place]);
        if (!std::isnan(difference)) {
            sum += difference;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

IndicatorMatrix dissimilaritiesOf(const std::vector<std::vector<double>>& lines) {
    const auto count = static_cast<int>(lines.size());
    IndicatorMatrix result(count, count);
    double sum = 0;
    qint64 known = 0;
    for (int one = 0; one < count; ++one) {
        result.at(one, one) = 0;
        for (int other = one + 1; other < count; ++other) {
            const auto difference = meanDifference(lines[static_cast<size_t>(one)], lines[static_cast<size_t>(other)]);
            if (difference) {
                result.at(one, other) = result.at(other, one) = *difference;
                sum += *difference;
                ++known;
            }
        }
    }
    const double mean = known > 0 ? sum / static_cast<double>(known) : 0;
    for (int one = 0; one < count; ++one) {
        for (int other = 0; other < count; ++other) {
            result.at(one, other) = result.isMissing(one, other) ? mean : result.at(one, other);
        }
    }
    return result;
}

} // namespace

IndicatorMatrix rowDissimilarity(const IndicatorMatrix& matrix) {
    std::vector<std::vector<double>> rows;
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        const std::span<const double> row = matrix.zone(zone);
        rows.emplace_back(row.begin(), row.end());
    }
    return dissimilaritiesOf(rows);
}

IndicatorMatrix columnDissimilarity(const IndicatorMatrix& matrix) {
    std::vector<std::vector<double>> columns;
    columns.reserve(static_cast<size_t>(matrix.indicators()));
    for (int indicator = 0; indicator < matrix.indicators(); ++indicator) {
        columns.push_back(matrix.indicator(indicator));
    }
    return dissimilaritiesOf(columns);
}

Result<std::vector<int>> seriation(const IndicatorMatrix& dissimilarities) {
    if (const std::optional<Problem> fault = faultIn(dissimilarities)) {
        return std::unexpected(*fault);
    }
    if (dissimilarities.zones() == 0) {
        return std::vector<int>();
    }
    const Distances distances(dissimilarities);
    std::vector<int> order =
        distances.count() <= mostItemsExact ? ShortestPaths(distances).shortest() : shortPath(distances);
    if (order.front() > order.back()) {
        std::ranges::reverse(order);
    }
    return order;
}

} // namespace tiermap
