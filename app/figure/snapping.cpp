#include "app/figure/snapping.h"

#include <cmath>
#include <initializer_list>
#include <optional>

namespace tiermap {

namespace {

struct Shift {
    double by = 0;
    double line = 0;
};

/// The least move that brings one of a box's lines onto one of the others'.
std::optional<Shift> nearest(std::initializer_list<double> ownLines, const std::vector<double>& lines, double reach) {
    std::optional<Shift> best;
    for (const double own : ownLines) {
        for (const double line : lines) {
            const double by = line - own;
            if (std::abs(by) <= reach && (!best || std::abs(by) < std::abs(best->by)))
                best = Shift{by, line};
        }
    }
    return best;
}

std::vector<double> columnsOf(const QList<QRectF>& boxes, double gap) {
    std::vector<double> columns;
    for (const QRectF& box : boxes)
        columns.insert(columns.end(), {box.left(), box.center().x(), box.right(), box.left() - gap, box.right() + gap});
    return columns;
}

} // namespace

Snapped snapped(const QRectF& box, const QList<QRectF>& others, double reach, double gap) {
    std::vector<double> rows;
    for (const QRectF& other : others)
        rows.insert(rows.end(),
                    {other.top(), other.center().y(), other.bottom(), other.top() - gap, other.bottom() + gap});
    Snapped result{box};
    if (const auto shift = nearest({box.left(), box.center().x(), box.right()}, columnsOf(others, gap), reach)) {
        result.box.translate(shift->by, 0);
        result.verticals.push_back(shift->line);
    }
    if (const auto shift = nearest({box.top(), box.center().y(), box.bottom()}, rows, reach)) {
        result.box.translate(0, shift->by);
        result.horizontals.push_back(shift->line);
    }
    return result;
}

Snapped withSnappedWidth(const QRectF& box, const QList<QRectF>& others, double reach, double gap) {
    Snapped result{box};
    if (const auto shift = nearest({box.right()}, columnsOf(others, gap), reach)) {
        result.box.setRight(box.right() + shift->by);
        result.verticals.push_back(shift->line);
    }
    return result;
}

} // namespace tiermap
