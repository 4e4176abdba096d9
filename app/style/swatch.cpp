#include "app/style/swatch.h"

#include "maps/scene/painter.h"

#include <QPainter>
#include <QPixmap>

namespace tiermap {

namespace {

Polygons rectangle() {
    const QSizeF mm = QSizeF(swatchSize) / (96 / 25.4);
    Polygon polygon;
    for (const auto& [x, y] : {std::pair{0.3, 0.3},
                               {mm.width() - 0.3, 0.3},
                               {mm.width() - 0.3, mm.height() - 0.3},
                               {0.3, mm.height() - 0.3},
                               {0.3, 0.3}})
        polygon.outer().emplace_back(x, y);
    return {polygon};
}

} // namespace

QIcon swatch(const DisplayList& list, qreal ratio) {
    constexpr double pixelsPerMm = 96 / 25.4;
    QPixmap pixmap(swatchSize * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixelsPerMm, pixelsPerMm);
    const QSizeF mm = QSizeF(swatchSize) / pixelsPerMm;
    paint(painter, list, {Point(mm.width() / 2, mm.height() / 2), 1, QRectF(QPointF(), mm)}, {});
    return QIcon(pixmap);
}

DisplayList fillSwatch(const AreaInk& ink, const std::optional<QColor>& ground) {
    DisplayList list;
    const Polygons area = rectangle();
    if (ground)
        list.base.emplace_back(Fill{area, ground, {}});
    list.base.emplace_back(Fill{area, ink.fill, ink.hatch});
    if (ink.hatch)
        list.base.emplace_back(
            Stroke{{Line(area.front().outer().begin(), area.front().outer().end())}, ink.hatch->color, 0.25});
    return list;
}

DisplayList symbolSwatch(Symbol symbol) {
    const QSizeF mm = QSizeF(swatchSize) / (96 / 25.4);
    symbol.at = Point(mm.width() / 2, mm.height() / 2);
    symbol.size = 2.2;
    DisplayList list;
    list.symbols.push_back(std::move(symbol));
    return list;
}

} // namespace tiermap
