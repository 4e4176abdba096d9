#pragma once

#include "maps/geometry/shape.h"
#include "maps/style/hatch.h"
#include "maps/style/symbol.h"

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QPointF>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace tiermap {

// A picture as plain primitives. Positions are projected metres (y up); widths, sizes and offsets are millimetres of
// ink, whatever the scale. Colours are opaque: tints are mixed before they come here, because alpha makes PDFs that
// print differently.

struct Fill {
    Polygons polygons{};
    std::optional<QColor> color{}; ///< none: only the hatch is drawn
    std::optional<Hatch> hatch{};
    QString zone{}; ///< Zone::code where the fill is a zone's
};

struct Stroke {
    Lines lines{}; ///< a line of one point is a dot
    QColor color{};
    double width = 0.35;        ///< mm
    std::vector<double> dash{}; ///< on, off, ... in mm; empty for a solid line
};

/// A shape of one colour.
struct InkedPath {
    QPainterPath path{};
    QColor color{};
};

/// A scan or photograph, north up in the projection. In the picture of a live map, which is made for no one view, it is a
/// place that is kept: `image` is null, and the view's own fills it.
struct Picture {
    QString layer{}; ///< ReferenceLayer::key
    QImage image{};  ///< how far it covers what lies below is its alpha
    Point low{};     ///< lower left corner
    Point high{};    ///< upper right corner
    /// Instead of the image, where it is known as a drawing: from its upper left corner, (0, 0), to the lower right one,
    /// (1, 1), one over the other. It must lie within the view's frame.
    std::vector<InkedPath> paths{};
};

/// A few words at a place, with the tier's mark in a small disc before them where there is one.
struct Label {
    Point at{};       ///< what the label belongs to
    QPointF offset{}; ///< mm from `at` to the centre of the whole label, y up
    QString text{};   ///< lines parted by '\n'; empty where only the mark stands
    double size = 8;  ///< pt
    QColor color{};
    QColor halo{};
    double haloWidth = 0.4; ///< mm; 0 for none
    bool leader = false;    ///< a line from the label to `at`
    QString mark{};         ///< one character, or empty
    QColor markColor{};     ///< ring of the mark's disc
    bool markAbove = false; ///< the disc stands above the text instead of before it
    QString zone{};         ///< Zone::code where the label is a zone's
};

using DisplayItem = std::variant<Fill, Stroke, Picture>;

/// What does not depend on the view is drawn first, in order; what was placed for one view lies above it.
struct DisplayList {
    std::vector<DisplayItem> base;
    std::vector<Symbol> symbols;
    std::vector<Label> labels;
};

} // namespace tiermap
