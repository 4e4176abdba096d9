#pragma once

#include "maps/figure/block.h"
#include "maps/figure/layout_work.h"

namespace tiermap {

struct Legend {
    Block block;
    QStringList words; ///< as they are computed, those that the spec has others for among them
};

/// The legend: the tiers with their roles and zones, then lines and grounds; beside each other where it is wide. As wide
/// as `least` and at least as high. It lists what the sheet's maps draw at their scales.
Legend legendOf(const LayoutWork& work, const QSizeF& least, const SheetMaps& maps);

} // namespace tiermap
