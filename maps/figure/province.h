#pragma once

#include "core/plan/text.h"
#include "maps/geometry/shape.h"

#include <QString>

#include <optional>
#include <vector>

namespace tiermap {

/// The province of a city and the prefectures in it, coarse, for a frame of a few centimetres. EPSG:4490.
struct Province {
    struct Prefecture {
        Text name;
        GeoPolygons polygons; ///< neighbours share their vertices
    };

    Text name;
    GeoPolygons outline;
    std::vector<Prefecture> prefectures;
    QString source; ///< the same in every language
    QString hash;   ///< of the shapes
};

/// Of a city by its code (GB/T 2260, "330100"). None where the program has no shapes of the province.
std::optional<Province> provinceOf(const QString& city);

} // namespace tiermap
