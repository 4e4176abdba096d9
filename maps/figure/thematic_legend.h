#pragma once

#include "maps/figure/block.h"
#include "maps/figure/layout_work.h"
#include "maps/figure/legend_words.h"

namespace tiermap {

/// Draws the legend of a thematic map into a block, from `top` on. Returns the y below it.
double addStyleLegend(Block& block, const ThematicMap& map, const Theme& theme, Language language, double top,
                      double width);

/// Draws the legend of the sheet's thematic map into a block, from `top` on, and then what the marks in the names of zones
/// mean. Returns the y below it.
double addThematicLegend(Block& block, const LayoutWork& work, double top, double width, const SheetMaps& maps,
                         LegendWords& words);

} // namespace tiermap
