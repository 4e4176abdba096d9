#include "maps/scene/found_ink.h"

namespace tiermap {

namespace {

constexpr double halo = 0.26; // mm on each side: seen on whatever lies below

Lines outlines(const Polygons& polygons) {
    Lines lines;
    for (const Polygon& polygon : polygons) {
        lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
        for (const auto& hole : polygon.inners()) {
            lines.emplace_back(hole.begin(), hole.end());
        }
    }
    return lines;
}

void addHatched(DisplayList& list, const Polygons& areas, const Hatch& hatch, const Theme& theme) {
    if (areas.empty()) {
        return;
    }
    const Lines lines = outlines(areas);
    Hatch below = hatch;
    below.color = theme.halo;
    below.width += 2 * halo;
    list.base.emplace_back(Fill{.polygons = areas, .hatch = below});
    list.base.emplace_back(Stroke{lines, theme.halo, hatch.width + 2 * halo});
    list.base.emplace_back(Fill{.polygons = areas, .hatch = hatch});
    list.base.emplace_back(Stroke{lines, hatch.color, hatch.width});
}

} // namespace

Hatch hotHatch() {
    return {.angle = 45, .spacing = 1.8, .width = 0.3, .color = QColor(0xd7, 0x30, 0x1f), .crossed = true};
}

Hatch coldHatch() { return {.angle = 0, .spacing = 1.4, .width = 0.3, .color = QColor(0x2b, 0x7b, 0xba)}; }

std::vector<double> clusterDash() { return {1.6, 0.8}; }

void addFound(DisplayList& list, const FoundAreas& found, const Projection& projection, const Theme& theme) {
    addHatched(list, projection.forward(found.cold), coldHatch(), theme);
    addHatched(list, projection.forward(found.hot), hotHatch(), theme);
    const Lines lines = outlines(projection.forward(found.clusters));
    if (!lines.empty()) {
        list.base.emplace_back(Stroke{lines, theme.halo, clusterWidth + 2 * halo});
        list.base.emplace_back(
            Stroke{lines, found.color.isValid() ? found.color : theme.points, clusterWidth, clusterDash()});
    }
}

} // namespace tiermap
