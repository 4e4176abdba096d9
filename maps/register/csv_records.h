#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QFile>

#include <functional>
#include <span>
#include <vector>

namespace tiermap {

/// One record of a CSV file: views into a block that lives as long as the call that gets it.
struct CsvRecord {
    qint64 row = 0; ///< its line in the file, from 1, where no cell spans lines; else the count of records
    std::vector<QByteArrayView> cells; ///< blanks and quotes around them taken off; doubled quotes stay doubled
    bool wrongQuotes = false;          ///< a quote that is never closed, or text behind one
};

// CSV by the gigabyte: the file is read in blocks of whole records, one after the other, and the blocks are taken apart by
// as many threads as there are processors. Memory is bounded by the blocks. A cell in quotes may span lines, but not more
// than 64 KiB: a quote that is not closed by then counts as wrong, and reading goes on in the next line. Line ends may
// be LF, CRLF, CR, or all of them.
// csv_sheet.h is for what a person looks at; it keeps every cell.

/// What a cell says: UTF-8 where it is well-formed, else GB18030.
QString textOf(QByteArrayView cell);

/// Splits one record, without its line end.
void splitRecord(QByteArrayView bytes, char separator, CsvRecord& record);

/// `start` gets the first record that has two filled cells (the heading, its bytes as they stand) and may refuse it;
/// then `take` gets all others but empty ones, in any order and by several threads at once. `goesOn` is asked before each
/// block, how far the reading is (0 to 1). Fails with FileMissing, FileUnreadable, FormatUnreadable (no text, UTF-16, a
/// line of more than 64 MiB), Cancelled.
Result<void> readRecords(const QString& file, const std::function<Result<void>(const CsvRecord& heading)>& start,
                         const std::function<void(std::span<const CsvRecord> records)>& take,
                         const std::function<bool(double)>& goesOn = {});

} // namespace tiermap
