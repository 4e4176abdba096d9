#pragma once

#include "maps/figure/block.h"
#include "maps/figure/figure_spec.h"
#include "maps/style/theme.h"

namespace tiermap {

/// The legend: the tiers with their roles and zones, then lines and grounds; beside each other where it is wide. As wide
/// as `least` and at least as high. `enlarged`: the sheet marks the extent of an enlarged part.
Block legendBlock(const Plan& plan, const FigureSpec& spec, const Theme& theme, const TextMeasure& measure,
                  const QSizeF& least, bool enlarged);

} // namespace tiermap
