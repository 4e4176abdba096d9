#pragma once

#include "maps/figure/sheet.h"
#include "maps/scene/text_measure.h"
#include "maps/style/tier_style.h"

namespace tiermap {

/// A part of the page's furniture under construction: millimetres from its upper left corner, y down. It is made of the
/// same primitives as the map, so a swatch is the ink that it explains.
class Block {
public:
    explicit Block(const TextMeasure& measure)
        : m_measure(&measure) {}

    enum class Align { Left, Right, Centre };

    void text(const QPointF& baseline, const QString& line, double points, const QColor& color,
              Align align = Align::Left);
    /// Wraps text to a width. Returns the y below its last line.
    double paragraph(const QPointF& topLeft, const QString& text, double points, const QColor& color, double width);
    double paragraph(const QPointF& topLeft, const QStringList& lines, double points, const QColor& color);
    void mark(const QPointF& centre, const QString& mark, double points, const QColor& ring);
    void rect(const QRectF& rect, const AreaInk& ink);
    /// Below all that the block holds, once its size is known.
    void ground(const QColor& color, const QColor& frame);
    void rect(const QRectF& rect, const QColor& color) { this->rect(rect, AreaInk{color, std::nullopt}); }
    void polygon(const std::vector<QPointF>& corners, const QColor& color);
    void frame(const QRectF& rect, const QColor& color, double width, const std::vector<double>& dash = {});
    void line(const QPointF& from, const QPointF& to, const QColor& color, double width,
              const std::vector<double>& dash = {});
    void picture(const QRectF& rect, const QImage& image, const std::vector<InkedPath>& paths);
    void symbol(Symbol symbol, const QPointF& at);

    double width(const QString& line, double points) const { return m_measure->width(line, points); }
    const TextMeasure& measure() const { return *m_measure; }

    QSizeF size; ///< set by whoever fills the block

    Panel at(const QPointF& topLeft) const;

private:
    const TextMeasure* m_measure; ///< outlives the block
    DisplayList m_list;
};

/// Lines of text no wider than `width` mm, broken where Unicode's line breaking allows.
QStringList wrapped(const TextMeasure& measure, const QString& text, double points, double width);

/// Parts of a list in lines no wider than `width`, broken between parts only; with `hang` a line that goes on ends in
/// the separator.
QStringList joined(const TextMeasure& measure, const QStringList& parts, const QString& separator, double points,
                   double width, bool hang);

inline double lineHeight(double points) { return points * mmPerPoint * 1.32; }

} // namespace tiermap
