#include "app/map/prepared_scene.h"

#include <algorithm>
#include <future>
#include <iterator>

namespace tiermap {

std::vector<InkLevel> inkLevels(const DisplayList& list, const Point& origin) {
    std::vector<std::future<InkLevel>> work; // at the same time: a window waits for them
    const auto prepare = [&](double tolerance) {
        work.push_back(std::async(std::launch::async, [&list, &origin, tolerance] {
            return InkLevel{tolerance, inkMesh(list, origin, tolerance)};
        }));
    };
    for (const double zoom : {7.5, 8.5, 9.5, 10.5, 11.5}) {
        Camera camera;
        camera.zoom = zoom;
        prepare(unseenPixels / camera.pixelsPerMetre());
    }
    prepare(0);
    std::vector<InkLevel> levels;
    std::ranges::transform(work, std::back_inserter(levels), &std::future<InkLevel>::get);
    return levels;
}

const InkLevel* levelFor(const std::vector<InkLevel>& levels, double pixelsPerMetre) {
    for (const InkLevel& level : levels)
        if (level.tolerance * pixelsPerMetre <= unseenPixels)
            return &level;
    return levels.empty() ? nullptr : &levels.back();
}

} // namespace tiermap
