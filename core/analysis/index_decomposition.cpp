#include "core/analysis/index_decomposition.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The ratio is more exact where both are close; but it can leave the range of numbers.
double logarithmOfRatio(double a, double b) {
    const double ratio = a / b;
    return std::isnormal(ratio) ? std::log(ratio) : std::log(a) - std::log(b);
}

/// L of `greater` and of the number whose logarithm is less by `distance`.
double meanBelow(double greater, double distance) {
    return distance > 0 ? greater * (-std::expm1(-distance) / distance) : greater;
}

std::unexpected<Problem> outOfRange(const QString& field, int row, double value, const QString& most = {}) {
    return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                   .row = row,
                                   .field = field,
                                   .arguments = {QString::number(value), u"0"_s, most}});
}

Result<void> checkFactors(const IndicatorMatrix& matrix, const QString& field) {
    for (int part = 0; part < matrix.zones(); ++part) {
        for (const double value : matrix.zone(part)) {
            if (std::isnan(value)) {
                return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .row = part + 1, .field = field});
            }
            if (!std::isfinite(value) || value < 0) {
                return outOfRange(field, part + 1, value);
            }
        }
    }
    return {};
}

Result<void> check(const IndicatorMatrix& base, const IndicatorMatrix& end, double zeroShare) {
    constexpr double most = 1e-10;
    if (base.zones() != end.zones() || base.indicators() != end.indicators()) {
        return std::unexpected(Problem{.code = Problem::Code::ValueUnknown, .field = u"end"_s});
    }
    if (base.zones() == 0 || base.indicators() == 0) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"base"_s});
    }
    if (!(zeroShare > 0) || zeroShare > most) {
        return outOfRange(u"zeroShare"_s, 0, zeroShare, QString::number(most));
    }
    return checkFactors(base, u"base"_s).and_then([&] { return checkFactors(end, u"end"_s); });
}

double product(std::span<const double> factors) {
    double result = 1;
    for (const double factor : factors) {
        result *= factor;
    }
    return result;
}

/// What stands for 0 in each factor. Never 0 itself, be the greatest value ever so small.
std::vector<double> substitutes(const IndicatorMatrix& base, const IndicatorMatrix& end, double zeroShare) {
    std::vector<double> result;
    for (int factor = 0; factor < base.indicators(); ++factor) {
        const double greatest =
            std::max(std::ranges::max(base.indicator(factor)), std::ranges::max(end.indicator(factor)));
        result.push_back(std::max(zeroShare * greatest, std::numeric_limits<double>::min()));
    }
    return result;
}

std::vector<double> effectsOfPart(std::span<const double> base, std::span<const double> end,
                                  std::span<const double> substitutes) {
    std::vector<double> logarithms;
    double distance = 0; // of the products' logarithms
    for (size_t factor = 0; factor < base.size(); ++factor) {
        const auto positive = [&](double value) { return value > 0 ? value : substitutes[factor]; };
        logarithms.push_back(logarithmOfRatio(positive(end[factor]), positive(base[factor])));
        distance += logarithms.back();
    }
    const double mean = meanBelow(std::max(product(base), product(end)), std::abs(distance));
    for (double& logarithm : logarithms) {
        logarithm *= mean;
    }
    return logarithms;
}

} // namespace

double logarithmicMean(double a, double b) {
    Q_ASSERT(a > 0 && b > 0 && std::isfinite(a) && std::isfinite(b));
    return meanBelow(std::max(a, b), std::abs(logarithmOfRatio(a, b)));
}

Result<IndexDecomposition> indexDecomposition(const IndicatorMatrix& base, const IndicatorMatrix& end,
                                              double zeroShare) {
    if (const Result<void> checked = check(base, end, zeroShare); !checked) {
        return std::unexpected(checked.error());
    }
    const std::vector<double> zeros = substitutes(base, end, zeroShare);
    IndexDecomposition result{.effects = std::vector<double>(zeros.size()),
                              .partEffects = IndicatorMatrix(base.zones(), base.indicators())};
    for (int part = 0; part < base.zones(); ++part) {
        result.base += product(base.zone(part));
        result.end += product(end.zone(part));
        if (!std::isfinite(result.base) || !std::isfinite(result.end)) {
            return outOfRange(std::isfinite(result.base) ? u"end"_s : u"base"_s, part + 1, INFINITY);
        }
        const std::vector<double> effects = effectsOfPart(base.zone(part), end.zone(part), zeros);
        for (size_t factor = 0; factor < effects.size(); ++factor) {
            result.partEffects.at(part, static_cast<int>(factor)) = effects[factor];
            result.effects[factor] += effects[factor];
        }
    }
    return result;
}

} // namespace tiermap
