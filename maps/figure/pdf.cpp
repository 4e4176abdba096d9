#include "maps/figure/file_formats.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <string>

namespace tiermap {

namespace {

constexpr int resolution = 1200;

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

QPDFObjectHandle pdfText(const QString& text) { return QPDFObjectHandle::newUnicodeString(text.toStdString()); }

} // namespace

/// Qt stamps the hour and a random id into what it writes: both are replaced by what the figure itself says, so that
/// anyone can check a figure by making it again.
QByteArray pdfBytes(const Figure& figure) {
    const QByteArray raw = painted(figure);
    QPDF pdf;
    pdf.processMemoryFile("figure", raw.constData(), static_cast<size_t>(raw.size()));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    const Sheet& sheet = figure.sheet();
    info.replaceKey("/Title", pdfText(sheet.title));
    info.replaceKey("/Author", pdfText(sheet.author));
    info.replaceKey("/Subject", pdfText(sheet.subject));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Tiermap"));
    if (sheet.date.isValid()) {
        const std::string date = "D:" + sheet.date.toString(QStringLiteral("yyyyMMdd")).toStdString() + "000000Z";
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    pdf.getTrailer().removeKey("/ID"); // its first half would be kept
    pdf.getRoot().removeKey("/Metadata");
    pdf.getRoot().replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));

    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

} // namespace tiermap
