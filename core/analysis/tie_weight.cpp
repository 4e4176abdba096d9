#include "core/analysis/tie_weight.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double rounding = 1e-13;

Problem outOfRange(double value, const QString& least, const QString& most) {
    return {
        .code = Problem::Code::OutOfRange, .field = u"weights"_s, .arguments = {QString::number(value), least, most}};
}

Result<std::vector<double>> ofSumOne(std::span<const double> weights, int indicators) {
    if (static_cast<int>(weights.size()) != indicators) {
        const QString count = QString::number(indicators);
        return std::unexpected(outOfRange(static_cast<double>(weights.size()), count, count));
    }
    double sum = 0;
    for (const double weight : weights) {
        if (!std::isfinite(weight) || weight < 0) {
            return std::unexpected(outOfRange(weight, u"0"_s, {}));
        }
        sum += weight;
    }
    if (!std::isfinite(sum) || sum == 0) {
        return std::unexpected(outOfRange(sum, u"0"_s, {}));
    }
    std::vector<double> result;
    for (const double weight : weights) {
        result.push_back(weight / sum);
    }
    return result;
}

double withoutRounding(double difference) { return std::abs(difference) > rounding ? difference : 0; }

/// By how much one is before the other in each indicator.
std::vector<double> differences(const IndicatorMatrix& scaled, int one, int other) {
    std::vector<double> result;
    for (int indicator = 0; indicator < scaled.indicators(); ++indicator) {
        result.push_back(withoutRounding(scaled.at(one, indicator) - scaled.at(other, indicator)));
        if (scaled.isMissing(one, indicator) || scaled.isMissing(other, indicator)) {
            result.back() = IndicatorMatrix::missing;
        }
    }
    return result;
}

/// In the mean of all but one indicator; nothing where that is unknown. The weights are added, as 1 - w_k has lost its
/// digits where k has nearly all the weight.
std::optional<double> differenceOfOthers(std::span<const double> differences, std::span<const double> weights,
                                         size_t except) {
    double sum = 0;
    double rest = 0;
    for (size_t indicator = 0; indicator < weights.size(); ++indicator) {
        if (indicator == except || weights[indicator] == 0) {
            continue;
        }
        sum += weights[indicator] * differences[indicator];
        rest += weights[indicator];
    }
    const double mean = sum / rest; // of nothing, 0 / 0, or with a missing value
    return std::isfinite(mean) ? std::optional(withoutRounding(mean)) : std::nullopt;
}

std::optional<double> weightOfTie(double others, double own, double now) {
    if (others == 0 && own == 0) {
        return now;
    }
    if ((others > 0 && own > 0) || (others < 0 && own < 0)) {
        return std::nullopt;
    }
    return others / (others - own);
}

} // namespace

Result<std::vector<std::optional<TieWeight>>> tieWeights(const IndicatorMatrix& scaled, std::span<const double> weights,
                                                         int one, int other) {
    Q_ASSERT(one >= 0 && one < scaled.zones() && other >= 0 && other < scaled.zones());
    const Result<std::vector<double>> known = ofSumOne(weights, scaled.indicators());
    if (!known) {
        return std::unexpected(known.error());
    }
    const std::vector<double> before = differences(scaled, one, other);
    std::vector<std::optional<TieWeight>> result(known->size());
    for (size_t indicator = 0; indicator < result.size(); ++indicator) {
        const double now = (*known)[indicator];
        const std::optional<double> others = differenceOfOthers(before, *known, indicator);
        if (!others || std::isnan(before[indicator])) {
            continue;
        }
        if (const std::optional<double> weight = weightOfTie(*others, before[indicator], now)) {
            result[indicator] =
                TieWeight{.indicator = static_cast<int>(indicator), .weight = *weight, .change = *weight - now};
        }
    }
    return result;
}

Result<std::optional<TieWeight>> nearestTie(const IndicatorMatrix& scaled, std::span<const double> weights, int one,
                                            int other) {
    const auto ties = tieWeights(scaled, weights, one, other);
    if (!ties) {
        return std::unexpected(ties.error());
    }
    std::optional<TieWeight> nearest;
    for (const std::optional<TieWeight>& tie : *ties) {
        if (tie && (!nearest || std::abs(tie->change) < std::abs(nearest->change))) {
            nearest = tie;
        }
    }
    return nearest;
}

} // namespace tiermap
