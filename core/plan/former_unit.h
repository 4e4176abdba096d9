#pragma once

#include "core/plan/period.h"
#include "core/plan/text.h"

#include <QStringList>

namespace tiermap {

/// A unit that no longer exists, or that existed with other boundaries, and where its area went. A code may stand here
/// and among the zones: 330105 was Gongshu before it took in Xiacheng, and is Gongshu since.
struct FormerUnit {
    QString code; ///< GB/T 2260 at the time
    Text name;
    /// When it ended: as of Period::from it was no more, or had other boundaries. As precise as the source is; of the
    /// kind Unknown where that tells nothing.
    Period until{};
    QStringList successors; ///< codes of today's zones that its area lies in; one where it went there whole
    QString source;

    friend bool operator==(const FormerUnit&, const FormerUnit&) = default;
};

} // namespace tiermap
