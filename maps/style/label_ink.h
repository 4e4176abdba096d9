#pragma once

#include <QColor>

#include <optional>

namespace tiermap {

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

/// Colours of a label that stands on one ground: the halo is the ground itself, so that it clears borders and hatches
/// without showing as a shape of its own, and the text is the one of near-black and white that reads better on it.
struct LabelInk {
    QColor text;
    QColor halo;
};

LabelInk labelInk(const QColor& ground);

} // namespace tiermap
