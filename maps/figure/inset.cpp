#include "maps/figure/inset.h"

#include "maps/figure/numbers.h"
#include "maps/figure/sheet_words.h"
#include "maps/scene/clip.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double margin = 1.5; // mm around the zones
constexpr double captionWidth = 62;

Extent extentOfZones(const ProjectedShapes& shapes, const QStringList& zones) {
    Extent all = nothing;
    for (const QString& code : zones) {
        if (const Polygons* polygons = shapes.polygons(code))
            all = united(all, extentOf(*polygons));
    }
    return all;
}

Inset fitted(const LayoutWork& work, const ProjectedShapes& shapes, const QStringList& zones, double finest,
             const QSizeF& most) {
    const auto [low, high] = extentOfZones(shapes, zones);
    const double width = high.x() - low.x();
    const double height = high.y() - low.y();
    const double least =
        1000 * std::max(width / (most.width() - 2 * margin), height / (most.height() - Inset::caption - 2 * margin));
    const double denominator = work.onPage(roundDenominator(work.printed(std::max(least, finest))));
    // No larger than its zones need, but wide enough for its caption.
    const double narrowest = std::min(captionWidth, most.width());
    const QSizeF size(std::clamp(1000 * width / denominator + 2 * margin, narrowest, most.width()),
                      1000 * height / denominator + 2 * margin + Inset::caption);
    return {zones, &shapes, denominator, Point((low.x() + high.x()) / 2, (low.y() + high.y()) / 2), size};
}

} // namespace

QString Inset::title(const LayoutWork& work) const {
    return sheet_words::enlarged.in(work.spec.language) + u"  1:"_s + thousands(work.printed(denominator));
}

bool Inset::holdsTitle(const LayoutWork& work) const {
    return work.measure.width(title(work), titleSize) + 2 * titleMargin <= size.width();
}

Line Inset::extent(const Projection& on) const {
    const double mm = denominator / 1000;
    const double halfWidth = size.width() / 2 * mm;
    const double halfHeight = (size.height() - caption) / 2 * mm;
    const double corners[][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    Line line;
    for (const auto& corner : corners) {
        const Point here(centre.x() + corner[0] * halfWidth, centre.y() + corner[1] * halfHeight);
        line.push_back(on.forward(shapes->projection.inverse(here)));
    }
    return line;
}

std::optional<Inset> insetFor(const LayoutWork& work, QStringList zones, double aim, double finest,
                              const QSizeF& most) {
    if (zones.isEmpty())
        return std::nullopt;
    Inset inset = fitted(work, work.shapes.conformal(), zones, finest, most);
    while (inset.denominator > aim && zones.size() > 2) {
        std::optional<Inset> better;
        for (const QString& zone : zones) {
            QStringList fewer = zones;
            fewer.removeAll(zone);
            Inset one = fitted(work, work.shapes.conformal(), fewer, finest, most);
            if (!better || one.denominator < better->denominator)
                better = std::move(one);
        }
        if (better->denominator >= inset.denominator)
            break;
        inset = *std::move(better);
        zones = inset.zones;
    }
    const ProjectedShapes& fitting = work.shapesFor(inset.denominator);
    return &fitting == inset.shapes ? inset : fitted(work, fitting, zones, finest, most);
}

Inset resized(const LayoutWork& work, const Inset& inset, double width) {
    constexpr double anyScale = 1;
    const double proportion = (inset.size.height() - Inset::caption) / inset.size.width();
    const QSizeF size(width, width * proportion + Inset::caption);
    Inset wanted = fitted(work, *inset.shapes, inset.zones, anyScale, size);
    const ProjectedShapes& fitting = work.shapesFor(wanted.denominator);
    if (&fitting != wanted.shapes)
        wanted = fitted(work, fitting, inset.zones, anyScale, size);
    wanted.size = size; // a round scale rarely fills it: more of the surroundings show
    return wanted;
}

} // namespace tiermap
