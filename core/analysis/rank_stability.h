#pragma once

#include "core/analysis/composite.h"
#include "core/analysis/plan_matrix.h"

namespace tiermap {

/// In which third of a comparison the zones stand, and whether they would for other weights, too.
struct RankStability {
    static constexpr int thirds = 3;
    /// Of the weightings: a zone that is in its third for fewer of them could as well be told to be in another one.
    static constexpr double enough = 0.8;

    struct Zone {
        QString zone;
        CompositeScore score{};
        int third = 0;            ///< 0 the best; by rank, or by the middle of the ranks that are possible
        double acceptability = 0; ///< share of the sampled weightings for which it is in this third

        bool isStable() const { return acceptability >= enough; }
    };

    QList<Zone> zones{};    ///< from the first to the last: of the districts those that have any of the numbers
    QStringList unknown{};  ///< districts that have none: they could be anywhere
    int sizes[thirds] = {}; ///< zones in each third
    Weights weights{};      ///< of the scores, sum 1
    int samples = 0;
    quint64 seed = 1;
};

/// The composite of the indicators (MinMax, `aggregation`, `weights`: none is equal ones) beside rank acceptabilities of
/// the weighted sum, all weights being as likely (rankRobustness()); a missing value may be anything in both.
///
/// Problems: those of compositeScores() and rankRobustness(); NothingDiffers where no indicator differs among
/// zones.
Result<RankStability> rankStability(const Plan& plan, const QStringList& indicators,
                                    const std::optional<Period>& period, Aggregation aggregation,
                                    const Weights& weights);

} // namespace tiermap
