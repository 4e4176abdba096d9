#pragma once

#include "core/analysis/claim_evidence.h"

namespace tiermap {

// Words of claims in the language of the interface. None of them says that something is proved: the tiers were drawn up
// by people who knew such numbers.

QString words(Verdict verdict); ///< consistent, not shown, contradicted, not testable
QString words(ClaimTerm::Measure measure);

/// What the numbers say of a claim, and how sure that is.
QString sentence(const Plan& plan, const ClaimEvidence& evidence);

/// Zones that speak for the claim, or against it, those that do most first: codes.
QStringList zonesFor(const ClaimEvidence& evidence);
QStringList zonesAgainst(const ClaimEvidence& evidence);

QString zoneNames(const Plan& plan, const QStringList& codes); ///< joined as the language does

/// A number with three digits that count; "0.029".
QString shortNumber(double number);

} // namespace tiermap
