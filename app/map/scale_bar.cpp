#include "app/map/scale_bar.h"

#include "maps/geometry/measure.h"

#include <cmath>

namespace tiermap {

double groundMetresPerPixel(const Camera& camera) {
    constexpr double span = 100; // logical pixels; short enough that the parallel is as good as a geodesic
    const double half = span / 2 / camera.pixelsPerMetre();
    const QPointF west = longitudeLatitude({camera.centre.x() - half, camera.centre.y()});
    const QPointF east = longitudeLatitude({camera.centre.x() + half, camera.centre.y()});
    return distanceMetres({west.x(), west.y()}, {east.x(), east.y()}) / span;
}

ScaleBar scaleBar(const Camera& camera, double widest) {
    const double perPixel = groundMetresPerPixel(camera);
    const double most = perPixel * widest;
    if (!(most > 0) || !std::isfinite(most))
        return {};
    const double power = std::pow(10, std::floor(std::log10(most)));
    ScaleBar bar;
    bar.metres = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
    bar.pixels = bar.metres / perPixel;
    bar.text = bar.metres >= 1000 ? QString::number(bar.metres / 1000) + QStringLiteral(" km")
                                  : QString::number(bar.metres) + QStringLiteral(" m");
    return bar;
}

} // namespace tiermap
