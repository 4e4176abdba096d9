#pragma once

#include <QColor>

namespace tiermap {

/// Parallel lines as a kind of fill. Each back end makes the lines itself: the painter by clipping them to the polygon,
/// the scene graph in a shader.
struct Hatch {
    double angle = 45;    ///< degrees, counter-clockwise from the x axis
    double spacing = 1.6; ///< mm between lines
    double width = 0.35;  ///< mm
    QColor color{};
    bool crossed = false; ///< and lines at right angles to these

    friend bool operator==(const Hatch&, const Hatch&) = default;
};

} // namespace tiermap
