#pragma once

#include "core/analysis/claim_evidence.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tiermap {

/// claim, n, assignments, statistic, effect, p (null where there is none), verdict, the zones for and against, and the
/// terms with what is known of each.
QJsonObject claimJson(const Plan& plan, const ClaimEvidence& evidence);
QJsonArray claimsJson(const Plan& plan, const QList<ClaimEvidence>& evidence);

/// A number, or null where it is missing (NaN).
QJsonValue numberOrNull(double number);

QString nameOf(Verdict verdict); ///< consistent, not_shown, contradicted, not_testable

} // namespace tiermap
