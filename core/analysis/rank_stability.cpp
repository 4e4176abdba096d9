#include "core/analysis/rank_stability.h"

#include "core/analysis/comparison.h"
#include "core/analysis/weight_sampling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Rows of the matrix that have any value.
std::vector<int> knownRows(const IndicatorMatrix& values) {
    std::vector<int> rows;
    for (int row = 0; row < values.zones(); ++row) {
        for (int column = 0; column < values.indicators(); ++column) {
            if (!values.isMissing(row, column)) {
                rows.push_back(row);
                break;
            }
        }
    }
    return rows;
}

IndicatorMatrix rowsOf(const IndicatorMatrix& values, const std::vector<int>& rows) {
    IndicatorMatrix some(static_cast<int>(rows.size()), values.indicators());
    for (int row = 0; row < some.zones(); ++row) {
        for (int column = 0; column < some.indicators(); ++column) {
            some.at(row, column) = values.at(rows[static_cast<std::size_t>(row)], column);
        }
    }
    return some;
}

} // namespace

Result<RankStability> rankStability(const Plan& plan, const QStringList& indicators,
                                    const std::optional<Period>& period, Aggregation aggregation,
                                    const Weights& weights) {
    const PlanMatrix matrix = planMatrix(plan, indicators, period);
    const std::vector<int> rows = knownRows(matrix.values);
    std::vector<IndicatorMeaning> meanings;
    for (const MatrixColumn& column : matrix.columns) {
        meanings.push_back(column.meaning);
    }
    const auto scaling = scaled(rowsOf(matrix.values, rows), meanings, Scaling::MinMax);
    if (!scaling) {
        return std::unexpected(scaling.error());
    }
    if (std::cmp_equal(scaling->constant.size() + scaling->empty.size(), indicators.size())) {
        return std::unexpected(Problem{.code = Problem::Code::NothingDiffers});
    }
    const IndicatorMatrix unit = betweenZeroAndOne(*scaling);
    const auto used = weights.empty() ? equalWeights(unit.indicators()) : normalisedWeights(weights);
    if (!used) {
        return std::unexpected(used.error());
    }
    const auto scores = compositeScores(unit, *used, aggregation);
    if (!scores) {
        return std::unexpected(scores.error());
    }
    // What is drawn has to be there at once: of very many zones fewer weightings.
    constexpr int many = 200;
    const int count = unit.zones();
    RankStability stability{.weights = *used, .samples = count > many ? 1'000 : 10'000};
    const auto robustness =
        rankRobustness(unit, {.samples = stability.samples, .ranks = std::max(1, count), .seed = stability.seed});
    if (!robustness) {
        return std::unexpected(robustness.error());
    }
    const std::vector<int> order = inOrder(*scores);
    for (int place = 0; place < count; ++place) {
        ++stability.sizes[place * RankStability::thirds / count];
    }
    for (int place = 0; place < count; ++place) {
        const auto row = static_cast<std::size_t>(order[static_cast<std::size_t>(place)]);
        RankStability::Zone zone{
            .zone = matrix.zones[rows[row]], .score = (*scores)[row], .third = place * RankStability::thirds / count};
        int rank = 0;
        for (int third = 0; third < RankStability::thirds; ++third) {
            for (int i = 0; i < stability.sizes[third]; ++i, ++rank) {
                zone.acceptability +=
                    third == zone.third ? robustness->zones[row].acceptability[static_cast<std::size_t>(rank)] : 0;
            }
        }
        stability.zones << zone;
    }
    for (int row = 0; row < matrix.zones.size(); ++row) {
        if (!std::ranges::contains(rows, row)) {
            stability.unknown << matrix.zones[row];
        }
    }
    return stability;
}

} // namespace tiermap
