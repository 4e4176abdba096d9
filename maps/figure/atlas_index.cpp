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
constexpr double row = 6;        // mm
constexpr double gap = 8;        // between columns
constexpr double narrowest = 60; // a column of names
constexpr double head = 14;      // title

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

Result<std::vector<Figure>> atlasIndex(const Project& project, const FigureSpec& like,
                                       const std::vector<PdfPage>& pages, const QByteArray& record) {
    const Result<QFont> font = mapFont(like.theme.font);
    if (!font)
        return std::unexpected(font.error());
    const Theme theme = themed(Theme::paper(), like.theme);
    const TextMeasure measure(*font);
    FigureSpec spec = like;
    spec.extent.clear();
    Sheet sheet;
    sheet.magnification = spec.magnified();
    sheet.size = spec.pageSize() / sheet.magnification;
    sheet.title = sheet_words::atlasIndex.in(spec.language).arg(layoutTitle(project.plan, spec));
    sheet.author = project.plan.issuer.in(spec.language);
    sheet.date = project.plan.validFrom;
    sheet.record = record;
    const double margin = spec.margin() / sheet.magnification;
    const QRectF area = QRectF(QPointF(0, 0), sheet.size).adjusted(margin, margin, -margin, -margin);
    const auto count = static_cast<int>(pages.size());
    const auto most = std::max(1, static_cast<int>((area.width() + gap) / (narrowest + gap)));
    const auto rows = std::max(1, static_cast<int>((area.height() - head) / row));
    const int sheets = (count + rows * most - 1) / (rows * most);
    const int columns = std::min(most, (count + rows - 1) / rows);
    const double width = (area.width() - gap * (columns - 1)) / columns;
    std::vector<Figure> index;
    for (int first = 0; first < count; first += rows * columns) {
        Block block(measure);
        block.size = area.size();
        block.paragraph({0, 0}, sheet.title, titleSize, theme.text, area.width());
        for (int i = first; i < std::min(count, first + rows * columns); ++i) {
            const int column = (i - first) / rows;
            const int line = (i - first) % rows;
            addEntry(block, {column * (width + gap), head + line * row}, width, pages[static_cast<std::size_t>(i)].name,
                     sheets + i + 1, theme);
        }
        sheet.panels = {block.at(area.topLeft())};
        auto figure = Figure::of(sheet, *font, project.file);
        if (!figure)
            return std::unexpected(figure.error());
        index.push_back(*std::move(figure));
    }
    return index;
}

} // namespace tiermap
