#include "maps/scene/label_painter.h"

#include "maps/scene/device_unit.h"
#include "maps/scene/disc.h"
#include "maps/scene/simplify.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tiermap {

namespace {

constexpr double leaderWidth = 0.2;
constexpr double leaderDot = 0.7;
constexpr double discRing = 0.3;
constexpr double haloDetail = 0.15; // of a halo's width: what of a glyph's outline its edge does not show

/// Text at its own size in a coordinate system that is scaled for it: fonts know no fractions of a millimetre.
void paintLine(QPainter& painter, const QPointF& baseline, const QString& line, double points,
               const TextMeasure& measure, TextInk text) {
    const double scale = points * mmPerPoint / TextMeasure::pixels;
    if (text == TextInk::Outlines) {
        QPainterPath path;
        path.addText(QPointF(0, 0), measure.font(), line);
        path.setFillRule(Qt::WindingFill); // strokes of one character may overlap
        painter.fillPath(QTransform::fromTranslate(baseline.x(), baseline.y()).scale(scale, scale).map(path),
                         painter.pen().color());
        return;
    }
    painter.save();
    painter.translate(baseline);
    painter.scale(scale, scale);
    painter.setFont(measure.font());
    painter.drawText(QPointF(0, 0), line);
    painter.restore();
}

void paintHalo(QPainter& painter, const Label& label, const LabelBlock& block, const QPointF& centre,
               const TextMeasure& measure) {
    const double scale = label.size * mmPerPoint / TextMeasure::pixels;
    const DeviceUnit unit(painter);
    QPen pen(label.halo, unit.length(2 * label.haloWidth), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setMiterLimit(0.75); // enough for right angles; the points of a W would have spikes
    painter.setPen(pen);
    for (qsizetype i = 0; i < block.lines.size(); ++i) {
        QPainterPath line;
        line.addText(QPointF(0, 0), measure.font(), block.lines[i]);
        const QPointF place = centre + block.baselines[static_cast<std::size_t>(i)];
        const QTransform toPage = QTransform::fromTranslate(place.x(), place.y()).scale(scale, scale);
        // Contour by contour, and without what the halo's width swallows: the raster engine is slow with long paths.
        for (const QPolygonF& contour : line.toSubpathPolygons(QTransform::fromScale(0.2, 0.2))) {
            QPolygonF coarse = (QTransform::fromScale(5, 5) * toPage).map(contour);
            Line all;
            for (const QPointF& point : coarse)
                all.emplace_back(point.x(), point.y());
            coarse.clear();
            for (const Point& point : simplified(all, haloDetail * label.haloWidth))
                coarse += QPointF(point.x(), point.y());
            painter.drawPolygon(unit.map(coarse));
        }
    }
}

} // namespace

void paintLeader(QPainter& painter, const Label& label, const QPointF& at, const TextMeasure& measure) {
    if (!label.leader)
        return;
    const QPointF end = leaderEnd(labelBox(label, at, measure), at);
    const auto line = [&](const QColor& color, double width, double dot) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at, end);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(at, dot / 2, dot / 2);
        painter.setBrush(Qt::NoBrush);
    };
    line(label.halo, leaderWidth + 0.4, leaderDot + 0.4);
    line(label.color, leaderWidth, leaderDot);
}

void paintLabel(QPainter& painter, const Label& label, const QPointF& at, const TextMeasure& measure, TextInk text) {
    const LabelBlock block = labelBlock(label, measure);
    const QPointF centre = at + QPointF(label.offset.x(), -label.offset.y());
    if (label.haloWidth > 0)
        paintHalo(painter, label, block, centre, measure);
    if (block.disc > 0) {
        const double radius = block.disc / 2 - discRing / 2;
        paintDisc(painter, {.at = centre + block.discCentre,
                            .radius = radius,
                            .color = Qt::white,
                            .ring = label.markColor,
                            .ringWidth = discRing});
        painter.setPen(QColor(0x22, 0x22, 0x22));
        const double em = block.markSize * mmPerPoint;
        const QPointF baseline(-measure.width(label.mark, block.markSize) / 2, 0.36 * em);
        paintLine(painter, centre + block.discCentre + baseline, label.mark, block.markSize, measure, text);
    }
    painter.setPen(label.color);
    for (qsizetype i = 0; i < block.lines.size(); ++i)
        paintLine(painter, centre + block.baselines[static_cast<std::size_t>(i)], block.lines[i], label.size, measure,
                  text);
}

} // namespace tiermap
