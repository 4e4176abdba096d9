#include "maps/scene/view.h"

namespace tiermap {

QPointF View::toPage(const Point& metres) const {
    const QPointF middle = frame.center();
    return {middle.x() + (metres.x() - centre.x()) / metresPerMm, middle.y() - (metres.y() - centre.y()) / metresPerMm};
}

Point View::toMetres(const QPointF& page) const {
    const QPointF middle = frame.center();
    return {centre.x() + (page.x() - middle.x()) * metresPerMm, centre.y() - (page.y() - middle.y()) * metresPerMm};
}

std::pair<Point, Point> View::extent() const { return {toMetres(frame.bottomLeft()), toMetres(frame.topRight())}; }

} // namespace tiermap
