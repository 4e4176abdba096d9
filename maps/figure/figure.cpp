#include "maps/figure/figure.h"

#include "maps/figure/layout_sheet.h"
#include "maps/figure/map_font.h"
#include "maps/scene/painter.h"
#include "maps/scene/trim.h"

#include <QPainter>

namespace tiermap {

Figure::Figure(Sheet sheet, const QFont& font)
    : m_sheet(std::move(sheet))
    , m_font(font) {
    for (Panel& panel : m_sheet.panels) // once, for the several files and bands that are painted from it
        panel.list = trimmed(std::move(panel.list), panel.view);
}

Result<Figure> Figure::layOut(const Project& project, const PlanShapes& shapes, const FigureSpec& spec) {
    if (const auto checked = checkSpec(spec); !checked)
        return std::unexpected(checked.error());
    const Result<QFont> font = mapFont();
    if (!font)
        return std::unexpected(font.error());
    Result<Sheet> sheet = layoutSheet(project, shapes, spec, *font);
    if (!sheet)
        return std::unexpected(sheet.error());
    Figure figure(*std::move(sheet), *font);
    const QString missing = missingGlyphs(*font, figure.texts().join(u'\n'));
    if (!missing.isEmpty())
        return std::unexpected(
            Problem{.code = Problem::Code::GlyphMissing, .file = project.file, .arguments = {missing, font->family()}});
    return figure;
}

QSizeF Figure::pageSize() const { return m_sheet.size; }

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

const Sheet& Figure::sheet() const { return m_sheet; }

void Figure::paint(QPainter& painter, TextInk text) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Panel& panel : m_sheet.panels)
        tiermap::paint(painter, panel.list, panel.view, m_font, text);
    painter.restore();
}

} // namespace tiermap
