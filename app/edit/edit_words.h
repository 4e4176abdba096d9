#pragma once

#include "core/plan/plan.h"
#include "core/project/log_line.h"

namespace tiermap {

/// What an edit is about, in the language of the interface and by the plan's names: "GDP, Binjiang" or "zone Xiaoshan and
/// 2 more".
QString words(const LogEntry& entry, const Plan& plan);

} // namespace tiermap
