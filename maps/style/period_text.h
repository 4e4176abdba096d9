#pragma once

#include "core/plan/period.h"
#include "core/plan/text.h"

namespace tiermap {

/// "2025年", "2025年第1季度", "2025年1—6月"; "2025", "Q1 2025", "2025-01 to 2025-06"; empty where it is not stated.
QString periodText(const Period& period, Language language);

} // namespace tiermap
