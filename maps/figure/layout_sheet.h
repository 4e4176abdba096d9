#pragma once

#include "core/project/project.h"
#include "maps/figure/figure_spec.h"
#include "maps/figure/sheet.h"
#include "maps/figure/sheet_shapes.h"

#include <QFont>

namespace tiermap {

/// The figure "layout": the tiers of the plan on one page, with the dense core enlarged.
Result<Sheet> layoutSheet(const Project& project, const SheetShapes& shapes, const FigureSpec& spec, const QFont& font);

} // namespace tiermap
