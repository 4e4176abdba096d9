#pragma once

#include "maps/figure/block.h"
#include "maps/figure/layout_work.h"

namespace tiermap {

/// The legend: the tiers with their roles and zones, then lines and grounds; beside each other where it is wide. As wide
/// as `least` and at least as high. `enlarged`: the sheet marks the extent of an enlarged part.
Block legendBlock(const LayoutWork& work, const QSizeF& least, bool enlarged);

} // namespace tiermap
