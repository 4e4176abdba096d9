#include "maps/scene/moved_raster.h"

#include "maps/formats/raster.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tiermap {

namespace {

constexpr int cells = 32;

/// Where the raster's own coordinates put each place of a window: on a grid, from the window's upper left.
struct Offsets {
    std::vector<Point> places;

    Offsets(const Projection& projection, const Extent& extent, Datum datum) {
        const auto& [low, high] = extent;
        for (int row = 0; row <= cells; ++row) {
            for (int column = 0; column <= cells; ++column) {
                const Point place(std::lerp(low.x(), high.x(), column / double(cells)),
                                  std::lerp(high.y(), low.y(), row / double(cells)));
                places.push_back(projection.forward(fromCgcs2000(projection.inverse(place), datum)));
            }
        }
    }

    Extent extent() const {
        const auto [west, east] = std::ranges::minmax(places, {}, [](const Point& p) { return p.x(); });
        const auto [south, north] = std::ranges::minmax(places, {}, [](const Point& p) { return p.y(); });
        return {Point(west.x(), south.y()), Point(east.x(), north.y())};
    }

    /// `x` and `y` from 0 to 1, from the upper left.
    Point at(double x, double y) const {
        const int column = std::min(static_cast<int>(x * cells), cells - 1);
        const int row = std::min(static_cast<int>(y * cells), cells - 1);
        const double right = x * cells - column;
        const double down = y * cells - row;
        const auto corner = [&](int c, int r) -> const Point& {
            return places[static_cast<std::size_t>(row + r) * (cells + 1) + static_cast<std::size_t>(column + c)];
        };
        const auto between = [&](auto coordinate) {
            return std::lerp(std::lerp(coordinate(corner(0, 0)), coordinate(corner(1, 0)), right),
                             std::lerp(coordinate(corner(0, 1)), coordinate(corner(1, 1)), right), down);
        };
        return {between([](const Point& p) { return p.x(); }), between([](const Point& p) { return p.y(); })};
    }
};

} // namespace

Result<QImage> readMovedRaster(const QString& file, const QString& crs, Datum datum, const Projection& projection,
                               const Extent& extent, const QSize& pixels, const std::function<bool()>& goesOn) {
    const auto window = [&](const Extent& of, const QSize& size) {
        return RasterWindow{projection.definition(), of.first.x(), of.first.y(), of.second.x(),
                            of.second.y(),           size.width(), size.height()};
    };
    if (datum != Datum::Gcj02 && datum != Datum::Bd09) {
        return readRaster(file, crs, window(extent, pixels), goesOn);
    }
    const Offsets offsets(projection, extent, datum);
    if (std::ranges::any_of(offsets.places, [](const Point& p) { return !std::isfinite(p.x() + p.y()); })) {
        return readRaster(file, crs, window(extent, pixels), goesOn); // of the whole earth: no offset can be seen
    }
    const Extent own = offsets.extent();
    const auto lengthOf = [](const Extent& of) {
        return QSizeF(of.second.x() - of.first.x(), of.second.y() - of.first.y());
    };
    const QSizeF pixel(lengthOf(extent).width() / pixels.width(), lengthOf(extent).height() / pixels.height());
    const QSize size(static_cast<int>(std::ceil(lengthOf(own).width() / pixel.width())),
                     static_cast<int>(std::ceil(lengthOf(own).height() / pixel.height())));
    return readRaster(file, crs, window(own, size), goesOn).transform([&](const QImage& image) {
        QImage moved(pixels, QImage::Format_RGBA8888);
        const QSizeF step(lengthOf(own).width() / size.width(), lengthOf(own).height() / size.height());
        for (int y = 0; y < pixels.height(); ++y) {
            auto* out = reinterpret_cast<quint32*>(moved.scanLine(y));
            for (int x = 0; x < pixels.width(); ++x) {
                const Point from = offsets.at((x + 0.5) / pixels.width(), (y + 0.5) / pixels.height());
                const int column = static_cast<int>((from.x() - own.first.x()) / step.width());
                const int row = static_cast<int>((own.second.y() - from.y()) / step.height());
                const auto* line =
                    reinterpret_cast<const quint32*>(image.constScanLine(std::clamp(row, 0, image.height() - 1)));
                out[x] = line[std::clamp(column, 0, image.width() - 1)];
            }
        }
        return moved;
    });
}

} // namespace tiermap
