#include "maps/formats/source.h"

#include "maps/formats/csv_sheet.h"
#include "maps/formats/row_reader.h"
#include "maps/formats/text_encoding.h"
#include "maps/geometry/wkb.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Empty where the format leaves nothing to find out.
Result<TextEncoding> encodingOf(const QString& file, const QString& asked) {
    if (!isShapefile(file)) {
        return TextEncoding{};
    }
    return asked.isEmpty() ? shapefileEncoding(file) : askedEncoding(asked);
}

Result<Source> describeCsv(const QString& file, const QString& asked) {
    const Result<TextEncoding> found = csvEncoding(file);
    const Result<TextEncoding> encoding = found && !asked.isEmpty() ? askedEncoding(asked) : found;
    return encoding.transform(
        [&](const TextEncoding& by) { return Source{file, u"CSV"_s, {{.name = csvLayer(file)}}, by.name, by.reason}; });
}

SourceRow rowOf(int number, const RawRow& raw) {
    SourceRow row;
    row.row = number;
    row.cells.reserve(raw.cells.size());
    std::ranges::transform(raw.cells, std::back_inserter(row.cells), cellText);
    if (raw.wkb.isEmpty()) {
        return row;
    }
    if (Result<GeoShape> shape = decodeWkb(std::as_bytes(std::span(raw.wkb)))) {
        row.shape = std::move(*shape);
    } else {
        row.shapeProblem = shape.error().arguments.value(1);
    }
    return row;
}

} // namespace

bool Source::isTable() const { return driver == "CSV"_L1 || driver == "XLSX"_L1 || driver == "ODS"_L1; }

Result<Source> describeSource(const QString& file, const QString& encoding, const Progress& progress) {
    if (isCsv(file)) {
        return describeCsv(file, encoding);
    }
    const Result<TextEncoding> by = encodingOf(file, encoding);
    if (!by) {
        return std::unexpected(by.error());
    }
    const auto goesOn = [&] { return !progress || progress(0); };
    return readFormat({.path = file, .encoding = by->name, .goesOn = goesOn}).transform([&](const FormatReply& reply) {
        return Source{file, reply.driver, reply.layers, by->name.isEmpty() ? u"UTF-8"_s : by->name, by->reason};
    });
}

Result<SourceRows> readLayer(const QString& file, const ReadOptions& options) {
    const Result<TextEncoding> by = encodingOf(file, options.encoding);
    if (!by) {
        return std::unexpected(by.error());
    }
    SourceRows result;
    const auto take = [&](const RawRow& row) {
        result.rows.push_back(rowOf(static_cast<int>(result.rows.size()) + 1, row));
    };
    return readRows(file, by->name, options, take).transform([&](const SourceLayer& layer) {
        result.fields = layer.fields;
        result.crs = layer.crs;
        return std::move(result);
    });
}

} // namespace tiermap
