#pragma once

#include "core/plan/consistency.h"

namespace tiermap {

/// What a plan that keeps all rules still lacks before others can work with it.
struct PlanGap {
    enum class Kind {
        NotFilledIn, ///< a placeholder, or a date of validity that is not known; text: the placeholder, the field
        TranslationMissing, ///< no English name; text: the Chinese one
        TierMissing,        ///< a zone that is drawn and whose tier is not known; text: its name
        UnitMissing,        ///< an indicator without unit; text: its name
    };

    Kind kind{};
    QString file;
    int row = 0; ///< as in Problem
    QString field;
    QString text;
};

QList<PlanGap> findGaps(const Plan& plan, const Locate& locate);

} // namespace tiermap
