#pragma once

#include "core/plan/plan.h"
#include "core/problem.h"

#include <QLatin1StringView>
#include <functional>
#include <optional>

namespace tiermap {

/// Where a row of a plan came from: `list` is the member of Plan ("zones"), `row` its index there, `field` the member of
/// the row ("parent"). The rules for the plan itself come with an empty list.
using Locate = std::function<Problem(QLatin1StringView list, qsizetype row, QLatin1StringView field)>;

/// The rules that every plan keeps, whether it comes from a package or a project file: keys are unique, references lead
/// somewhere, at most one observation of a zone, indicator and period is adopted, an observation has either a value or
/// a reason for having none. Nothing else in the program checks them again. The first breach, or nothing.
std::optional<Problem> findBreach(const Plan& plan, const Locate& locate);

/// All breaches, in the order of the rules.
QList<Problem> findBreaches(const Plan& plan, const Locate& locate);

/// The rules of one row alone, for a plan that kept them all before it: references, and what the row says of itself. Not
/// whether its key is unique.
std::optional<Problem> findBreach(const Plan& plan, QLatin1StringView list, qsizetype row, const Locate& locate);

} // namespace tiermap
