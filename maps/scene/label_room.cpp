#include "maps/scene/label_room.h"

#include "maps/scene/clip.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tiermap {

namespace {

constexpr double cellsPerMm = 2;
constexpr int gridSteps = 24;
constexpr QRgb nowhere = 0xFF000000U; // black, which is number 0

template <class Visit>
void forEachRing(const Polygons& polygons, Visit visit) {
    for (const Polygon& polygon : polygons) {
        visit(polygon.outer());
        for (const auto& hole : polygon.inners())
            visit(hole);
    }
}

/// Even-odd rule over all rings, which is right for valid polygons with holes.
bool contains(const Polygons& polygons, const QPointF& p) {
    bool odd = false;
    forEachRing(polygons, [&](const Polygon::ring_type& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point& a = ring[i - 1];
            const Point& b = ring[i];
            if ((a.y() > p.y()) != (b.y() > p.y()) &&
                p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()))
                odd = !odd;
        }
    });
    return odd;
}

bool edgeMeets(const QRectF& box, const Polygons& polygons) {
    bool found = false;
    forEachRing(polygons, [&](const Polygon::ring_type& ring) {
        for (std::size_t i = 1; i < ring.size() && !found; ++i)
            found = meets(box, {ring[i - 1].x(), ring[i - 1].y()}, {ring[i].x(), ring[i].y()});
    });
    return found;
}

/// Polygons along one row of boxes: what inside() asks box by box is asked once for the row.
class Strip {
public:
    Strip(const Polygons& polygons, double y, double height) {
        const double low = y - height / 2;
        const double high = y + height / 2;
        forEachRing(polygons, [&](const Polygon::ring_type& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                Point a = ring[i - 1];
                Point b = ring[i];
                if (a.y() > b.y())
                    std::swap(a, b);
                if (b.y() < low || a.y() > high)
                    continue;
                const auto at = [&](double level) {
                    const double t = a.y() == b.y() ? 0 : std::clamp((level - a.y()) / (b.y() - a.y()), 0.0, 1.0);
                    return a.x() + t * (b.x() - a.x());
                };
                const bool flat = a.y() == b.y();
                m_edges.push_back(std::minmax({flat ? a.x() : at(low), flat ? b.x() : at(high)}));
                if (a.y() <= y && y < b.y())
                    m_crossings.push_back(at(y));
            }
        });
        std::ranges::sort(m_crossings);
    }

    /// Whether a box of the row's height around x lies inside and touches no edge.
    bool holds(double x, double width) const {
        const auto left = std::ranges::lower_bound(m_crossings, x) - m_crossings.begin();
        return left % 2 == 1 && std::ranges::none_of(m_edges, [&](const std::pair<double, double>& edge) {
                   return edge.first <= x + width / 2 && edge.second >= x - width / 2;
               });
    }

private:
    std::vector<std::pair<double, double>> m_edges; ///< from where to where they cross the row
    std::vector<double> m_crossings;                ///< with its middle line
};

QPainterPath path(const Polygons& polygons) {
    QPainterPath path;
    forEachRing(polygons, [&](const Polygon::ring_type& ring) {
        QPolygonF points;
        for (const Point& point : ring)
            points += QPointF(point.x(), point.y());
        path.addPolygon(points);
    });
    return path;
}

} // namespace

Polygons toInk(const Polygons& metres, const View& view) {
    Polygons ink = metres;
    const auto convert = [&](Polygon::ring_type& ring) {
        for (Point& point : ring)
            point = Point((point.x() - view.centre.x()) / view.metresPerMm,
                          (point.y() - view.centre.y()) / view.metresPerMm);
    };
    for (Polygon& polygon : ink) {
        convert(polygon.outer());
        for (auto& hole : polygon.inners())
            convert(hole);
    }
    return ink;
}

QRectF toInk(const QRectF& page, const View& view) {
    const QPointF middle = view.frame.center();
    return {page.left() - middle.x(), middle.y() - page.bottom(), page.width(), page.height()};
}

QRectF around(const QPointF& centre, const QSizeF& size) {
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

/// Liang and Barsky.
bool meets(const QRectF& box, const QPointF& from, const QPointF& to) {
    if (std::max(from.x(), to.x()) < box.left() || std::min(from.x(), to.x()) > box.right() ||
        std::max(from.y(), to.y()) < box.top() || std::min(from.y(), to.y()) > box.bottom())
        return false;
    double enter = 0;
    double leave = 1;
    const auto cut = [&](double step, double room) {
        if (step == 0)
            return room >= 0;
        const double t = room / step;
        if (step < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter <= leave;
    };
    const QPointF d = to - from;
    return cut(-d.x(), from.x() - box.left()) && cut(d.x(), box.right() - from.x()) &&
           cut(-d.y(), from.y() - box.top()) && cut(d.y(), box.bottom() - from.y());
}

bool inside(const QRectF& box, const Polygons& polygons) {
    return !edgeMeets(box, polygons) && contains(polygons, box.center());
}

bool meets(const QRectF& box, const Polygons& polygons) {
    return edgeMeets(box, polygons) || contains(polygons, box.center());
}

std::vector<QPointF> placesInside(const Polygons& polygons, const Anchor& anchor, const QSizeF& size, bool all) {
    const QPointF pole(anchor.at.x(), anchor.at.y());
    std::vector<QPointF> places;
    if (2 * anchor.radius < std::min(size.width(), size.height())) // a rectangle holds a circle of its shorter side
        return places;
    if (inside(around(pole, size), polygons))
        places.push_back(pole);
    if (polygons.empty() || (!all && !places.empty()))
        return places;
    const auto [low, high] = extentOf(polygons);
    const double width = high.x() - low.x();
    const double height = high.y() - low.y();
    const double stepX = std::max(0.6, width / gridSteps);
    const double stepY = std::max(0.6, height / gridSteps);
    // The grid goes through the pole.
    const auto start = [](double from, double through, double step) {
        return through - std::floor((through - from) / step) * step;
    };
    for (double y = start(low.y(), pole.y(), stepY); y <= high.y(); y += stepY) {
        const Strip strip(polygons, y, size.height());
        for (double x = start(low.x(), pole.x(), stepX); x <= high.x(); x += stepX) {
            if (strip.holds(x, size.width()))
                places.emplace_back(x, y);
        }
    }
    std::ranges::stable_sort(places, {},
                             [&](const QPointF& p) { return std::hypot(p.x() - pole.x(), p.y() - pole.y()); });
    return places;
}

LabelGround::LabelGround(const std::vector<const Polygons*>& zones, const QSizeF& frame)
    : m_picture((frame * cellsPerMm).toSize() + QSize(1, 1), QImage::Format_RGB32) {
    m_picture.fill(nowhere);
    QPainter painter(&m_picture);
    painter.translate(frame.width() / 2 * cellsPerMm, frame.height() / 2 * cellsPerMm);
    painter.scale(cellsPerMm, -cellsPerMm);
    for (std::size_t i = 0; i < zones.size(); ++i)
        painter.fillPath(path(*zones[i]), QColor::fromRgb(static_cast<QRgb>(i + 1)));
    painter.end();
    const auto stride = static_cast<std::size_t>(m_picture.width()) + 1;
    m_outside.assign(stride * (static_cast<std::size_t>(m_picture.height()) + 1), 0);
    for (int y = 0; y < m_picture.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(m_picture.constScanLine(y));
        std::size_t at = stride * (static_cast<std::size_t>(y) + 1);
        int sum = 0;
        for (int x = 0; x < m_picture.width(); ++x) {
            sum += row[x] == nowhere ? 1 : 0;
            ++at;
            m_outside[at] = m_outside[at - stride] + sum;
        }
    }
}

QPoint LabelGround::cellAt(const QPointF& ink) const {
    return {(m_picture.width() - 1) / 2 + static_cast<int>(std::floor(ink.x() * cellsPerMm)),
            (m_picture.height() - 1) / 2 - static_cast<int>(std::ceil(ink.y() * cellsPerMm))};
}

int LabelGround::zoneAt(const QPointF& ink) const {
    const QPoint cell = cellAt(ink);
    if (!m_picture.rect().contains(cell))
        return none;
    const QRgb color = reinterpret_cast<const QRgb*>(m_picture.constScanLine(cell.y()))[cell.x()];
    return static_cast<int>(color - nowhere) - 1;
}

bool LabelGround::isOne(const QRectF& box) const {
    const int middle = zoneAt(box.center());
    return std::ranges::all_of(std::array{box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()},
                               [&](const QPointF& corner) { return zoneAt(corner) == middle; });
}

double LabelGround::shareOutside(const QRectF& box) const {
    // The box's upper edge is its bottom(): y goes up in ink and down in the picture.
    const QRect cells(cellAt(box.bottomLeft()), cellAt(box.topRight()));
    const QRect known = cells & m_picture.rect();
    const auto sum = [&](int x, int y) {
        return m_outside[static_cast<std::size_t>(y) * (static_cast<std::size_t>(m_picture.width()) + 1) +
                         static_cast<std::size_t>(x)];
    };
    const int all = cells.width() * cells.height();
    if (all <= 0 || known.isEmpty())
        return 1;
    const int left = known.left();
    const int right = known.right() + 1;
    const int top = known.top();
    const int bottom = known.bottom() + 1;
    const int within = known.width() * known.height();
    const int outside = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
    return static_cast<double>(all - within + outside) / all; // what is beyond the picture is outside, too
}

} // namespace tiermap
