#include "app/map/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

constexpr double radius = 6378137; // of EPSG:3857's sphere, metres
constexpr double degree = std::numbers::pi / 180;
constexpr double worldWidth = 2 * std::numbers::pi * radius;

} // namespace

Point webMercatorMetres(const QPointF& longitudeLatitude) {
    const double latitude = std::clamp(longitudeLatitude.y(), -85.05, 85.05) * degree;
    return {radius * longitudeLatitude.x() * degree, radius * std::asinh(std::tan(latitude))};
}

QPointF longitudeLatitude(const Point& metres) {
    return {metres.x() / radius / degree, std::atan(std::sinh(metres.y() / radius)) / degree};
}

double Camera::pixelsPerMetre() const { return 256 * std::exp2(zoom) / worldWidth; }

QPointF Camera::toPixels(const Point& metres) const {
    const double scale = pixelsPerMetre();
    return {size.width() / 2 + (metres.x() - centre.x()) * scale,
            size.height() / 2 - (metres.y() - centre.y()) * scale};
}

Point Camera::toMetres(const QPointF& pixels) const {
    const double scale = pixelsPerMetre();
    return {centre.x() + (pixels.x() - size.width() / 2) / scale,
            centre.y() - (pixels.y() - size.height() / 2) / scale};
}

View Camera::view(double pixelsPerMm) const {
    return {centre, pixelsPerMm / pixelsPerMetre(), QRectF(QPointF(0, 0), size / pixelsPerMm)};
}

Camera Camera::dragged(const QPointF& from, const QPointF& to) const {
    Camera moved = *this;
    moved.centre = toMetres(QPointF(size.width() / 2, size.height() / 2) - (to - from));
    return moved;
}

Camera Camera::zoomedTo(double newZoom, const QPointF& about) const {
    const Point ground = toMetres(about);
    Camera zoomed = *this;
    zoomed.zoom = newZoom;
    return zoomed.dragged(zoomed.toPixels(ground), about);
}

Camera Camera::fittedTo(const Box& box, double margin) const {
    Camera fitted = *this;
    const Point low = box.min_corner();
    const Point high = box.max_corner();
    fitted.centre = {(low.x() + high.x()) / 2, (low.y() + high.y()) / 2};
    const double width = std::max(size.width() - 2 * margin, 1.0) / std::max(high.x() - low.x(), 1.0);
    const double height = std::max(size.height() - 2 * margin, 1.0) / std::max(high.y() - low.y(), 1.0);
    fitted.zoom = std::log2(std::min(width, height) * worldWidth / 256);
    return fitted;
}

} // namespace tiermap
