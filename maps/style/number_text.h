#pragma once

#include "core/plan/quantity.h"
#include "core/plan/text.h"

#include <QString>

#include <vector>

namespace tiermap {

/// "1 234.5": so many decimals, thin spaces between thousands, a true minus sign.
QString numberText(double number, int decimals);

/// How many decimals all of these numbers need to be shown as they are, up to `most`.
int decimalsOf(const std::vector<double>& numbers, int most = 6);

/// "≥ 50", "about 30": the number with what the source says of it.
QString quantityText(const Quantity& quantity, Language language);

} // namespace tiermap
