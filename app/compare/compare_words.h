#pragma once

#include "core/analysis/claim_evidence.h"
#include "core/analysis/comparison.h"

namespace tiermap {

// Words of comparisons in the language of the interface.

QString words(Claim::Statistic statistic);
QString words(Aggregation aggregation);
QString words(Weighting::Kind kind);
QString symbol(Verdict verdict); ///< beside the word: no meaning by colour alone

QString nameOfZone(const Plan& plan, const QString& code);
QString nameOfTier(const Plan& plan, const QString& key);
QString nameOfIndicator(const Plan& plan, const QString& key);
QString percent(double share);                                 ///< "31%"
QString range(int low, int high);                              ///< "3–9", or "3" where both are the same
QString titleOf(const Plan& plan, const MatrixColumn& column); ///< name, unit and period, in two lines

/// What a person should know before the numbers are believed.
struct ComparisonWarning {
    QString text{};
    std::optional<double> cap{}; ///< of weights, where one would help
};

QList<ComparisonWarning> warningsOf(const Plan& plan, const Comparison& comparison);

/// What is peculiar to an indicator's weights; empty where nothing is.
QString noteOnWeight(const Plan& plan, const Comparison& comparison, int indicator);

/// "萧山 leads 余杭 unless the weight of exports exceeds 31%".
QString sentence(const Plan& plan, const Comparison& comparison, const NearTie& tie);

/// Which zones change places without a zone, or without an indicator.
QString withoutZone(const Plan& plan, const Comparison& comparison, const LeftOut& left);
QString withoutIndicator(const Plan& plan, const Comparison& comparison, const LeftOut& left);

} // namespace tiermap
