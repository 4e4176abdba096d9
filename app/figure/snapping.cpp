#include "app/figure/snapping.h"

#include <array>
#include <cmath>
#include <optional>

namespace tiermap {

namespace {

struct Shift {
    double by = 0;
    double line = 0;
};

/// The least move that brings one of a box's three lines onto one of the others'.
std::optional<Shift> nearest(double from, double to, const std::vector<double>& lines, double reach) {
    std::optional<Shift> best;
    for (const double own : std::array{from, (from + to) / 2, to}) {
        for (const double line : lines) {
            const double by = line - own;
            if (std::abs(by) <= reach && (!best || std::abs(by) < std::abs(best->by)))
                best = Shift{by, line};
        }
    }
    return best;
}

} // namespace

Snapped snapped(const QRectF& box, const QList<QRectF>& others, double reach, double gap) {
    std::vector<double> columns;
    std::vector<double> rows;
    for (const QRectF& other : others) {
        columns.insert(columns.end(),
                       {other.left(), other.center().x(), other.right(), other.left() - gap, other.right() + gap});
        rows.insert(rows.end(),
                    {other.top(), other.center().y(), other.bottom(), other.top() - gap, other.bottom() + gap});
    }
    Snapped result{box.topLeft()};
    if (const auto shift = nearest(box.left(), box.right(), columns, reach)) {
        result.topLeft.rx() += shift->by;
        result.verticals.push_back(shift->line);
    }
    if (const auto shift = nearest(box.top(), box.bottom(), rows, reach)) {
        result.topLeft.ry() += shift->by;
        result.horizontals.push_back(shift->line);
    }
    return result;
}

} // namespace tiermap
