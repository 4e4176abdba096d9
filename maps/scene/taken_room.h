#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace tiermap {

/// What is taken of a frame while labels are placed, in ink coordinates.
class TakenRoom {
public:
    explicit TakenRoom(const QRectF& frame);

    bool free(const QRectF& box) const; ///< wholly in the frame and clear of everything, with a little air around
    bool free(const QPointF& from, const QPointF& to) const; ///< a leader line that touches no box or other leader
    void take(const QRectF& box);
    void take(const QPointF& from, const QPointF& to);

private:
    QRectF m_frame;
    std::vector<QRectF> m_boxes;
    std::vector<std::pair<QPointF, QPointF>> m_lines;
};

} // namespace tiermap
