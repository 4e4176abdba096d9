#include "maps/scene/disc.h"

#include "maps/scene/device_unit.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

/// A circle of pixels as a polygon that is nowhere farther from it than a twentieth of one. Qt's own is so by a quarter.
QPolygonF circle(const QPointF& at, double radius) {
    const double step = std::acos(1 - 0.05 / std::max(radius, 0.1));
    const auto corners = std::max(8, static_cast<int>(std::ceil(std::numbers::pi / step)));
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        polygon += at + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return polygon;
}

} // namespace

// One upon the other: to stroke a circle takes Qt's raster engine many times as long as to fill it.
void paintDisc(QPainter& painter, const Disc& disc) {
    const DeviceUnit unit(painter);
    const QPointF at = unit.fromPage().map(disc.at);
    const double outer = unit.length(disc.radius + disc.ringWidth / 2);
    const double inner = unit.length(disc.radius - disc.ringWidth / 2);
    const auto fill = [&](double radius, const QColor& color) {
        painter.setBrush(color);
        if (unit.makesPixels())
            painter.drawConvexPolygon(circle(at, radius));
        else
            painter.drawEllipse(at, radius, radius);
    };
    painter.setPen(Qt::NoPen);
    fill(outer, disc.ring);
    if (inner > 0)
        fill(inner, disc.color);
    painter.setBrush(Qt::NoBrush);
}

} // namespace tiermap
