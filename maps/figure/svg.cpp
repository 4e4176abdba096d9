#include "maps/figure/file_formats.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace tiermap {

/// Qt names the one family and embeds no font: where it is missing, a viewer should take another Chinese sans serif.
constexpr QByteArrayView named = "font-family=\"WenQuanYi Micro Hei\"";
constexpr QByteArrayView fallbacks = "font-family=\"'WenQuanYi Micro Hei','Noto Sans CJK SC','Source Han Sans SC',"
                                     "'Microsoft YaHei','PingFang SC',sans-serif\"";

QByteArray svgBytes(const Figure& figure, FigureSpec::SvgText text) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // One unit is a millimetre: 254 dots per inch make 10 of them.
    const QSizeF size = figure.pageSize();
    generator.setResolution(254);
    generator.setSize((size * 10).toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(figure.sheet().title);
    generator.setDescription(figure.sheet().subject);
    QPainter painter(&generator);
    figure.paint(painter, text == FigureSpec::SvgText::Outlines ? TextInk::Outlines : TextInk::Text);
    painter.end();
    return bytes.replace(named, fallbacks);
}

} // namespace tiermap
