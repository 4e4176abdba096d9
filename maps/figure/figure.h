#pragma once

#include "core/processors.h"
#include "core/project/project.h"
#include "maps/figure/figure_spec.h"
#include "maps/figure/sheet.h"
#include "maps/figure/sheet_shapes.h"
#include "maps/scene/painter.h"
#include "maps/scene/plan_shapes.h"

#include <QFont>
#include <QStringList>

class QPainter;

namespace tiermap {

/// A figure laid out: everything placed once, in page millimetres, and painted to any device from that.
class Figure {
public:
    /// Fails with FigureUnknown, ValueUnknown, PageTooSmall, FontMissing or GlyphMissing (every character is checked
    /// before a byte is written).
    static Result<Figure> layOut(const Project& project, const SheetShapes& shapes, const FigureSpec& spec);
    static Result<Figure> layOut(const Project& project, const PlanShapes& shapes, const FigureSpec& spec);

    /// A page that somebody else has laid out. GlyphMissing, with the file.
    static Result<Figure> of(Sheet sheet, const QFont& font, const QString& file);

    QSizeF pageSize() const;      ///< mm
    QStringList unplaced() const; ///< codes of zones that found no room for their label
    QStringList texts() const;    ///< every drawn line of text, in the order of painting
    QString misread() const;      ///< characters that a search in its PDF will not find
    const Sheet& sheet() const;
    void paint(QPainter& painter, TextInk text = TextInk::Text) const; ///< painter's unit: mm

private:
    Figure(Sheet sheet, const QFont& font);

    Sheet m_sheet;
    QFont m_font;
};

QStringList figureEndings(); ///< pdf, svg, png, tif, tiff

/// Writes PDF, SVG, PNG or TIFF by the ending of `path`, beside it first and then renamed: nothing half-written stays.
/// May be called for one figure from several threads at once. A picture is painted with so many threads.
Result<void> exportFigure(const Figure& figure, const FigureSpec& spec, const QString& path,
                          int threads = processors());

} // namespace tiermap
