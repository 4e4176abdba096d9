#include "maps/figure/graticule.h"

#include "maps/scene/graticule_lines.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

struct Degrees {
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
};

Degrees degreesOf(const Projection& projection, const View& view) {
    Degrees d;
    for (int i = 0; i <= 8; ++i) {
        for (int j = 0; j <= 8; ++j) {
            const QPointF page =
                view.frame.topLeft() + QPointF(view.frame.width() * i / 8, view.frame.height() * j / 8);
            const GeoPoint p = projection.inverse(view.toMetres(page));
            d.west = std::min(d.west, p.get<0>());
            d.east = std::max(d.east, p.get<0>());
            d.south = std::min(d.south, p.get<1>());
            d.north = std::max(d.north, p.get<1>());
        }
    }
    return d;
}

/// Where a line of the page crosses the frame's lower edge (or left edge, if `left`).
std::optional<double> crossing(const Line& line, const View& view, bool left) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF a = view.toPage(line[i - 1]);
        QPointF b = view.toPage(line[i]);
        if (left) {
            a = {a.y(), a.x()};
            b = {b.y(), b.x()};
        }
        const double edge = left ? view.frame.left() : view.frame.bottom();
        if ((a.y() - edge) * (b.y() - edge) <= 0 && a.y() != b.y())
            return a.x() + (b.x() - a.x()) * (edge - a.y()) / (b.y() - a.y());
    }
    return std::nullopt;
}

} // namespace

Graticule graticule(const Projection& projection, const View& view, const std::vector<QRectF>& covered,
                    const std::optional<LabelGround>& plan, double labelSize, const Theme& theme,
                    const TextMeasure& measure) {
    Graticule result;
    Block block(measure);
    block.size = view.frame.size();
    const double em = labelSize * mmPerPoint;
    const auto label = [&](const QString& text, const QPointF& centre) { // within the frame
        const double width = block.width(text, labelSize);
        const QRectF box(centre.x() - width / 2, centre.y() - em / 2, width, em);
        const QRectF onPage = box.translated(view.frame.topLeft());
        const QRectF airy = onPage.adjusted(-0.6, -0.6, 0.6, 0.6);
        if (!view.frame.contains(airy) ||
            std::ranges::any_of(covered, [&](const QRectF& r) { return r.intersects(airy); }) ||
            (plan && plan->shareOutside(toInk(airy, view)) < 1))
            return;
        if (!plan)
            block.rect(airy.translated(-view.frame.topLeft()), theme.land);
        block.text({box.left(), centre.y() + 0.36 * em}, text, labelSize, theme.quietText);
        result.boxes.push_back(onPage);
    };
    const Degrees d = degreesOf(projection, view);
    const std::vector<GraticuleLine> lines = graticuleLines(projection, {d.west, d.south}, {d.east, d.north});
    result.lines = graticuleStroke(lines, theme);
    for (const GraticuleLine& line : lines) {
        const auto at = crossing(line.line, view, !line.meridian);
        const QString text = line.meridian ? longitudeText(line.degrees) : latitudeText(line.degrees);
        if (at && line.meridian)
            label(text, {*at - view.frame.left(), view.frame.height() - 1.2 - em / 2});
        else if (at)
            label(text, {1.2 + block.width(text, labelSize) / 2, *at - view.frame.top()});
    }
    result.labels = block.at(view.frame.topLeft());
    return result;
}

} // namespace tiermap
