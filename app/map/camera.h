#pragma once

#include "maps/geometry/shape.h"
#include "maps/scene/label_placement.h"

#include <boost/geometry/geometries/box.hpp>

#include <QPointF>
#include <QSizeF>

namespace tiermap {

using Box = boost::geometry::model::box<Point>;

/// EPSG:3857 in closed form, the same numbers as Projection::webMercator(); for single points of the live map, where
/// going through PROJ on every mouse move would be a detour. Longitude, latitude in degrees.
Point webMercatorMetres(const QPointF& longitudeLatitude);
QPointF longitudeLatitude(const Point& metres);

/// What the live map shows. Qt Location's world is 256 * 2^zoom logical pixels wide. Pixels run right and down from the
/// top left corner, metres (Web Mercator) right and up.
struct Camera {
    Point centre{};
    double zoom = 8;
    QSizeF size{}; ///< logical pixels

    double pixelsPerMetre() const;
    QPointF toPixels(const Point& metres) const;
    Point toMetres(const QPointF& pixels) const;

    /// The same part of the map as a page in millimetres, for labels and the painter.
    View view(double pixelsPerMm) const;

    /// The camera after the ground point that is now under `from` has moved under `to`.
    Camera dragged(const QPointF& from, const QPointF& to) const;
    /// The camera at another zoom, with the ground under `about` staying where it is.
    Camera zoomedTo(double newZoom, const QPointF& about) const;
    /// The camera that shows all of `box` with a margin in pixels.
    Camera fittedTo(const Box& box, double margin) const;

    friend bool operator==(const Camera& a, const Camera& b) {
        return a.centre.x() == b.centre.x() && a.centre.y() == b.centre.y() && a.zoom == b.zoom && a.size == b.size;
    }
};

} // namespace tiermap
