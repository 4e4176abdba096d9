#pragma once

#include "maps/figure/atlas.h"
#include "maps/figure/figure_record.h"
#include "maps/figure/preflight.h"

namespace tiermap {

// Words of figures in the language of the interface.

QString words(const SheetFinding& finding, const Plan& plan);
/// "error: ...", "warning: ... (accepted: ...)"
QString findingLine(const SheetFinding& finding, const Plan& plan);
QString words(const AtlasOutcome& outcome);

QString words(const AtlasFailure& failure); ///< "引领: ..."

/// "滨江区, 人均可支配收入 2024: 84000 → 85000"
QString words(const FigureChange& change, const Plan& plan);

} // namespace tiermap
