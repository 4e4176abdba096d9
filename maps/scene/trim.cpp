#include "maps/scene/trim.h"

#include "maps/scene/clip.h"
#include "maps/scene/simplify.h"

namespace tiermap {

void trim(DisplayItem& item, const View& view) {
    const double tolerance = inkDetail * view.metresPerMm;
    if (auto* fill = std::get_if<Fill>(&item)) {
        fill->polygons = simplified(clip(fill->polygons, view.extent()), tolerance);
    } else if (auto* stroke = std::get_if<Stroke>(&item)) {
        stroke->lines = clip(stroke->lines, view.extent());
        for (Line& line : stroke->lines)
            line = simplified(line, tolerance);
    }
}

DisplayList trimmed(DisplayList list, const View& view) {
    for (DisplayItem& item : list.base)
        trim(item, view);
    return list;
}

} // namespace tiermap
