#pragma once

#include "maps/geometry/shape.h"

#include <QPointF>
#include <QRectF>

#include <utility>

namespace tiermap {

/// Where the map lies on a page or screen: page millimetres, x right, y DOWN from the top left corner, as Qt paints.
struct View {
    Point centre;              ///< projected metres, drawn at the middle of `frame`
    double metresPerMm = 1000; ///< projected metres under one millimetre of ink
    QRectF frame;              ///< mm

    QPointF toPage(const Point& metres) const;
    Point toMetres(const QPointF& page) const;

    /// The frame in projected metres: lower left and upper right corner.
    std::pair<Point, Point> extent() const;
};

} // namespace tiermap
