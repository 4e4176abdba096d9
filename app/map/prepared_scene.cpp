#include "app/map/prepared_scene.h"

namespace tiermap {

std::vector<InkLevel> inkLevels(const DisplayList& list, const Point& origin) {
    std::vector<InkLevel> levels;
    for (const double zoom : {7.5, 8.5, 9.5, 10.5, 11.5}) {
        Camera camera;
        camera.zoom = zoom;
        const double tolerance = unseenPixels / camera.pixelsPerMetre();
        levels.push_back({tolerance, inkMesh(list, origin, tolerance)});
    }
    levels.push_back({0, inkMesh(list, origin, 0)});
    return levels;
}

const InkLevel* levelFor(const std::vector<InkLevel>& levels, double pixelsPerMetre) {
    for (const InkLevel& level : levels)
        if (level.tolerance * pixelsPerMetre <= unseenPixels)
            return &level;
    return levels.empty() ? nullptr : &levels.back();
}

} // namespace tiermap
