#pragma once

#include "app/map/ink_mesh.h"

namespace tiermap {

struct Pen {
    Point origin;
    double halfWidth = 0; ///< mm
    QColor color;
};

/// Adds a line as a strip of triangles: mitred where it bends gently, rounded where it bends sharply and at its ends. A
/// line whose last point is its first is closed; one of two equal points is a disc.
void strokeLine(InkBatch& batch, const Line& line, const Pen& pen);

InkVertex inkVertex(const Point& at, const Pen& pen);

} // namespace tiermap
