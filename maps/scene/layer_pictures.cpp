#include "maps/scene/layer_pictures.h"

#include "maps/scene/moved_raster.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tiermap {

namespace {

/// The paper shows through by the alpha of every pixel.
QImage faded(QImage image, double opacity) {
    image = image.convertToFormat(QImage::Format_ARGB32);
    const int strength = static_cast<int>(std::lround(std::clamp(opacity, 0.0, 1.0) * 256));
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++pixel)
            *pixel = qRgba(qRed(*pixel), qGreen(*pixel), qBlue(*pixel), qAlpha(*pixel) * strength / 256);
    }
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

LayerPictures layerPictures(const QString& projectFile, const QList<ReferenceLayer>& layers,
                            const Projection& projection, const Extent& extent, const QSize& pixels,
                            const std::function<bool()>& goesOn) {
    LayerPictures result;
    for (const ReferenceLayer& layer : layers) {
        if (!layer.shown || layer.kind != ReferenceLayer::Kind::Raster || (goesOn && !goesOn()))
            continue;
        const QString file = fileOf(layer, projectFile);
        const auto image = readMovedRaster(file, layer.crs, fromName<Datum>(layer.datum).value_or(Datum::Unknown),
                                           projection, extent, pixels, goesOn);
        if (image)
            result.pictures.push_back({layer.key, faded(*image, layer.opacity), extent.first, extent.second});
        else if (image.error().code != Problem::Code::Cancelled)
            result.problems << image.error();
    }
    return result;
}

void placePictures(DisplayList& list, const std::vector<Picture>& pictures) {
    for (auto& item : list.base) {
        auto* place = std::get_if<Picture>(&item);
        if (place == nullptr)
            continue;
        const auto own = std::ranges::find(pictures, place->layer, &Picture::layer);
        if (own != pictures.end())
            *place = *own;
    }
}

} // namespace tiermap
