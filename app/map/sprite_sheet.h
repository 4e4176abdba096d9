#pragma once

#include "maps/scene/label_placement.h"

#include <QFont>
#include <QImage>
#include <QPoint>
#include <QRect>

#include <vector>

namespace tiermap {

/// Labels and symbols as they are painted on paper, each once on a common sheet. They keep their size when the camera
/// moves and follow the point they belong to. Device pixels.
struct Sprite {
    Point at;      ///< projected metres
    QPoint offset; ///< from `at` to the top left corner of the sprite on screen
    QRect source;  ///< on the sheet
};

struct SpriteSheet {
    QImage image; ///< premultiplied
    std::vector<Sprite> sprites;
};

/// Symbols first, labels above them. Safe on any thread.
SpriteSheet spriteSheet(const Placement& placement, const QFont& font, double devicePixelsPerMm);

} // namespace tiermap
