#pragma once

#include "maps/geometry/projection.h"
#include "maps/geometry/shape.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>

#include <array>

namespace tiermap {

/// Where the main map of a printed page lies on the ground, for programs that lay the page over other maps. The page is
/// north up in the grid of its projection, and whatever stands beside the map lies where the map would go on.
struct SheetGround {
    Projection projection;
    double metresPerMm; ///< of the projection, under a millimetre of the printed page
    Point corner;       ///< at the page's upper left corner, metres
    QRectF frame;       ///< of the map, mm on the printed page

    QPointF toPage(const GeoPoint& place) const; ///< mm from the page's upper left corner, y down
    GeoPoint toGround(const QPointF& page) const;
    /// Of pixels: x = a[0] + a[1] column, y = a[3] + a[5] row, at their upper left corners.
    std::array<double, 6> affine(int dpi) const;
};

/// The six lines of an ESRI world file: a pixel's size, and where the middle of the first lies.
QByteArray worldFile(const SheetGround& ground, int dpi);

} // namespace tiermap
