#pragma once

#include "maps/geometry/shape.h"

#include <vector>

namespace tiermap {

/// A line cut into dashes: on, off, on, ... in the units of the line. A dash may go around a corner. Qt's SVG writer gets
/// the dashes of a pen wrong (it forgets their unit, the width of the pen), so no pen is asked for any.
Lines dashed(const Line& line, const std::vector<double>& pattern);

} // namespace tiermap
