#include "maps/formats/format_module.h"
#include "maps/formats/gdal/errors.h"
#include "maps/formats/gdal/offline.h"

#include <gdal.h>
#include <ogr_api.h>

#include <memory>

namespace tiermap {

namespace {

struct Close {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct DestroyGeometry {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Dataset = std::unique_ptr<void, Close>;
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

QVariant valueOf(OGRFeatureH feature, int index) {
    switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, index))) {
    case OFTInteger:
    case OFTInteger64:
        return QVariant::fromValue<qint64>(OGR_F_GetFieldAsInteger64(feature, index));
    case OFTReal:
        return OGR_F_GetFieldAsDouble(feature, index);
    default: // dates and lists as the text that GDAL makes of them
        return QString::fromUtf8(OGR_F_GetFieldAsString(feature, index));
    }
}

QVariantMap attributesOf(OGRFeatureH feature) {
    QVariantMap attributes;
    for (int i = 0; i < OGR_F_GetFieldCount(feature); ++i) {
        if (OGR_F_IsFieldSetAndNotNull(feature, i) != 0) {
            const char* name = OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(feature, i));
            attributes.insert(QString::fromUtf8(name), valueOf(feature, i));
        }
    }
    return attributes;
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

RawFeatures readFirstLayer(const QString& file) {
    const char* const* drivers = offlineDrivers();
    const GdalErrors errors;
    const auto unreadable = [&](const QString& reason) {
        return std::unexpected(Problem{.code = Problem::Code::FormatUnreadable, .file = file, .arguments = {reason}});
    };
    const Dataset dataset(GDALOpenEx(file.toUtf8().constData(),
                                     GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, nullptr,
                                     nullptr));
    if (!dataset) {
        return unreadable(errors.failure());
    }
    OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    if (layer == nullptr) {
        return unreadable(QStringLiteral("no layer"));
    }
    std::vector<RawFeature> features;
    OGR_L_ResetReading(layer);
    while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
        features.push_back({wkbOf(feature.get()), attributesOf(feature.get())});
    }
    if (!errors.failure().isEmpty()) { // a file that breaks off looks like one that ends
        return unreadable(errors.failure());
    }
    return features;
}

} // namespace

} // namespace tiermap

extern "C" Q_DECL_EXPORT void tiermapReadFirstLayer1(const QString& file, tiermap::RawFeatures* result) {
    *result = tiermap::readFirstLayer(file);
}
