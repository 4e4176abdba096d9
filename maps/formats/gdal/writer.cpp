#include "maps/formats/format_module.h"
#include "maps/formats/gdal/errors.h"
#include "maps/formats/gdal/handles.h"
#include "maps/formats/gdal/offline.h"

#include <cpl_string.h>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

OGRwkbGeometryType geometryType(WriteRequest::Shapes shapes, bool isShapefile) {
    switch (shapes) {
    case WriteRequest::Shapes::None:
        return wkbNone;
    case WriteRequest::Shapes::Points:
        return wkbPoint;
    case WriteRequest::Shapes::Lines:
        return isShapefile ? wkbLineString : wkbMultiLineString; // which there may have many parts
    case WriteRequest::Shapes::Polygons:
        return isShapefile ? wkbPolygon : wkbMultiPolygon;
    case WriteRequest::Shapes::Mixed:
        break;
    }
    return wkbUnknown;
}

class Writer {
public:
    explicit Writer(const WriteRequest& request)
        : m_request(request) {}

    Result<void> write() {
        if (!create() || !addFields()) {
            return unwritable();
        }
        const bool transaction = GDALDatasetTestCapability(m_dataset.get(), ODsCTransactions) != 0;
        if (transaction) {
            GDALDatasetStartTransaction(m_dataset.get(), FALSE);
        }
        bool good = true;
        const Result<void> given = m_request.rows([&](const RawRow& row) { return good = addRow(row); });
        if (transaction) {
            good = GDALDatasetCommitTransaction(m_dataset.get()) == OGRERR_NONE && good;
        }
        good = GDALClose(m_dataset.release()) == CE_None && good;
        if (!given) {
            return given;
        }
        return good && m_errors.failure().isEmpty() ? Result<void>() : unwritable();
    }

private:
    std::unexpected<Problem> unwritable() const {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = m_request.path, .arguments = {m_errors.failure()}});
    }

    bool create() {
        offlineDrivers(); // registers them
        GDALDriverH driver = GDALGetDriverByName(m_request.driver.toUtf8().constData());
        if (driver == nullptr) {
            CPLError(CE_Failure, CPLE_AppDefined, "GDAL was built without %s", m_request.driver.toUtf8().constData());
            return false;
        }
        m_dataset.reset(GDALCreate(driver, m_request.path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!m_dataset) {
            return false;
        }
        const CrsHandle crs(OSRNewSpatialReference(nullptr));
        OSRImportFromEPSG(crs.get(), m_request.epsg);
        OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        for (const QString& option : m_request.options) {
            options.AddString(option.toUtf8().constData());
        }
        const bool shapes = m_request.shapes != WriteRequest::Shapes::None;
        m_layer = GDALDatasetCreateLayer(
            m_dataset.get(), m_request.layer.toUtf8().constData(), shapes ? crs.get() : nullptr,
            geometryType(m_request.shapes, m_request.driver == "ESRI Shapefile"_L1), options.List());
        return m_layer != nullptr;
    }

    bool addFields() {
        for (const WriteField& field : m_request.fields) {
            const OGRFieldType type = field.type == WriteField::Type::Integer ? OFTInteger
                                      : field.type == WriteField::Type::Real  ? OFTReal
                                                                              : OFTString;
            OGRFieldDefnH definition = OGR_Fld_Create(field.name.toUtf8().constData(), type);
            OGR_Fld_SetWidth(definition, field.width);
            const OGRErr error = OGR_L_CreateField(m_layer, definition, FALSE);
            OGR_Fld_Destroy(definition);
            if (error != OGRERR_NONE) {
                return false;
            }
        }
        return true;
    }

    bool addRow(const RawRow& row) {
        OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_layer);
        const FeatureHandle feature(OGR_F_Create(definition));
        for (int i = 0; i < static_cast<int>(m_request.fields.size()); ++i) {
            // KML has fields of its own before ours.
            const QByteArray name = m_request.fields[i].name.toUtf8();
            const int at = OGR_FD_GetFieldIndex(definition, name.constData());
            const QVariant& cell = row.cells[i];
            if (!cell.isValid()) {
                OGR_F_SetFieldNull(feature.get(), at);
            } else if (cell.typeId() == QMetaType::QString) {
                OGR_F_SetFieldString(feature.get(), at, cell.toString().toUtf8().constData());
            } else if (cell.typeId() == QMetaType::Double) {
                OGR_F_SetFieldDouble(feature.get(), at, cell.toDouble());
            } else {
                OGR_F_SetFieldInteger64(feature.get(), at, cell.toLongLong());
            }
        }
        if (!row.wkb.isEmpty()) {
            OGRGeometryH geometry = nullptr;
            if (OGR_G_CreateFromWkb(row.wkb.constData(), nullptr, &geometry, static_cast<int>(row.wkb.size())) !=
                OGRERR_NONE) {
                return false;
            }
            OGR_F_SetGeometryDirectly(feature.get(), geometry);
        }
        return OGR_L_CreateFeature(m_layer, feature.get()) == OGRERR_NONE;
    }

    const WriteRequest& m_request;
    GdalErrors m_errors;
    Dataset m_dataset;
    OGRLayerH m_layer = nullptr;
};

} // namespace

} // namespace tiermap

extern "C" Q_DECL_EXPORT void tiermapWriteFormat1(const tiermap::WriteRequest& request, tiermap::Result<void>* result) {
    *result = tiermap::Writer(request).write();
}
