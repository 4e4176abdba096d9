#include "maps/import/file_import.h"

#include "core/import/new_indicators.h"
#include "core/store/open_project.h"
#include "maps/formats/formula_guard.h"
#include "maps/geometry/measure.h"
#include "maps/geometry/source_crs.h"
#include "maps/import/own_rows.h"

#include <QDeadlineTimer>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<ImportKind>> namesOf() {
    static constexpr Name<ImportKind> names[] = {{ImportKind::Zones, "zones"_L1},
                                                 {ImportKind::Sites, "sites"_L1},
                                                 {ImportKind::Observations, "observations"_L1},
                                                 {ImportKind::Layer, "layer"_L1}};
    return names;
}

namespace {

using Notice = ImportReport::Notice;

constexpr qsizetype previewRows = 12;

/// What our own exports, and nobody else's, put before a text that a spreadsheet would run as a formula.
void dropGuards(QList<QStringList>& sheet) {
    const auto isOurs = [&](Table table) { return isOwnTable(sheet.value(0), table); };
    if (std::ranges::none_of(std::array{Table::Observations, Table::Zones, Table::Sites}, isOurs)) {
        return;
    }
    for (QStringList& row : sheet) {
        for (QString& cell : row) {
            cell = unguarded(cell);
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
    if (sheet && source.isTable()) {
        dropGuards(*sheet);
    }
    return sheet;
}

/// Both ways in which Chinese files are written and the one that was chosen, so that a person sees which is meant.
QList<EncodingReading> readingsOf(const Source& source, const QString& layer, const ZoneNames& names,
                                  const Progress& progress) {
    if (source.driver != "CSV"_L1 && source.driver != "ESRI Shapefile"_L1) {
        return {};
    }
    const auto readingIn = [&](const QString& encoding) {
        constexpr qint64 enough = 200;
        const auto sheet =
            readTable(source, {.layer = layer, .encoding = encoding, .limit = enough, .progress = progress});
        EncodingReading reading{.encoding = encoding, .zones = 0, .sample = {}};
        QSet<QString> zones;
        for (const QStringList& row : sheet.value_or(QList<QStringList>())) {
            for (const QString& cell : row) {
                const bool ascii = std::ranges::all_of(cell, [](QChar c) { return c.unicode() < 128; });
                // A code reads the same in all of them.
                if (const auto match = ascii ? std::nullopt : names.find(cell)) {
                    zones += QSet(match->zones.begin(), match->zones.end());
                }
                reading.sample = reading.sample.isEmpty() && !ascii ? cell.left(12) : reading.sample;
            }
        }
        reading.zones = static_cast<int>(zones.size());
        return reading;
    };
    QList<EncodingReading> readings{readingIn(u"UTF-8"_s), readingIn(QString(u"GB18030"_s))};
    if (!std::ranges::contains(readings, source.encoding, &EncodingReading::encoding)) {
        readings.prepend(readingIn(source.encoding));
    }
    const bool ascii =
        std::ranges::all_of(readings, [](const EncodingReading& reading) { return reading.sample.isEmpty(); });
    return ascii ? QList<EncodingReading>() : readings;
}

/// An encoding that names no zone, where another one does, is hardly the right one.
void doubtEncoding(FileImport& result) {
    const auto best = std::ranges::max_element(result.readings, {}, &EncodingReading::zones);
    const auto used = std::ranges::find(result.readings, result.source.encoding, &EncodingReading::encoding);
    if (best != result.readings.end() && used != result.readings.end() && best->zones > 2 * used->zones) {
        result.report.warnings.prepend(
            Notice{.kind = Notice::Kind::EncodingOdd,
                   .row = 0,
                   .column = {},
                   .text = used->encoding,
                   .arguments = {QString::number(used->zones), best->encoding, QString::number(best->zones)}});
    }
}

/// What else is in the file: one import takes one layer or sheet. Forms have a sheet that nobody reads.
void tellOfOthers(FileImport& result) {
    for (const SourceLayer& layer : std::as_const(result.source.layers)) {
        if (layer.name != result.layer && layer.rows != 0) {
            result.report.warnings << Notice{
                .kind = Notice::Kind::LayerLeft, .row = 0, .column = {}, .text = layer.name, .arguments = {}};
        }
    }
}

Result<SourceRows> readShapes(const Source& source, const ReadOptions& options) {
    return source.isTable() ? readTable(source, options).transform(rowsOf) : readLayer(source.file, options);
}

Problem named(Problem problem, const QString& file) {
    problem.file = file;
    return problem;
}

/// What to call the source where nobody says.
QString sourceOf(const QString& stated, const QString& file) {
    return stated.trimmed().isEmpty() ? QFileInfo(file).fileName() : stated.trimmed();
}

/// For the log and the provenance of boundaries: out of which datum coordinates were brought.
QString movedFrom(const CoordinateReading& coordinates) {
    return coordinates.datum == Datum::Gcj02  ? u" (GCJ-02 → CGCS2000)"_s
           : coordinates.datum == Datum::Bd09 ? u" (BD-09 → CGCS2000)"_s
                                              : QString();
}

Notice doubtOf(Datum datum, const DatumDoubt& doubt) {
    const auto percent = [](const DatumFit& fit) { return QString::number(fit.overlap * 100, 'f', 1); };
    const double metres = std::abs(doubt.better.metresMoved - doubt.taken.metresMoved);
    return {.kind = Notice::Kind::DatumDoubted,
            .row = 0,
            .column = {},
            .text = nameOf(datum),
            .arguments = {percent(doubt.taken), nameOf(doubt.better.datum), percent(doubt.better),
                          QString::number(std::lround(metres)), QString::number(doubt.better.points)}};
}

Result<void> takeFigures(FileImport& result, const Project& project, const FileImportChoices& choices,
                         const ReadOptions& options, const ZoneNames& names) {
    const auto sheet = readTable(result.source, options);
    if (!sheet) {
        return std::unexpected(sheet.error());
    }
    auto layout = layoutOf(project.plan, names, *sheet, choices.layout);
    result.preview = sheet->first(std::min(sheet->size(), previewRows));
    if (const SourceRows rows = rowsOf(*sheet); isOwnTable(rows.fields, Table::Observations)) {
        ShapeImport made = importOwnRows(project, names, rows, Table::Observations);
        result.edit = std::move(made.edit);
        result.report = std::move(made.report);
        result.layout = layout.value_or(TableLayout());
        return {};
    }
    if (!layout) {
        return std::unexpected(named(layout.error(), result.source.file));
    }
    Plan plan = project.plan;
    if (choices.addIndicators) {
        addIndicators(plan, *sheet, *layout);
        layout = layoutOf(plan, names, *sheet, choices.layout);
    }
    ObservationImport made = importObservations(plan, names, *sheet, *layout, choices.observations);
    result.newIndicators = introduceIndicators(made.edit, project.plan, plan);
    result.edit = std::move(made.edit);
    result.report = std::move(made.report);
    result.vintage = made.vintage;
    result.earlier = made.earlier;
    result.layout = *layout;
    return {};
}

Result<void> takeShapes(FileImport& result, const Project& project, const PlanShapes& shapes,
                        const FileImportChoices& choices, const ReadOptions& options, const ZoneNames& names) {
    auto rows = readShapes(result.source, options);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    ZoneChoices zones = choices.zones;
    zones.source = sourceOf(zones.source, result.source.file);
    result.preview = sheetOf({.fields = rows->fields, .rows = {}, .crs = {}});
    for (std::size_t i = 0; i < std::min<std::size_t>(rows->rows.size(), previewRows); ++i) {
        result.preview << rows->rows[i].cells;
    }
    if (std::ranges::any_of(rows->rows, [](const SourceRow& row) { return row.shape.has_value(); })) {
        const QStringList zonesOfRows =
            choices.kind == ImportKind::Sites ? zonesNamed(*rows, names, choices.zones.key) : QStringList();
        auto coordinates = readCoordinates(*rows, shapes, choices.coordinates, zonesOfRows);
        if (!coordinates) {
            return std::unexpected(named(coordinates.error(), result.source.file));
        }
        result.coordinates = *std::move(coordinates);
        zones.source += movedFrom(*result.coordinates);
    }
    if (choices.kind == ImportKind::Layer) {
        const Datum datum = result.coordinates ? result.coordinates->datum : Datum::Unknown;
        const QString crs = result.coordinates ? result.coordinates->crs : QString();
        LayerImport made = importLayer(project, *rows, result.source.file, crs, nameOf(datum), choices.layerStyle);
        result.edit = std::move(made.edit);
        result.report = std::move(made.report);
        result.data = made.data;
        result.features = std::move(made.features);
        return {};
    }
    const Table table = choices.kind == ImportKind::Zones ? Table::Zones : Table::Sites;
    ShapeImport made = isOwnTable(rows->fields, table) ? importOwnRows(project, names, *rows, table)
                       : table == Table::Zones
                           ? importZones(project, shapes, names, *rows, zones)
                           : importSites(project, shapes, names, *rows, choices.zones.key, choices.observations.source);
    result.edit = std::move(made.edit);
    result.report = std::move(made.report);
    result.zoneField = made.keyField;
    return {};
}

Result<FileImport> takeRaster(const Project& project, const QString& file, const FileImportChoices& choices,
                              const Progress& progress) {
    const auto goesOn = [&] { return progress(0); };
    const auto whole = [&](const RasterSource& raster) {
        // A file that was cut off lacks its last pixels. All of it is not read: it may have gigabytes.
        constexpr int side = 8;
        const double width = (raster.east - raster.west) / std::max(raster.width, side) * side;
        const double height = (raster.north - raster.south) / std::max(raster.height, side) * side;
        const RasterWindow corner{.crs = u"EPSG:4490"_s,
                                  .west = raster.east - width,
                                  .south = raster.south,
                                  .east = raster.east,
                                  .north = raster.south + height,
                                  .width = side,
                                  .height = side};
        return readRaster(file, choices.coordinates.crs, corner, goesOn).transform([&](const QImage&) {
            return raster;
        });
    };
    const Result<RasterSource> described = describeRaster(file, choices.coordinates.crs, goesOn).and_then(whole);
    if (described && !choices.layer.isEmpty()) { // an image has none
        return std::unexpected(Problem{
            .code = Problem::Code::OptionUnused, .file = file, .field = u"sheet"_s, .arguments = {described->driver}});
    }
    return described.transform([&](const RasterSource& raster) {
        const auto crs = SourceCrs::from(raster.wkt);
        const Datum datum = choices.coordinates.datum.value_or(crs ? crs->datum() : Datum::Unknown);
        LayerImport made = importRaster(project, file, choices.coordinates.crs, nameOf(datum), choices.layerStyle);
        FileImport result{.source = {.file = file, .driver = raster.driver, .layers = {}, .encoding = {}},
                          .layer = {},
                          .edit = made.edit,
                          .report = made.report};
        result.raster = raster;
        if (datum == Datum::Gcj02 || datum == Datum::Bd09) {
            const GeoPoint middle((raster.west + raster.east) / 2, (raster.south + raster.north) / 2);
            const double metres = distanceMetres(middle, toCgcs2000(middle, datum));
            result.report.warnings << Notice{.kind = Notice::Kind::RasterDatum,
                                             .row = 0,
                                             .column = {},
                                             .text = nameOf(datum),
                                             .arguments = {QString::number(std::lround(metres))}};
        }
        result.edit.source = sourceOf(choices.layerStyle.source, file);
        return result;
    });
}

Result<FileImport> readFor(const Project& project, const PlanShapes& shapes, const QString& file,
                           const FileImportChoices& choices, const Progress& progress) {
    const Result<Source> source = describeSource(file, choices.encoding, progress);
    if (!source) {
        // What is no vector file may be an image.
        if (choices.kind == ImportKind::Layer && source.error().code == Problem::Code::FormatUnreadable) {
            if (auto raster = takeRaster(project, file, choices, progress);
                raster || raster.error().code != source.error().code || QFileInfo(file).isDir()) {
                return raster;
            }
        }
        return std::unexpected(source.error());
    }
    FileImport result{.source = *source,
                      .layer =
                          choices.layer.isEmpty() && !source->layers.isEmpty() ? source->layers[0].name : choices.layer,
                      .edit = {},
                      .report = {}};
    ReadOptions options{.layer = choices.layer, .encoding = choices.encoding, .progress = progress};
    const ZoneNames names(project.plan);
    result.readings = readingsOf(*source, choices.layer, names, progress);
    Result<void> taken = choices.kind == ImportKind::Observations
                             ? takeFigures(result, project, choices, options, names)
                             : takeShapes(result, project, shapes, choices, options, names);
    // A workbook often begins with a page of notes: where nobody chose a sheet, the first that is a table is taken.
    for (qsizetype i = 1; i < source->layers.size() && !taken && choices.layer.isEmpty() &&
                          choices.kind == ImportKind::Observations && taken.error().code != Problem::Code::Cancelled;
         ++i) {
        options.layer = source->layers[i].name;
        FileImport other{.source = *source, .layer = options.layer, .edit = {}, .report = {}};
        if (takeFigures(other, project, choices, options, names)) {
            other.readings = result.readings;
            result = std::move(other);
            taken = {};
        }
    }
    if (!taken) {
        return std::unexpected(taken.error());
    }
    result.edit.source = sourceOf(choices.kind == ImportKind::Zones   ? choices.zones.source
                                  : choices.kind == ImportKind::Layer ? choices.layerStyle.source
                                                                      : choices.observations.source,
                                  file) +
                         (result.coordinates ? movedFrom(*result.coordinates) : QString());
    if (result.coordinates && result.coordinates->doubt) {
        result.report.warnings.prepend(doubtOf(result.coordinates->datum, *result.coordinates->doubt));
    } else if (result.coordinates && result.coordinates->metresIfGcj02 > 0) {
        result.report.warnings << Notice{
            .kind = Notice::Kind::DatumOpen,
            .row = 0,
            .column = {},
            .text = {},
            .arguments = {QString::number(std::lround(result.coordinates->metresIfGcj02))}};
    }
    doubtEncoding(result);
    tellOfOthers(result);
    return result;
}

} // namespace

Result<void> FileImport::prepare(OpenProject& project) const {
    return features.isEmpty() ? Result<void>() : project.keepLayerFeatures(data, features);
}

Result<FileImport> importFile(const Project& project, const PlanShapes& shapes, const QString& file,
                              const FileImportChoices& choices, const Progress& progress) {
    const QDeadlineTimer deadline(choices.timeLimit);
    return readFor(project, shapes, file, choices,
                   [&](double part) { return !deadline.hasExpired() && (!progress || progress(part)); })
        .transform_error([&](Problem problem) {
            if (problem.code == Problem::Code::Cancelled && deadline.hasExpired()) {
                problem.arguments = {QString::number(choices.timeLimit.count())};
            }
            return problem;
        });
}

} // namespace tiermap
