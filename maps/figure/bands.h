#pragma once

#include "maps/figure/figure.h"

#include <QImage>
#include <QSize>

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace tiermap {

QSize pixelsOf(const Figure& figure, int dpi);

/// A band of a figure's picture: so many rows from `top` on.
QImage painted(const Figure& figure, int dpi, int top, int height);

/// Paints a picture band by band, has each made into a `Part` at the same time as others, and gives the parts in order
/// from the top; `take` says whether it wants more. How many bands there are goes by the picture, since bytes must not
/// depend on the machine; as many are at work as there are processors, so that memory does not grow with the picture.
template <class Part, class Make, class Take>
void eachBand(const Figure& figure, int dpi, const Make& make, const Take& take) {
    constexpr qint64 pixelsOfABand = 8'000'000;
    const QSize size = pixelsOf(figure, dpi);
    const auto least = static_cast<int>(qint64(size.width()) * size.height() / pixelsOfABand) + 1;
    const int bands = std::clamp(least, 4, std::max(4, size.height()));
    const auto atOnce = static_cast<std::size_t>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
    const auto policy = atOnce > 1 ? std::launch::async : std::launch::deferred;
    std::deque<std::future<Part>> work;
    bool goesOn = true;
    const auto collect = [&] {
        const Part part = work.front().get();
        work.pop_front();
        goesOn = goesOn && take(part);
    };
    for (int i = 0; i < bands && goesOn; ++i) {
        if (work.size() >= atOnce)
            collect();
        const int top = static_cast<int>(qint64(size.height()) * i / bands);
        const int bottom = static_cast<int>(qint64(size.height()) * (i + 1) / bands);
        work.push_back(std::async(policy, [&figure, &make, dpi, top, bottom, last = i + 1 == bands] {
            return make(painted(figure, dpi, top, bottom - top), last);
        }));
    }
    while (!work.empty())
        collect();
}

} // namespace tiermap
