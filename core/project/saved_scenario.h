#pragma once

#include "core/plan/text.h"

#include <QStringList>

namespace tiermap {

/// Other tiers that somebody tried, kept in the project to be looked at again. `moves` are for core/analysis/scenario.h to
/// read, over the plan as it then is.
struct SavedScenario {
    QString key;
    Text name;
    QStringList moves; ///< "330113:lead"

    friend bool operator==(const SavedScenario&, const SavedScenario&) = default;
};

} // namespace tiermap
