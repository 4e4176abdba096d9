#pragma once

#include "maps/geometry/anchor.h"
#include "maps/geometry/shape.h"
#include "maps/scene/view.h"
#include "maps/style/symbol.h"

#include <QImage>
#include <QRectF>

#include <vector>

namespace tiermap {

// Labels are placed in "ink coordinates": millimetres from the middle of the frame, x right, y up. A QRectF there has its
// lower edge in top().

Polygons toInk(const Polygons& metres, const View& view);
QRectF toInk(const QRectF& page, const View& view);
QRectF around(const QPointF& centre, const QSizeF& size);

/// What of a symbol's square has ink, around its middle: low columns leave most of it free.
QRectF inkOf(const Symbol& symbol);

/// Whether a rectangle lies inside the polygons without touching their edges.
bool inside(const QRectF& box, const Polygons& polygons);

/// Whether a rectangle meets the polygons at all.
bool meets(const QRectF& box, const Polygons& polygons);

bool meets(const QRectF& box, const QPointF& from, const QPointF& to);

/// Centres at which a rectangle fits into polygons, nearest to the anchor first; the anchor alone where it fits there
/// and `all` is not asked for.
std::vector<QPointF> placesInside(const Polygons& polygons, const Anchor& anchor, const QSizeF& size, bool all);

/// Which zone lies under a spot, looked up in a small picture: exact enough to choose among places.
class LabelGround {
public:
    LabelGround(const std::vector<const Polygons*>& zones, const QSizeF& frame);

    static constexpr int none = -1;
    int zoneAt(const QPointF& ink) const;
    bool isOne(const QRectF& box) const;          ///< on one zone, or on none: across a border a label reads badly
    double shareOutside(const QRectF& box) const; ///< of the box, where no zone lies; 0 to 1

private:
    QPoint cellAt(const QPointF& ink) const;

    QImage m_picture; ///< a pixel's colour is its zone's number, from 1
    /// How many cells above and to the left lie on no zone, with a row and a column of noughts before them: what a
    /// rectangle has is told by four of them (Crow, Summed-area tables, SIGGRAPH 1984).
    std::vector<int> m_outside;
};

} // namespace tiermap
