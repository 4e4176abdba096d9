#include "core/analysis/scaling.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

namespace tiermap {

using namespace Qt::StringLiterals;

namespace {

constexpr double middle = 0.5;

/// Half the values' least and range: so the range is finite where the values are.
struct Extent {
    double least = 0;
    double range = 0;

    bool constant() const { return !(range > 0); }
};

std::vector<double> presentOf(std::span<const double> column) {
    std::vector<double> present;
    std::ranges::copy_if(column, std::back_inserter(present), [](double value) { return !std::isnan(value); });
    return present;
}

Extent extentOf(std::span<const double> present) {
    const auto [least, most] = std::ranges::minmax(present);
    return {.least = least / 2, .range = most / 2 - least / 2};
}

double turned(double share, Better better) { return better == Better::More ? share : 1 - share; }

void scaleToExtent(std::vector<double>& present, Better better) {
    const Extent extent = extentOf(present);
    for (double& value : present) {
        value = extent.constant() ? middle : turned((value / 2 - extent.least) / extent.range, better);
    }
}

void scaleToDeviations(std::vector<double>& present, Better better) {
    if (extentOf(present).constant()) {
        std::ranges::fill(present, 0);
        return;
    }
    scaleToExtent(present, better); // changes no z-score, and leaves squares that are finite and do not vanish
    const auto count = static_cast<double>(present.size());
    const double mean = std::accumulate(present.begin(), present.end(), 0.0) / count;
    double squares = 0;
    for (double& value : present) {
        value -= mean;
        squares += value * value;
    }
    const double deviation = std::sqrt(squares / count);
    for (double& value : present) {
        value /= deviation;
    }
}

void scaleToRanks(std::vector<double>& present, Better better) {
    std::vector<double> sorted = present;
    std::ranges::sort(sorted);
    const bool constant = extentOf(present).constant();
    const auto last = static_cast<double>(sorted.size() - 1);
    for (double& value : present) {
        const auto [first, end] = std::ranges::equal_range(sorted, value);
        const auto worse = static_cast<double>(first - sorted.begin());
        const auto alike = static_cast<double>(end - first);
        value = constant ? middle : turned((worse + (alike - 1) / 2) / last, better);
    }
}

double ratio(double value, double target, Better better) {
    return better == Better::More ? value / target : target / value;
}

void scaleColumn(std::vector<double>& present, const IndicatorMeaning& meaning, Scaling scaling) {
    switch (scaling) {
    case Scaling::MinMax:
        scaleToExtent(present, meaning.better);
        break;
    case Scaling::ZScore:
        scaleToDeviations(present, meaning.better);
        break;
    case Scaling::Rank:
        scaleToRanks(present, meaning.better);
        break;
    case Scaling::TargetRatio:
        for (double& value : present) {
            value = ratio(value, *meaning.target, meaning.better);
        }
        break;
    }
}

Problem notPositive(const QString& field, double value) {
    return {
        .code = Problem::Code::OutOfRange, .field = field, .arguments = {QString::number(value), u"0"_s, QString()}};
}

/// What keeps a column from being compared with its target.
std::optional<Problem> ratioProblem(const IndicatorMatrix& raw, int indicator, const IndicatorMeaning& meaning) {
    const QString targetField = u"meanings[%1].target"_s.arg(indicator);
    if (!meaning.target) {
        return Problem{.code = Problem::Code::FieldMissing, .field = targetField};
    }
    if (!std::isfinite(*meaning.target) || *meaning.target <= 0) {
        return notPositive(targetField, *meaning.target);
    }
    for (int zone = 0; zone < raw.zones(); ++zone) {
        const double value = raw.at(zone, indicator);
        if (value <= 0 || std::isinf(ratio(value, *meaning.target, meaning.better))) {
            return notPositive(u"raw[%1][%2]"_s.arg(zone).arg(indicator), value);
        }
    }
    return std::nullopt;
}

/// `present` are the new values of those that the raw column has.
void fill(IndicatorMatrix& values, const IndicatorMatrix& raw, int indicator, std::span<const double> present) {
    auto next = present.begin();
    for (int zone = 0; zone < raw.zones(); ++zone) {
        if (!raw.isMissing(zone, indicator)) {
            values.at(zone, indicator) = *next++;
        }
    }
}

double betweenZeroAndOne(double value, Scaling scaling, double farthest) {
    switch (scaling) {
    case Scaling::ZScore:
        value = farthest > 0 ? middle + value / (2 * farthest) : middle;
        break;
    case Scaling::MinMax:
    case Scaling::Rank:
    case Scaling::TargetRatio:
        break;
    }
    return std::clamp(value, 0.0, 1.0);
}

} // namespace

Result<ScaledMatrix> scaled(const IndicatorMatrix& raw, std::span<const IndicatorMeaning> meanings, Scaling scaling) {
    if (static_cast<int>(meanings.size()) != raw.indicators()) {
        const QString needed = QString::number(raw.indicators());
        return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                       .field = u"meanings"_s,
                                       .arguments = {QString::number(meanings.size()), needed, needed}});
    }
    ScaledMatrix result{.values = IndicatorMatrix(raw.zones(), raw.indicators()), .scaling = scaling};
    for (int indicator = 0; indicator < raw.indicators(); ++indicator) {
        const IndicatorMeaning& meaning = meanings[static_cast<size_t>(indicator)];
        std::vector<double> present = presentOf(raw.indicator(indicator));
        if (present.empty()) {
            result.empty.push_back(indicator);
            continue;
        }
        if (extentOf(present).constant()) {
            result.constant.push_back(indicator);
        }
        if (scaling == Scaling::TargetRatio) {
            if (std::optional<Problem> problem = ratioProblem(raw, indicator, meaning)) {
                return std::unexpected(*std::move(problem));
            }
        }
        scaleColumn(present, meaning, scaling);
        fill(result.values, raw, indicator, present);
    }
    return result;
}

IndicatorMatrix betweenZeroAndOne(const ScaledMatrix& scaled) {
    IndicatorMatrix result = scaled.values;
    const double farthest = std::sqrt(std::max(result.zones() - 1, 0));
    for (int zone = 0; zone < result.zones(); ++zone) {
        for (int indicator = 0; indicator < result.indicators(); ++indicator) {
            if (!result.isMissing(zone, indicator)) {
                result.at(zone, indicator) = betweenZeroAndOne(result.at(zone, indicator), scaled.scaling, farthest);
            }
        }
    }
    return result;
}

} // namespace tiermap
