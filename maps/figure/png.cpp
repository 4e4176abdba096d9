#include "maps/figure/file_formats.h"
#include "maps/figure/png_file.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <future>
#include <thread>

namespace tiermap {

namespace {

/// The rows from `top` on, painted and compressed.
PngPart painted(const Figure& figure, int dpi, int width, int top, int height, bool last) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(0, -top);
    painter.scale(dpi / 25.4, dpi / 25.4);
    figure.paint(painter);
    painter.end();
    return pngPart(image, last);
}

} // namespace

QByteArray pngBytes(const Figure& figure, int dpi) {
    const QSize size = (figure.pageSize() * dpi / 25.4).toSize();
    // Always the same number of bands: the bytes must not depend on the machine.
    constexpr int bands = 4;
    std::vector<std::future<PngPart>> work;
    work.reserve(bands);
    const auto policy = std::thread::hardware_concurrency() > 1 ? std::launch::async : std::launch::deferred;
    for (int i = 0; i < bands; ++i) {
        const int top = size.height() * i / bands;
        const int bottom = size.height() * (i + 1) / bands;
        work.push_back(
            std::async(policy, painted, std::cref(figure), dpi, size.width(), top, bottom - top, i + 1 == bands));
    }
    std::vector<PngPart> parts;
    parts.reserve(bands);
    for (auto& part : work)
        parts.push_back(part.get());
    return pngFile(size, parts, dpi);
}

} // namespace tiermap
