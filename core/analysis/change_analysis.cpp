#include "core/analysis/change_analysis.h"

#include "core/analysis/zone_figures.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> wrong(Problem::Code code, const QString& field, const QStringList& arguments = {}) {
    return std::unexpected(Problem{.code = code, .field = field, .arguments = arguments});
}

/// Both periods of one indicator: districts by periods.
IndicatorMatrix numbersOf(const Plan& plan, const QString& indicator, const ChangeQuestion& question) {
    const QList<ZoneFigure> before = zoneFigures(plan, indicator, question.from);
    const QList<ZoneFigure> after = zoneFigures(plan, indicator, question.to);
    IndicatorMatrix numbers(static_cast<int>(before.size()), 2);
    for (qsizetype zone = 0; zone < before.size(); ++zone) {
        for (const auto& [period, figure] : {std::pair(0, &before[zone]), {1, &after[zone]}}) {
            if (figure->known == ZoneFigure::Known::Exact) {
                numbers.at(static_cast<int>(zone), period) = figure->number;
            }
        }
    }
    return numbers;
}

/// The rows of zones that count, of all columns: a zone counts that has all numbers.
struct Columns {
    std::vector<IndicatorMatrix> columns;
    std::vector<int> zones;

    bool isWhole(int zone) const {
        return std::ranges::none_of(columns, [&](const IndicatorMatrix& numbers) {
            return numbers.isMissing(zone, 0) || numbers.isMissing(zone, 1);
        });
    }
    double at(std::size_t column, std::size_t row, int period) const { return columns[column].at(zones[row], period); }
};

IndicatorMatrix factorsOf(const Columns& columns, std::size_t value, std::size_t per, int period) {
    IndicatorMatrix factors(static_cast<int>(columns.zones.size()), 3);
    double all = 0;
    for (std::size_t row = 0; row < columns.zones.size(); ++row) {
        all += columns.at(per, row, period);
    }
    for (std::size_t row = 0; row < columns.zones.size(); ++row) {
        const int zone = static_cast<int>(row);
        const double size = columns.at(per, row, period);
        factors.at(zone, 0) = all;
        factors.at(zone, 1) = all > 0 ? size / all : 0;
        factors.at(zone, 2) = size > 0 ? columns.at(value, row, period) / size : 0;
    }
    return factors;
}

/// The indicators asked for: the value itself, then its parts, then what it is divided by.
Result<QStringList> indicatorsOf(const Plan& plan, const ChangeQuestion& question) {
    const Indicator* indicator = plan.indicator(question.indicator);
    if (indicator == nullptr) {
        return wrong(Problem::Code::ReferenceUnknown, u"indicator"_s, {question.indicator, u"indicator"_s});
    }
    if (indicator->aggregation == Indicator::Aggregation::Ratio) { // the parts of a ratio do not add up to it
        return wrong(Problem::Code::FieldType, u"indicator"_s, {u"amount"_s});
    }
    QStringList keys{question.indicator};
    for (const QString& part : question.parts) {
        const Indicator* other = plan.indicator(part);
        if (other == nullptr) {
            return wrong(Problem::Code::ReferenceUnknown, u"parts"_s, {part, u"indicator"_s});
        }
        const QString unit = plan.indicator(question.parts.first())->unit.zh;
        if (other->unit.zh != unit) {
            return wrong(Problem::Code::UnitsDiffer, u"parts"_s, {part, other->unit.zh, unit});
        }
        keys << part;
    }
    if (!question.per.isEmpty()) {
        if (plan.indicator(question.per) == nullptr) {
            return wrong(Problem::Code::ReferenceUnknown, u"per"_s, {question.per, u"indicator"_s});
        }
        keys << question.per;
    }
    return keys;
}

} // namespace

Result<ChangeAnalysis> analyseChange(const Plan& plan, const ChangeQuestion& question) {
    const auto keys = indicatorsOf(plan, question);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    Columns columns;
    for (const QString& key : *keys) {
        columns.columns.push_back(numbersOf(plan, key, question));
    }
    ChangeAnalysis analysis;
    const QList<Zone> zones = mappedZones(plan);
    for (int zone = 0; zone < static_cast<int>(zones.size()); ++zone) {
        if (columns.isWhole(zone)) {
            columns.zones.push_back(zone);
        }
        (columns.isWhole(zone) ? analysis.zones : analysis.leftOut) << zones[zone].code;
    }
    if (columns.zones.empty()) {
        return wrong(Problem::Code::FieldMissing, u"to"_s);
    }
    for (std::size_t row = 0; row < columns.zones.size(); ++row) {
        analysis.base.push_back(columns.at(0, row, 0));
        analysis.end.push_back(columns.at(0, row, 1));
    }
    const std::size_t first = question.parts.isEmpty() ? 0 : 1;
    const auto parts = static_cast<std::size_t>(std::max<qsizetype>(question.parts.size(), 1));
    IndicatorMatrix base(static_cast<int>(columns.zones.size()), static_cast<int>(parts));
    IndicatorMatrix end = base;
    for (std::size_t row = 0; row < columns.zones.size(); ++row) {
        for (std::size_t part = 0; part < parts; ++part) {
            base.at(static_cast<int>(row), static_cast<int>(part)) = columns.at(first + part, row, 0);
            end.at(static_cast<int>(row), static_cast<int>(part)) = columns.at(first + part, row, 1);
        }
    }
    auto shares = shiftShare(base, end);
    if (!shares) {
        return std::unexpected(shares.error());
    }
    analysis.shiftShare = *std::move(shares);
    if (!question.per.isEmpty()) {
        const std::size_t per = columns.columns.size() - 1;
        auto decomposition = indexDecomposition(factorsOf(columns, 0, per, 0), factorsOf(columns, 0, per, 1));
        if (!decomposition) {
            return std::unexpected(decomposition.error());
        }
        analysis.decomposition = *std::move(decomposition);
    }
    const auto target = std::ranges::find(plan.targets, question.indicator, &Target::indicator);
    if (target != plan.targets.end() && target->unit.zh == plan.indicator(question.indicator)->unit.zh) {
        analysis.target = target->value;
    }
    return analysis;
}

} // namespace tiermap
