#pragma once

#include "maps/figure/block.h"
#include "maps/figure/figure_block.h"
#include "maps/figure/layout_work.h"

namespace tiermap {

/// A block of one's own, laid out.
struct SheetBlock {
    Block block;
    QString words{};       ///< what it shows, for who cannot see it
    QStringList sources{}; ///< titles of the publications that its numbers come from
    bool hasEstimates = false;
    bool hasIllustrative = false;
};

SheetBlock sheetBlock(const LayoutWork& work, const FigureBlock& wanted);

} // namespace tiermap
