#include "maps/export/table_export.h"

#include "core/store/project_file.h"
#include "maps/export/field_meaning.h"
#include "maps/export/short_names.h"
#include "maps/export/staged_files.h"
#include "maps/formats/format_module.h"
#include "maps/formats/geojson_writer.h"
#include "maps/formats/xlsx_writer.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/wkb.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// At most so many bytes of UTF-8, none of them part of a character.
QString cut(const QString& text, qsizetype bytes) {
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= bytes) {
        return text;
    }
    qsizetype end = bytes;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return QString::fromUtf8(utf8.first(end));
}

QVariant cellOf(const Value& value) {
    if (const auto* integer = std::get_if<qint64>(&value)) {
        return QVariant::fromValue(*integer);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* text = std::get_if<QString>(&value)) {
        return text->isNull() ? u""_s : *text;
    }
    return {};
}

class Export {
public:
    Export(const ExportRequest& request, const FileFormat& format, const TableFacts& facts)
        : m_request(request)
        , m_format(format)
        , m_facts(facts) {
        for (const Column& column : columnsOf(request.table)) {
            if (column.kind != Column::Kind::Geometry) {
                m_fields << column.name;
            }
        }
    }

    Result<void> write(const QString& file) const {
        const QString layer = nameOf(m_request.table);
        if (m_format.shapes == FileFormat::Shapes::None) {
            QStringList heading = m_fields;
            if (m_facts.points > 0) {
                heading << u"longitude"_s << u"latitude"_s;
            }
            const CellSource source = [this](const TakeCells& take) { return giveCells(take); };
            return m_format.typed ? writeXlsx(file, layer, heading, source, m_facts.rows)
                                  : writeCsv(file, heading, source);
        }
        if (m_format.driver.isEmpty()) {
            return writeGeoJson(file, layer, m_fields, [this](const TakeShapeRow& take) { return give(take); });
        }
        const Result<void> written = writeFormat(requestFor(file, layer));
        return !written                    ? written
               : m_format.longestName > 0  ? writeDictionary(file)
               : m_format.name == "kml"_L1 ? readBack(file)
                                           : written;
    }

private:
    /// The rows as they stand.
    Result<void> give(const TakeShapeRow& take) const {
        std::optional<Problem> problem;
        qint64 count = 0;
        const auto columns = columnsOf(m_request.table);
        const auto takeRow = [&](const QList<Value>& cells) {
            ShapeRow row;
            for (std::size_t i = 0; i < columns.size() && !problem; ++i) {
                const Value& cell = cells[static_cast<qsizetype>(i)];
                if (columns[i].kind != Column::Kind::Geometry) {
                    row.cells << cellOf(cell);
                } else if (const auto* blob = std::get_if<QByteArray>(&cell)) {
                    problem = decodeInto(row, *blob);
                }
            }
            constexpr qint64 rowsPerReport = 500;
            ++count;
            if (!problem && count % rowsPerReport == 0 && m_request.progress &&
                !m_request.progress(static_cast<double>(count) / static_cast<double>(std::max(count, m_facts.rows)))) {
                problem = Problem{.code = Problem::Code::Cancelled, .file = m_request.file};
            }
            return !problem && take(row);
        };
        const Result<void> read = readTableRows(m_request.project, m_request.table, takeRow);
        return problem ? std::unexpected(*problem) : read;
    }

    static std::optional<Problem> decodeInto(ShapeRow& row, const ShapeBlob& blob) {
        Result<GeoShape> shape = decodeShape(blob);
        if (!shape) {
            return shape.error();
        }
        row.shape = std::move(*shape);
        return std::nullopt;
    }

    Result<void> giveCells(const TakeCells& take) const {
        return give([&](const ShapeRow& row) {
            QVariantList cells = row.cells;
            if (const auto* point = row.shape ? std::get_if<GeoPoint>(&*row.shape) : nullptr) {
                cells << point->get<0>() << point->get<1>();
            }
            return take(cells);
        });
    }

    WriteRequest requestFor(const QString& file, const QString& layer) const {
        using Shapes = WriteRequest::Shapes;
        WriteRequest request{.path = file, .driver = m_format.driver, .layer = layer, .fields = {}};
        const QStringList names = m_format.longestName > 0 ? shortNames(m_fields) : m_fields;
        qsizetype at = 0;
        const auto columns = columnsOf(m_request.table);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Column& column = columns[i];
            if (column.kind == Column::Kind::Geometry) {
                continue;
            }
            const bool number = column.kind == Column::Kind::Number || column.kind == Column::Kind::OptionalNumber;
            request.fields << WriteField{.name = names[at++],
                                         .type = column.kind == Column::Kind::Flag ? WriteField::Type::Integer
                                                 : number                          ? WriteField::Type::Real
                                                                                   : WriteField::Type::Text,
                                         .width = widthOf(column, m_facts.columns[static_cast<qsizetype>(i)])};
        }
        if (namesMarks()) {
            request.fields << WriteField{.name = u"Name"_s};
        }
        request.shapes = !holdsShapes(m_request.table)  ? Shapes::None
                         : m_facts.kindsOfShapes() != 1 ? Shapes::Mixed
                         : m_facts.points > 0           ? Shapes::Points
                         : m_facts.lines > 0            ? Shapes::Lines
                                                        : Shapes::Polygons;
        constexpr int wgs84 = 4326;
        request.epsg = m_format.statesCgcs2000 ? request.epsg : wgs84;
        if (m_format.name == "shp"_L1) {
            request.options << u"ENCODING=UTF-8"_s;
        } else if (m_format.name == "fgb"_L1) {
            // An index would put rows in the order of their places, and leave no room for those without one.
            request.options << u"SPATIAL_INDEX=NO"_s;
        }
        request.rows = [this](const std::function<bool(const RawRow&)>& take) { return giveRaw(take); };
        return request;
    }

    /// What KML shows beside a mark.
    bool namesMarks() const { return m_format.name == "kml"_L1 && m_fields.contains(u"name_zh"_s); }

    int widthOf(const Column& column, const ColumnFacts& facts) const {
        if (m_format.longestText == 0) {
            return 0;
        }
        return column.kind == Column::Kind::Flag
                   ? 1
                   : static_cast<int>(std::clamp<qsizetype>(facts.longest, 1, m_format.longestText));
    }

    Result<void> giveRaw(const std::function<bool(const RawRow&)>& take) const {
        const bool xml = m_format.name == "kml"_L1;
        return give([&](const ShapeRow& row) {
            RawRow raw{.cells = row.cells, .wkb = row.shape ? encodeWkb(*row.shape) : QByteArray()};
            for (QVariant& cell : raw.cells) {
                if (cell.typeId() == QMetaType::QString && m_format.longestText > 0) {
                    cell = cut(cell.toString(), m_format.longestText);
                } else if (cell.typeId() == QMetaType::QString && xml) {
                    cell = xmlText(cell.toString());
                }
            }
            if (namesMarks()) {
                raw.cells << raw.cells[m_fields.indexOf(u"name_zh"_s)];
            }
            return take(raw);
        });
    }

    /// LIBKML keeps to itself that a disk is full.
    Result<void> readBack(const QString& file) const {
        qint64 rows = 0;
        const auto count = [&](const SourceLayer&, const RawRow&, double) {
            ++rows;
            return true;
        };
        const auto reply = readFormat({.path = file, .take = count});
        if (reply && rows == m_facts.rows) {
            return {};
        }
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable,
                    .file = file,
                    .arguments = {reply ? qt_error_string(ENOSPC) : reply.error().arguments.value(0)}});
    }

    Result<void> writeDictionary(const QString& file) const {
        const QStringList brief = shortNames(m_fields);
        const QFileInfo info(file);
        return writeCsv(info.path() + u'/' + info.completeBaseName() + u"_fields.csv"_s,
                        {u"short_name"_s, u"name"_s, u"meaning_zh"_s}, [&](const TakeCells& take) {
                            for (qsizetype i = 0; i < m_fields.size(); ++i) {
                                take({brief[i], m_fields[i], fieldMeaning(QLatin1StringView(m_fields[i].toLatin1()))});
                            }
                            return Result<void>();
                        });
    }

    const ExportRequest& m_request;
    const FileFormat& m_format;
    const TableFacts& m_facts;
    QStringList m_fields; ///< all but the geometry
};

/// Indexes that other programs made of a shapefile that is no more would have them miss features of the new one.
void removeIndexes(const QString& file) {
    const QFileInfo info(file);
    for (const QString& ending : {u"qix"_s, u"sbn"_s, u"sbx"_s, u"idm"_s, u"ind"_s}) {
        QFile::remove(info.path() + u'/' + info.completeBaseName() + u'.' + ending);
    }
}

} // namespace

Result<ExportReport> exportTable(const ExportRequest& request) {
    const auto named = [&](Problem problem) {
        problem.file = problem.file.isEmpty() ? request.file : problem.file;
        return std::unexpected(std::move(problem));
    };
    const auto format = formatOf(request.file);
    if (!format) {
        return named(format.error());
    }
    if (const QFileInfo there(request.file); there.isFile() && !request.replace) {
        return named({.code = Problem::Code::FileExists});
    } else if (there.isFile() && schemaVersionIn(request.file)) {
        return ExportReport{.rows = 0, .obstacle = Obstacle::IsProject};
    }
    const auto facts = factsOf(request.project, request.table, request.progress);
    if (!facts) {
        return named(facts.error());
    }
    if (const Obstacle obstacle = obstacleOf(*facts, **format); obstacle != Obstacle::None) {
        return ExportReport{.rows = 0, .obstacle = obstacle};
    }
    auto staged = StagedFiles::beside(request.file);
    if (!staged) {
        return named(staged.error());
    }
    if (const auto written = Export(request, **format, *facts).write(staged->path()); !written) {
        Problem problem = written.error();
        if (problem.code == Problem::Code::FileUnwritable) {
            problem.file = request.file; // not the place where it was to be made
        }
        return named(problem);
    }
    auto files = staged->putInPlace(request.replace);
    if (!files) {
        return named(files.error());
    }
    if ((*format)->name == "shp"_L1 && request.replace) {
        removeIndexes(request.file);
    }
    return ExportReport{.rows = facts->rows, .losses = lossesOf(*facts, **format), .files = *std::move(files)};
}

} // namespace tiermap
