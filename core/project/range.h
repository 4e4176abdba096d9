#pragma once

#include "core/plan/plan.h"

#include <optional>

namespace tiermap {

/// What the Range rules of a plan together allow for an indicator.
struct AllowedRange {
    std::optional<double> least{};
    std::optional<double> most{};
};

AllowedRange allowedRange(const Plan& plan, const QString& indicator);

} // namespace tiermap
