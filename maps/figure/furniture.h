#pragma once

#include "maps/figure/arrangement.h"
#include "maps/figure/inset.h"
#include "maps/figure/legend.h"
#include "maps/figure/map_fit.h"
#include "maps/figure/overview.h"

namespace tiermap {

/// Where map, legend, enlarged part and overview lie on the page.
struct Furniture {
    QRectF frame; ///< of the map, mm
    MapFit fit;   ///< its view with the plan where the furniture leaves it free
    std::optional<Inset> inset;
    Legend legend;
    QRectF legendBox;
    std::optional<QRectF> insetBox;
    QRectF spare{};                         ///< room beside the map that neither legend nor enlarged part needs
    std::optional<QRectF> overviewBox = {}; ///< none where there is no room

    std::vector<QRectF> onMap = {}; ///< what of these covers the map
};

/// Heights around the map on a page: what stands above, below, and, on a tall page, between map and foot.
struct PageRoom {
    QRectF area;      ///< page without margins
    double above = 0; ///< title
    double below = 0; ///< scale bar and foot
    double notes = 0; ///< lines of a tall page that stand between legend and foot
    double row = 0;   ///< scale bar alone
};

/// A wide page has legend and enlarged part in free corners of the map; where the plan leaves none free, in a column
/// beside it; a tall page has them in a band below, a narrow one the legend alone. None where the page is too small.
/// The overview goes where the others, and `blocks`, leave room.
std::optional<Furniture> furnish(const LayoutWork& work, const PageRoom& room, const std::optional<Overview>& overview,
                                 const std::vector<QRectF>& blocks);

/// A box where somebody has put it, but nowhere beyond the page's margins.
QRectF putWithin(const QRectF& area, const QPointF& topLeft, const QSizeF& size);

} // namespace tiermap
