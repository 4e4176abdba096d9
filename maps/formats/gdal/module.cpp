#include "maps/formats/format_module.h"
#include "maps/formats/gdal/archive.h"
#include "maps/formats/gdal/errors.h"
#include "maps/formats/gdal/handles.h"
#include "maps/formats/gdal/offline.h"
#include "maps/formats/gdal/percent_cells.h"

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int mostFields = 4096;

std::unexpected<Problem> unreadable(const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FormatUnreadable, .arguments = {reason}});
}

/// A dataset and how its texts are read.
class Reader {
public:
    explicit Reader(const FormatRequest& request);

    Result<FormatReply> describe() const;
    Result<FormatReply> read() const;

private:
    QString textOf(const char* bytes) const;
    QVariant valueOf(OGRFeatureH feature, int index) const;
    RawRow rowOf(OGRFeatureH feature) const;
    SourceLayer describe(OGRLayerH layer) const;
    QString driver() const { return QString::fromUtf8(GDALGetDriverShortName(GDALGetDatasetDriver(m_dataset.get()))); }
    bool isSpreadsheet() const { return driver() == "XLSX"_L1 || driver() == "ODS"_L1; }
    OGRLayerH layer(int index) const { return GDALDatasetGetLayer(m_dataset.get(), index); }
    Result<OGRLayerH> wantedLayer() const;
    Result<FormatReply> readRows(OGRLayerH layer) const;

    const FormatRequest& m_request;
    GdalErrors m_errors;
    Dataset m_dataset;
    bool m_decodes = false; ///< else texts are UTF-8
};

Reader::Reader(const FormatRequest& request)
    : m_request(request) {
    const QByteArray path = request.path.toUtf8();
    GDALDriverH driver = GDALIdentifyDriverEx(path.constData(), GDAL_OF_VECTOR, offlineDrivers(), nullptr);
    const QByteArrayView name(driver == nullptr ? "" : GDALGetDriverShortName(driver));
    CPLStringList options;
    if (name == "XLSX" || name == "ODS") {
        options.SetNameValue("HEADERS", "DISABLE");
        options.SetNameValue("FIELD_TYPES", "STRING");
    } else if (name == "GML") {
        options.SetNameValue("WRITE_GFS", "NO"); // what GDAL learnt about the file, beside it
    } else if (name == "ESRI Shapefile" && !request.encoding.isEmpty()) {
        options.SetNameValue("ENCODING", ""); // bytes as they are
        m_decodes = true;
    }
    const unsigned flags = GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR | (request.writable ? GDAL_OF_UPDATE : 0U);
    m_dataset.reset(GDALOpenEx(path.constData(), flags, offlineDrivers(), options.List(), nullptr));
}

QString Reader::textOf(const char* bytes) const {
    if (!m_decodes) {
        return QString::fromUtf8(bytes);
    }
    return QStringDecoder(m_request.encoding).decode(QByteArrayView(bytes));
}

QVariant Reader::valueOf(OGRFeatureH feature, int index) const {
    OGRFieldDefnH field = OGR_F_GetFieldDefnRef(feature, index);
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
        if (OGR_Fld_GetSubType(field) == OFSTBoolean) {
            return OGR_F_GetFieldAsInteger(feature, index) != 0;
        }
        [[fallthrough]];
    case OFTInteger64:
        return QVariant::fromValue<qint64>(OGR_F_GetFieldAsInteger64(feature, index));
    case OFTReal: {
        const double value = OGR_F_GetFieldAsDouble(feature, index);
        if (OGR_Fld_GetSubType(field) == OFSTFloat32) { // 0.1, not 0.10000000149
            return QString::number(static_cast<float>(value), 'g', QLocale::FloatingPointShortest).toDouble();
        }
        return value;
    }
    case OFTDate:
        return QString::fromUtf8(OGR_F_GetFieldAsString(feature, index)).replace(u'/', u'-');
    case OFTDateTime:
        return QString::fromUtf8(OGR_F_GetFieldAsISO8601DateTime(feature, index, nullptr));
    default: // lists as the text that GDAL makes of them
        return textOf(OGR_F_GetFieldAsString(feature, index));
    }
}

/// Curves become lines on the way, since our shapes know none.
QByteArray wkbOf(OGRFeatureH feature) {
    OGRGeometryH given = OGR_F_GetGeometryRef(feature);
    if (given == nullptr) {
        return {};
    }
    const GeometryHandle linear(OGR_G_GetLinearGeometry(given, 0, nullptr));
    OGRGeometryH geometry = linear ? linear.get() : given;
    QByteArray wkb(static_cast<qsizetype>(OGR_G_WkbSizeEx(geometry)), Qt::Uninitialized);
    OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
    return wkb;
}

RawRow Reader::rowOf(OGRFeatureH feature) const {
    RawRow row;
    const int fields = OGR_F_GetFieldCount(feature);
    row.cells.reserve(fields);
    for (int i = 0; i < fields; ++i) {
        row.cells << (OGR_F_IsFieldSetAndNotNull(feature, i) != 0 ? valueOf(feature, i) : QVariant());
    }
    row.wkb = wkbOf(feature);
    return row;
}

/// What has no number must not look empty.
void tellUnsolved(RawRow& row, int number, const QSet<CellPlace>& unsolved) {
    for (qsizetype column = 0; !unsolved.isEmpty() && column < row.cells.size(); ++column) {
        if (unsolved.contains(CellPlace(number, static_cast<int>(column)))) {
            row.cells[column] = u"= (公式没有存下结果; formula without a stored result)"_s;
        }
    }
}

/// A number as the sheet shows it: 5.5% for 0.055.
void showPercents(RawRow& row, int number, const QSet<CellPlace>& percents) {
    constexpr int digits = 15; // as many as a spreadsheet keeps: 0.07 is 7, not 7.000000000000001
    for (int column = 0; column < row.cells.size(); ++column) {
        bool isNumber = false;
        const double share = row.cells[column].toDouble(&isNumber);
        if (isNumber && percents.contains({number, column})) {
            const double percent = QString::number(share * 100, 'g', digits).toDouble();
            row.cells[column] = QString::number(percent, 'f', QLocale::FloatingPointShortest) + u'%';
        }
    }
}

QString wktOf(OGRLayerH layer) {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(layer);
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    char* wkt = nullptr;
    QString text;
    if (crs != nullptr && OSRExportToWktEx(crs, &wkt, options.data()) == OGRERR_NONE) {
        text = QString::fromUtf8(wkt);
    }
    CPLFree(wkt);
    return text;
}

SourceLayer Reader::describe(OGRLayerH layer) const {
    SourceLayer description{.name = QString::fromUtf8(OGR_L_GetName(layer))};
    if (isSpreadsheet()) {
        return description; // all else would have the sheet read
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        description.fields << textOf(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    }
    description.rows = OGR_L_GetFeatureCount(layer, FALSE);
    description.crs = wktOf(layer);
    description.hasGeometry = OGR_FD_GetGeomFieldCount(definition) > 0;
    return description;
}

Result<FormatReply> Reader::describe() const {
    if (!m_dataset) {
        return unreadable(m_errors.failure());
    }
    FormatReply reply{.driver = driver()};
    for (int i = 0; i < GDALDatasetGetLayerCount(m_dataset.get()); ++i) {
        reply.layers << describe(layer(i));
        if (reply.layers.last().fields.size() > mostFields) {
            return unreadable(u"more than %1 fields"_s.arg(mostFields));
        }
    }
    if (!m_errors.failure().isEmpty()) {
        return unreadable(m_errors.failure());
    }
    return reply;
}

Result<OGRLayerH> Reader::wantedLayer() const {
    if (OGRLayerH first = layer(0); first == nullptr) {
        return unreadable(m_errors.failure().isEmpty() ? u"there is no layer in it"_s : m_errors.failure());
    } else if (m_request.layer.isEmpty()) {
        return first;
    }
    QStringList names;
    for (int i = 0; i < GDALDatasetGetLayerCount(m_dataset.get()); ++i) {
        names << QString::fromUtf8(OGR_L_GetName(layer(i)));
        if (names.last() == m_request.layer) {
            return layer(i);
        }
    }
    return std::unexpected(
        Problem{.code = Problem::Code::ValueUnknown, .arguments = {m_request.layer, names.join(u", ")}});
}

Result<FormatReply> Reader::read() const {
    if (!m_dataset) {
        return unreadable(m_errors.failure());
    }
    return wantedLayer().and_then([this](OGRLayerH layer) { return readRows(layer); });
}

Result<FormatReply> Reader::readRows(OGRLayerH layer) const {
    FormatReply reply{.driver = driver(), .layers = {describe(layer)}};
    const SourceLayer& description = reply.layers.first();
    if (OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer)) > mostFields) {
        return unreadable(u"more than %1 fields"_s.arg(mostFields));
    }
    OGR_L_ResetReading(layer);
    bool goesOn = true;
    const QSet<CellPlace> percents = driver() == "XLSX"_L1  ? percentCellsXlsx(m_request.path, description.name)
                                     : driver() == "ODS"_L1 ? percentCellsOds(m_request.path, description.name)
                                                            : QSet<CellPlace>();
    const QSet<CellPlace> unsolved =
        driver() == "XLSX"_L1 ? unsolvedCellsXlsx(m_request.path, description.name) : QSet<CellPlace>();
    for (double count = 1; goesOn; ++count) {
        const FeatureHandle feature(OGR_L_GetNextFeature(layer));
        if (!feature) {
            break;
        }
        const double part = description.rows > 0 ? std::min(1.0, count / static_cast<double>(description.rows)) : 0;
        RawRow row = rowOf(feature.get());
        if (!percents.isEmpty()) {
            showPercents(row, static_cast<int>(count) - 1, percents);
        }
        tellUnsolved(row, static_cast<int>(count) - 1, unsolved);
        goesOn = m_request.take(description, row, part);
    }
    if (goesOn && !m_errors.failure().isEmpty()) { // a file that breaks off looks like one that ends
        return unreadable(m_errors.failure());
    }
    return reply;
}

Result<FormatReply> answer(const FormatRequest& request) {
    offlineDrivers(); // before anything of GDAL touches the file
    if (isZipBomb(request.path)) {
        return unreadable(u"there is too much packed into the file"_s);
    }
    const Reader reader(request);
    return request.take ? reader.read() : reader.describe();
}

} // namespace

} // namespace tiermap

extern "C" Q_DECL_EXPORT void tiermapReadFormat2(const tiermap::FormatRequest& request, tiermap::FormatResult* result) {
    *result = tiermap::answer(request);
}
