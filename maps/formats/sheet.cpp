#include "maps/formats/csv_sheet.h"
#include "maps/formats/row_reader.h"
#include "maps/formats/source.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

// GDAL gives numbers as they stand in the file, where Java programs put 330102.0 and 1.2E7 for whole ones, and dates
// with slashes. Texts that look the same mean the same.
QString plainText(const QString& cell) {
    static const QRegularExpression number(uR"(^-?(?:\d+\.0|\d(?:\.\d+)?E[+-]\d{1,3}|\d\.\d+E\d{1,3})$)"_s);
    static const QRegularExpression date(uR"(^(\d{4})/(\d\d)/(\d\d)(?: (\d\d:\d\d:\d\d(?:\.\d+)?))?$)"_s);
    if (cell.isEmpty() || !cell.front().isPrint() || cell.size() > 40) {
        return cell;
    }
    if (number.match(cell).hasMatch()) {
        return numberText(cell.toDouble());
    }
    if (const auto match = date.match(cell); match.hasMatch()) {
        const QString day = match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3);
        return match.hasCaptured(4) ? day + u'T' + match.captured(4) : day;
    }
    return cell;
}

Result<QList<QStringList>> readSpreadsheet(const QString& file, const ReadOptions& options) {
    QList<QStringList> rows;
    const auto take = [&](const RawRow& row) {
        QStringList cells;
        cells.reserve(row.cells.size());
        std::ranges::transform(row.cells, std::back_inserter(cells),
                               [](const QVariant& cell) { return plainText(cellText(cell)); });
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
