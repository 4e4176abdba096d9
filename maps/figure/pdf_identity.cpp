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

QPDFObjectHandle numbers(std::initializer_list<double> values) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : values)
        array.appendItem(QPDFObjectHandle::newReal(QByteArray::number(value, 'f', 9).toStdString()));
    return array;
}

/// The map of a page that is so many mm high: its frame in points from the lower left corner, and the latitudes and
/// longitudes of the frame's corners.
QPDFObjectHandle viewports(const SheetGround& ground, double height) {
    const QRectF& frame = ground.frame;
    const auto points = [](double mm) { return mm * 72 / 25.4; };
    QPDFObjectHandle measure = QPDFObjectHandle::parse("<< /Type /Measure /Subtype /GEO >>");
    QPDFObjectHandle places = QPDFObjectHandle::newArray();
    for (const QPointF& corner : {frame.bottomLeft(), frame.topLeft(), frame.topRight(), frame.bottomRight()}) {
        const GeoPoint place = ground.toGround(corner);
        for (const double degrees : {place.get<1>(), place.get<0>()})
            places.appendItem(QPDFObjectHandle::newReal(QByteArray::number(degrees, 'f', 9).toStdString()));
    }
    measure.replaceKey("/GPTS", places);
    measure.replaceKey("/LPTS", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
    measure.replaceKey("/Bounds", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
    QPDFObjectHandle system = QPDFObjectHandle::parse("<< /Type /PROJCS >>");
    system.replaceKey("/WKT", QPDFObjectHandle::newString(ground.projection.wkt().toStdString()));
    measure.replaceKey("/GCS", system);
    QPDFObjectHandle viewport = QPDFObjectHandle::parse("<< /Type /Viewport >>");
    viewport.replaceKey("/Name", QPDFObjectHandle::newString("map"));
    viewport.replaceKey("/BBox", numbers({points(frame.left()), points(height - frame.bottom()), points(frame.right()),
                                          points(height - frame.top())}));
    viewport.replaceKey("/Measure", measure);
    QPDFObjectHandle list = QPDFObjectHandle::newArray();
    list.appendItem(viewport);
    return list;
}

/// Shown beside the pages when the file is opened.
void addOutline(QPDF& book, const std::vector<Bookmark>& bookmarks) {
    if (bookmarks.empty())
        return;
    const auto pages = QPDFPageDocumentHelper(book).getAllPages();
    QPDFObjectHandle outline = book.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> entries;
    for (const Bookmark& bookmark : bookmarks) {
        QPDFObjectHandle entry = QPDFObjectHandle::newDictionary();
        entry.replaceKey("/Title", pdfText(bookmark.name));
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(pages.at(static_cast<std::size_t>(bookmark.page - 1)).getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        entry.replaceKey("/Dest", target);
        entry.replaceKey("/Parent", outline);
        entries.push_back(book.makeIndirectObject(entry));
    }
    for (std::size_t i = 1; i < entries.size(); ++i) {
        entries[i].replaceKey("/Prev", entries[i - 1]);
        entries[i - 1].replaceKey("/Next", entries[i]);
    }
    outline.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    outline.replaceKey("/First", entries.front());
    outline.replaceKey("/Last", entries.back());
    outline.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(entries.size())));
    book.getRoot().replaceKey("/Outlines", outline);
    book.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

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
    if (sheet.ground) {
        QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
        page.replaceKey("/VP", viewports(*sheet.ground, sheet.size.height() * sheet.magnification));
    }
    return written(pdf);
}

QByteArray withBookmarks(const QByteArray& raw, const std::vector<Bookmark>& bookmarks) {
    QPDF book;
    book.processMemoryFile("book", raw.constData(), static_cast<size_t>(raw.size()));
    addOutline(book, bookmarks);
    return written(book);
}

QByteArray joinedPdf(const QByteArray& first, const std::vector<PdfPage>& pages) {
    QPDF book;
    book.processMemoryFile("index", first.constData(), static_cast<size_t>(first.size()));
    std::vector<std::unique_ptr<QPDF>> sources; // must stay until the book is written
    std::vector<Bookmark> bookmarks;
    int number = 1;
    for (const PdfPage& page : pages) {
        auto& source = sources.emplace_back(std::make_unique<QPDF>());
        source->processMemoryFile("page", page.pdf.constData(), static_cast<size_t>(page.pdf.size()));
        QPDFPageDocumentHelper(book).addPage(QPDFPageDocumentHelper(*source).getAllPages().front(), false);
        ++number;
        if (!page.name.isEmpty())
            bookmarks.push_back({page.name, number});
    }
    addOutline(book, bookmarks);
    return written(book);
}

} // namespace tiermap
