#include "maps/figure/sheet_ground.h"

namespace tiermap {

QPointF SheetGround::toPage(const GeoPoint& place) const {
    const Point metres = projection.forward(place);
    return {(metres.x() - corner.x()) / metresPerMm, (corner.y() - metres.y()) / metresPerMm};
}

GeoPoint SheetGround::toGround(const QPointF& page) const {
    return projection.inverse({corner.x() + page.x() * metresPerMm, corner.y() - page.y() * metresPerMm});
}

std::array<double, 6> SheetGround::affine(int dpi) const {
    const double pixel = metresPerMm * 25.4 / dpi;
    return {corner.x(), pixel, 0, corner.y(), 0, -pixel};
}

QByteArray worldFile(const SheetGround& ground, int dpi) {
    const auto [x, width, xTurn, y, yTurn, height] = ground.affine(dpi);
    QByteArray lines;
    for (const double number : {width, xTurn, yTurn, height, x + width / 2, y + height / 2})
        lines += QByteArray::number(number, 'f', 6) + '\n';
    return lines;
}

} // namespace tiermap
