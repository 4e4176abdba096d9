#pragma once

#include "core/plan/plan.h"
#include "core/plan/problem_list.h"

namespace tiermap {

/// The line of its file on which each row stands, for problems found later.
using Lines = QList<int>;

/// Read the CSV files of a plan package into `plan`.
Lines readObservations(const QString& file, Plan& plan, ProblemList& problem);
Lines readSites(const QString& file, Plan& plan, ProblemList& problem);

} // namespace tiermap
