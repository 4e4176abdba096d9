#include "maps/register/register_cells.h"

#include "maps/formats/csv_sheet.h"
#include "maps/formats/row_reader.h"
#include "maps/register/csv_records.h"

#include <algorithm>
#include <mutex>

namespace tiermap {

namespace {

QStringList textsOf(const CsvRecord& record) {
    QStringList texts;
    std::ranges::transform(record.cells, std::back_inserter(texts), textOf);
    return texts;
}

Result<RegisterCells> readCsvCells(const QString& file, const std::vector<qint64>& rows, const Progress& progress) {
    RegisterCells cells;
    std::mutex adding;
    const auto start = [&](const CsvRecord& heading) -> Result<void> {
        cells.headings = textsOf(heading);
        return {};
    };
    const auto take = [&](std::span<const CsvRecord> records) {
        for (const CsvRecord& record : records) {
            if (std::ranges::binary_search(rows, record.row)) {
                const std::scoped_lock lock(adding);
                cells.rows << RegisterCells::Row{record.row, textsOf(record)};
            }
        }
    };
    return readRecords(file, start, take, progress).transform([&] {
        std::ranges::sort(cells.rows, {}, &RegisterCells::Row::row);
        return std::move(cells);
    });
}

/// Row i of a sheet stands in row i + 1 of the file, below a heading.
RegisterCells cellsOfSheet(const QList<QStringList>& sheet, const std::vector<qint64>& rows) {
    RegisterCells cells{.headings = sheet.value(0)};
    for (const qint64 row : rows) {
        if (row > 1 && row <= sheet.size()) {
            cells.rows << RegisterCells::Row{row, sheet[row - 1]};
        }
    }
    return cells;
}

} // namespace

Result<RegisterCells> readCells(const QString& file, const QString& layer, std::vector<qint64> rows,
                                const Progress& progress) {
    std::ranges::sort(rows);
    if (isCsv(file)) {
        return readCsvCells(file, rows, progress);
    }
    const ReadOptions options{.layer = layer, .progress = progress};
    return describeSource(file, {}, progress).and_then([&](const Source& source) {
        const auto sheet = source.isTable()
                               ? readSheet(file, options)
                               : readLayer(file, options).transform([](const SourceRows& read) {
                                     QList<QStringList> texts{read.fields};
                                     std::ranges::transform(read.rows, std::back_inserter(texts), &SourceRow::cells);
                                     return texts;
                                 });
        return sheet.transform([&](const QList<QStringList>& texts) { return cellsOfSheet(texts, rows); });
    });
}

} // namespace tiermap
