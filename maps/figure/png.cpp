#include "maps/figure/file_formats.h"
#include "maps/figure/png_file.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <deque>
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
    // The number of bands goes by the picture: the bytes must not depend on the machine. As many are at work as there are
    // processors, so that memory does not grow with the picture.
    constexpr qint64 pixelsOfABand = 8'000'000;
    const auto least = static_cast<int>(qint64(size.width()) * size.height() / pixelsOfABand) + 1;
    const int bands = std::clamp(least, 4, std::max(4, size.height()));
    const auto atOnce = static_cast<std::size_t>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
    const auto policy = atOnce > 1 ? std::launch::async : std::launch::deferred;
    std::vector<PngPart> parts;
    std::deque<std::future<PngPart>> work;
    const auto collect = [&] {
        parts.push_back(work.front().get());
        work.pop_front();
    };
    for (int i = 0; i < bands; ++i) {
        if (work.size() >= atOnce)
            collect();
        const int top = static_cast<int>(qint64(size.height()) * i / bands);
        const int bottom = static_cast<int>(qint64(size.height()) * (i + 1) / bands);
        work.push_back(
            std::async(policy, painted, std::cref(figure), dpi, size.width(), top, bottom - top, i + 1 == bands));
    }
    while (!work.empty())
        collect();
    return pngFile(size, parts, dpi, figure.sheet().record);
}

} // namespace tiermap
