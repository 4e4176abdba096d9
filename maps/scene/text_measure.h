#pragma once

#include "maps/scene/display_list.h"

#include <QFont>
#include <QHash>
#include <QRectF>

namespace tiermap {

inline constexpr double mmPerPoint = 25.4 / 72;

/// Sizes of text in millimetres, the same on every device: outlines are measured unhinted at one large size and scaled.
class TextMeasure {
public:
    explicit TextMeasure(const QFont& family);

    static constexpr int pixels = 100;           ///< size at which text is measured and painted
    const QFont& font() const { return m_font; } ///< at that size

    /// One thread at a time: widths are kept, since words come back in legends and at line ends.
    double width(const QString& line, double points) const;

private:
    QFont m_font;
    mutable QHash<QString, double> m_widths; ///< at one point
};

/// Parts of a label, relative to its centre; mm, y down.
struct LabelBlock {
    QSizeF size;
    QStringList lines;
    std::vector<QPointF> baselines; ///< left ends, one per line
    double disc = 0;                ///< diameter of the mark's disc; 0 without one
    QPointF discCentre;
    double markSize = 0; ///< pt
};

LabelBlock labelBlock(const Label& label, const TextMeasure& measure);

/// Where a leader from `at` meets a label's box: its nearest point, a little outside. In any coordinates.
QPointF leaderEnd(const QRectF& box, const QPointF& at);

/// Where a label whose place is `at` on the page comes to lie.
QRectF labelBox(const Label& label, const QPointF& at, const TextMeasure& measure);

} // namespace tiermap
