#include "maps/figure/file_formats.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QXmlStreamReader>

namespace tiermap {

/// Qt names the one family and embeds no font: where it is missing, a viewer should take another Chinese sans serif.
constexpr QByteArrayView named = "font-family=\"WenQuanYi Micro Hei\"";
constexpr QByteArrayView fallbacks = "font-family=\"'WenQuanYi Micro Hei','Noto Sans CJK SC','Source Han Sans SC',"
                                     "'Microsoft YaHei','PingFang SC',sans-serif\"";

const QByteArray recordOpen = "<figure xmlns=\"urn:tiermap:figure\">";
const QByteArray recordClose = "</figure>";

QByteArray recordInSvg(const QByteArray& bytes) {
    const qsizetype open = bytes.indexOf(recordOpen);
    const qsizetype close = bytes.indexOf(recordClose, open);
    if (open < 0 || close < 0)
        return {};
    QXmlStreamReader xml(bytes.sliced(open, close + recordClose.size() - open));
    return xml.readNextStartElement() ? xml.readElementText().toUtf8() : QByteArray();
}

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
    if (const QByteArray& record = figure.sheet().record; !record.isEmpty()) {
        const qsizetype at = bytes.indexOf("</desc>");
        const QByteArray text = QString::fromUtf8(record).toHtmlEscaped().toUtf8();
        if (at >= 0)
            bytes.insert(at + qsizetype(sizeof "</desc>") - 1,
                         "\n<metadata>" + recordOpen + text + recordClose + "</metadata>");
    }
    return bytes.replace(named, fallbacks);
}

} // namespace tiermap
