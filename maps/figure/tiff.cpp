#include "maps/figure/bands.h"
#include "maps/figure/file_formats.h"
#include "maps/formats/format_module.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QByteArray coloursOf(const QImage& rgb32) {
    const QImage packed = rgb32.convertToFormat(QImage::Format_RGB888);
    const qsizetype length = qsizetype(3) * packed.width();
    QByteArray rows;
    rows.reserve(length * packed.height());
    for (int y = 0; y < packed.height(); ++y) // whose rows end on multiples of four bytes
        rows.append(reinterpret_cast<const char*>(packed.constScanLine(y)), length);
    return rows;
}

} // namespace

Result<void> writeTiff(const Figure& figure, int dpi, const QString& path, int bandsAtOnce) {
    const Sheet& sheet = figure.sheet();
    TiffRequest request{.path = path,
                        .size = pixelsOf(figure, dpi),
                        .dpi = dpi,
                        .title = sheet.title,
                        .description = QString::fromUtf8(sheet.record)};
    if (sheet.ground)
        request.ground = TiffRequest::Ground{sheet.ground->projection.definition(), sheet.ground->affine(dpi)};
    request.rows = [&](const std::function<bool(const QByteArray&)>& take) {
        eachBand<QByteArray>(figure, dpi, bandsAtOnce, [](const QImage& band, bool) { return coloursOf(band); }, take);
    };
    return writeTiff(request);
}

QByteArray recordInTiff(const QString& path) {
    const auto raster = readRasterFile({.path = path});
    return raster ? raster->description.toUtf8() : QByteArray();
}

} // namespace tiermap
