#pragma once

#include "maps/scene/display_list.h"
#include "maps/scene/view.h"

namespace tiermap {

/// What is finer than this is not worth a vertex of ink; far below the narrowest line. mm
inline constexpr double inkDetail = 0.03;

/// Makes an item what one view shows of it: cut to the frame and without vertices that the ink would swallow. Painting it
/// gives the same picture in a fraction of the time.
void trim(DisplayItem& item, const View& view);
DisplayList trimmed(DisplayList list, const View& view);

} // namespace tiermap
