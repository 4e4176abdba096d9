#include "core/analysis/composite.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tiermap {

using namespace Qt::StringLiterals;

namespace {

/// Scores that differ by less are equal: the order of adding alone makes some 1e-16.
constexpr double rounding = 1e-12;

bool above(double score, double other) { return score > other + rounding; }

std::unexpected<Problem> outOfRange(const QString& field, double value, const QString& least, const QString& most) {
    return std::unexpected(
        Problem{.code = Problem::Code::OutOfRange, .field = field, .arguments = {QString::number(value), least, most}});
}

/// Weights whose sum is 1, where both they and the values can be used.
Result<Weights> usableWeights(const IndicatorMatrix& values, std::span<const double> weights) {
    if (static_cast<int>(weights.size()) != values.indicators()) {
        const QString needed = QString::number(values.indicators());
        return outOfRange(u"weights"_s, static_cast<double>(weights.size()), needed, needed);
    }
    for (int zone = 0; zone < values.zones(); ++zone) {
        for (int indicator = 0; indicator < values.indicators(); ++indicator) {
            const double value = values.at(zone, indicator);
            if (value < 0 || value > 1) {
                return outOfRange(u"values[%1][%2]"_s.arg(zone).arg(indicator), value, u"0"_s, u"1"_s);
            }
        }
    }
    return normalisedWeights(weights);
}

bool isComplete(std::span<const double> zone, const Weights& weights) {
    for (size_t indicator = 0; indicator < zone.size(); ++indicator) {
        if (std::isnan(zone[indicator]) && weights[indicator] > 0) {
            return false;
        }
    }
    return true;
}

std::vector<double> filled(std::span<const double> zone, double missing) {
    std::vector<double> result(zone.begin(), zone.end());
    std::ranges::replace_if(result, [](double value) { return std::isnan(value); }, missing);
    return result;
}

double weightedSum(std::span<const double> zone, const Weights& weights) {
    double sum = 0;
    for (size_t indicator = 0; indicator < zone.size(); ++indicator) {
        sum += weights[indicator] * zone[indicator];
    }
    return sum;
}

double weightedProduct(std::span<const double> zone, const Weights& weights) {
    double product = 1;
    for (size_t indicator = 0; indicator < zone.size(); ++indicator) {
        product *= std::pow(zone[indicator], weights[indicator]); // 0^0 is 1: without a weight, 0 is no matter
    }
    return product;
}

TopsisDistances topsis(std::span<const double> zone, const Weights& weights) {
    TopsisDistances result;
    double shortfall = 0;
    for (size_t indicator = 0; indicator < zone.size(); ++indicator) {
        const double gained = weights[indicator] * zone[indicator];
        const double lacking = weights[indicator] * (1 - zone[indicator]);
        result.toAntiIdeal += gained * gained;
        result.toIdeal += lacking * lacking;
        result.obstacles.push_back(lacking);
        shortfall += lacking;
    }
    result.toAntiIdeal = std::sqrt(result.toAntiIdeal);
    result.toIdeal = std::sqrt(result.toIdeal);
    result.closeness = result.toAntiIdeal / (result.toIdeal + result.toAntiIdeal);
    for (double& obstacle : result.obstacles) {
        obstacle = shortfall > 0 ? obstacle / shortfall : 0;
    }
    return result;
}

double scoreOf(std::span<const double> zone, const Weights& weights, Aggregation aggregation) {
    switch (aggregation) {
    case Aggregation::WeightedSum:
        return weightedSum(zone, weights);
    case Aggregation::WeightedProduct:
        return weightedProduct(zone, weights);
    case Aggregation::Topsis:
        break;
    }
    return topsis(zone, weights).closeness;
}

int countAbove(const std::vector<double>& ascending, double score) {
    return static_cast<int>(ascending.end() - std::ranges::upper_bound(ascending, score + rounding));
}

void rank(std::vector<CompositeScore>& zones) {
    std::vector<double> worst;
    std::vector<double> best;
    for (const CompositeScore& zone : zones) {
        worst.push_back(zone.worst);
        best.push_back(zone.best);
    }
    std::ranges::sort(worst);
    std::ranges::sort(best);
    for (CompositeScore& zone : zones) {
        zone.bestRank = 1 + countAbove(worst, zone.best);
        zone.worstRank = 1 + countAbove(best, zone.worst) - (above(zone.best, zone.worst) ? 1 : 0); // not itself
    }
}

struct Setting {
    Scaling scaling;
    Aggregation aggregation;
};

Result<IndicatorMatrix> unitOf(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                               Scaling scaling) {
    return scaled(raw, meanings, scaling).transform(betweenZeroAndOne);
}

Result<std::vector<CompositeScore>> scoresOf(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                                             std::span<const double> weights, const Setting& setting) {
    return unitOf(raw, meanings, setting.scaling).and_then([&](const IndicatorMatrix& unit) {
        return compositeScores(unit, weights, setting.aggregation);
    });
}

/// `zone` and `indicator` may be -1: then none goes.
IndicatorMatrix without(const IndicatorMatrix& raw, int zone, int indicator) {
    IndicatorMatrix result(raw.zones() - (zone < 0 ? 0 : 1), raw.indicators() - (indicator < 0 ? 0 : 1));
    for (int toZone = 0; toZone < result.zones(); ++toZone) {
        for (int toIndicator = 0; toIndicator < result.indicators(); ++toIndicator) {
            const int fromZone = toZone + (zone >= 0 && toZone >= zone ? 1 : 0);
            const int fromIndicator = toIndicator + (indicator >= 0 && toIndicator >= indicator ? 1 : 0);
            result.at(toZone, toIndicator) = raw.at(fromZone, fromIndicator);
        }
    }
    return result;
}

/// Whether the values of the other zones are what they were before that at `gone` went.
bool isUnchanged(const IndicatorMatrix& before, const IndicatorMatrix& after, int gone) {
    const auto same = [](double one, double other) { return one == other || (std::isnan(one) && std::isnan(other)); };
    for (int zone = 0; zone < after.zones(); ++zone) {
        if (!std::ranges::equal(before.zone(zone + (zone >= gone ? 1 : 0)), after.zone(zone), same)) {
            return false;
        }
    }
    return true;
}

template <typename Value>
std::vector<Value> without(std::span<const Value> values, int index) {
    std::vector<Value> result(values.begin(), values.end());
    result.erase(result.begin() + index);
    return result;
}

/// Of zones of which `after` lacks the one at `gone`, or none where that is -1.
std::vector<ZonePair> reversedPairs(const std::vector<CompositeScore>& before, const std::vector<CompositeScore>& after,
                                    int gone) {
    std::vector<ZonePair> pairs;
    const auto nowAt = [&](size_t zone) { return zone - (gone >= 0 && zone > static_cast<size_t>(gone) ? 1 : 0); };
    for (size_t high = 0; high < before.size(); ++high) {
        for (size_t low = 0; low < before.size(); ++low) {
            if (static_cast<int>(high) == gone || static_cast<int>(low) == gone) {
                continue;
            }
            if (above(before[high].worst, before[low].best) &&
                above(after[nowAt(low)].worst, after[nowAt(high)].best)) {
                pairs.push_back({.above = static_cast<int>(high), .below = static_cast<int>(low)});
            }
        }
    }
    return pairs;
}

bool anyWeight(std::span<const double> weights) {
    return std::ranges::any_of(weights, [](double weight) { return weight > 0; });
}

RankRange rangeOf(const std::vector<MethodScores>& methods, size_t zone) {
    RankRange result{.best = methods.front().zones[zone].bestRank, .worst = methods.front().zones[zone].worstRank};
    std::vector<int> ranks;
    for (const MethodScores& method : methods) {
        const CompositeScore& score = method.zones[zone];
        result.best = std::min(result.best, score.bestRank);
        result.worst = std::max(result.worst, score.worstRank);
        if (const std::optional<int> rank = score.rank()) {
            ranks.push_back(*rank);
        }
    }
    if (ranks.size() == methods.size()) {
        std::ranges::sort(ranks);
        result.median = (ranks[(ranks.size() - 1) / 2] + ranks[ranks.size() / 2]) / 2.0;
    }
    return result;
}

Result<void> checkLists(std::span<const Scaling> scalings, std::span<const Weighting> weightings,
                        std::span<const Aggregation> aggregations) {
    const QString empty = scalings.empty()       ? u"scalings"_s
                          : weightings.empty()   ? u"weightings"_s
                          : aggregations.empty() ? u"aggregations"_s
                                                 : QString();
    if (!empty.isEmpty()) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = empty});
    }
    return {};
}

Result<std::vector<Weights>> weightsOf(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                                       std::span<const Weighting> weightings) {
    const Result<ScaledMatrix> minMax = scaled(raw, meanings, Scaling::MinMax);
    if (!minMax) {
        return std::unexpected(minMax.error());
    }
    std::vector<Weights> result;
    for (const Weighting& weighting : weightings) {
        Result<Weights> weights = indicatorWeights(minMax->values, weighting);
        if (!weights) {
            return std::unexpected(std::move(weights).error());
        }
        result.push_back(*std::move(weights));
    }
    return result;
}

} // namespace

Result<std::vector<CompositeScore>> compositeScores(const IndicatorMatrix& values, std::span<const double> weights,
                                                    Aggregation aggregation) {
    const Result<Weights> usable = usableWeights(values, weights);
    if (!usable) {
        return std::unexpected(usable.error());
    }
    std::vector<CompositeScore> result;
    result.reserve(static_cast<size_t>(values.zones()));
    for (int zone = 0; zone < values.zones(); ++zone) {
        result.push_back({.worst = scoreOf(filled(values.zone(zone), 0), *usable, aggregation),
                          .best = scoreOf(filled(values.zone(zone), 1), *usable, aggregation),
                          .complete = isComplete(values.zone(zone), *usable)});
    }
    rank(result);
    return result;
}

Result<std::vector<std::optional<TopsisDistances>>> topsisDistances(const IndicatorMatrix& values,
                                                                    std::span<const double> weights) {
    const Result<Weights> usable = usableWeights(values, weights);
    if (!usable) {
        return std::unexpected(usable.error());
    }
    std::vector<std::optional<TopsisDistances>> result;
    result.reserve(static_cast<size_t>(values.zones()));
    for (int zone = 0; zone < values.zones(); ++zone) {
        const bool complete = isComplete(values.zone(zone), *usable);
        // What is missing here has no weight: any number will do.
        result.push_back(complete ? std::optional(topsis(filled(values.zone(zone), 0), *usable)) : std::nullopt);
    }
    return result;
}

Result<RankReversals> rankReversals(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                                    Scaling scaling, std::span<const double> weights, Aggregation aggregation) {
    const Setting setting{.scaling = scaling, .aggregation = aggregation};
    const Result<IndicatorMatrix> unit = unitOf(raw, meanings, scaling);
    if (!unit) {
        return std::unexpected(unit.error());
    }
    const Result<std::vector<CompositeScore>> before = compositeScores(*unit, weights, aggregation);
    if (!before) {
        return std::unexpected(before.error());
    }
    RankReversals result;
    for (int zone = 0; zone < raw.zones(); ++zone) {
        const Result<IndicatorMatrix> left = unitOf(without(raw, zone, -1), meanings, scaling);
        if (!left) {
            return std::unexpected(left.error());
        }
        // Scores are made of a zone's own values: only who sets the scale can turn others round by leaving.
        if (isUnchanged(*unit, *left, zone)) {
            result.zones.push_back({.index = zone});
            continue;
        }
        const auto after = compositeScores(*left, weights, aggregation);
        if (!after) {
            return std::unexpected(after.error());
        }
        result.zones.push_back({.index = zone, .reversed = reversedPairs(*before, *after, zone)});
    }
    for (int indicator = 0; indicator < raw.indicators(); ++indicator) {
        const Weights left = without(weights, indicator);
        if (!anyWeight(left)) {
            continue;
        }
        const auto after = scoresOf(without(raw, -1, indicator), without(meanings, indicator), left, setting);
        if (!after) {
            return std::unexpected(after.error());
        }
        result.indicators.push_back({.index = indicator, .reversed = reversedPairs(*before, *after, -1)});
    }
    return result;
}

Result<MethodGrid> methodGrid(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings,
                              std::span<const Scaling> scalings, std::span<const Weighting> weightings,
                              std::span<const Aggregation> aggregations) {
    const Result<std::vector<Weights>> weights =
        checkLists(scalings, weightings, aggregations).and_then([&] { return weightsOf(raw, meanings, weightings); });
    if (!weights) {
        return std::unexpected(weights.error());
    }
    MethodGrid result;
    for (const Scaling scaling : scalings) {
        for (size_t weighting = 0; weighting < weights->size(); ++weighting) {
            for (const Aggregation aggregation : aggregations) {
                auto scores =
                    scoresOf(raw, meanings, (*weights)[weighting], {.scaling = scaling, .aggregation = aggregation});
                if (!scores) {
                    return std::unexpected(std::move(scores).error());
                }
                result.methods.push_back({.scaling = scaling,
                                          .weighting = static_cast<int>(weighting),
                                          .aggregation = aggregation,
                                          .zones = *std::move(scores)});
            }
        }
    }
    for (int zone = 0; zone < raw.zones(); ++zone) {
        result.zones.push_back(rangeOf(result.methods, static_cast<size_t>(zone)));
    }
    return result;
}

} // namespace tiermap
