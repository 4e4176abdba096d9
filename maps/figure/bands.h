#pragma once

#include "maps/figure/figure.h"

#include <QImage>
#include <QScopeGuard>
#include <QSize>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <semaphore>
#include <thread>
#include <vector>

namespace tiermap {

QSize pixelsOf(const Figure& figure, int dpi);

/// A band of a figure's picture: so many rows from `top` on.
QImage painted(const Figure& figure, int dpi, int top, int height);

/// Paints a picture band by band, has each made into a `Part` at the same time as others, and gives the parts in order
/// from the top; `take` says whether it wants more. How many bands there are goes by the picture, since bytes must not
/// depend on the machine. As many are at work as there are processors, and as many again may wait for their turn, so that
/// memory does not grow with the picture and no processor waits for a band that takes longer.
template <class Part, class Make, class Take>
void eachBand(const Figure& figure, int dpi, const Make& make, const Take& take) {
    constexpr qint64 pixelsOfABand = 8'000'000;
    constexpr int fewest = 6;
    const QSize size = pixelsOf(figure, dpi);
    const auto least = static_cast<int>(qint64(size.width()) * size.height() / pixelsOfABand) + 1;
    const int bands = std::clamp(least, fewest, std::max(fewest, size.height()));
    std::vector<std::packaged_task<Part()>> work;
    for (int i = 0; i < bands; ++i) {
        const int top = static_cast<int>(qint64(size.height()) * i / bands);
        const int bottom = static_cast<int>(qint64(size.height()) * (i + 1) / bands);
        work.emplace_back([&figure, &make, dpi, top, bottom, last = i + 1 == bands] {
            return make(painted(figure, dpi, top, bottom - top), last);
        });
    }
    const int atOnce = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 8);
    std::counting_semaphore<> room(2 * std::ptrdiff_t{atOnce});
    std::atomic<int> next = 0;
    const auto worker = [&] {
        for (;;) {
            room.acquire();
            const int i = next++;
            if (i >= bands)
                return room.release(); // to the others
            work[static_cast<std::size_t>(i)]();
        }
    };
    std::vector<std::jthread> workers;
    for (int i = 0; i < std::min(atOnce, bands); ++i)
        workers.emplace_back(worker);
    const auto closing = qScopeGuard([&] { // before the workers are waited for, however this ends
        next = bands;
        room.release();
    });
    for (std::packaged_task<Part()>& band : work) {
        const Part part = band.get_future().get();
        room.release();
        if (!take(part))
            return;
    }
}

} // namespace tiermap
