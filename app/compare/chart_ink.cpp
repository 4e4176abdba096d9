#include "app/compare/chart_ink.h"

#include "maps/style/label_ink.h"
#include "maps/style/theme.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

constexpr double leastWithLetter = 11; // pixels

QColor mixed(const QColor& one, const QColor& other, double share) {
    const auto part = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue())};
}

QPainterPath polygon(int corners, double turned, const QPointF& middle, double radius) {
    QPolygonF points;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners + turned;
        points << middle + QPointF(std::sin(angle), -std::cos(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(points);
    return path;
}

} // namespace

ChartInk ChartInk::of(const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    const Theme theme = dark ? Theme::dark() : Theme::paper();
    return {.ground = palette.color(QPalette::Base),
            .text = palette.color(QPalette::Text),
            .quiet = theme.quietText,
            .grid = theme.graticule,
            .selection = theme.selection,
            .strongest = dark ? QColor(0xA9, 0xCF, 0xEE) : QColor(0x1F, 0x4E, 0x79)};
}

ChartInk ChartInk::paper() {
    const Theme theme = Theme::paper();
    return {.ground = Qt::white,
            .text = theme.text,
            .quiet = theme.quietText,
            .grid = theme.graticule,
            .selection = theme.selection,
            .strongest = QColor(0x1F, 0x4E, 0x79)};
}

QColor ChartInk::cell(double share) const {
    return mixed(ground, strongest, 0.06 + 0.94 * std::clamp(share, 0.0, 1.0));
}

QColor ChartInk::on(const QColor& under) const {
    return contrastRatio(under, Qt::white) > contrastRatio(under, Qt::black) ? Qt::white : Qt::black;
}

QColor ChartInk::line(const QColor& colour) const {
    QColor result = colour.isValid() ? colour : quiet;
    for (int i = 0; i < 8 && contrastRatio(result, ground) < 2.2; ++i)
        result = mixed(result, text, 0.15);
    return result;
}

QPainterPath symbolShape(int tier, const QPointF& middle, double size) {
    const double radius = size / 2;
    QPainterPath path;
    switch (std::max(tier, 0) % 6) {
    case 0:
        path.addEllipse(middle, radius, radius);
        return path;
    case 1:
        path.addRect(QRectF(middle.x() - radius * 0.9, middle.y() - radius * 0.9, radius * 1.8, radius * 1.8));
        return path;
    case 2:
        return polygon(4, 0, middle, radius * 1.25);
    case 3:
        return polygon(6, 0, middle, radius * 1.15);
    case 4:
        return polygon(3, 0, middle, radius * 1.4);
    default:
        return polygon(3, std::numbers::pi, middle, radius * 1.4);
    }
}

void drawSymbol(QPainter& painter, const Chart& chart, int tier, const QPointF& middle, double size, bool complete,
                const ChartInk& ink, const QFont& font) {
    const QColor colour = tier >= 0 && tier < chart.tiers.size() ? chart.tiers[tier].colour : ink.quiet;
    const QColor fill = complete ? colour : ink.ground;
    painter.setBrush(fill);
    painter.setPen(complete ? QPen(ink.text, 1) : QPen(ink.line(colour), 2));
    painter.drawPath(symbolShape(tier, middle, size));
    if (size < leastWithLetter || tier < 0 || tier >= chart.tiers.size())
        return;
    QFont small = font;
    small.setPixelSize(std::max(6, static_cast<int>(std::lround(size * 0.66))));
    painter.setFont(small);
    painter.setPen(ink.on(fill));
    const double half = size;
    painter.drawText(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), Qt::AlignCenter,
                     chart.tiers[tier].mark.left(1));
}

QFont emphasised(QFont font) {
    font.setBold(true);
    return font;
}

void drawMissing(QPainter& painter, const QRectF& cell, const ChartInk& ink) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink.quiet, 0.7));
    painter.drawRect(cell);
    painter.drawLine(cell.topLeft(), cell.bottomRight());
    painter.drawLine(cell.topRight(), cell.bottomLeft());
}

} // namespace tiermap
