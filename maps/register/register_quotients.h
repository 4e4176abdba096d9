#pragma once

#include "core/analysis/location_quotient.h"
#include "maps/register/register_count.h"

namespace tiermap {

/// Rows of a zone that belong to a section (division 0: its divisions and what only names the section) or a division.
qint64 rowsOf(const ZoneCount& zone, const Industry& industry);

/// How strongly an industry is present in each zone of a count, beside all districts together; rows whose industry is not
/// known count nowhere. In the order of the count's zones.
QList<LocationQuotient> quotientsOf(const Plan& plan, const RegisterCount& count, const Industry& industry);

} // namespace tiermap
