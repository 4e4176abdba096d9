#pragma once

#include "maps/formats/source.h"
#include "maps/formats/text_encoding.h"

#include <QByteArrayView>

namespace tiermap {

/// By its name: *.csv, *.tsv, *.txt. GDAL's own reader drops cells of rows that are longer than the first, which in a
/// table of statistics is a title.
bool isCsv(const QString& file);

/// What stands for the name of its only sheet: that of the file.
QString csvLayer(const QString& file);

/// What is most frequent of comma, semicolon and tab outside of quotes, within which they are part of a text or a number.
char csvSeparator(QByteArrayView text);

/// By the byte order mark; UTF-8 if all is well-formed; else GB18030. A file that is no text, or has a line of more
/// than 64 MiB, is a Problem (FormatUnreadable), told without reading on.
Result<TextEncoding> csvEncoding(const QString& file);

/// Rows of whatever lengths. Cells are separated by what is most frequent of comma, semicolon and tab at the beginning;
/// quotes as in RFC 4180, but with mercy. Empty lines are rows.
Result<QList<QStringList>> readCsv(const QString& file, const QString& encoding, const ReadOptions& options);

} // namespace tiermap
