#pragma once

#include "core/plan/quantity.h"

namespace tiermap {

// Numbers as people type and paste them: full-width digits, thousands in groups of three (comma or space), signs and words
// for the bounds of a Quantity (≥ ≤ 约 余 超 不足 以上 60+).

std::optional<Quantity> enteredQuantity(const QString& text);
std::optional<double> enteredNumber(const QString& text);

/// Whether a cell says that there is nothing: it is empty, or has a dash, a slash, dots or N/A.
bool isNoEntry(const QString& text);

/// Why there is no number, where a cell says that it is withheld: 保密, （保密）, confidential, withheld, suppressed, and * as
/// yearbooks have it, which becomes 保密; `said` is what else tells why. Empty where the cell says nothing of the kind.
QString enteredWithheld(const QString& text, const QString& said = {});

/// Full-width forms as their plain twins, without blanks at the ends.
QString plainText(const QString& text);

} // namespace tiermap
