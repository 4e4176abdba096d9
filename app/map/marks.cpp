#include "app/map/marks.h"

namespace tiermap {

namespace {

constexpr double pixel = 25.4 / 96; // mm: a screen's customary pixel

} // namespace

DisplayList outlineMarks(const Lines& lines, const Theme& theme) {
    DisplayList list;
    list.base.emplace_back(Stroke{lines, theme.halo, 6 * pixel});
    list.base.emplace_back(Stroke{lines, theme.selection, 2 * pixel});
    return list;
}

Lines outlines(const Polygons& polygons) {
    Lines lines;
    for (const Polygon& polygon : polygons) {
        lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
        for (const auto& hole : polygon.inners())
            lines.emplace_back(hole.begin(), hole.end());
    }
    return lines;
}

DisplayList boxMarks(const Box& box, const Theme& theme) {
    const Point low = box.min_corner();
    const Point high = box.max_corner();
    const Lines lines{Line{low, {high.x(), low.y()}, high, {low.x(), high.y()}, low}};
    DisplayList list;
    list.base.emplace_back(Stroke{lines, theme.halo, 3 * pixel});
    list.base.emplace_back(Stroke{lines, theme.selection, pixel, {4 * pixel, 3 * pixel}});
    return list;
}

DisplayList positionMarks(const Point& at, const Theme& theme) {
    DisplayList list;
    const auto disc = [&](double size, const QColor& color) {
        list.symbols.push_back({at, Symbol::Shape::Circle, size, color, color});
    };
    disc(5.2, theme.halo);
    disc(4.4, theme.selection);
    disc(3.2, theme.halo);
    disc(1.6, theme.selection);
    return list;
}

void append(DisplayList& list, const DisplayList& more) {
    list.base.insert(list.base.end(), more.base.begin(), more.base.end());
    list.symbols.insert(list.symbols.end(), more.symbols.begin(), more.symbols.end());
}

} // namespace tiermap
