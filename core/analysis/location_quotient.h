#pragma once

#include <QtTypes>

namespace tiermap {

/// How strongly an industry is present in a zone, beside the whole: LQ = (part / zone) / (all / whole), where `part` are the
/// units of the industry in the zone, `zone` all units of the zone, `all` the industry's in the whole, `whole` all.
/// Haig (1928); see Isard, Methods of Regional Analysis (1960), ch. 7.
struct LocationQuotient {
    double quotient = 0;
    double lower = 0; ///< of the exact interval of Clopper and Pearson (Biometrika 26, 1934) for the share in the zone
    double upper = 0;
    bool specialised = false; ///< the lower bound passes 1, and the zone has units enough
};

/// The least number of units of the industry that a zone may be called specialised for.
constexpr qint64 enoughUnits = 10;

/// `confidence` is two-sided. All counts must be 0 or more, part <= zone, part <= all, and zone and all <= whole. With an
/// empty zone or industry nothing is known: quotient and lower are 0, upper is infinite.
LocationQuotient locationQuotient(qint64 part, qint64 zone, qint64 all, qint64 whole, double confidence = 0.95);

} // namespace tiermap
