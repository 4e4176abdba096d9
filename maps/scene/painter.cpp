#include "maps/scene/painter.h"

#include "maps/scene/clip.h"
#include "maps/scene/dash.h"
#include "maps/scene/hatch_lines.h"
#include "maps/scene/label_painter.h"
#include "maps/scene/simplify.h"
#include "maps/scene/trim.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

template <class Points>
QPolygonF onPage(const Points& points, const View& view) {
    const Line line = simplified(Line(points.begin(), points.end()), inkDetail * view.metresPerMm);
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(line.size()));
    for (const Point& point : line)
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

void paintLines(QPainter& painter, const Lines& lines, const View& view, const QPen& pen) {
    const double reach = pen.widthF();
    const QRectF visible = visibleOn(painter).adjusted(-reach, -reach, reach, reach);
    painter.setPen(pen);
    // One by one: the raster engine takes many times as long for one path of many lines.
    for (const Line& line : lines) {
        const QPolygonF points = onPage(line, view);
        if (points.size() == 1)
            painter.drawPoint(points.first());
        else
            eachRun(points, visible, [&](const QPolygonF& run) {
                if (run.size() ==
                    2) // a line of its own has a way of its own through the raster engine, and a short one
                    painter.drawLine(run.first(), run.last());
                else
                    painter.drawPolyline(run);
            });
    }
}

void paintFill(QPainter& painter, const Fill& fill, const View& view) {
    if (apart(extentOf(fill.polygons), shownOn(painter, view)))
        return;
    const Polygons polygons = clip(fill.polygons, view.extent());
    if (fill.color) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const Polygon& polygon : polygons) {
            path.addPolygon(onPage(polygon.outer(), view));
            for (const auto& hole : polygon.inners())
                path.addPolygon(onPage(hole, view));
        }
        if (!path.isEmpty())
            painter.fillPath(path, *fill.color);
    }
    if (fill.hatch) {
        const Lines lines = hatchLines(polygons, *fill.hatch, view.metresPerMm);
        paintLines(painter, lines, view, QPen(fill.hatch->color, fill.hatch->width, Qt::SolidLine, Qt::FlatCap));
    }
}

void paintStroke(QPainter& painter, const Stroke& stroke, const View& view) {
    // Borders have a bend every few pixels: an arc at each is half of the time of a picture.
    QPen pen(stroke.color, stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
    pen.setMiterLimit(2);
    const Extent shown = shownOn(painter, view);
    Lines lines = clip(stroke.lines, view.extent());
    std::erase_if(lines, [&](const Line& line) { return apart(extentOf(line), shown); });
    if (stroke.dash.empty()) {
        paintLines(painter, lines, view, pen);
        return;
    }
    std::vector<double> pattern;
    pattern.reserve(stroke.dash.size());
    for (const double length : stroke.dash)
        pattern.push_back(length * view.metresPerMm);
    pen.setCapStyle(Qt::FlatCap);
    for (const Line& line : lines)
        paintLines(painter, dashed(line, pattern), view, pen);
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
    QPainterPath path;
    switch (symbol.shape) {
    case Symbol::Shape::Circle:
        path.addEllipse(at, r, r);
        break;
    case Symbol::Shape::Square:
        path.addRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        break;
    case Symbol::Shape::Diamond:
        path.addPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at - QPointF(r, 0)}));
        break;
    case Symbol::Shape::Triangle:
        path.addPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, r * 0.8), at + QPointF(-r, r * 0.8)}));
        break;
    case Symbol::Shape::Pie:
    case Symbol::Shape::Bars:
        return;
    }
    path.closeSubpath();
    painter.setPen(QPen(symbol.hollow ? symbol.color : symbol.outline, symbol.hollow ? 0.35 : 0.2));
    painter.setBrush(symbol.hollow ? symbol.outline : symbol.color);
    painter.drawPath(path);
    painter.setBrush(Qt::NoBrush);
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
    for (const Symbol& symbol : list.symbols) {
        const QPointF at = view.toPage(symbol.at);
        if (view.frame.contains(at))
            paintSymbol(painter, symbol, at);
    }
    const TextMeasure measure(font);
    const QRectF visible = visibleOn(painter);
    for (const Label& label : list.labels)
        paintLeader(painter, label, view.toPage(label.at), measure);
    for (const Label& label : list.labels) {
        const QPointF at = view.toPage(label.at);
        const double beyond = 1 + label.haloWidth; // mm; glyphs may stick out of their box
        if (labelBox(label, at, measure).adjusted(-beyond, -beyond, beyond, beyond).intersects(visible))
            paintLabel(painter, label, at, measure, text);
    }
}

} // namespace tiermap
