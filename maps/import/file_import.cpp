#include "maps/import/file_import.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<ImportKind>> namesOf() {
    static constexpr Name<ImportKind> names[] = {{ImportKind::Zones, "zones"_L1},
                                                 {ImportKind::Sites, "sites"_L1},
                                                 {ImportKind::Observations, "observations"_L1}};
    return names;
}

namespace {

constexpr qsizetype previewRows = 12;

/// What our own exports put before a text that a spreadsheet would run as a formula.
void dropGuards(QList<QStringList>& sheet) {
    for (QStringList& row : sheet) {
        for (QString& cell : row) {
            if (cell.size() > 1 && cell[0] == u'\'' && u"=+-@\t\r"_s.contains(cell[1])) {
                cell.removeFirst();
            }
        }
    }
}

QList<QStringList> sheetOf(const SourceRows& rows) {
    QList<QStringList> sheet{rows.fields};
    for (const SourceRow& row : rows.rows) {
        sheet << row.cells;
    }
    return sheet;
}

/// The sheet or layer as a sheet.
Result<QList<QStringList>> readTable(const Source& source, const ReadOptions& options) {
    auto sheet =
        source.isTable() ? readSheet(source.file, options) : readLayer(source.file, options).transform(sheetOf);
    if (sheet) {
        dropGuards(*sheet);
    }
    return sheet;
}

/// Both ways in which Chinese files are written, so that a person sees which one is meant.
QList<EncodingReading> readingsOf(const Source& source, const QString& layer, const ZoneNames& names) {
    if (source.driver != "CSV"_L1 && source.driver != "ESRI Shapefile"_L1) {
        return {};
    }
    QList<EncodingReading> readings;
    for (const QString& encoding : {u"UTF-8"_s, u"GB18030"_s}) {
        constexpr qint64 enough = 200;
        const auto sheet = readTable(source, {.layer = layer, .encoding = encoding, .limit = enough});
        EncodingReading reading{.encoding = encoding, .zones = 0, .sample = {}};
        for (const QStringList& row : sheet.value_or(QList<QStringList>())) {
            for (const QString& cell : row) {
                reading.zones += names.find(cell) ? 1 : 0;
                const bool ascii = std::ranges::all_of(cell, [](QChar c) { return c.unicode() < 128; });
                reading.sample = reading.sample.isEmpty() && !ascii ? cell.left(12) : reading.sample;
            }
        }
        readings << reading;
    }
    const bool ascii =
        std::ranges::all_of(readings, [](const EncodingReading& reading) { return reading.sample.isEmpty(); });
    return ascii ? QList<EncodingReading>() : readings;
}

Result<SourceRows> readShapes(const Source& source, const ReadOptions& options) {
    return source.isTable() ? readTable(source, options).transform(rowsOf) : readLayer(source.file, options);
}

} // namespace

Result<FileImport> importFile(const Project& project, const PlanShapes& shapes, const QString& file,
                              const FileImportChoices& choices, const Progress& progress) {
    const Result<Source> source = describeSource(file, choices.encoding);
    if (!source) {
        return std::unexpected(source.error());
    }
    FileImport result{.source = *source,
                      .layer =
                          choices.layer.isEmpty() && !source->layers.isEmpty() ? source->layers[0].name : choices.layer,
                      .edit = {},
                      .report = {}};
    const ReadOptions options{.layer = choices.layer, .encoding = choices.encoding, .progress = progress};
    const ZoneNames names(project.plan);
    result.readings = readingsOf(*source, choices.layer, names);
    if (choices.kind == ImportKind::Observations) {
        const auto sheet = readTable(*source, options);
        if (!sheet) {
            return std::unexpected(sheet.error());
        }
        const auto layout = layoutOf(project.plan, names, *sheet, choices.layout);
        if (!layout) {
            Problem problem = layout.error();
            problem.file = file;
            return std::unexpected(problem);
        }
        ObservationImport made = importObservations(project.plan, names, *sheet, *layout, choices.observations);
        result.edit = std::move(made.edit);
        result.report = std::move(made.report);
        result.vintage = made.vintage;
        result.layout = *layout;
        result.preview = sheet->first(std::min(sheet->size(), previewRows));
    } else {
        auto rows = readShapes(*source, options);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        result.preview = sheetOf({.fields = rows->fields, .rows = {}, .crs = {}});
        for (std::size_t i = 0; i < std::min<std::size_t>(rows->rows.size(), previewRows); ++i) {
            result.preview << rows->rows[i].cells;
        }
        if (std::ranges::any_of(rows->rows, [](const SourceRow& row) { return row.shape.has_value(); })) {
            const auto coordinates = readCoordinates(*rows, shapes, choices.coordinates);
            if (!coordinates) {
                Problem problem = coordinates.error();
                problem.file = file;
                return std::unexpected(problem);
            }
            result.coordinates = *coordinates;
        }
        ShapeImport made = choices.kind == ImportKind::Zones
                               ? importZones(project, shapes, names, *rows, choices.zoneField)
                               : importSites(project, shapes, names, *rows, choices.observations.source);
        result.edit = std::move(made.edit);
        result.report = std::move(made.report);
        result.zoneField = made.keyField;
    }
    result.edit.source = choices.observations.source.trimmed().isEmpty() ? QFileInfo(file).fileName()
                                                                         : choices.observations.source.trimmed();
    return result;
}

} // namespace tiermap
