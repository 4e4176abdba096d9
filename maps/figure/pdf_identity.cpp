#include "maps/figure/pdf_identity.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>
#include <string>

namespace tiermap {

namespace {

QPDFObjectHandle pdfText(const QString& text) { return QPDFObjectHandle::newUnicodeString(text.toStdString()); }

QByteArray written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

constexpr const char* figureRecordKey = "/TiermapFigure";

} // namespace

QByteArray recordInPdf(const QByteArray& raw) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("figure", raw.constData(), static_cast<size_t>(raw.size()));
        const QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
        if (!info.isDictionary() || !info.hasKey(figureRecordKey))
            return {};
        return QByteArray::fromStdString(QPDFObjectHandle(info).getKey(figureRecordKey).getUTF8Value());
    } catch (const std::exception&) { // broken: whoever reads files of others must expect it
        return {};
    }
}

QByteArray withIdentity(const QByteArray& raw, const Sheet& sheet) {
    QPDF pdf;
    pdf.processMemoryFile("figure", raw.constData(), static_cast<size_t>(raw.size()));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", pdfText(sheet.title));
    info.replaceKey("/Author", pdfText(sheet.author));
    info.replaceKey("/Subject", pdfText(sheet.subject));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Tiermap"));
    if (!sheet.record.isEmpty())
        info.replaceKey(figureRecordKey, pdfText(QString::fromUtf8(sheet.record)));
    if (sheet.date.isValid()) {
        const std::string date = "D:" + sheet.date.toString(QStringLiteral("yyyyMMdd")).toStdString() + "000000Z";
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    pdf.getTrailer().removeKey("/ID"); // its first half would be kept
    pdf.getRoot().removeKey("/Metadata");
    pdf.getRoot().replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));

    return written(pdf);
}

QByteArray joinedPdf(const QByteArray& first, const std::vector<PdfPage>& pages) {
    QPDF book;
    book.processMemoryFile("index", first.constData(), static_cast<size_t>(first.size()));
    std::vector<std::unique_ptr<QPDF>> sources; // must stay until the book is written
    std::vector<QPDFObjectHandle> bookmarks;
    for (const PdfPage& page : pages) {
        auto& source = sources.emplace_back(std::make_unique<QPDF>());
        source->processMemoryFile("page", page.pdf.constData(), static_cast<size_t>(page.pdf.size()));
        QPDFPageDocumentHelper(book).addPage(QPDFPageDocumentHelper(*source).getAllPages().front(), false);
        if (page.name.isEmpty())
            continue;
        QPDFObjectHandle bookmark = QPDFObjectHandle::newDictionary();
        bookmark.replaceKey("/Title", pdfText(page.name));
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(QPDFPageDocumentHelper(book).getAllPages().back().getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        bookmark.replaceKey("/Dest", target);
        bookmarks.push_back(book.makeIndirectObject(bookmark));
    }
    QPDFObjectHandle outlines = book.makeIndirectObject(QPDFObjectHandle::newDictionary());
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        bookmarks[i].replaceKey("/Parent", outlines);
        if (i > 0)
            bookmarks[i].replaceKey("/Prev", bookmarks[i - 1]);
        if (i + 1 < bookmarks.size())
            bookmarks[i].replaceKey("/Next", bookmarks[i + 1]);
    }
    if (!bookmarks.empty()) {
        outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
        outlines.replaceKey("/First", bookmarks.front());
        outlines.replaceKey("/Last", bookmarks.back());
        outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(bookmarks.size())));
        book.getRoot().replaceKey("/Outlines", outlines);
        book.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    }
    return written(book);
}

} // namespace tiermap
