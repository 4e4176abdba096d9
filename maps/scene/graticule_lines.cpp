#include "maps/scene/graticule_lines.h"

#include "maps/scene/label_room.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

constexpr double lineWidth = 0.1;
constexpr double labelSize = 6;
constexpr double fromEdge = 1.2; // mm

double stepFor(double span) {
    for (const double step : {1.0 / 12, 1.0 / 6, 0.25, 0.5, 1.0, 2.0, 5.0}) {
        if (span / step <= 7)
            return step;
    }
    return 10;
}

GeoLine between(const GeoPoint& from, const GeoPoint& to) {
    GeoLine line;
    constexpr int pieces = 24;
    for (int i = 0; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        line.emplace_back(from.get<0>() + t * (to.get<0>() - from.get<0>()),
                          from.get<1>() + t * (to.get<1>() - from.get<1>()));
    }
    return line;
}

QString degreesText(double degrees, QChar positive, QChar negative) {
    const int minutes = static_cast<int>(std::lround(std::abs(degrees) * 60));
    QString text = QString::number(minutes / 60) + u'°';
    if (minutes % 60 != 0)
        text += QString::number(minutes % 60).rightJustified(2, u'0') + u'′';
    return text + (degrees < 0 ? negative : positive);
}

} // namespace

std::vector<GraticuleLine> graticuleLines(const Projection& projection, const GeoPoint& southWest,
                                          const GeoPoint& northEast, double margin) {
    const double wide = northEast.get<0>() - southWest.get<0>();
    const double high = northEast.get<1>() - southWest.get<1>();
    const double step = stepFor(wide);
    const double west = southWest.get<0>() - margin * wide;
    const double east = northEast.get<0>() + margin * wide;
    const double south = std::max(southWest.get<1>() - margin * high, -85.0);
    const double north = std::min(northEast.get<1>() + margin * high, 85.0);
    std::vector<GraticuleLine> lines;
    for (double degrees = std::ceil(west / step) * step; degrees <= east; degrees += step)
        lines.push_back(
            {degrees, true, projection.forward(between(GeoPoint(degrees, south), GeoPoint(degrees, north)))});
    for (double degrees = std::ceil(south / step) * step; degrees <= north; degrees += step)
        lines.push_back(
            {degrees, false, projection.forward(between(GeoPoint(west, degrees), GeoPoint(east, degrees)))});
    return lines;
}

std::vector<GraticuleLine> graticuleAround(const ProjectedShapes& shapes) {
    if (shapes.zones.empty())
        return {};
    return graticuleLines(shapes.projection, shapes.projection.inverse(shapes.extent.first),
                          shapes.projection.inverse(shapes.extent.second), 1);
}

Stroke graticuleStroke(const std::vector<GraticuleLine>& lines, const Theme& theme) {
    Stroke stroke{.color = theme.graticule, .width = lineWidth};
    std::ranges::transform(lines, std::back_inserter(stroke.lines), &GraticuleLine::line);
    return stroke;
}

std::vector<Label> graticuleLabels(const std::vector<GraticuleLine>& lines, const ProjectedShapes& shapes,
                                   const View& view, const std::vector<QRectF>& obstacles, const Theme& theme,
                                   const TextMeasure& measure) {
    std::vector<Polygons> inks;
    inks.reserve(shapes.zones.size());
    for (const ProjectedShapes::Zone& zone : shapes.zones)
        inks.push_back(toInk(zone.polygons, view));
    std::vector<const Polygons*> zones;
    std::ranges::transform(inks, std::back_inserter(zones), [](const Polygons& ink) { return &ink; });
    const LabelGround ground(zones, view.frame.size());
    const double high = labelSize * mmPerPoint;
    std::vector<Label> labels;
    std::vector<QRectF> boxes;
    for (const GraticuleLine& line : lines) {
        const QString text = line.meridian ? longitudeText(line.degrees) : latitudeText(line.degrees);
        const double wide = measure.width(text, labelSize);
        const QPointF end = view.toPage(line.line.front()); // southern or western
        const double low = std::min(end.y(), view.frame.bottom() - fromEdge);
        const double left = std::max(end.x(), view.frame.left() + fromEdge);
        const QPointF centre = line.meridian ? QPointF(end.x(), low - high / 2) : QPointF(left + wide / 2, end.y());
        const QRectF box =
            QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high).adjusted(-0.6, -0.6, 0.6, 0.6);
        const auto meetsBox = [&](const QRectF& other) { return other.intersects(box); };
        if (std::ranges::any_of(obstacles, meetsBox) || std::ranges::any_of(boxes, meetsBox) ||
            !view.frame.contains(box) || ground.shareOutside(toInk(box, view)) < 1)
            continue;
        boxes.push_back(box);
        labels.push_back({.at = view.toMetres(centre),
                          .text = text,
                          .size = labelSize,
                          .color = theme.quietText,
                          .halo = theme.halo});
    }
    return labels;
}

QString longitudeText(double degrees) { return degreesText(degrees, u'E', u'W'); }

QString latitudeText(double degrees) { return degreesText(degrees, u'N', u'S'); }

} // namespace tiermap
