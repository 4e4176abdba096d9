#pragma once

#include "maps/figure/sheet.h"

#include <QByteArray>

#include <vector>

namespace tiermap {

/// Qt stamps the hour and a random id into the PDF that it writes: both are replaced by what the sheet itself says, so
/// that anyone can check a figure by making it again. A sheet with a ground says where its map lies, too (ISO 32000-2, 12.10:
/// a viewport with a geospatial measure).
QByteArray withIdentity(const QByteArray& pdf, const Sheet& sheet);

/// The record of what a figure shows, as its file has it; empty where there is none.
QByteArray recordInPdf(const QByteArray& pdf);

/// One page of a book, as a file of its own.
struct PdfPage {
    QString name; ///< of its bookmark; without one it has none
    QByteArray pdf;
};

struct Bookmark {
    QString name;
    int page = 1; ///< counted from 1
};
QByteArray withBookmarks(const QByteArray& pdf, const std::vector<Bookmark>& bookmarks);

/// All pages behind the first, with a bookmark each. What the first says of itself (title, author) holds for the book.
QByteArray joinedPdf(const QByteArray& first, const std::vector<PdfPage>& pages);

} // namespace tiermap
