#include "core/analysis/comparison.h"

#include "core/analysis/seriation.h"
#include "core/analysis/zone_figures.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::vector<IndicatorMeaning> meaningsOf(const PlanMatrix& matrix) {
    std::vector<IndicatorMeaning> meanings;
    for (const MatrixColumn& column : matrix.columns) {
        meanings.push_back(column.meaning);
    }
    return meanings;
}

/// The weights that data make fail where the data say nothing; those that can be made are.
Result<void> weigh(Comparison& comparison) {
    auto entropy = entropyWeights(comparison.scaled.values, comparison.settings.weighting.cap);
    auto equal = equalWeights(comparison.unit.indicators());
    auto weights = indicatorWeights(comparison.scaled.values, comparison.settings.weighting);
    for (const Problem* problem : {entropy ? nullptr : &entropy.error(), equal ? nullptr : &equal.error(),
                                   weights ? nullptr : &weights.error()}) {
        if (problem != nullptr) {
            return std::unexpected(*problem);
        }
    }
    comparison.entropy = *std::move(entropy);
    comparison.equal = *std::move(equal);
    comparison.weights = *std::move(weights);
    if (auto critic = criticWeights(comparison.scaled.values)) {
        comparison.critic = *std::move(critic);
    }
    return {};
}

Result<void> tryMethods(Comparison& comparison, const std::vector<IndicatorMeaning>& meanings) {
    constexpr std::array scalings{Scaling::MinMax, Scaling::Rank};
    constexpr std::array aggregations{Aggregation::WeightedSum, Aggregation::WeightedProduct, Aggregation::Topsis};
    std::vector<Weighting> weightings{{.kind = Weighting::Kind::Equal}, {.kind = Weighting::Kind::Entropy}};
    if (comparison.critic) {
        weightings.push_back({.kind = Weighting::Kind::Critic});
    }
    auto grid = methodGrid(comparison.matrix.values, meanings, scalings, weightings, aggregations);
    auto reversals = rankReversals(comparison.matrix.values, meanings, Scaling::MinMax, comparison.weights,
                                   comparison.settings.aggregation);
    if (!grid || !reversals) {
        return std::unexpected(grid ? reversals.error() : grid.error());
    }
    comparison.grid = *std::move(grid);
    comparison.reversals = *std::move(reversals);
    return {};
}

Result<void> findTies(Comparison& comparison) {
    const auto sums = compositeScores(comparison.unit, comparison.weights, Aggregation::WeightedSum);
    if (!sums) {
        return std::unexpected(sums.error());
    }
    std::vector<int> order = inOrder(*sums);
    std::erase_if(order, [&](int zone) { return !(*sums)[static_cast<std::size_t>(zone)].complete; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto tie = nearestTie(comparison.unit, comparison.weights, order[i - 1], order[i]);
        if (!tie) {
            return std::unexpected(tie.error());
        }
        if (*tie) {
            comparison.ties << NearTie{.ahead = order[i - 1], .behind = order[i], .tie = **tie};
        }
    }
    return {};
}

template <class T>
std::optional<T> ifDefined(Result<T> result) {
    return result ? std::optional(*std::move(result)) : std::nullopt;
}

void measureSpread(Comparison& comparison, const std::vector<int>& tiers) {
    for (int column = 0; column < comparison.matrix.values.indicators(); ++column) {
        const std::vector<double> values = comparison.matrix.values.indicator(column);
        Spread spread{.theil = ifDefined(theilDecomposition(values, {}, tiers)),
                      .gini = ifDefined(giniDecomposition(values, {}, tiers))};
        if (!comparison.settings.neighbours.empty()) {
            spread.moran = globalMoran(values, comparison.settings.neighbours, {.seed = comparison.settings.seed});
        }
        comparison.spreads << std::move(spread);
    }
}

/// Does each zone belong to its tier, by all indicators?
void measureFit(Comparison& comparison, const std::vector<int>& tiers) {
    std::vector<int> groups;
    for (std::size_t zone = 0; zone < comparison.scores.size(); ++zone) {
        if (comparison.scores[zone].complete) {
            comparison.silhouetteZones.push_back(static_cast<int>(zone));
            groups.push_back(tiers[zone]);
        }
    }
    const IndicatorMatrix all = rowDissimilarity(comparison.unit);
    std::vector<double> dissimilarities;
    for (const int zone : comparison.silhouetteZones) {
        for (const int other : comparison.silhouetteZones) {
            dissimilarities.push_back(all.at(zone, other));
        }
    }
    comparison.silhouettes = ifDefined(silhouettes(dissimilarities, groups));
}

Result<void> score(Comparison& comparison) {
    auto scores = compositeScores(comparison.unit, comparison.weights, comparison.settings.aggregation);
    auto topsis = topsisDistances(comparison.unit, comparison.weights);
    if (!scores || !topsis) {
        return std::unexpected(scores ? topsis.error() : scores.error());
    }
    comparison.scores = *std::move(scores);
    comparison.topsis = *std::move(topsis);
    return {};
}

} // namespace

std::vector<int> inOrder(const std::vector<CompositeScore>& scores) {
    std::vector<int> order(scores.size());
    std::ranges::iota(order, 0);
    std::ranges::stable_sort(order, {}, [&](int zone) {
        const CompositeScore& score = scores[static_cast<std::size_t>(zone)];
        const bool unknown = score.best - score.worst > 1 - 1e-12; // it could be anywhere
        return std::pair(unknown, score.bestRank + score.worstRank);
    });
    return order;
}

Result<Comparison> compareZones(const Plan& plan, const ComparisonSettings& settings,
                                const std::function<bool()>& goesOn) {
    Comparison comparison;
    comparison.settings = settings;
    if (settings.indicators.isEmpty()) {
        comparison.settings.indicators = comparableIndicators(plan);
    }
    if (comparison.settings.indicators.isEmpty()) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"indicators"_s});
    }
    comparison.matrix = planMatrix(plan, comparison.settings.indicators, settings.period);
    const std::vector<IndicatorMeaning> meanings = meaningsOf(comparison.matrix);
    auto scaling = scaled(comparison.matrix.values, meanings, Scaling::MinMax);
    if (!scaling) {
        return std::unexpected(scaling.error());
    }
    comparison.scaled = *std::move(scaling);
    comparison.unit = betweenZeroAndOne(comparison.scaled);
    const Result<void> done = weigh(comparison)
                                  .and_then([&] { return score(comparison); })
                                  .and_then([&] { return tryMethods(comparison, meanings); })
                                  .and_then([&] { return findTies(comparison); });
    if (!done) {
        return std::unexpected(done.error());
    }
    const std::vector<int> tiers = tierPlaces(plan, comparison.matrix.zones);
    measureSpread(comparison, tiers);
    measureFit(comparison, tiers);
    if (settings.samples > 0) {
        auto robustness = rankRobustness(comparison.unit, {.samples = settings.samples, .seed = settings.seed}, goesOn);
        if (!robustness) {
            return std::unexpected(robustness.error());
        }
        comparison.robustness = *std::move(robustness);
    }
    return comparison;
}

} // namespace tiermap
