#pragma once

#include "core/plan/text.h"

#include <optional>

namespace tiermap {

/// What a plan's own figures must keep, as data. Totals and their parts are SumRules.
struct Rule {
    enum class Kind {
        Range,    ///< values of the indicator `subject` lie within minimum and maximum; nothing else is accepted
        Required, ///< every district of the layout has an adopted value of the indicator `subject`, or a reason for none
        Count,    ///< the tier `subject` has minimum to maximum zones
        Code,     ///< codes of zones of the kind `subject` match `pattern`
    };

    QString key;
    Kind kind = Kind::Range;
    QString subject;
    std::optional<double> minimum{};
    std::optional<double> maximum{};
    QString pattern; ///< regular expression, matched as a whole
    Text name;       ///< the rule in words

    friend bool operator==(const Rule&, const Rule&) = default;
};

} // namespace tiermap
