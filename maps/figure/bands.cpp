#include "maps/figure/bands.h"

#include <QPainter>

namespace tiermap {

QSize pixelsOf(const Figure& figure, int dpi) { return (figure.pageSize() * dpi / 25.4).toSize(); }

QImage painted(const Figure& figure, int dpi, int top, int height) {
    QImage image(pixelsOf(figure, dpi).width(), height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(0, -top);
    painter.scale(dpi / 25.4, dpi / 25.4);
    figure.paint(painter);
    return image;
}

} // namespace tiermap
