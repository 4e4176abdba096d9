#pragma once

#include "maps/figure/sheet.h"

#include <QByteArray>

#include <vector>

namespace tiermap {

/// Qt stamps the hour and a random id into the PDF that it writes: both are replaced by what the sheet itself says, so
/// that anyone can check a figure by making it again.
QByteArray withIdentity(const QByteArray& pdf, const Sheet& sheet);

/// The record of what a figure shows, as its file has it; empty where there is none.
QByteArray recordInPdf(const QByteArray& pdf);

/// One page of a book, as a file of its own.
struct PdfPage {
    QString name; ///< of its bookmark; without one it has none
    QByteArray pdf;
};

/// All pages behind the first, with a bookmark each. What the first says of itself (title, author) holds for the book.
QByteArray joinedPdf(const QByteArray& first, const std::vector<PdfPage>& pages);

} // namespace tiermap
