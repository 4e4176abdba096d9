#include "maps/scene/hatch_brush.h"

#include <QImage>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace tiermap {

namespace {

/// So many lines in so many pixels.
struct Period {
    int lines = 1;
    int pixels = 1;
};

Period periodOf(double pixelsOfALine) {
    constexpr int mostLines = 8;
    Period best;
    double least = 1;
    for (int lines = 1; lines <= mostLines; ++lines) {
        const double exact = lines * pixelsOfALine;
        const double error = std::abs(exact - std::round(exact)) / exact;
        if (error < least) {
            least = error;
            best = {lines, static_cast<int>(std::round(exact))};
        }
    }
    return best;
}

struct Tile {
    Hatch hatch;
    std::optional<QColor> ground;
    double pixelsPerMm = 0;
    QImage image{};
};

void drawLines(QPainter& painter, const Period& period, double angle) {
    const QPointF along(std::cos(angle), -std::sin(angle)); // y down
    const double reach = 1.5 * period.pixels;               // to both sides: the square's diagonal
    const bool steep = std::abs(along.y()) > 0.5;
    for (int i = -period.lines; i <= 2 * period.lines; ++i) {
        const double at = double(i) * period.pixels / period.lines;
        const QPointF through = steep ? QPointF(at, 0) : QPointF(0, at);
        painter.drawLine(through - along * reach, through + along * reach);
    }
}

/// Null where too small for lines to be told apart. One line goes through the origin, in each direction.
QImage drawn(const Tile& tile) {
    const bool slanted = std::fmod(tile.hatch.angle / 45, 2) != 0;
    const Period period = periodOf(tile.hatch.spacing * tile.pixelsPerMm * (slanted ? std::numbers::sqrt2 : 1));
    if (period.pixels < 2 * period.lines)
        return {};
    QImage image(period.pixels, period.pixels,
                 tile.ground ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.fill(tile.ground.value_or(Qt::transparent));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tile.hatch.color, tile.hatch.width * tile.pixelsPerMm, Qt::SolidLine, Qt::FlatCap));
    drawLines(painter, period, tile.hatch.angle * std::numbers::pi / 180);
    if (tile.hatch.crossed)
        drawLines(painter, period, (tile.hatch.angle + 90) * std::numbers::pi / 180);
    return image;
}

/// The last ones are kept: the bands of a picture and the pages of an atlas ask for the same again and again.
QImage tileOf(const Hatch& hatch, const std::optional<QColor>& ground, double pixelsPerMm) {
    constexpr std::size_t most = 8;
    thread_local std::vector<Tile> kept;
    const auto found = std::ranges::find_if(kept, [&](const Tile& tile) {
        return tile.hatch == hatch && tile.ground == ground && tile.pixelsPerMm == pixelsPerMm;
    });
    if (found != kept.end())
        return found->image;
    if (kept.size() == most)
        kept.erase(kept.begin());
    Tile& tile = kept.emplace_back(hatch, ground, pixelsPerMm);
    tile.image = drawn(tile);
    return tile.image;
}

/// The place nearest to the middle of the view that is on a line of the hatch, and of those that cross it.
Point onLines(const Hatch& hatch, const View& view) {
    const double step = hatch.spacing * view.metresPerMm;
    Point at = view.centre;
    for (const double angle : {hatch.angle, hatch.angle + 90}) {
        const double radians = angle * std::numbers::pi / 180;
        const Point normal(-std::sin(radians), std::cos(radians));
        const double across = at.x() * normal.x() + at.y() * normal.y();
        const double to = std::round(across / step) * step - across;
        at = Point(at.x() + to * normal.x(), at.y() + to * normal.y());
        if (!hatch.crossed)
            break;
    }
    return at;
}

} // namespace

std::optional<QBrush> hatchBrush(const Hatch& hatch, const std::optional<QColor>& ground, const View& view,
                                 const QTransform& toPixels) {
    const bool upright = toPixels.type() <= QTransform::TxScale && toPixels.m11() == toPixels.m22();
    if (!upright || toPixels.m11() <= 0 || std::fmod(hatch.angle, 45) != 0)
        return std::nullopt;
    const QImage tile = tileOf(hatch, ground, toPixels.m11());
    if (tile.isNull())
        return std::nullopt;
    QBrush brush(tile);
    const QPointF origin = toPixels.map(view.toPage(onLines(hatch, view)));
    brush.setTransform(QTransform::fromTranslate(std::round(origin.x()), std::round(origin.y())));
    return brush;
}

} // namespace tiermap
