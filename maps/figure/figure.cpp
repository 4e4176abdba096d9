#include "maps/figure/figure.h"

#include "core/processors.h"
#include "maps/figure/figure_record.h"
#include "maps/figure/layout_sheet.h"
#include "maps/figure/map_font.h"
#include "maps/scene/painter.h"
#include "maps/scene/trim.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <cmath>
#include <future>

namespace tiermap {

namespace {

/// Outlines only, so that nothing below is hidden or tinted.
void paintWatermark(QPainter& painter, const Sheet& sheet, const QFont& family) {
    constexpr double share = 0.45; // of the diagonal
    const double diagonal = std::hypot(sheet.size.width(), sheet.size.height());
    QFont font = family;
    font.setPixelSize(100);
    QPainterPath path;
    path.addText(0, 0, font, sheet.watermark);
    path.setFillRule(Qt::WindingFill);
    path = path.simplified(); // glyphs are put together of strokes that overlap
    const QRectF box = path.boundingRect();
    painter.save();
    painter.translate(sheet.size.width() / 2, sheet.size.height() / 2);
    painter.rotate(-qRadiansToDegrees(std::atan2(sheet.size.height(), sheet.size.width())));
    const double scale = std::min(share * diagonal / box.width(), 0.12 * diagonal / box.height());
    painter.scale(scale, scale);
    painter.translate(-box.center());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x9A, 0x9A, 0x9A), 0.2 / scale));
    painter.drawPath(path);
    painter.restore();
}

} // namespace

Figure::Figure(Sheet sheet, const QFont& font)
    : m_sheet(std::move(sheet))
    , m_font(font) {
    // Once, for the several files and bands that are painted from it.
    std::vector<std::pair<DisplayItem*, const View*>> items;
    for (Panel& panel : m_sheet.panels) {
        for (DisplayItem& item : panel.list.base)
            items.emplace_back(&item, &panel.view);
    }
    inParallel(items.size(), [&](std::size_t i) { trim(*items[i].first, *items[i].second); });
}

Result<Figure> Figure::layOut(const Project& project, const PlanShapes& shapes, const FigureSpec& spec) {
    return layOut(project, SheetShapes(shapes), spec);
}

Result<Figure> Figure::layOut(const Project& project, const SheetShapes& shapes, const FigureSpec& spec) {
    if (const auto checked = checkSpec(spec); !checked)
        return std::unexpected(checked.error());
    const Result<QFont> font = mapFont(spec.theme.font);
    if (!font)
        return std::unexpected(font.error());
    // The record needs the outlines' hash, which takes as long as a tenth of the layout.
    auto record = std::async(std::launch::async, [&] { return toJson(recordOf(project, spec)); });
    Result<Sheet> sheet = layoutSheet(project, shapes, spec, *font);
    if (!sheet)
        return std::unexpected(sheet.error());
    sheet->record = record.get();
    return of(*std::move(sheet), *font, project.file);
}

Result<Figure> Figure::of(Sheet sheet, const QFont& font, const QString& file) {
    Figure figure(std::move(sheet), font);
    const QString missing = missingGlyphs(font, figure.texts().join(u'\n'));
    if (!missing.isEmpty())
        return std::unexpected(
            Problem{.code = Problem::Code::GlyphMissing, .file = file, .arguments = {missing, font.family()}});
    return figure;
}

QSizeF Figure::pageSize() const { return m_sheet.size * m_sheet.magnification; }

QStringList Figure::unplaced() const { return m_sheet.unplaced; }

QStringList Figure::texts() const {
    QStringList texts;
    for (const Panel& panel : m_sheet.panels) {
        for (const Label& label : panel.list.labels) {
            if (!label.mark.isEmpty())
                texts += label.mark;
            if (!label.text.isEmpty())
                texts += label.text.split(u'\n');
        }
    }
    return texts;
}

QString Figure::misread() const { return misreadGlyphs(m_font, texts().join(QString())); }

const Sheet& Figure::sheet() const { return m_sheet; }

void Figure::paint(QPainter& painter, TextInk text) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_sheet.magnification, m_sheet.magnification);
    for (const Panel& panel : m_sheet.panels)
        tiermap::paint(painter, panel.list, panel.view, m_font, text);
    if (!m_sheet.watermark.isEmpty())
        paintWatermark(painter, m_sheet, m_font);
    painter.restore();
}

} // namespace tiermap
