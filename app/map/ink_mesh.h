#pragma once

#include "maps/scene/display_list.h"

#include <array>
#include <vector>

namespace tiermap {

/// One vertex of fill or stroke. A stroke's vertex lies on its line; the shader moves it aside by so many pixels, so that
/// a camera move changes no vertex.
struct InkVertex {
    float x = 0; ///< projected metres from the mesh's origin, y up
    float y = 0;
    float asideX = 0; ///< direction in which it is moved; zero for a fill; longer than 1 at a mitre
    float asideY = 0;
    float along = 0;     ///< metres from the start of the line, for dashes
    float side = 0;      ///< -1 and 1 on the edges of a stroke, 0 in its middle and in fills
    float halfWidth = 1; ///< mm; 0 for the softened edge of a fill
    std::array<quint8, 4> color{};
};

/// What breaks up the colour. Values in mm: spacing, width and the cosine and sine of a hatch's angle; on, off, on, off
/// of a dash. Solid is plain without an edge: the inside of fills.
struct InkPattern {
    enum class Kind { Plain, Solid, Hatch, Dash };

    Kind kind = Kind::Plain;
    std::array<float, 4> values{};

    friend bool operator==(const InkPattern&, const InkPattern&) = default;
};

using InkColour = std::array<quint8, 4>;

InkColour inkColour(const QColor& color);

/// Vertices that have the colour of one Fill: of its triangles, or its rim.
struct InkRun {
    std::size_t first = 0;
    std::size_t count = 0;
    std::size_t fill = 0; ///< counted through the list's Fills
};

/// What is drawn in one call, in the order of its indices (triangles).
struct InkBatch {
    InkPattern pattern;
    std::vector<InkVertex> vertices;
    std::vector<quint32> indices;
    QString picture{}; ///< ReferenceLayer::key where there are no triangles, but the place of a picture
    std::vector<InkRun> runs{};
};

using InkMesh = std::vector<InkBatch>;

/// Triangles of a list's `base` in drawing order, then its symbols, every one as a disc. Lines and the outlines of fills
/// are thinned (Douglas-Peucker) by `tolerance` metres: many vertices in one pixel would cost time and blur the edge.
InkMesh inkMesh(const DisplayList& list, const Point& origin, double tolerance);

} // namespace tiermap
