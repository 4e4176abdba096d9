#pragma once

#include "core/problem.h"

#include <QString>

namespace tiermap {

/// Adds the made-up numbers that come with the built-in plan to a project of it, as one edit: to try comparisons out.
/// Each is marked as illustrative, in the project as in every picture.
Result<void> addIllustrativeNumbers(const QString& project);

} // namespace tiermap
