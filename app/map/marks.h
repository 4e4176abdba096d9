#pragma once

#include "app/map/camera.h"
#include "maps/scene/display_list.h"
#include "maps/style/theme.h"

namespace tiermap {

// What the map draws over the plan for the person in front of it. Web Mercator metres.

/// A dark line of two pixels with a light halo: selected zones and measured lines stand out without losing their colour.
DisplayList outlineMarks(const Lines& lines, const Theme& theme);

Lines outlines(const Polygons& polygons);

DisplayList boxMarks(const Box& box, const Theme& theme);

/// A ring around a place that was looked up.
DisplayList positionMarks(const Point& at, const Theme& theme);

void append(DisplayList& list, const DisplayList& more);

} // namespace tiermap
