#include "maps/formats/raster.h"

#include "maps/formats/format_module.h"
#include "maps/formats/tile_folder.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

Result<RasterSource> describeRaster(const QString& file, const QString& crs, const std::function<bool()>& goesOn) {
    if (QFileInfo(file).isDir()) {
        return describeTiles(file);
    }
    const RasterRequest request{.path = file, .crs = crs, .goesOn = goesOn};
    return readRasterFile(request).and_then([&](const RasterReply& reply) -> Result<RasterSource> {
        if (!reply.hasGround) {
            return std::unexpected(
                Problem{.code = Problem::Code::FormatUnreadable,
                        .file = file,
                        .arguments = {u"it does not say where its pixels lie; a world file beside it would"_s}});
        }
        if (reply.crs.isEmpty()) {
            return std::unexpected(Problem{.code = Problem::Code::ProjectionFailed,
                                           .file = file,
                                           .arguments = {u"it names no coordinate system"_s}});
        }
        return RasterSource{file,      reply.driver, reply.width, reply.height, reply.crs,
                            reply.wkt, reply.west,   reply.south, reply.east,   reply.north};
    });
}

Result<QImage> readRaster(const QString& file, const QString& crs, const RasterWindow& window,
                          const std::function<bool()>& goesOn) {
    constexpr qint64 mostPixels = 64'000'000;
    if (window.width < 1 || window.height < 1 || qint64(window.width) * window.height > mostPixels) {
        return std::unexpected(Problem{
            .code = Problem::Code::OutOfRange,
            .file = file,
            .arguments = {u"%1 x %2"_s.arg(window.width).arg(window.height), u"1"_s, QString::number(mostPixels)}});
    }
    if (QFileInfo(file).isDir()) {
        return readTiles(file, window, goesOn);
    }
    return readRasterFile({.path = file, .crs = crs, .window = window, .goesOn = goesOn})
        .transform([&](const RasterReply& reply) {
            // A deep copy: the bytes go.
            return QImage(reinterpret_cast<const uchar*>(reply.rgba.constData()), window.width, window.height,
                          qsizetype(window.width) * 4, QImage::Format_RGBA8888)
                .copy();
        });
}

} // namespace tiermap
