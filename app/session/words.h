#pragma once

#include "core/plan/observation.h"
#include "core/plan/site.h"
#include "core/plan/target.h"
#include "core/problem.h"

namespace tiermap {

/// One sentence for a person, in the language of the interface: what went wrong, in which file, row and field.
QString sentence(const Problem& problem);

// Values as a person reads them, in the language of the interface.

QString words(double number); ///< thin spaces between thousands, at most four decimals: "1 323 467"
QString words(const Quantity& quantity);
QString words(const Period& period);
QString words(const Target& target); ///< "≥ 300"; in Chinese "两位数" where the plan gives only words
QString words(Observation::Status status);
QString words(Site::Kind kind);
QString words(Site::Stage stage);

} // namespace tiermap
