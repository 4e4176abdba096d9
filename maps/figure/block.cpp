#include "maps/figure/block.h"

#include <QTextBoundaryFinder>

namespace tiermap {

namespace {

Point up(const QPointF& p) { return {p.x(), -p.y()}; }

Line ringOf(const QRectF& rect) {
    return {up(rect.bottomLeft()), up(rect.bottomRight()), up(rect.topRight()), up(rect.topLeft()),
            up(rect.bottomLeft())};
}

} // namespace

QStringList wrapped(const TextMeasure& measure, const QString& text, double points, double width) {
    QStringList lines;
    // Thin spaces part thousands: no line breaks within a number.
    const QString unbroken = QString(text).replace(QChar(0x2009), QChar(0x202F));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, unbroken);
    constexpr double surely = 0.9; // of the width: letters joined are a little narrower or wider than one by one
    qsizetype start = 0;
    qsizetype fits = 0;
    double about = 0; // of the line so far; all of it is measured only where it is nearly full
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        about += measure.width(text.sliced(fits, next - fits), points);
        if (fits > start && about > surely * width &&
            measure.width(text.sliced(start, next - start).trimmed(), points) > width) {
            lines += text.sliced(start, fits - start).trimmed();
            start = fits;
            about = measure.width(text.sliced(fits, next - fits), points);
        }
        fits = next;
    }
    if (start < text.size())
        lines += text.sliced(start).trimmed();
    return lines;
}

QStringList joined(const TextMeasure& measure, const QStringList& parts, const QString& separator, double points,
                   double width, bool hang) {
    QStringList lines;
    for (const QString& part : parts) {
        const QString longer = lines.isEmpty() ? part : lines.last() + separator + part;
        if (lines.isEmpty()) {
            lines += part;
        } else if (measure.width(longer, points) <= width) {
            lines.last() = longer;
        } else {
            if (hang)
                lines.last() += separator.trimmed();
            lines += part;
        }
    }
    return lines;
}

void Block::text(const QPointF& baseline, const QString& line, double points, const QColor& color, Align align) {
    const double width = m_measure->width(line, points);
    const double left = align == Align::Left ? 0 : align == Align::Right ? -width : -width / 2;
    const QPointF centre = baseline + QPointF(left + width / 2, -0.36 * points * mmPerPoint);
    m_list.labels.push_back({.at = up(centre), .text = line, .size = points, .color = color, .haloWidth = 0});
}

double Block::paragraph(const QPointF& topLeft, const QString& text, double points, const QColor& color, double width) {
    return paragraph(topLeft, wrapped(*m_measure, text, points, width), points, color);
}

double Block::paragraph(const QPointF& topLeft, const QStringList& lines, double points, const QColor& color) {
    double y = topLeft.y();
    for (const QString& line : lines) {
        this->text({topLeft.x(), y + 0.95 * points * mmPerPoint}, line, points, color);
        y += lineHeight(points);
    }
    return y;
}

void Block::mark(const QPointF& centre, const QString& mark, double points, const QColor& ring) {
    m_list.labels.push_back({.at = up(centre), .size = points, .haloWidth = 0, .mark = mark, .markColor = ring});
}

void Block::rect(const QRectF& rect, const AreaInk& ink) {
    Polygon polygon;
    const Line ring = ringOf(rect);
    polygon.outer().assign(ring.begin(), ring.end());
    m_list.base.emplace_back(Fill{{polygon}, ink.fill, ink.hatch});
}

void Block::ground(const QColor& color, const QColor& frame) {
    Block below(*m_measure);
    below.rect(QRectF(QPointF(0, 0), size), color);
    below.frame(QRectF(QPointF(0, 0), size), frame, 0.15);
    m_list.base.insert(m_list.base.begin(), below.m_list.base.begin(), below.m_list.base.end());
}

void Block::polygon(const std::vector<QPointF>& corners, const QColor& color) {
    Polygon polygon;
    for (const QPointF& corner : corners)
        polygon.outer().push_back(up(corner));
    polygon.outer().push_back(up(corners.front()));
    m_list.base.emplace_back(Fill{{polygon}, color, std::nullopt});
}

void Block::frame(const QRectF& rect, const QColor& color, double width, const std::vector<double>& dash) {
    m_list.base.emplace_back(Stroke{{ringOf(rect)}, color, width, dash});
}

void Block::line(const QPointF& from, const QPointF& to, const QColor& color, double width,
                 const std::vector<double>& dash) {
    m_list.base.emplace_back(Stroke{{Line{up(from), up(to)}}, color, width, dash});
}

void Block::picture(const QRectF& rect, const QImage& image, const std::vector<InkedPath>& paths) {
    m_list.base.emplace_back(
        Picture{.image = image, .low = up(rect.bottomLeft()), .high = up(rect.topRight()), .paths = paths});
}

void Block::symbol(Symbol symbol, const QPointF& at) {
    symbol.at = up(at);
    m_list.symbols.push_back(std::move(symbol));
}

Panel Block::at(const QPointF& topLeft) const {
    // A little wider than the block, so that lines along its edges keep their width.
    return {m_list, View{Point(size.width() / 2, -size.height() / 2), 1, QRectF(topLeft, size).adjusted(-1, -1, 1, 1)}};
}

} // namespace tiermap
