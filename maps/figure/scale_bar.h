#pragma once

#include "maps/figure/block.h"
#include "maps/style/theme.h"

namespace tiermap {

/// A bar of round kilometres, no longer than `longest` mm, in `parts` parts of alternating ink.
Block scaleBarBlock(double denominator, double longest, int parts, Language language, const Theme& theme,
                    const TextMeasure& measure);

/// True north: an arrow turned by `angle` (degrees, counter-clockwise from the top of the page).
Block northArrowBlock(double angle, Language language, const Theme& theme, const TextMeasure& measure);

} // namespace tiermap
