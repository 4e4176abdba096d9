#pragma once

#include "core/plan/text.h"

#include <QStringList>

namespace tiermap {

/// A quantified target of the plan, for the city as a whole unless `scope` says otherwise.
struct Target {
    /// Reach (实现, 达) is met when reached or passed, as AtLeast (以上, 不少于) is; MoreThan is 超; AtMost bounds a duration.
    enum class Sense { Reach, AtLeast, MoreThan, AtMost };

    QString key;
    QString section; ///< where it stands in the plan, e.g. "一(一)"
    Text name;
    Sense sense = Sense::Reach;
    double value = 0;
    Text unit;
    Text scope;
    QString words;       ///< the plan's wording where the number is only its reading (两位数); else empty
    QString quote;       ///< the plan's own words
    QString indicator{}; ///< Indicator::key of what it is measured by, in the same unit; empty where nothing known is

    friend bool operator==(const Target&, const Target&) = default;
};

QString toString(Target::Sense sense);       ///< reach, at_least, more_than, at_most
QString operatorSymbol(Target::Sense sense); ///< >=, >=, >, <=

/// A measure (举措) or, where `safeguard` is set, a safeguard (保障) of the plan.
struct Measure {
    QString number; ///< "1" to "23", "S1" to "S4"
    Text group;
    Text title;
    QString text;       ///< the plan's own words
    QStringList bodies; ///< responsible bodies as the plan names them
    QStringList zones;  ///< codes of the zones that the measure names; empty where it speaks of the whole city
    bool safeguard = false;

    friend bool operator==(const Measure&, const Measure&) = default;
};

} // namespace tiermap
