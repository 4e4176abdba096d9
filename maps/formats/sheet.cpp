#include "maps/formats/csv_sheet.h"
#include "maps/formats/row_reader.h"
#include "maps/formats/source.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

Result<QList<QStringList>> readSpreadsheet(const QString& file, const ReadOptions& options) {
    QList<QStringList> rows;
    const auto take = [&](const RawRow& row) {
        QStringList cells;
        cells.reserve(row.cells.size());
        std::ranges::transform(row.cells, std::back_inserter(cells),
                               [](const QVariant& cell) { return spreadsheetText(cellText(cell)); });
        rows << cells;
    };
    return readRows(file, {}, options, take).transform([&](const SourceLayer&) { return std::move(rows); });
}

qsizetype widthOf(const QStringList& row) {
    const auto last =
        std::ranges::find_if(row.crbegin(), row.crend(), [](const QString& cell) { return !cell.isEmpty(); });
    return row.crend() - last;
}

void makeRectangular(QList<QStringList>& rows) {
    while (!rows.isEmpty() && widthOf(rows.last()) == 0) {
        rows.removeLast();
    }
    qsizetype width = 0;
    for (const QStringList& row : std::as_const(rows)) {
        width = std::max(width, widthOf(row));
    }
    for (QStringList& row : rows) {
        row.resize(width);
    }
}

Result<QList<QStringList>> readText(const QString& file, const ReadOptions& options) {
    if (!options.layer.isEmpty() && options.layer != csvLayer(file)) { // a mistaken file, or a mistaken option
        return std::unexpected(
            Problem{.code = Problem::Code::OptionUnused, .file = file, .field = u"sheet"_s, .arguments = {u"CSV"_s}});
    }
    const Result<TextEncoding> found = csvEncoding(file); // tells also what is no text at all
    const Result<TextEncoding> encoding =
        found && !options.encoding.isEmpty() ? askedEncoding(options.encoding) : found;
    return encoding.and_then([&](const TextEncoding& by) { return readCsv(file, by.name, options); });
}

} // namespace

Result<QList<QStringList>> readSheet(const QString& file, const ReadOptions& options) {
    Result<QList<QStringList>> rows = isCsv(file) ? readText(file, options) : readSpreadsheet(file, options);
    if (rows) {
        makeRectangular(*rows);
    }
    return rows;
}

} // namespace tiermap
