#include "maps/scene/painter.h"

#include "maps/scene/clip.h"
#include "maps/scene/dash.h"
#include "maps/scene/device_unit.h"
#include "maps/scene/disc.h"
#include "maps/scene/hatch_brush.h"
#include "maps/scene/hatch_lines.h"
#include "maps/scene/label_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

template <class Points>
QPolygonF onPage(const Points& points, const View& view) {
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(points.size()));
    for (const Point& point : points)
        polygon += view.toPage(point);
    return polygon;
}

/// What of the page the device shows: a band of a picture is painted without what lies in others.
QRectF visibleOn(const QPainter& painter) {
    return painter.combinedTransform().inverted().mapRect(QRectF(painter.window()));
}

/// The same in metres, and a little more for the width of lines.
Extent shownOn(const QPainter& painter, const View& view) {
    constexpr double widest = 5; // mm
    const QRectF visible = visibleOn(painter).adjusted(-widest, -widest, widest, widest);
    return {view.toMetres(visible.bottomLeft()), view.toMetres(visible.topRight())};
}

/// The runs of a line whose segments come into the box: a stroker works on all that it is given, seen or not.
template <class Draw>
void eachRun(const QPolygonF& points, const QRectF& box, const Draw& draw) {
    QPolygonF run;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF& from = points[i - 1];
        const QPointF& to = points[i];
        const bool seen = std::max(from.x(), to.x()) >= box.left() && std::min(from.x(), to.x()) <= box.right() &&
                          std::max(from.y(), to.y()) >= box.top() && std::min(from.y(), to.y()) <= box.bottom();
        if (seen) {
            if (run.isEmpty())
                run += from;
            run += to;
        } else if (!run.isEmpty()) {
            draw(run);
            run.clear();
        }
    }
    if (!run.isEmpty())
        draw(run);
}

bool reaches(const QRectF& box, const QPointF* from, const QPointF* to) {
    const auto [left, right] = std::minmax_element(from, to, [](auto& a, auto& b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(from, to, [](auto& a, auto& b) { return a.y() < b.y(); });
    return left->x() <= box.right() && right->x() >= box.left() && top->y() <= box.bottom() && bottom->y() >= box.top();
}

/// A line in pieces that meet with their round ends, those that come into the box: the raster engine takes the longer for
/// each pixel the wider a shape is. A long segment is a piece of its own, with dots where no round end is: straight lines
/// with flat ends have a short way through the engine. Where pieces end does not go by the box.
void drawInPieces(QPainter& painter, const QPolygonF& line, const QPen& pen, const QRectF& box) {
    constexpr double longest = 32; // pixels
    QPen flat = pen;
    flat.setCapStyle(Qt::FlatCap);
    const QPointF* const end = line.constData() + line.size();
    bool afterLong = false;
    for (const QPointF* from = line.constData(); from + 1 < end;) {
        const QPointF* last = from;
        double left = from->x();
        double right = left;
        for (const QPointF* next = from + 1; next < end; ++next) {
            left = std::min(left, next->x());
            right = std::max(right, next->x());
            if (right - left > longest || (*next - *last).manhattanLength() > longest)
                break;
            last = next;
        }
        const bool isLong = last == from;
        last += isLong ? 1 : 0;
        if (reaches(box, from, last + 1)) {
            if (isLong) {
                painter.setPen(flat);
                painter.drawLine(*from, *last);
                painter.setPen(pen);
                if (from == line.constData() || afterLong)
                    painter.drawPoint(*from);
                if (last + 1 == end)
                    painter.drawPoint(*last);
            } else {
                painter.drawPolyline(from, static_cast<int>(last - from) + 1);
            }
        }
        from = last;
        afterLong = isLong;
    }
}

void paintLines(QPainter& painter, const Lines& lines, const View& view, QPen pen) {
    const Extent shown = shownOn(painter, view);
    const DeviceUnit unit(painter);
    pen.setWidthF(unit.length(pen.widthF()));
    const bool inPieces = unit.makesPixels() && pen.capStyle() == Qt::RoundCap && pen.color().alpha() == 255;
    const double reach = pen.widthF();
    const QRectF visible = visibleOn(painter).adjusted(-reach, -reach, reach, reach);
    painter.setPen(pen);
    // One by one: the raster engine takes many times as long for one path of many lines.
    for (const Line& line : lines) {
        if (apart(extentOf(line), shown))
            continue;
        const QPolygonF points = unit.map(onPage(line, view));
        if (points.size() == 1) {
            painter.drawPoint(points.first());
            continue;
        }
        if (inPieces) {
            drawInPieces(painter, points, pen, visible);
            continue;
        }
        eachRun(points, visible, [&](const QPolygonF& run) {
            if (run.size() == 2) // a line of its own has a way of its own through the raster engine
                painter.drawLine(run.first(), run.last());
            else
                painter.drawPolyline(run);
        });
    }
}

QPainterPath pathOf(const Polygons& polygons, const View& view, const DeviceUnit& unit) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const Polygon& polygon : polygons) {
        path.addPolygon(unit.map(onPage(polygon.outer(), view)));
        for (const auto& hole : polygon.inners())
            path.addPolygon(unit.map(onPage(hole, view)));
    }
    return path;
}

void paintFill(QPainter& painter, const Fill& fill, const View& view) {
    if (apart(extentOf(fill.polygons), shownOn(painter, view)))
        return;
    {
        const DeviceUnit unit(painter);
        const auto hatch = fill.hatch && unit.makesPixels() ? hatchBrush(*fill.hatch, fill.color, view, unit.fromPage())
                                                            : std::nullopt;
        if (hatch || fill.color)
            painter.fillPath(pathOf(fill.polygons, view, unit), hatch ? *hatch : QBrush(*fill.color));
        if (hatch)
            return;
    }
    if (fill.hatch) {
        const Lines lines = hatchLines(fill.polygons, *fill.hatch, view.metresPerMm);
        paintLines(painter, lines, view, QPen(fill.hatch->color, fill.hatch->width, Qt::SolidLine, Qt::FlatCap));
    }
}

void paintStroke(QPainter& painter, const Stroke& stroke, const View& view) {
    // Borders have a bend every few pixels: an arc at each is half of the time of a picture.
    QPen pen(stroke.color, stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
    pen.setMiterLimit(2);
    if (stroke.dash.empty())
        return paintLines(painter, stroke.lines, view, pen);
    std::vector<double> pattern;
    pattern.reserve(stroke.dash.size());
    for (const double length : stroke.dash)
        pattern.push_back(length * view.metresPerMm);
    pen.setCapStyle(Qt::FlatCap);
    const Extent shown = shownOn(painter, view);
    for (const Line& line : stroke.lines) {
        if (!apart(extentOf(line), shown))
            paintLines(painter, dashed(line, pattern), view, pen);
    }
}

void paintPaths(QPainter& painter, const std::vector<InkedPath>& paths, const QRectF& place) {
    const QRectF visible = visibleOn(painter);
    const QTransform onPage = QTransform::fromTranslate(place.x(), place.y()).scale(place.width(), place.height());
    for (const InkedPath& each : paths) {
        const QPainterPath path = onPage.map(each.path);
        if (path.controlPointRect().intersects(visible))
            painter.fillPath(path, each.color);
    }
}

void paintPicture(QPainter& painter, const Picture& picture, const View& view) {
    const QRectF place = QRectF(view.toPage(picture.low), view.toPage(picture.high)).normalized();
    if (!picture.paths.empty())
        return paintPaths(painter, picture.paths, place);
    if (picture.image.isNull())
        return;
    const QRectF shown = place & view.frame; // never a painter's clip: SVG drops it
    if (shown.isEmpty())
        return;
    const double across = picture.image.width() / place.width();
    const double down = picture.image.height() / place.height();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(shown, picture.image,
                      QRectF((shown.x() - place.x()) * across, (shown.y() - place.y()) * down, shown.width() * across,
                             shown.height() * down));
}

/// Sectors from the top, clockwise.
void paintPie(QPainter& painter, const Symbol& symbol, const QPointF& at) {
    double all = 0;
    for (const Symbol::Part& part : symbol.parts)
        all += std::isfinite(part.amount) ? part.amount : 0;
    const double r = symbol.size / 2;
    const QRectF box(at.x() - r, at.y() - r, symbol.size, symbol.size);
    double from = 90; // degrees, as Qt counts them: counter-clockwise from three o'clock
    painter.setPen(QPen(symbol.outline, 0.2));
    for (const Symbol::Part& part : symbol.parts) {
        if (!(part.amount > 0))
            continue;
        const double sweep = 360 * part.amount / all;
        QPainterPath path;
        if (sweep < 360) {
            path.moveTo(at);
            path.arcTo(box, from, -sweep);
            path.closeSubpath();
        } else {
            path.addEllipse(box);
        }
        painter.setBrush(part.color);
        painter.drawPath(path);
        from -= sweep;
    }
    painter.setBrush(Qt::NoBrush);
}

/// Columns side by side on a line, in the middle where one of them goes down.
void paintBars(QPainter& painter, const Symbol& symbol, const QPointF& at) {
    const bool down = std::ranges::any_of(symbol.parts, [](const Symbol::Part& part) { return part.amount < 0; });
    const double height = down ? symbol.size / 2 : symbol.size;
    const double base = down ? at.y() : at.y() + symbol.size / 2;
    const double width = std::min(symbol.size / static_cast<double>(symbol.parts.size()), symbol.size / 3);
    double left = at.x() - width * static_cast<double>(symbol.parts.size()) / 2;
    const double right = left + width * static_cast<double>(symbol.parts.size());
    painter.setPen(QPen(symbol.outline, 0.2));
    for (const Symbol::Part& part : symbol.parts) {
        if (std::isfinite(part.amount) && part.amount != 0) {
            QPainterPath path;
            path.addRect(
                QRectF(left, base - std::max(part.amount, 0.0) * height, width, std::abs(part.amount) * height));
            painter.setBrush(part.color);
            painter.drawPath(path);
        }
        left += width;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x55, 0x55, 0x52), 0.2));
    painter.drawLine(QPointF(at.x() - (right - at.x()) - 0.3, base), QPointF(right + 0.3, base));
}

void paintSymbol(QPainter& painter, const Symbol& symbol, const QPointF& at) {
    if (symbol.shape == Symbol::Shape::Pie)
        return paintPie(painter, symbol, at);
    if (symbol.shape == Symbol::Shape::Bars)
        return paintBars(painter, symbol, at);
    const double r = symbol.size / 2;
    const QColor& line = symbol.hollow ? symbol.color : symbol.outline;
    const QColor& inside = symbol.hollow ? symbol.outline : symbol.color;
    const double width = symbol.hollow ? 0.35 : 0.2;
    if (symbol.shape == Symbol::Shape::Circle)
        return paintDisc(painter, {.at = at, .radius = r, .color = inside, .ring = line, .ringWidth = width});
    QPainterPath path;
    switch (symbol.shape) {
    case Symbol::Shape::Square:
        path.addRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        break;
    case Symbol::Shape::Diamond:
        path.addPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at - QPointF(r, 0)}));
        break;
    case Symbol::Shape::Triangle:
        path.addPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, r * 0.8), at + QPointF(-r, r * 0.8)}));
        break;
    case Symbol::Shape::Circle:
    case Symbol::Shape::Pie:
    case Symbol::Shape::Bars:
        return;
    }
    path.closeSubpath();
    painter.setPen(QPen(line, width));
    painter.setBrush(inside);
    painter.drawPath(path);
    painter.setBrush(Qt::NoBrush);
}

/// How far a label may come above or below its middle, whatever its text. mm
double heightBound(const Label& label) {
    const auto lines = static_cast<double>(label.text.count(u'\n') + 1);
    const double mark = label.markAbove ? 0.8 : 0;
    constexpr double outOfBox = 0.5; // glyphs with accents and descenders; a line and its leading take 1.2
    return (0.6 * lines + mark + outOfBox) * label.size * mmPerPoint + label.haloWidth;
}

} // namespace

void paint(QPainter& painter, const DisplayList& list, const View& view, const QFont& font, TextInk text) {
    for (const auto& item : list.base) {
        if (const auto* fill = std::get_if<Fill>(&item))
            paintFill(painter, *fill, view);
        else if (const auto* stroke = std::get_if<Stroke>(&item))
            paintStroke(painter, *stroke, view);
        else
            paintPicture(painter, std::get<Picture>(item), view);
    }
    const QRectF visible = visibleOn(painter);
    for (const Symbol& symbol : list.symbols) {
        const QPointF at = view.toPage(symbol.at);
        const double reach = symbol.size / 2 + 1; // mm; bars have a base line that is a little longer
        if (view.frame.contains(at) && visible.adjusted(-reach, -reach, reach, reach).contains(at))
            paintSymbol(painter, symbol, at);
    }
    const TextMeasure measure(font);
    for (const Label& label : list.labels)
        paintLeader(painter, label, view.toPage(label.at), measure);
    for (const Label& label : list.labels) {
        const QPointF at = view.toPage(label.at);
        const double reach = heightBound(label); // measuring the text would take longer than what it saves
        const double middle = at.y() - label.offset.y();
        if (middle + reach >= visible.top() && middle - reach <= visible.bottom())
            paintLabel(painter, label, at, measure, text);
    }
}

} // namespace tiermap
