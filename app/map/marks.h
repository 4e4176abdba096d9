#pragma once

#include "app/map/camera.h"
#include "maps/scene/display_list.h"
#include "maps/style/theme.h"

namespace tiermap {

// What the map draws over the plan for the person in front of it. Web Mercator metres.

/// A dark line of two pixels with a light halo: selected zones and measured lines stand out without losing their colour.
DisplayList outlineMarks(const Lines& lines, const Theme& theme);

Lines outlines(const Polygons& polygons);

/// Outlines of clusters, in the ink of the points that they hold.
DisplayList clusterMarks(const Lines& lines, const Theme& theme);

/// Areas under a hatch: its lines have halos, so that they are seen on whatever lies below and shines through.
DisplayList areaMarks(const Polygons& areas, const Hatch& hatch, const Theme& theme);

DisplayList boxMarks(const Box& box, const Theme& theme);

/// A ring around a place that was looked up.
DisplayList positionMarks(const Point& at, const Theme& theme);

void append(DisplayList& list, const DisplayList& more);

} // namespace tiermap
