#include "maps/figure/pdf_identity.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <string>

namespace tiermap {

namespace {

QPDFObjectHandle pdfText(const QString& text) { return QPDFObjectHandle::newUnicodeString(text.toStdString()); }

} // namespace

QByteArray withIdentity(const QByteArray& raw, const Sheet& sheet) {
    QPDF pdf;
    pdf.processMemoryFile("figure", raw.constData(), static_cast<size_t>(raw.size()));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
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
