#pragma once

#include <QList>
#include <QRectF>

#include <vector>

namespace tiermap {

/// Where a box comes to lie that somebody drags near to something.
struct Snapped {
    QRectF box;
    std::vector<double> verticals{};   ///< x of the lines that it keeps to
    std::vector<double> horizontals{}; ///< y likewise
};

/// Edges and middle of the box jump to edges and middles of `others` (the page's frame among them), each direction for
/// itself, to the nearest within `reach`; a gap of `gap` beside an edge of another box is such a line, too.
Snapped snapped(const QRectF& box, const QList<QRectF>& others, double reach, double gap);

/// Its right edge alone does, the other three stay: for a box that is made wider or narrower.
Snapped withSnappedWidth(const QRectF& box, const QList<QRectF>& others, double reach, double gap);

} // namespace tiermap
