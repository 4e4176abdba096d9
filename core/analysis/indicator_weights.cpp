#include "core/analysis/indicator_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace tiermap {

using namespace Qt::StringLiterals;

namespace {

/// What is left of numbers near 1 that should cancel.
constexpr double rounding = 1e-12;

double withoutRounding(double value) { return std::abs(value) > rounding ? value : 0; }

double sumOf(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::unexpected<Problem> outOfRange(const QString& field, double value, const QString& least, const QString& most) {
    return std::unexpected(
        Problem{.code = Problem::Code::OutOfRange, .field = field, .arguments = {QString::number(value), least, most}});
}

Result<void> checkRange(const IndicatorMatrix& values) {
    for (int zone = 0; zone < values.zones(); ++zone) {
        for (int indicator = 0; indicator < values.indicators(); ++indicator) {
            const double value = values.at(zone, indicator);
            if (value < 0 || value > 1) {
                return outOfRange(u"values[%1][%2]"_s.arg(zone).arg(indicator), value, u"0"_s, u"1"_s);
            }
        }
    }
    return {};
}

IndicatorEntropy entropyOf(std::span<const double> column) {
    double sum = 0;
    double mostValue = 0;
    double leastValue = 1;
    int count = 0;
    int aboveZero = 0;
    IndicatorEntropy result;
    for (size_t zone = 0; zone < column.size(); ++zone) {
        if (std::isnan(column[zone])) {
            continue;
        }
        if (column[zone] > mostValue) {
            result.largestZone = static_cast<int>(zone);
        }
        sum += column[zone];
        mostValue = std::max(mostValue, column[zone]);
        leastValue = std::min(leastValue, column[zone]);
        ++count;
        aboveZero += column[zone] > 0 ? 1 : 0;
    }
    result.largestShare = sum > 0 ? mostValue / sum : 0;
    result.constant = count < 2 || leastValue == mostValue;
    result.oneZoneTakesAll = count > 1 && aboveZero == 1;
    if (result.constant) {
        return result;
    }
    double entropy = 0;
    for (const double value : column) {
        const double share = value / sum;
        entropy -= share > 0 ? share * std::log(share) : 0;
    }
    result.entropy = std::clamp(entropy / std::log(count), 0.0, 1.0);
    return result;
}

/// Of values that two columns both have, or of one column with itself.
struct Moments {
    double firstSquares = 0;
    double secondSquares = 0;
    double products = 0;
    int count = 0;

    double deviation() const { return count > 0 ? std::sqrt(firstSquares / count) : 0; }
    std::optional<double> correlation() const {
        const double scale = std::sqrt(firstSquares) * std::sqrt(secondSquares);
        return scale > 0 ? std::optional(std::clamp(products / scale, -1.0, 1.0)) : std::nullopt;
    }
};

Moments momentsOf(std::span<const double> first, std::span<const double> second) {
    Moments moments;
    double firstSum = 0;
    double secondSum = 0;
    const auto both = [&](size_t zone) { return !std::isnan(first[zone]) && !std::isnan(second[zone]); };
    for (size_t zone = 0; zone < first.size(); ++zone) {
        if (both(zone)) {
            firstSum += first[zone];
            secondSum += second[zone];
            ++moments.count;
        }
    }
    for (size_t zone = 0; zone < first.size(); ++zone) {
        if (both(zone)) {
            // Equal values, too, differ from their mean, by rounding.
            const double fromFirst = withoutRounding(first[zone] - firstSum / moments.count);
            const double fromSecond = withoutRounding(second[zone] - secondSum / moments.count);
            moments.firstSquares += fromFirst * fromFirst;
            moments.secondSquares += fromSecond * fromSecond;
            moments.products += fromFirst * fromSecond;
        }
    }
    return moments;
}

/// Adds what each pair of indicators that differ among zones conflicts to both.
void addConflicts(CriticWeights& result, const std::vector<std::vector<double>>& columns) {
    for (size_t first = 0; first < columns.size(); ++first) {
        for (size_t second = first + 1; second < columns.size(); ++second) {
            if (result.deviations[first] == 0 || result.deviations[second] == 0) {
                continue;
            }
            const std::optional<double> correlation = momentsOf(columns[first], columns[second]).correlation();
            if (!correlation) {
                result.unknownCorrelations.emplace_back(static_cast<int>(first), static_cast<int>(second));
            }
            const double conflict = withoutRounding(1 - correlation.value_or(0));
            result.conflicts[first] += conflict;
            result.conflicts[second] += conflict;
        }
    }
}

using SquareMatrix = std::vector<std::vector<double>>;

Result<void> checkJudgements(const SquareMatrix& judgements) {
    constexpr double most = 1e9; // far beyond what anybody judges, and products stay finite
    constexpr double tolerance = 1e-6;
    for (size_t row = 0; row < judgements.size(); ++row) {
        if (judgements[row].size() != judgements.size()) {
            const QString needed = QString::number(judgements.size());
            return outOfRange(u"judgements[%1]"_s.arg(row), static_cast<double>(judgements[row].size()), needed,
                              needed);
        }
    }
    for (size_t row = 0; row < judgements.size(); ++row) {
        for (size_t column = 0; column < judgements.size(); ++column) {
            const QString field = u"judgements[%1][%2]"_s.arg(row).arg(column);
            const double judgement = judgements[row][column];
            if (std::isnan(judgement) || judgement < 1 / most || judgement > most) {
                return outOfRange(field, judgement, QString::number(1 / most), QString::number(most));
            }
            const double other = judgements[column][row];
            if (row >= column && !(std::abs(judgement * other - 1) <= tolerance)) {
                const QString needed = QString::number(row == column ? 1 : 1 / other);
                return outOfRange(field, judgement, needed, needed);
            }
        }
    }
    return {};
}

/// As parts of the greatest, so that powers neither overflow nor vanish.
SquareMatrix squared(const SquareMatrix& matrix) {
    const size_t size = matrix.size();
    SquareMatrix result(size, std::vector<double>(size));
    double greatest = 0;
    for (size_t row = 0; row < size; ++row) {
        for (size_t column = 0; column < size; ++column) {
            for (size_t between = 0; between < size; ++between) {
                result[row][column] += matrix[row][between] * matrix[between][column];
            }
            greatest = std::max(greatest, result[row][column]);
        }
    }
    for (std::vector<double>& row : result) {
        std::ranges::transform(row, row.begin(), [&](double value) { return value / greatest; });
    }
    return result;
}

/// The power method, with an exponent that is doubled at each step: then contradictory judgements, whose second
/// eigenvalue is near the first, take no longer. Rows of a high power are parts of the eigenvector.
Weights principalEigenvector(SquareMatrix power) {
    constexpr int doublings = 50;
    for (int doubling = 0; doubling < doublings; ++doubling) {
        power = squared(power);
    }
    Weights vector;
    for (const std::vector<double>& row : power) {
        vector.push_back(sumOf(row));
    }
    const double sum = sumOf(vector);
    std::ranges::transform(vector, vector.begin(), [&](double value) { return value / sum; });
    return vector;
}

/// Of an eigenvector whose sum is 1.
double eigenvalue(const SquareMatrix& matrix, const Weights& vector) {
    double sum = 0;
    for (const std::vector<double>& row : matrix) {
        sum += std::inner_product(row.begin(), row.end(), vector.begin(), 0.0);
    }
    return sum;
}

std::optional<double> consistencyRatio(double index, size_t indicators) {
    constexpr std::array randomIndices{0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49}; // Saaty (1980), from n = 3
    if (indicators < 3) {
        return 0;
    }
    return indicators - 3 < randomIndices.size() ? std::optional(index / randomIndices[indicators - 3]) : std::nullopt;
}

/// What is below the cap grows in proportion, and may pass it then.
void spreadExcess(Weights& weights, double cap) {
    double left = 1;
    double below = 0;
    for (double& weight : weights) {
        weight = std::min(weight, cap);
        left -= weight < cap ? 0 : cap;
        below += weight < cap ? weight : 0;
    }
    for (double& weight : weights) {
        weight *= weight > 0 && weight < cap ? left / below : 1;
    }
}

Result<Weights> uncappedWeights(const IndicatorMatrix& values, const Weighting& weighting) {
    switch (weighting.kind) {
    case Weighting::Kind::Equal:
        return equalWeights(values.indicators());
    case Weighting::Kind::Entropy:
        return entropyWeights(values).transform([](const EntropyWeights& result) { return result.weights; });
    case Weighting::Kind::Critic:
        return criticWeights(values).transform([](const CriticWeights& result) { return result.weights; });
    case Weighting::Kind::Given:
        break;
    }
    if (static_cast<int>(weighting.given.size()) != values.indicators()) {
        const QString needed = QString::number(values.indicators());
        return outOfRange(u"given"_s, static_cast<double>(weighting.given.size()), needed, needed);
    }
    return normalisedWeights(weighting.given);
}

} // namespace

Result<Weights> equalWeights(int indicators) {
    if (indicators < 1) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"indicators"_s});
    }
    return Weights(static_cast<size_t>(indicators), 1.0 / indicators);
}

Result<Weights> normalisedWeights(std::span<const double> weights) {
    double greatest = 0;
    for (size_t indicator = 0; indicator < weights.size(); ++indicator) {
        if (!std::isfinite(weights[indicator]) || weights[indicator] < 0) {
            return outOfRange(u"weights[%1]"_s.arg(indicator), weights[indicator], u"0"_s, QString());
        }
        greatest = std::max(greatest, weights[indicator]);
    }
    if (greatest == 0) {
        return outOfRange(u"weights"_s, 0, u"0"_s, QString());
    }
    Weights result(weights.begin(), weights.end());
    for (double& weight : result) {
        weight /= greatest; // the sum of what is left is finite
    }
    const double sum = sumOf(result);
    for (double& weight : result) {
        weight /= sum;
    }
    return result;
}

Result<Weights> cappedWeights(std::span<const double> weights, double cap) {
    Result<Weights> result = normalisedWeights(weights);
    if (!result) {
        return result;
    }
    const auto spreadOver = std::ranges::count_if(*result, [](double weight) { return weight > 0; });
    if (!(cap * static_cast<double>(spreadOver) >= 1 - rounding)) {
        return outOfRange(u"cap"_s, cap, QString::number(1.0 / static_cast<double>(spreadOver)), u"1"_s);
    }
    while (std::ranges::any_of(*result, [&](double weight) { return weight > cap + rounding; })) {
        spreadExcess(*result, cap);
    }
    return result;
}

Result<EntropyWeights> entropyWeights(const IndicatorMatrix& values, std::optional<double> cap) {
    if (Result<void> checked = checkRange(values); !checked) {
        return std::unexpected(std::move(checked).error());
    }
    EntropyWeights result;
    std::vector<double> differences;
    for (int indicator = 0; indicator < values.indicators(); ++indicator) {
        result.indicators.push_back(entropyOf(values.indicator(indicator)));
        differences.push_back(withoutRounding(1 - result.indicators.back().entropy));
    }
    if (sumOf(differences) == 0) {
        return std::unexpected(Problem{.code = Problem::Code::NothingDiffers});
    }
    Result<Weights> weights = cap ? cappedWeights(differences, *cap) : normalisedWeights(differences);
    if (!weights) {
        return std::unexpected(std::move(weights).error());
    }
    result.weights = *std::move(weights);
    return result;
}

Result<CriticWeights> criticWeights(const IndicatorMatrix& values) {
    if (Result<void> checked = checkRange(values); !checked) {
        return std::unexpected(std::move(checked).error());
    }
    CriticWeights result;
    std::vector<std::vector<double>> columns;
    for (int indicator = 0; indicator < values.indicators(); ++indicator) {
        const std::vector<double>& column = columns.emplace_back(values.indicator(indicator));
        result.deviations.push_back(momentsOf(column, column).deviation());
        if (result.deviations.back() == 0) {
            result.constant.push_back(indicator);
        }
    }
    result.conflicts.resize(columns.size());
    addConflicts(result, columns);
    const bool alone = result.constant.size() + 1 == columns.size();
    std::vector<double> information = result.deviations;
    for (size_t indicator = 0; indicator < columns.size(); ++indicator) {
        information[indicator] *= alone ? 1 : result.conflicts[indicator];
    }
    const double sum = sumOf(information);
    if (sum == 0) {
        return std::unexpected(Problem{.code = Problem::Code::NothingDiffers});
    }
    for (const double indicator : information) {
        result.weights.push_back(indicator / sum);
    }
    return result;
}

Result<JudgedWeights> judgedWeights(const std::vector<std::vector<double>>& judgements) {
    if (judgements.empty()) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"judgements"_s});
    }
    if (Result<void> checked = checkJudgements(judgements); !checked) {
        return std::unexpected(std::move(checked).error());
    }
    JudgedWeights result{.weights = principalEigenvector(judgements)};
    result.lambdaMax = eigenvalue(judgements, result.weights);
    const auto count = static_cast<double>(judgements.size());
    // Never below 0 (Saaty), but by rounding.
    result.consistencyIndex = count > 1 ? std::max(0.0, withoutRounding(result.lambdaMax - count) / (count - 1)) : 0;
    result.consistencyRatio = consistencyRatio(result.consistencyIndex, judgements.size());
    return result;
}

Result<Weights> indicatorWeights(const IndicatorMatrix& values, const Weighting& weighting) {
    Result<Weights> weights = uncappedWeights(values, weighting);
    return weights && weighting.cap ? cappedWeights(*weights, *weighting.cap) : weights;
}

} // namespace tiermap
