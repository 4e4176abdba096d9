#pragma once

#include "core/plan/completeness.h"

namespace tiermap {

/// What is still to be filled in, with its place, in the language of the interface.
QString sentence(const PlanGap& gap);

} // namespace tiermap
