#include "core/project/range.h"

#include <algorithm>

namespace tiermap {

AllowedRange allowedRange(const Plan& plan, const QString& indicator) {
    AllowedRange range;
    for (const Rule& rule : plan.rules) {
        if (rule.kind != Rule::Kind::Range || rule.subject != indicator) {
            continue;
        }
        if (rule.minimum) {
            range.least = std::max(range.least.value_or(*rule.minimum), *rule.minimum);
        }
        if (rule.maximum) {
            range.most = std::min(range.most.value_or(*rule.maximum), *rule.maximum);
        }
    }
    return range;
}

} // namespace tiermap
