#pragma once

#include "core/analysis/claim_evidence.h"
#include "core/analysis/comparison.h"

namespace tiermap {

// Words of claims in the language of the interface. None of them says that something is proved: the tiers were drawn up
// by people who knew such numbers.

QString words(Verdict verdict); ///< consistent, not shown, contradicted, not testable
QString words(ClaimTerm::Measure measure);

/// What the numbers say of a claim, and how sure that is.
QString sentence(const Plan& plan, const ClaimEvidence& evidence);

/// Zones of the tier that speak for the claim; zones of the tier, and others that outdo it, that speak against it. Those
/// that do most first: codes.
QStringList zonesFor(const Plan& plan, const ClaimEvidence& evidence);
QStringList zonesAgainst(const Plan& plan, const ClaimEvidence& evidence);

QString zoneNames(const Plan& plan, const QStringList& codes); ///< joined as the language does

/// The problems of a comparison in a planner's words; others as words.h has them.
QString comparisonSentence(const Problem& problem);

/// Which weights the scores owe to, and when neighbours in the order would change places.
QString weightWords(const Plan& plan, const Comparison& comparison);
QString tieWords(const Plan& plan, const Comparison& comparison, const NearTie& tie);

/// Whether pairwise judgements agree with each other: the consistency ratio, and what it asks for.
QString consistencyWords(const JudgedWeights& judged);

/// A number with three digits that count; "0.029".
QString shortNumber(double number);

} // namespace tiermap
