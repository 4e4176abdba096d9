#include "maps/analysis/zone_geography.h"

#include "maps/geometry/measure.h"

#include <algorithm>

namespace tiermap {

QHash<QString, double> areasKm2(const std::vector<ZoneShape>& zones) {
    QHash<QString, double> areas;
    for (const ZoneShape& zone : zones) {
        areas.insert(zone.code, areaSquareMetres(zone.polygons) / 1e6);
    }
    return areas;
}

std::vector<std::vector<int>> neighboursOf(const QStringList& codes, const std::vector<Border>& borders) {
    std::vector<std::vector<int>> neighbours(static_cast<std::size_t>(codes.size()));
    for (const Border& border : borders) {
        const auto left = codes.indexOf(border.left);
        const auto right = codes.indexOf(border.right);
        if (left < 0 || right < 0 || left == right) {
            continue;
        }
        for (const auto& [of, other] : {std::pair(left, right), {right, left}}) {
            std::vector<int>& known = neighbours[static_cast<std::size_t>(of)];
            if (!std::ranges::contains(known, static_cast<int>(other))) {
                known.push_back(static_cast<int>(other));
            }
        }
    }
    return neighbours;
}

} // namespace tiermap
