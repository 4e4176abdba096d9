#include "maps/figure/bands.h"

#include <QPainter>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

#include <algorithm>
#include <cstdlib>

namespace tiermap {

QSize pixelsOf(const Figure& figure, int dpi) { return (figure.pageSize() * dpi / 25.4).toSize(); }

std::vector<Band> bandsOf(const QSize& picture) {
    constexpr qint64 pixelsOfABand = 8'000'000;
    constexpr int fewest = 6;
    const auto least = static_cast<int>(qint64(picture.width()) * picture.height() / pixelsOfABand) + 1;
    const int count = std::clamp(least, fewest, std::max(fewest, picture.height()));
    std::vector<Band> bands;
    for (int i = 0; i < count; ++i) {
        const auto top = static_cast<int>(qint64(picture.height()) * i / count);
        const auto bottom = static_cast<int>(qint64(picture.height()) * (i + 1) / count);
        bands.push_back({.top = top, .height = bottom - top});
    }
    return bands;
}

namespace {

/// In large pages where the system has them: a band of an A4 page would be 1,400 small ones, each of which is made when it is
/// first written to.
QImage canvasOf(const QSize& size) {
#ifdef Q_OS_LINUX
    constexpr std::size_t page = std::size_t{1} << 21U;
    const qsizetype stride = size.width() * qsizetype{sizeof(QRgb)};
    const std::size_t bytes = (static_cast<std::size_t>(stride * size.height()) + page - 1) / page * page;
    auto* pixels = static_cast<uchar*>(std::aligned_alloc(page, bytes));
    if (!pixels)
        return {};
    madvise(pixels, bytes, MADV_HUGEPAGE); // where it is refused small pages do
    return {pixels, size.width(), size.height(), stride, QImage::Format_ARGB32_Premultiplied, std::free, pixels};
#else
    return {size, QImage::Format_ARGB32_Premultiplied};
#endif
}

} // namespace

QImage painted(const Figure& figure, int dpi, const Band& band, QImage& canvas) {
    const QSize size(pixelsOf(figure, dpi).width(), band.height);
    if (canvas.width() != size.width() || canvas.height() < size.height())
        canvas = canvasOf(size + QSize(0, 1)); // another may have a row more
    QImage image(canvas.bits(), size.width(), size.height(), canvas.bytesPerLine(), canvas.format());
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(0, -band.top);
    painter.scale(dpi / 25.4, dpi / 25.4);
    figure.paint(painter);
    return image;
}

} // namespace tiermap
