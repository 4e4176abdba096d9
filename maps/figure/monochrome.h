#pragma once

#include "core/plan/plan.h"
#include "maps/figure/sheet.h"
#include "maps/style/theme.h"

namespace tiermap {

// Sheets for black and white printers.

/// The plan with greys for its tiers' colours, as far apart as there is room.
Plan inGreys(Plan plan);

/// The theme with borders that are seen on white and on dark greys.
Theme inGreys(Theme theme);

/// Every colour of a sheet becomes the grey that it has in print.
void makeGrey(Sheet& sheet);

} // namespace tiermap
