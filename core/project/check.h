#pragma once

#include "core/plan/plan.h"
#include "core/problem.h"
#include "core/project/table.h"

namespace tiermap {

/// Where a project does not keep one of its rules: what it is, and the cell to look at.
struct Finding {
    enum class Kind {
        OutOfRange, ///< arguments: value, least, most
        Missing,    ///< arguments: zone, indicator
        Count,      ///< arguments: tier, how many zones it has, least, most
        Code,       ///< arguments: code, pattern
        Sum,        ///< arguments: indicator, period, stated total, sum of the members, difference
    };

    Kind kind{};
    QString rule; ///< Rule::key; for sums "sum:" and the indicator
    Table table{};
    QStringList key; ///< natural key of the row
    QString field;
    QStringList arguments;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Everything that the plan's rules find. Sums are taken of adopted exact values of one period, where the total and all
/// members have one; they must agree to half of the last digit that any of them shows, for each member.
QList<Finding> check(const Plan& plan);

/// Whether a value lies outside what a Range rule allows for its indicator. Such values are not accepted.
std::optional<Problem> rangeBreach(const Plan& plan, const Observation& observation);

} // namespace tiermap
