#include "maps/figure/inset.h"

#include "maps/figure/numbers.h"
#include "maps/scene/clip.h"

#include <algorithm>
#include <utility>

namespace tiermap {

namespace {

constexpr double margin = 1.5; // mm around the zones
constexpr double captionWidth = 62;

Polygons shapesOf(const PlanShapes& shapes, const QStringList& zones, const Projection& projection) {
    Polygons all;
    for (const QString& code : zones) {
        if (const GeoPolygons* polygons = shapes.polygons(code)) {
            const Polygons projected = projection.forward(*polygons);
            all.insert(all.end(), projected.begin(), projected.end());
        }
    }
    return all;
}

Inset fitted(const PlanShapes& shapes, const QStringList& zones, const Projection& projection, double finest,
             const QSizeF& most) {
    const auto [low, high] = extentOf(shapesOf(shapes, zones, projection));
    const double width = high.x() - low.x();
    const double height = high.y() - low.y();
    const double least =
        1000 * std::max(width / (most.width() - 2 * margin), height / (most.height() - Inset::caption - 2 * margin));
    const double denominator = roundDenominator(std::max(least, finest));
    // No larger than its zones need, but wide enough for its caption.
    const double narrowest = std::min(captionWidth, most.width());
    const QSizeF size(std::clamp(1000 * width / denominator + 2 * margin, narrowest, most.width()),
                      1000 * height / denominator + 2 * margin + Inset::caption);
    return {zones, projection, denominator, Point((low.x() + high.x()) / 2, (low.y() + high.y()) / 2), size};
}

} // namespace

Line Inset::extent(const Projection& on) const {
    const double mm = denominator / 1000;
    const double halfWidth = size.width() / 2 * mm;
    const double halfHeight = (size.height() - caption) / 2 * mm;
    const double corners[][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    Line line;
    for (const auto& corner : corners) {
        const Point here(centre.x() + corner[0] * halfWidth, centre.y() + corner[1] * halfHeight);
        line.push_back(on.forward(projection.inverse(here)));
    }
    return line;
}

std::optional<Inset> insetFor(const PlanShapes& shapes, QStringList zones, const Projection& mapProjection, double aim,
                              double finest, const QSizeF& most) {
    if (zones.isEmpty())
        return std::nullopt;
    const Projection large = Projection::gaussKrueger120();
    Inset inset = fitted(shapes, zones, large, finest, most);
    while (inset.denominator > aim && zones.size() > 2) {
        std::optional<Inset> better;
        for (const QString& zone : zones) {
            QStringList fewer = zones;
            fewer.removeAll(zone);
            Inset one = fitted(shapes, fewer, large, finest, most);
            if (!better || one.denominator < better->denominator)
                better = std::move(one);
        }
        if (better->denominator >= inset.denominator)
            break;
        inset = *std::move(better);
        zones = inset.zones;
    }
    // Gauss-Krueger from 1:500 000 up, the map's own projection for smaller scales.
    return inset.denominator <= 500000 ? inset : fitted(shapes, zones, mapProjection, finest, most);
}

} // namespace tiermap
