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

/// Rows of a figure's picture.
struct Band {
    int top = 0;
    int height = 0;
};

/// As many as go by the picture alone: bytes must not depend on how many processors there are.
std::vector<Band> bandsOf(const QSize& picture);

/// Paints a band onto `canvas`, which is made where it is null or too small; the picture ends with it.
QImage painted(const Figure& figure, int dpi, const Band& band, QImage& canvas);

/// Paints a picture band by band, has each made into a `Part`, and gives the parts in order from the top; `take` says
/// whether it wants more. `atOnce` bands are at work at the same time, and as many again may wait for their turn, so that
/// memory does not grow with the picture and no processor waits for a band that takes longer. One at a time is painted by
/// the caller's thread, which has its fonts at hand.
template <class Part, class Make, class Take>
void eachBand(const Figure& figure, int dpi, int atOnce, const Make& make, const Take& take) {
    const std::vector<Band> bands = bandsOf(pixelsOf(figure, dpi));
    const auto partOf = [&](std::size_t i, QImage& canvas) {
        return make(painted(figure, dpi, bands[i], canvas), i + 1 == bands.size());
    };
    if (atOnce == 1) {
        QImage canvas;
        for (std::size_t i = 0; i < bands.size(); ++i) {
            if (!take(partOf(i, canvas)))
                return;
        }
        return;
    }
    std::vector<std::packaged_task<Part(QImage&)>> work;
    work.reserve(bands.size());
    for (std::size_t i = 0; i < bands.size(); ++i)
        work.emplace_back([&partOf, i](QImage& canvas) { return partOf(i, canvas); });
    std::counting_semaphore<> room(2 * std::ptrdiff_t{atOnce});
    std::atomic<std::size_t> next = 0;
    const auto worker = [&] {
        QImage canvas;
        for (;;) {
            room.acquire();
            const std::size_t i = next++;
            if (i >= work.size())
                return room.release(); // to the others
            work[i](canvas);
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(atOnce), work.size()); ++i)
        workers.emplace_back(worker);
    const auto closing = qScopeGuard([&] { // before the workers are waited for, however this ends
        next = work.size();
        room.release();
    });
    for (auto& band : work) {
        const Part part = band.get_future().get();
        room.release();
        if (!take(part))
            return;
    }
}

} // namespace tiermap
