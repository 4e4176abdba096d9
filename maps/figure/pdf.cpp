#include "maps/figure/file_formats.h"
#include "maps/figure/pdf_identity.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace tiermap {

namespace {

constexpr int resolution = 2400; // dots have no parts (device_unit.h): as fine as a platesetter, a hundredth of a mm

QByteArray painted(const Figure& figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(figure.pageSize(), QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter));
    writer.setResolution(resolution);
    QPainter painter(&writer);
    painter.scale(resolution / 25.4, resolution / 25.4);
    figure.paint(painter);
    painter.end();
    return bytes;
}

} // namespace

QByteArray pdfBytes(const Figure& figure) { return withIdentity(painted(figure), figure.sheet()); }

} // namespace tiermap
