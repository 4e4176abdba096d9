#include "maps/formats/gdal/crs.h"
#include "maps/formats/gdal/errors.h"
#include "maps/formats/gdal/handles.h"
#include "maps/formats/gdal/offline.h"
#include "maps/formats/raster_request.h"

#include <cpl_string.h>
#include <gdal.h>
#include <gdal_utils.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct DestroyTransformation {
    void operator()(OGRCoordinateTransformationH transformation) const {
        OCTDestroyCoordinateTransformation(transformation);
    }
};
struct FreeTranslate {
    void operator()(GDALTranslateOptions* options) const { GDALTranslateOptionsFree(options); }
};
struct FreeWarp {
    void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};
using Transformation = std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, DestroyTransformation>;

std::unexpected<Problem> unreadable(const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FormatUnreadable, .arguments = {reason}});
}

QByteArray wktOf(OGRSpatialReferenceH crs) {
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    char* wkt = nullptr;
    QByteArray text;
    if (OSRExportToWktEx(crs, &wkt, options.data()) == OGRERR_NONE) {
        text = wkt;
    }
    CPLFree(wkt);
    return text;
}

class Raster {
public:
    explicit Raster(const RasterRequest& request)
        : m_request(request)
        , m_dataset(GDALOpenEx(request.path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR,
                               offlineRasterDrivers(), nullptr, nullptr)) {
        if (!request.crs.isEmpty()) {
            m_crs = crsOf(request.crs);
        } else if (m_dataset && GDALGetSpatialRef(m_dataset.get()) != nullptr) {
            m_crs.reset(OSRClone(GDALGetSpatialRef(m_dataset.get())));
            OSRSetAxisMappingStrategy(m_crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
        }
    }

    Result<RasterReply> describe() const;
    Result<RasterReply> read() const;

private:
    Dataset asBytes() const;
    Result<Dataset> warped(GDALDatasetH source) const;

    const RasterRequest& m_request;
    GdalErrors m_errors;
    Dataset m_dataset;
    CrsHandle m_crs;
};

Result<RasterReply> Raster::describe() const {
    if (!m_dataset) {
        return unreadable(m_errors.failure());
    }
    RasterReply reply{.driver = QString::fromUtf8(GDALGetDriverShortName(GDALGetDatasetDriver(m_dataset.get()))),
                      .width = GDALGetRasterXSize(m_dataset.get()),
                      .height = GDALGetRasterYSize(m_dataset.get())};
    reply.description = QString::fromUtf8(GDALGetMetadataItem(m_dataset.get(), "TIFFTAG_IMAGEDESCRIPTION", nullptr));
    std::array<double, 6> place{};
    reply.hasGround = GDALGetGeoTransform(m_dataset.get(), place.data()) == CE_None;
    if (!reply.hasGround || !m_crs) {
        return reply;
    }
    reply.crs = QString::fromUtf8(OSRGetName(m_crs.get()));
    reply.wkt = QString::fromUtf8(wktOf(m_crs.get()));
    std::array<double, 4> x{};
    std::array<double, 4> y{};
    for (std::size_t i = 0; i < 4; ++i) {
        const double column = i % 2 == 0 ? 0 : reply.width;
        const double row = i < 2 ? 0 : reply.height;
        x[i] = place[0] + place[1] * column + place[2] * row;
        y[i] = place[3] + place[4] * column + place[5] * row;
    }
    const CrsHandle degrees = crsOf(u"EPSG:4490"_s);
    const Transformation transformation(OCTNewCoordinateTransformation(m_crs.get(), degrees.get()));
    constexpr int pointsAlongEdges = 21;
    const auto [west, east] = std::ranges::minmax(x);
    const auto [south, north] = std::ranges::minmax(y);
    if (!transformation || OCTTransformBounds(transformation.get(), west, south, east, north, &reply.west, &reply.south,
                                              &reply.east, &reply.north, pointsAlongEdges) == FALSE) {
        return std::unexpected(Problem{.code = Problem::Code::ProjectionFailed,
                                       .arguments = {m_errors.failure().isEmpty() ? reply.crs : m_errors.failure()}});
    }
    return reply;
}

/// Colours and greys of 8 bits: palettes spelled out, other numbers stretched from their least to their most.
Dataset Raster::asBytes() const {
    GDALDatasetH dataset = m_dataset.get();
    const int bands = GDALGetRasterCount(dataset);
    GDALRasterBandH first = GDALGetRasterBand(dataset, 1);
    CPLStringList arguments;
    arguments.AddString("-of");
    arguments.AddString("VRT");
    if (bands == 1 && GDALGetRasterColorTable(first) != nullptr) {
        arguments.AddString("-expand");
        arguments.AddString("rgba");
    } else {
        const bool bytes = GDALGetRasterDataType(first) == GDT_Byte;
        if (bytes && bands <= 4) {
            return nullptr; // as it is
        }
        const int colours = bands >= 3 ? 3 : 1;
        for (int band = 1; band <= colours; ++band) {
            arguments.AddString("-b");
            arguments.AddString(QByteArray::number(band).constData());
            std::array<double, 2> range{0, 255};
            if (!bytes) {
                GDALComputeRasterMinMax(GDALGetRasterBand(dataset, band), TRUE, range.data());
                arguments.AddString(("-scale_" + QByteArray::number(band)).constData());
                for (const double number : {range[0], range[1], 0.0, 255.0}) {
                    arguments.AddString(QByteArray::number(number, 'g', 17).constData());
                }
            }
        }
        arguments.AddString("-ot");
        arguments.AddString("Byte");
    }
    const std::unique_ptr<GDALTranslateOptions, FreeTranslate> options(
        GDALTranslateOptionsNew(arguments.List(), nullptr));
    return Dataset(options ? GDALTranslate("", dataset, options.get(), nullptr) : nullptr);
}

Result<Dataset> Raster::warped(GDALDatasetH source) const {
    const RasterWindow& window = m_request.window;
    const CrsHandle target = crsOf(window.crs);
    if (!target) {
        return std::unexpected(Problem{.code = Problem::Code::ProjectionFailed, .arguments = {window.crs}});
    }
    CPLStringList arguments;
    const auto add = [&](std::initializer_list<QByteArray> words) {
        for (const QByteArray& word : words) {
            arguments.AddString(word.constData());
        }
    };
    const auto number = [](double value) { return QByteArray::number(value, 'f', 4); };
    add({"-of", "MEM", "-dstalpha", "-r", "bilinear", "-s_srs", wktOf(m_crs.get()), "-t_srs", wktOf(target.get()),
         "-te", number(window.west), number(window.south), number(window.east), number(window.north), "-ts",
         QByteArray::number(window.width), QByteArray::number(window.height)});
    const std::unique_ptr<GDALWarpAppOptions, FreeWarp> options(GDALWarpAppOptionsNew(arguments.List(), nullptr));
    if (!options) {
        return unreadable(m_errors.failure());
    }
    Dataset result(GDALWarp("", nullptr, 1, &source, options.get(), nullptr));
    if (!result) {
        return unreadable(m_errors.failure());
    }
    return result;
}

Result<RasterReply> Raster::read() const {
    Result<RasterReply> reply = describe();
    if (!reply || !reply->hasGround || reply->crs.isEmpty()) {
        return reply;
    }
    const Dataset converted = asBytes();
    const Result<Dataset> picture = warped(converted ? converted.get() : m_dataset.get());
    if (!picture) {
        return std::unexpected(picture.error());
    }
    const int bands = GDALGetRasterCount(picture->get()); // grey or colours, then alpha
    std::array<int, 4> order{1, bands >= 4 ? 2 : 1, bands >= 4 ? 3 : 1, bands};
    const RasterWindow& window = m_request.window;
    reply->rgba.resize(qsizetype(window.width) * window.height * 4);
    if (GDALDatasetRasterIO(picture->get(), GF_Read, 0, 0, window.width, window.height, reply->rgba.data(),
                            window.width, window.height, GDT_Byte, 4, order.data(), 4, window.width * 4,
                            1) != CE_None) {
        return unreadable(m_errors.failure());
    }
    return reply;
}

} // namespace

} // namespace tiermap

extern "C" Q_DECL_EXPORT void tiermapReadRaster3(const tiermap::RasterRequest& request, tiermap::RasterResult* result) {
    const tiermap::Raster raster(request);
    *result = request.window.width > 0 ? raster.read() : raster.describe();
}
