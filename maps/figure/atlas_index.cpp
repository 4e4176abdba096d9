#include "maps/figure/atlas_index.h"

#include "maps/figure/map_font.h"
#include "maps/figure/page_texts.h"
#include "maps/figure/sheet_words.h"
#include "maps/style/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double titleSize = 16;
constexpr double rowSize = 10;
constexpr double row = 6; // mm
constexpr double gap = 8; // between columns

/// A name and, at the end of a dotted line, its page.
void addEntry(Block& block, const QPointF& topLeft, double width, const QString& name, int page, const Theme& theme) {
    const double baseline = topLeft.y() + 0.95 * rowSize * mmPerPoint;
    const QString number = QString::number(page);
    const double room = width - block.width(number, rowSize) - 2;
    QString text = name;
    while (text.size() > 1 && block.width(text + u"…"_s, rowSize) > room)
        text.chop(1);
    if (text != name)
        text += u"…"_s;
    block.text({topLeft.x(), baseline}, text, rowSize, theme.text);
    block.text({topLeft.x() + width, baseline}, number, rowSize, theme.text, Block::Align::Right);
    const double from = topLeft.x() + block.width(text, rowSize) + 1.5;
    const double to = topLeft.x() + width - block.width(number, rowSize) - 1.5;
    if (to > from)
        block.line({from, baseline}, {to, baseline}, theme.neighbour, 0.15);
}

} // namespace

Result<Figure> atlasIndex(const Project& project, const FigureSpec& like, const std::vector<PdfPage>& pages) {
    return mapFont().and_then([&](const QFont& font) {
        const Theme theme = Theme::paper();
        const TextMeasure measure(font);
        FigureSpec spec = like;
        spec.extent.clear();
        Sheet sheet;
        sheet.magnification = spec.magnified();
        sheet.size = spec.pageSize() / sheet.magnification;
        sheet.title = sheet_words::atlasIndex.in(spec.language).arg(layoutTitle(project.plan, spec));
        sheet.author = project.plan.issuer.in(spec.language);
        sheet.date = project.plan.validFrom;
        const double margin = spec.margin() / sheet.magnification;
        const QRectF area = QRectF(QPointF(0, 0), sheet.size).adjusted(margin, margin, -margin, -margin);
        Block block(measure);
        block.size = area.size();
        const double top = block.paragraph({0, 0}, sheet.title, titleSize, theme.text, area.width()) + 4;
        const auto rows = std::max(1, static_cast<int>((area.height() - top) / row));
        const int columns = std::max(1, (static_cast<int>(pages.size()) + rows - 1) / rows);
        const double width = (area.width() - gap * (columns - 1)) / columns;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto column = static_cast<int>(i) / rows;
            const auto line = static_cast<int>(i) % rows;
            addEntry(block, {column * (width + gap), top + line * row}, width, pages[i].name, static_cast<int>(i) + 2,
                     theme);
        }
        sheet.panels.push_back(block.at(area.topLeft()));
        return Figure::of(std::move(sheet), font, project.file);
    });
}

} // namespace tiermap
