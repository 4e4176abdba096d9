#include "maps/style/hexagon_bins.h"
#include "maps/style/kernel_density.h"
#include "maps/style/number_text.h"
#include "maps/style/palette.h"
#include "maps/style/style_words.h"
#include "maps/style/thematic_work.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double perHundred = 100; // km2

GeoPolygons onEllipsoid(const Projection& plane, const Polygons& polygons) {
    GeoPolygons shape;
    const auto ringOf = [&](const auto& from, auto& into) {
        for (const Point& point : from)
            into.push_back(plane.inverse(point));
    };
    for (const Polygon& polygon : polygons) {
        GeoPolygon& made = shape.emplace_back();
        ringOf(polygon.outer(), made.outer());
        for (const auto& hole : polygon.inners())
            ringOf(hole, made.inners().emplace_back());
    }
    return shape;
}

/// Bands of density, the lowest first, each over the one before it.
void drawHeat(ThematicWork& work, const Projection& plane, const std::vector<Point>& points) {
    const double reach = work.style.reach > 0 ? work.style.reach * 1000 : usualBandwidth(points);
    const DensityGrid grid = kernelDensity(points, reach);
    const double greatest = grid.values.empty() ? 0 : std::ranges::max(grid.values) * perHundred;
    if (!(greatest > 0))
        return;
    // Round steps from nothing to the peak; what is less than the first of them is left white.
    Classes& classes = work.map.classes;
    classes = classify({0, greatest}, ClassMethod::Pretty, work.style.classes);
    std::vector<double> levels;
    for (std::size_t i = 1; i + 1 < classes.bounds.size(); ++i)
        levels.push_back(classes.bounds[i] / perHundred);
    const std::vector<Polygons> bands = densityBands(grid, levels);
    Classes drawn;
    drawn.bounds.assign(classes.bounds.begin() + 1, classes.bounds.end());
    drawn.counts.assign(drawn.bounds.size() - 1, 0);
    classes = drawn;
    const QList<QColor> colours = classColours(work.style, classes);
    QList<StyleLegendItem> items = classItems(classes, work.language);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        work.map.areas.push_back({onEllipsoid(plane, bands[i]), colours.value(at)});
        items[at].ink.fill = colours.value(at);
        items[at].count = -1;
    }
    std::ranges::reverse(items);
    work.map.legend.items = items;
    const double km = grid.bandwidth / 1000;
    work.map.legend.notes += style_words::bandwidth.in(work.language).arg(numberText(km, 1));
    work.map.style.reach = std::round(km * 10) / 10;
}

void drawHexagons(ThematicWork& work, const Projection& plane, const std::vector<Point>& points) {
    const double width = work.style.reach > 0 ? work.style.reach * 1000 : std::max(2000.0, usualBandwidth(points) / 2);
    const std::vector<Hexagon> bins = hexagonBins(points, width, Point(0, 0));
    std::vector<double> counts;
    counts.reserve(bins.size());
    for (const Hexagon& bin : bins)
        counts.push_back(bin.count);
    Classes& classes = work.map.classes;
    classes = classesFor(work.style, counts);
    const QList<QColor> colours = classColours(work.style, classes);
    QList<StyleLegendItem> items = classItems(classes, work.language);
    for (qsizetype i = 0; i < items.size(); ++i)
        items[i].ink.fill = colours.value(i);
    for (const Hexagon& bin : bins)
        work.map.areas.push_back({onEllipsoid(plane, {bin.outline}), colours.value(classes.classOf(bin.count))});
    std::ranges::reverse(items);
    work.map.legend.items = items;
    if (classes.size() > 1)
        work.map.legend.notes += style_words::halfOpen.in(work.language);
    const double km = width / 1000;
    work.map.legend.notes += style_words::hexagon.in(work.language).arg(numberText(km, 1));
    work.map.style.reach = std::round(km * 10) / 10;
}

} // namespace

void drawSites(ThematicWork& work) {
    const Projection plane = equalAreaOf(work.shapes);
    std::vector<Point> points;
    qsizetype unplaced = 0;
    for (const Site& site : work.plan.sites) {
        if (!site.position) {
            ++unplaced;
            continue;
        }
        points.push_back(plane.forward(GeoPoint(site.position->x(), site.position->y())));
        if (!site.source.isEmpty() && !work.map.sources.contains(site.source))
            work.map.sources += site.source;
    }
    for (const Zone& zone : mappedZones(work.plan))
        work.map.inks.insert(zone.code, {.fill = symbolGround()});
    const bool heat = work.style.kind == LayerStyle::Kind::Heat;
    const Language language = work.language;
    StyleLegend& legend = work.map.legend;
    legend.title = (heat ? style_words::siteDensity : style_words::siteCount).in(language);
    legend.subtitle = style_words::sites.in(language) + style_words::separator.in(language) +
                      (heat ? style_words::perSquareKilometres : style_words::siteUnit).in(language);
    work.map.title = legend.title;
    if (points.empty())
        work.map.warnings += MapWarning::NoNumbers;
    else if (heat)
        drawHeat(work, plane, points);
    else
        drawHexagons(work, plane, points);
    if (unplaced > 0)
        legend.notes += style_words::unplacedSites.in(language).arg(unplaced);
    work.map.words = legend.title + u": "_s + QString::number(points.size());
}

} // namespace tiermap
