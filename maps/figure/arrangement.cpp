#include "maps/figure/arrangement.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

constexpr double air = 2;     // mm around the boxes
constexpr double planAir = 2; // mm between plan and frame

QRectF cornerBox(const QRectF& frame, int corner, const QSizeF& size) {
    const bool right = corner == 1 || corner == 3;
    const bool bottom = corner >= 2;
    return {right ? frame.right() - size.width() : frame.left(), bottom ? frame.bottom() - size.height() : frame.top(),
            size.width(), size.height()};
}

/// Area of the plan under a box, and a part of that which comes close.
double hidden(const LabelGround& ground, const QRectF& box, const QPointF& middle) {
    const auto onPlan = [&](const QRectF& page) {
        const QRectF ink(page.left() - middle.x(), middle.y() - page.bottom(), page.width(), page.height());
        return (1 - ground.shareOutside(ink)) * page.width() * page.height();
    };
    constexpr double near = 0.2;
    return (1 - near) * onPlan(box) + near * onPlan(box.adjusted(-air, -air, air, air));
}

/// Pairs of corners (0 upper left, 1 upper right, 2 lower left, 3 lower right) in the order of preference.
constexpr int corners[][2] = {{0, 3}, {0, 1}, {0, 2}, {1, 2}, {1, 3}, {1, 0},
                              {2, 1}, {2, 3}, {2, 0}, {3, 0}, {3, 1}, {3, 2}};

} // namespace

Arrangement arrange(const QRectF& frame, const LabelGround& plan, const QSizeF& planSize,
                    const std::vector<QSizeF>& legends, const std::optional<QSizeF>& inset) {
    const double slackX = std::max(0.0, (frame.width() - planSize.width()) / 2 - planAir);
    const double slackY = std::max(0.0, (frame.height() - planSize.height()) / 2 - planAir);
    Arrangement best;
    double lowest = 1e12;
    double preference = 0; // a choice further down the list costs as much as some square millimetres of the plan
    for (const auto& [legendCorner, insetCorner] : corners) {
        for (std::size_t shape = 0; shape < legends.size(); ++shape) {
            const QRectF legendBox = cornerBox(frame, legendCorner, legends[shape]);
            const QRectF insetBox = inset ? cornerBox(frame, insetCorner, *inset) : QRectF();
            preference += 6;
            if (inset && legendBox.adjusted(-air, -air, air, air).intersects(insetBox))
                continue;
            for (int i = -12; i <= 12; ++i) {
                for (int j = -2; j <= 2; ++j) {
                    const QPointF shift(slackX * i / 12, slackY * j / 2);
                    const QPointF middle = frame.center() + shift;
                    double cost = preference + 0.05 * std::hypot(shift.x(), shift.y());
                    const double covered =
                        hidden(plan, legendBox, middle) + (inset ? hidden(plan, insetBox, middle) : 0);
                    cost += covered;
                    if (cost < lowest) {
                        lowest = cost;
                        best = {shape, legendBox, inset ? std::optional(insetBox) : std::nullopt, middle, covered};
                    }
                }
            }
        }
    }
    return best;
}

std::optional<QRectF> freeRoom(const QRectF& frame, const Polygons& plan, const QSizeF& size,
                               const std::vector<QRectF>& taken) {
    if (size.width() > frame.width() || size.height() > frame.height())
        return std::nullopt;
    const LabelGround ground({&plan}, frame.size() + QSizeF(2, 2));
    const auto isFree = [&](const QRectF& box) {
        const QRectF airy = box.adjusted(-air, -air, air, air);
        return std::ranges::none_of(taken, [&](const QRectF& other) { return airy.intersects(other); }) &&
               hidden(ground, box, frame.center()) == 0;
    };
    std::vector<QRectF> boxes;
    for (const int corner : {2, 1, 3, 0})
        boxes.push_back(cornerBox(frame, corner, size));
    constexpr double step = 1;
    for (double along = step; along < frame.width() - size.width(); along += step) {
        for (const int corner : {2, 0})
            boxes.push_back(cornerBox(frame, corner, size).translated(along, 0));
    }
    for (double along = step; along < frame.height() - size.height(); along += step) {
        for (const int corner : {0, 1})
            boxes.push_back(cornerBox(frame, corner, size).translated(0, along));
    }
    const auto found = std::ranges::find_if(boxes, isFree);
    return found == boxes.end() ? std::nullopt : std::optional(*found);
}

} // namespace tiermap
