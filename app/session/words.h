#pragma once

#include "core/plan/plan.h"
#include "core/problem.h"
#include "core/project/check.h"
#include "core/project/log_line.h"

namespace tiermap {

/// One sentence for a person, in the language of the interface: what went wrong, in which file, row and field.
QString sentence(const Problem& problem);

/// What core and maps say why a file or a shape is no good, in the language of the interface; what a library says stays as
/// it is.
QString reasonWords(const QString& reason);

/// What the plan does not keep of its own rules, with the rule's words and the names of zone and indicator.
QString sentence(const Plan& plan, const Finding& finding);

// Values as a person reads them, in the language of the interface.

QString words(double number); ///< thin spaces between thousands, at most four decimals: "1 323 467"
QString words(const Quantity& quantity);
QString words(const Period& period);
QString words(const Target& target); ///< "≥ 300"; in Chinese "两位数" where the plan gives only words
QString words(Observation::Status status);
QString words(Observation::Confidence confidence);
QString words(Indicator::Direction direction);
QString words(Indicator::Aggregation aggregation);
QString words(Action action);
QString words(Site::Kind kind);
QString words(Site::Stage stage);
QString localTime(const QString& utc); ///< of ISO 8601, to the minute: "2026-03-01 14:05"

} // namespace tiermap
