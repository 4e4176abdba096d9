#include "maps/scene/taken_room.h"

#include "maps/scene/label_room.h"

#include <QLineF>

#include <algorithm>

namespace tiermap {

namespace {

constexpr double air = 0.5;    // mm between labels
constexpr double border = 1.0; // mm between labels and the frame

} // namespace

TakenRoom::TakenRoom(const QRectF& frame)
    : m_frame(frame.adjusted(border, border, -border, -border)) {}

bool TakenRoom::free(const QRectF& box) const {
    const QRectF airy = box.adjusted(-air, -air, air, air);
    return m_frame.contains(box) &&
           std::ranges::none_of(m_boxes, [&](const QRectF& taken) { return taken.intersects(airy); }) &&
           std::ranges::none_of(m_lines, [&](const auto& line) { return meets(airy, line.first, line.second); });
}

bool TakenRoom::free(const QPointF& from, const QPointF& to) const {
    return std::ranges::none_of(m_boxes, [&](const QRectF& taken) { return meets(taken, from, to); }) &&
           std::ranges::none_of(m_lines, [&](const auto& line) {
               return QLineF(line.first, line.second).intersects(QLineF(from, to), nullptr) ==
                      QLineF::BoundedIntersection;
           });
}

void TakenRoom::take(const QRectF& box) { m_boxes.push_back(box); }

void TakenRoom::take(const QPointF& from, const QPointF& to) { m_lines.emplace_back(from, to); }

} // namespace tiermap
