#pragma once

#include "core/problem.h"
#include "maps/formats/source_layer.h"
#include "maps/geometry/shape.h"

#include <functional>
#include <optional>
#include <vector>

namespace tiermap {

/// Where the encoding of a source's texts comes from.
enum class EncodingReason {
    Format,        ///< the format fixes it, or GDAL converts from what the file says of itself
    CpgFile,       ///< a shapefile's .cpg
    LanguageByte,  ///< in the header of a shapefile's .dbf
    ByteOrderMark, ///< at the beginning of a CSV file
    Utf8Test,      ///< all texts are well-formed UTF-8
    Fallback,      ///< nothing was declared, and they are not UTF-8
    CpgWrong,      ///< found out as without a .cpg, since the texts are not what that says
    Asked,         ///< by the caller
};

/// What a vector file, a file geodatabase or a table says of itself.
struct Source {
    QString file;
    QString driver; ///< GDAL's short name: "ESRI Shapefile", "GPKG", "XLSX" ...; "CSV" also for what we read ourselves
    QList<SourceLayer> layers;
    QString encoding; ///< as QStringDecoder takes it, such as "UTF-8" or "GB18030"
    EncodingReason encodingReason = EncodingReason::Format;

    /// CSV, XLSX, ODS: no row of it is known to be a header. Read it with readSheet.
    bool isTable() const;
};

struct SourceRow {
    int row = 0;                   ///< 1-based place in its layer
    QStringList cells;             ///< as many as there are fields; absent values are null
    std::optional<GeoShape> shape; ///< in the layer's own CRS, x (easting, longitude) first; absent where there is none
    QString shapeProblem;          ///< why there is a geometry but no shape, such as a MultiPoint; else empty
};

struct SourceRows {
    QStringList fields;
    std::vector<SourceRow> rows;
    QString crs; ///< WKT2; empty where the file declares none
};

/// Told at least every 1000 rows, or mebibyte of CSV, and every tenth of a second while GDAL is silent, how far the
/// reading is, 0 to 1 (0 throughout where that is not known). An answer of false ends it at once with the Problem
/// Cancelled.
using Progress = std::function<bool(double)>;

struct ReadOptions {
    /// Layer or sheet; empty: the first. An unknown one is a Problem (ValueUnknown; of a CSV file, which has none, and
    /// goes by its own name, OptionUnused).
    QString layer{};
    QString encoding{};  ///< of a shapefile or CSV file; empty: found out
    qint64 limit = -1;   ///< rows at most; -1: all
    Progress progress{}; ///< may be empty
};

// Any file that GDAL reads from this machine, or the folder of a file geodatabase (*.gdb). Nothing is written beside
// the file, and no network is used. What is broken, or larger than a source ever is (4096 columns, 2000 in a
// spreadsheet, 64 MiB in a line of CSV, 512 MiB unpacked), is a Problem: FileMissing, FileUnreadable, FormatUnreadable,
// ValueUnknown, OptionUnused. GDAL works in a process of its own (format_process.h): what lets it hang or crash costs no
// more than that.

/// `encoding` as in ReadOptions: with one, names are shown as that reads them.
Result<Source> describeSource(const QString& file, const QString& encoding = {}, const Progress& progress = {});

/// Numbers become text in their shortest form without exponents, dates as ISO 8601 has them, truth values true or
/// false.
Result<SourceRows> readLayer(const QString& file, const ReadOptions& options = {});

/// A sheet as rows of cells, all of one length, nothing taken for a header; row i stands in row i + 1 of the sheet, or
/// later where more than 10,000 empty rows went before, which GDAL drops. Text as in readLayer, but 1 and 0 for truth
/// values, which GDAL does not tell apart; a formula is its last value; of merged cells the first has the value. Rows
/// and columns that are empty at the end are dropped.
Result<QList<QStringList>> readSheet(const QString& file, const ReadOptions& options = {});

} // namespace tiermap
