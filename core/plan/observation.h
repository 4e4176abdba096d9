#pragma once

#include "core/plan/period.h"
#include "core/plan/quantity.h"
#include "core/plan/text.h"

namespace tiermap {

struct Indicator {
    enum class Direction { None, MoreIsBetter, LessIsBetter };
    enum class Aggregation { None, Sum, Ratio }; ///< how the parts make the whole

    QString key;
    Text name;
    Text unit;
    Direction direction = Direction::None;
    Aggregation aggregation = Aggregation::None;

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// One statement of one source. Its key is zone, indicator, period, source; sources may disagree, and at most one row
/// per zone, indicator and period is adopted (采用值): that one the map and the analysis use.
struct Observation {
    enum class Status { Published, Estimate, Illustrative };
    enum class Confidence { High, Medium, Low };

    QString zone;      ///< Zone::code
    QString indicator; ///< Indicator::key
    Period period{};
    QString source;  ///< title of the publication
    QString address; ///< where it was read
    std::optional<Quantity> value{};
    QString missingReason; ///< set exactly when value is not
    Status status = Status::Published;
    Confidence confidence = Confidence::Medium;
    bool adopted = false;
    QString note;
    QString author{};   ///< who entered it; empty: it came with the plan
    QString editedAt{}; ///< ISO 8601, UTC; empty likewise

    friend bool operator==(const Observation&, const Observation&) = default;
};

QString toString(Indicator::Direction direction);     ///< none, more, less
QString toString(Indicator::Aggregation aggregation); ///< none, sum, ratio
QString toString(Observation::Status status);         ///< published, estimate, illustrative
QString toString(Observation::Confidence confidence); ///< high, medium, low

} // namespace tiermap
