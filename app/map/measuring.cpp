#include "app/map/measuring.h"

#include "app/map/camera.h"
#include "app/map/marks.h"
#include "app/session/words.h"
#include "maps/geometry/measure.h"

#include <cmath>

namespace tiermap {

namespace {

GeoPoint geoPoint(const QPointF& point) { return {point.x(), point.y()}; }

/// Three significant digits or whole units, whichever says more.
QString number(double value) {
    const double parts = value >= 100 ? 1 : value >= 10 ? 10 : 100;
    return words(std::round(value * parts) / parts);
}

} // namespace

void Measuring::add(const QPointF& vertex) {
    if (m_finished)
        clear();
    m_vertices.push_back(vertex);
    m_pointer.reset();
}

void Measuring::moveTo(const QPointF& pointer) {
    if (!m_finished && !m_vertices.empty())
        m_pointer = pointer;
}

void Measuring::finish() {
    m_pointer.reset();
    m_finished = !m_vertices.empty();
}

void Measuring::clear() {
    m_vertices.clear();
    m_pointer.reset();
    m_finished = false;
}

double Measuring::metres() const {
    GeoLine line;
    for (const QPointF& point : outline())
        line.push_back(geoPoint(point));
    return line.size() < 2 ? 0 : lengthMetres(line);
}

double Measuring::squareMetres() const {
    const std::vector<QPointF> corners = outline();
    if (!m_area || corners.size() < 4)
        return 0;
    GeoPolygon polygon;
    for (const QPointF& point : corners)
        polygon.outer().push_back(geoPoint(point));
    return std::abs(areaSquareMetres(polygon)); // drawn clockwise as well as counter-clockwise
}

QString Measuring::figure() const {
    const double length = metres();
    if (length <= 0)
        return {};
    if (m_area) {
        const double area = squareMetres();
        return area < 1e5 ? number(area) + QStringLiteral(" m²") : number(area / 1e6) + QStringLiteral(" km²");
    }
    return length < 1000 ? number(length) + QStringLiteral(" m") : number(length / 1000) + QStringLiteral(" km");
}

DisplayList Measuring::marks(const Theme& theme) const {
    Line line;
    for (const QPointF& point : outline())
        line.push_back(webMercatorMetres(point));
    DisplayList list = line.size() < 2 ? DisplayList() : outlineMarks({line}, theme);
    for (const QPointF& vertex : m_vertices)
        list.symbols.push_back({webMercatorMetres(vertex), Symbol::Shape::Circle, 1.9, theme.halo, theme.selection});
    return list;
}

std::vector<QPointF> Measuring::outline() const {
    std::vector<QPointF> points = m_vertices;
    if (m_pointer)
        points.push_back(*m_pointer);
    if (m_area && points.size() > 2)
        points.push_back(points.front());
    return points;
}

} // namespace tiermap
