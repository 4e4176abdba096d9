#include "app/map/prepared_scene.h"

#include <future>

namespace tiermap {

std::vector<InkLevel> inkLevels(const DisplayList& list, const Point& origin) {
    std::vector<double> tolerances;
    for (const double zoom : {7.5, 8.5, 9.5, 10.5, 11.5}) {
        Camera camera;
        camera.zoom = zoom;
        tolerances.push_back(unseenPixels / camera.pixelsPerMetre());
    }
    tolerances.push_back(0);
    std::vector<std::future<InkLevel>> work; // at the same time: a window waits for them
    for (const double tolerance : tolerances)
        work.push_back(std::async(std::launch::async, [&list, &origin, tolerance] {
            return InkLevel{tolerance, inkMesh(list, origin, tolerance)};
        }));
    std::vector<InkLevel> levels;
    for (std::future<InkLevel>& level : work)
        levels.push_back(level.get());
    return levels;
}

const InkLevel* levelFor(const std::vector<InkLevel>& levels, double pixelsPerMetre) {
    for (const InkLevel& level : levels)
        if (level.tolerance * pixelsPerMetre <= unseenPixels)
            return &level;
    return levels.empty() ? nullptr : &levels.back();
}

} // namespace tiermap
