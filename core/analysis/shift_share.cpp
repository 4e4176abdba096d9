#include "core/analysis/shift_share.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> outOfRange(const QString& field, int row, double value) {
    return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                   .row = row,
                                   .field = field,
                                   .arguments = {QString::number(value), u"0"_s, QString()}});
}

std::unexpected<Problem> wrongShape(const QString& field) {
    return std::unexpected(Problem{.code = Problem::Code::ValueUnknown, .field = field});
}

bool isAmount(double value) { return std::isfinite(value) && value >= 0; }

Result<void> checkAmounts(const IndicatorMatrix& matrix, const QString& field) {
    for (int zone = 0; zone < matrix.zones(); ++zone) {
        for (const double value : matrix.zone(zone)) {
            if (!std::isnan(value) && !isAmount(value)) {
                return outOfRange(field, zone + 1, value);
            }
        }
    }
    return {};
}

Result<void> checkZones(const IndicatorMatrix& base, const IndicatorMatrix& end) {
    if (base.zones() != end.zones() || base.indicators() != end.indicators()) {
        return wrongShape(u"end"_s);
    }
    return checkAmounts(base, u"base"_s).and_then([&] { return checkAmounts(end, u"end"_s); });
}

Result<void> checkReference(std::span<const double> values, int industries, const QString& field) {
    if (static_cast<int>(values.size()) != industries) {
        return wrongShape(field);
    }
    for (size_t industry = 0; industry < values.size(); ++industry) {
        const int row = static_cast<int>(industry) + 1;
        if (std::isnan(values[industry])) {
            return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .row = row, .field = field});
        }
        if (!isAmount(values[industry])) {
            return outOfRange(field, row, values[industry]);
        }
    }
    return {};
}

bool isKnown(const IndicatorMatrix& base, const IndicatorMatrix& end, int zone, int industry) {
    return !base.isMissing(zone, industry) && !end.isMissing(zone, industry);
}

double sum(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Result<void> fillGrowth(ShiftShare& result, std::span<const double> base, std::span<const double> end) {
    result.growth = sum(end) / sum(base) - 1;
    if (!(sum(base) > 0) || !std::isfinite(sum(base)) || !std::isfinite(result.growth)) {
        return outOfRange(u"base"_s, 0, sum(base));
    }
    for (size_t industry = 0; industry < base.size(); ++industry) {
        std::optional<double>& growth = result.industryGrowth.emplace_back();
        if (base[industry] > 0) {
            growth = end[industry] / base[industry] - 1;
            if (!std::isfinite(*growth)) {
                return outOfRange(u"base"_s, 0, base[industry]);
            }
        }
    }
    return {};
}

ShiftShareEffects effects(double base, double end, double growth, double industryGrowth) {
    return {.reference = base * growth,
            .mix = base * (industryGrowth - growth),
            .local = end - base - base * industryGrowth};
}

/// False where a zone has what the reference area has not, or so much more that its effects are no numbers.
bool fillZone(ShiftShare& result, const IndicatorMatrix& base, const IndicatorMatrix& end, int zone) {
    std::optional<ShiftShareEffects>& total = result.zones.emplace_back();
    for (int industry = 0; industry < base.indicators(); ++industry) {
        if (!isKnown(base, end, zone, industry)) {
            continue;
        }
        const std::optional<double> industryGrowth = result.industryGrowth[static_cast<size_t>(industry)];
        const double atFirst = base.at(zone, industry);
        if (atFirst > 0 && !industryGrowth) {
            return false;
        }
        const ShiftShareEffects cell =
            effects(atFirst, end.at(zone, industry), result.growth, industryGrowth.value_or(0));
        if (!std::isfinite(cell.change())) {
            return false;
        }
        result.reference.at(zone, industry) = cell.reference;
        result.mix.at(zone, industry) = cell.mix;
        result.local.at(zone, industry) = cell.local;
        const ShiftShareEffects others = total.value_or(ShiftShareEffects{});
        total = ShiftShareEffects{.reference = others.reference + cell.reference,
                                  .mix = others.mix + cell.mix,
                                  .local = others.local + cell.local};
    }
    return true;
}

Result<ShiftShare> compared(const IndicatorMatrix& base, const IndicatorMatrix& end,
                            std::span<const double> referenceBase, std::span<const double> referenceEnd) {
    const IndicatorMatrix missing(base.zones(), base.indicators());
    ShiftShare result{.reference = missing, .mix = missing, .local = missing};
    if (const Result<void> growth = fillGrowth(result, referenceBase, referenceEnd); !growth) {
        return std::unexpected(growth.error());
    }
    for (int zone = 0; zone < base.zones(); ++zone) {
        if (!fillZone(result, base, end, zone)) {
            return outOfRange(u"referenceBase"_s, 0, 0);
        }
    }
    return result;
}

} // namespace

Result<ShiftShare> shiftShare(const IndicatorMatrix& base, const IndicatorMatrix& end) {
    if (const Result<void> checked = checkZones(base, end); !checked) {
        return std::unexpected(checked.error());
    }
    std::vector<double> allBase(static_cast<size_t>(base.indicators()));
    std::vector<double> allEnd(allBase.size());
    for (int zone = 0; zone < base.zones(); ++zone) {
        for (int industry = 0; industry < base.indicators(); ++industry) {
            if (isKnown(base, end, zone, industry)) {
                allBase[static_cast<size_t>(industry)] += base.at(zone, industry);
                allEnd[static_cast<size_t>(industry)] += end.at(zone, industry);
            }
        }
    }
    return compared(base, end, allBase, allEnd);
}

Result<ShiftShare> shiftShare(const IndicatorMatrix& base, const IndicatorMatrix& end,
                              std::span<const double> referenceBase, std::span<const double> referenceEnd) {
    const Result<void> checked =
        checkZones(base, end)
            .and_then([&] { return checkReference(referenceBase, base.indicators(), u"referenceBase"_s); })
            .and_then([&] { return checkReference(referenceEnd, base.indicators(), u"referenceEnd"_s); });
    if (!checked) {
        return std::unexpected(checked.error());
    }
    return compared(base, end, referenceBase, referenceEnd);
}

} // namespace tiermap
