#include "app/map/prepared_scene.h"

namespace tiermap {

std::vector<InkLevel> inkLevels(const DisplayList& list, const Point& origin) {
    const std::vector<Triangles> fills = triangulateFills(list);
    std::vector<InkLevel> levels;
    for (const double zoom : {8.0, 9.5, 11.0}) {
        Camera camera;
        camera.zoom = zoom;
        const double tolerance = unseenPixels / camera.pixelsPerMetre();
        levels.push_back({tolerance, inkMesh(list, fills, origin, tolerance)});
    }
    levels.push_back({0, inkMesh(list, fills, origin, 0)});
    return levels;
}

const InkLevel* levelFor(const std::vector<InkLevel>& levels, double pixelsPerMetre) {
    for (const InkLevel& level : levels)
        if (level.tolerance * pixelsPerMetre <= unseenPixels)
            return &level;
    return levels.empty() ? nullptr : &levels.back();
}

} // namespace tiermap
