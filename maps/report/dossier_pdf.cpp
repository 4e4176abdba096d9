#include "maps/report/dossier_pdf.h"

#include "maps/figure/block.h"
#include "maps/figure/map_font.h"
#include "maps/figure/numbers.h"
#include "maps/figure/pdf_identity.h"
#include "maps/figure/scale_bar.h"
#include "maps/report/report_words.h"
#include "maps/scene/label_placement.h"
#include "maps/scene/painter.h"
#include "maps/scene/trim.h"
#include "maps/style/drawn_map.h"
#include "maps/style/label_ink.h"
#include "maps/style/tier_style.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const QSizeF page(210, 297); // A4, mm
constexpr double margin = 12;
constexpr double contentWidth = 186;
constexpr double footRoom = 6;

// Sizes of text in pt.
constexpr double titleSize = 16;
constexpr double headingSize = 10.5;
constexpr double textSize = 8.5;
constexpr double tableSize = 7.5;
constexpr double noteSize = 7;

constexpr double columnGap = 2.2; // mm
constexpr double rowPadding = 0.7;

/// Lines no wider than `width`, whatever the text: an address or a word that has no place to break is cut.
QStringList linesOf(const TextMeasure& measure, const QString& text, double points, double width) {
    QStringList lines;
    for (QString line : wrapped(measure, text, points, width)) {
        while (line.size() > 1 && measure.width(line, points) > width) {
            QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, line);
            qsizetype fits = finder.toNextBoundary();
            for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
                if (measure.width(line.first(next), points) > width)
                    break;
                fits = next;
            }
            if (fits >= line.size())
                break;
            lines += line.first(fits);
            line.remove(0, fits);
        }
        lines += line;
    }
    return lines;
}

// --- map -------------------------------------------------------------------------------------------------------------

/// Ink of a zone that is not the one that the map is about.
AreaInk paler(AreaInk ink, const QColor& ground) {
    constexpr double strength = 0.38;
    if (ink.fill)
        ink.fill = mixed(*ink.fill, ground, strength);
    if (ink.hatch)
        ink.hatch->color = mixed(ink.hatch->color, ground, strength);
    return ink;
}

/// All zones paler but some, which get a heavy outline.
void emphasise(DisplayList& list, const ProjectedShapes& shapes, const QStringList& codes, const Theme& theme) {
    if (codes.isEmpty())
        return;
    QHash<QString, QColor> grounds;
    for (auto& item : list.base) {
        auto* fill = std::get_if<Fill>(&item);
        if (!fill || fill->zone.isEmpty())
            continue;
        if (!codes.contains(fill->zone)) {
            const AreaInk ink = paler({fill->color, fill->hatch}, theme.land);
            fill->color = ink.fill;
            fill->hatch = ink.hatch;
        }
        if (fill->color)
            grounds.insert(fill->zone, *fill->color);
    }
    for (Label& label : list.labels) { // their inks were chosen for the ground as it was
        if (label.zone.isEmpty() || codes.contains(label.zone) || !grounds.contains(label.zone) || label.leader)
            continue;
        const LabelInk ink = labelInk(grounds[label.zone]);
        label.color = ink.text;
        label.halo = ink.halo;
    }
    Stroke outline{.color = theme.halo, .width = 1.5};
    for (const QString& code : codes) {
        const Polygons* polygons = shapes.polygons(code);
        for (const Polygon& polygon : polygons ? *polygons : Polygons())
            outline.lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
    }
    list.base.emplace_back(outline);
    outline.color = theme.selection;
    outline.width = 0.8;
    list.base.emplace_back(std::move(outline));
}

/// What stands below the map: north, scale, and which mark is which tier.
Block mapFoot(const Plan& plan, const Projection& projection, const View& view, Language language, bool emphasised,
              const Theme& theme, const TextMeasure& measure, std::vector<Panel>& panels) {
    constexpr double rowHeight = 10;
    const double top = view.frame.bottom();
    const double denominator = view.metresPerMm * 1000;
    const double north = projection.northAngle(projection.inverse(view.centre));
    panels.push_back(northArrowBlock(north, language, theme, measure).at({0, top + 1}));
    const Block bar = scaleBarBlock(denominator, 40, 2, language, theme, measure);
    panels.push_back(bar.at({8, top + 2.6}));
    Block block(measure);
    double x = 8 + bar.size.width() + 4;
    const auto add = [&](const QString& text) {
        block.text({x, 5.6}, text, noteSize, theme.text);
        x += block.width(text, noteSize) + 4;
    };
    add(report_words::mapScale.in(language).arg(thousands(denominator)));
    for (const Tier& tier : plan.tiers) {
        block.mark({x + 1.6, 4.7}, tier.mark.in(language), noteSize, QColor::fromString(tier.color));
        x += 4.2;
        add(tier.name.in(language));
    }
    if (emphasised)
        block.text({contentWidth, 9.4}, report_words::mapKey.in(language), noteSize, theme.quietText,
                   Block::Align::Right);
    block.size = QSizeF(contentWidth, rowHeight);
    return block;
}

// --- pages -----------------------------------------------------------------------------------------------------------

/// Pages under construction, from the top to the bottom.
class Pages {
public:
    Pages(const Dossier& dossier, const TextMeasure& measure)
        : m_dossier(dossier)
        , m_measure(measure)
        , m_block(measure) {
        begin();
    }

    void head();
    void add(const DossierPart& part);
    std::vector<Sheet> finished();

private:
    void begin();
    void end();
    void need(double height);
    void add(const DossierText& text);
    void add(const DossierTable& table);
    void addHeadings(const DossierTable& table);
    void addRow(const DossierTable& table, const QStringList& row);
    void addLines(const DossierTable& table, const QList<QStringList>& cells, qsizetype first, qsizetype count,
                  double size, const QColor& color);
    std::vector<double> widths(const DossierTable& table) const;
    QList<QStringList> wrappedCells(const DossierTable& table, const QStringList& row, double size) const;
    void rule(const QColor& color, double width) { m_block.line({0, m_y}, {contentWidth, m_y}, color, width); }
    double left() const { return page.height() - 2 * margin - footRoom - m_y; }

    const Dossier& m_dossier;
    const TextMeasure& m_measure;
    Theme m_theme = Theme::paper();
    std::vector<Sheet> m_pages;
    Block m_block; ///< of the page that is being filled
    double m_y = 0;
};

void Pages::begin() {
    m_pages.push_back({.size = page,
                       .title = m_dossier.title,
                       .author = m_dossier.author,
                       .subject = m_dossier.kicker,
                       .date = m_dossier.date});
    m_block = Block(m_measure);
    m_block.size = QSizeF(contentWidth, page.height() - 2 * margin);
    m_y = 0;
}

void Pages::end() { m_pages.back().panels.push_back(m_block.at({margin, margin})); }

void Pages::need(double height) {
    if (height <= left() || m_y == 0)
        return;
    end();
    begin();
}

void Pages::head() {
    const auto paragraph = [this](const QString& text, double size, const QColor& color) {
        m_y = m_block.paragraph({0, m_y}, linesOf(m_measure, text, size, contentWidth), size, color);
    };
    paragraph(m_dossier.kicker, noteSize, m_theme.quietText);
    paragraph(m_dossier.title, titleSize, m_theme.text);
    if (!m_dossier.mark.isEmpty()) {
        constexpr double disc = 5;
        m_block.mark({disc / 2, m_y + 2.2}, m_dossier.mark, textSize, QColor::fromString(m_dossier.markColor));
        m_y = m_block.paragraph({disc + 1, m_y + 0.4},
                                linesOf(m_measure, m_dossier.tier, textSize, contentWidth - disc - 1), textSize,
                                m_theme.text);
        m_y += 0.6;
    } else {
        paragraph(m_dossier.tier, textSize, m_theme.text);
    }
    for (const QString& fact : m_dossier.facts)
        paragraph(fact, textSize, m_theme.quietText);
    for (const QString& notice : m_dossier.notices)
        paragraph(notice, textSize, m_theme.text);
    m_y += 2;
    for (Panel panel : m_dossier.map.panels) {
        panel.view.frame.translate(margin, margin + m_y);
        m_pages.back().panels.push_back(std::move(panel));
    }
    m_y += std::max(0.0, m_dossier.map.size.height()); // an empty size is -1
}

void Pages::add(const DossierPart& part) {
    constexpr double before = 4;
    constexpr double least = 16; // a heading stands with something below it
    need(before + lineHeight(headingSize) + least);
    if (m_y > 0)
        m_y += before;
    m_y = m_block.paragraph({0, m_y}, part.heading, headingSize, m_theme.text, contentWidth);
    m_y += 0.4;
    rule(m_theme.text, 0.25);
    m_y += 1.4;
    for (const auto& item : part.items) {
        std::visit([this](const auto& one) { add(one); }, item);
        m_y += 0.9;
    }
}

void Pages::add(const DossierText& text) {
    const bool note = text.kind == DossierText::Kind::Note;
    const bool quote = text.kind == DossierText::Kind::Quote;
    const double size = note ? noteSize : textSize;
    const double indent = quote ? 4 : 0;
    const QColor color = text.kind == DossierText::Kind::Text ? m_theme.text : m_theme.quietText;
    for (const QString& line : linesOf(m_measure, text.text, size, contentWidth - indent)) {
        need(lineHeight(size));
        m_y = m_block.paragraph({indent, m_y}, QStringList{line}, size, color);
    }
}

void Pages::add(const DossierTable& table) {
    need(16);
    m_y += 0.8;
    addHeadings(table);
    for (const QStringList& row : table.rows)
        addRow(table, row);
    m_y += 1.5;
}

std::vector<double> Pages::widths(const DossierTable& table) const {
    double shares = 0;
    for (const DossierTable::Column& column : table.columns)
        shares += column.share;
    const double room = contentWidth - columnGap * static_cast<double>(table.columns.size() - 1);
    std::vector<double> widths;
    widths.reserve(static_cast<std::size_t>(table.columns.size()));
    for (const DossierTable::Column& column : table.columns)
        widths.push_back(room * column.share / shares);
    return widths;
}

QList<QStringList> Pages::wrappedCells(const DossierTable& table, const QStringList& row, double size) const {
    const std::vector<double> room = widths(table);
    QList<QStringList> cells;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        cells += linesOf(m_measure, row.value(i), size, room[static_cast<std::size_t>(i)]);
    return cells;
}

void Pages::addLines(const DossierTable& table, const QList<QStringList>& cells, qsizetype first, qsizetype count,
                     double size, const QColor& color) {
    const std::vector<double> room = widths(table);
    double x = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const double width = room[static_cast<std::size_t>(i)];
        const bool number = table.columns[i].number;
        double y = m_y + 0.95 * size * mmPerPoint;
        for (const QString& line : cells[i].mid(first, count)) {
            m_block.text({number ? x + width : x, y}, line, size, color,
                         number ? Block::Align::Right : Block::Align::Left);
            y += lineHeight(size);
        }
        x += width + columnGap;
    }
    m_y += static_cast<double>(count) * lineHeight(size);
}

qsizetype mostLines(const QList<QStringList>& cells) {
    qsizetype most = 1;
    for (const QStringList& cell : cells)
        most = std::max(most, cell.size());
    return most;
}

void Pages::addHeadings(const DossierTable& table) {
    QStringList headings;
    for (const DossierTable::Column& column : table.columns)
        headings += column.heading;
    const QList<QStringList> cells = wrappedCells(table, headings, noteSize);
    addLines(table, cells, 0, mostLines(cells), noteSize, m_theme.quietText);
    m_y += rowPadding;
    rule(m_theme.quietText, 0.2);
}

void Pages::addRow(const DossierTable& table, const QStringList& row) {
    const QList<QStringList> cells = wrappedCells(table, row, tableSize);
    const qsizetype lines = mostLines(cells);
    const double height = static_cast<double>(lines) * lineHeight(tableSize) + 2 * rowPadding;
    constexpr double fullPage = 200;
    qsizetype first = 0;
    do { // once, but for a row that no page can hold
        if (height <= fullPage ? height > left() : left() < 4 * lineHeight(tableSize)) {
            need(page.height());
            addHeadings(table);
        }
        const auto fitting = static_cast<qsizetype>((left() - 2 * rowPadding) / lineHeight(tableSize));
        const qsizetype count = std::clamp<qsizetype>(fitting, 1, lines - first);
        m_y += rowPadding;
        addLines(table, cells, first, count, tableSize, m_theme.text);
        m_y += rowPadding;
        rule(m_theme.graticule, 0.12);
        first += count;
    } while (first < lines);
}

std::vector<Sheet> Pages::finished() {
    end();
    return std::move(m_pages);
}

QByteArray paintedPdf(const std::vector<Sheet>& pages, const QFont& font) {
    constexpr int resolution = 2400;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(page, QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter));
    writer.setResolution(resolution);
    QPainter painter(&writer);
    painter.scale(resolution / 25.4, resolution / 25.4);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        for (const Panel& panel : pages[i].panels)
            paint(painter, panel.list, panel.view, font);
    }
    painter.end();
    return bytes;
}

} // namespace

Sheet dossierMap(const Plan& plan, const PlanShapes& shapes, const QStringList& codes, Language language,
                 const QFont& font) {
    if (shapes.zones.empty())
        return {};
    const auto [west, south, east, north] = extentOf(shapes.zones);
    const ProjectedShapes drawn = projected(shapes, Projection::conicEqualArea(west, south, east, north));
    const auto [low, high] = drawn.extent;
    const QSizeF metres(high.x() - low.x(), high.y() - low.y());
    constexpr double around = 2; // mm between zones and frame
    const double height = std::clamp(contentWidth * metres.height() / std::max(metres.width(), 1.0), 60.0, 100.0);
    const double denominator = roundDenominator(
        1000 * std::max(metres.width() / (contentWidth - 2 * around), metres.height() / (height - 2 * around)));

    SceneOptions scene;
    scene.sites = false;
    const View view{Point((low.x() + high.x()) / 2, (low.y() + high.y()) / 2), denominator / 1000,
                    QRectF(0, 0, contentWidth, height)};
    LabelOptions options;
    options.language = language;
    options.font = font;
    options.size = textSize;
    options.sites = false;
    for (const ProjectedShapes::Zone& zone : drawn.zones) { // where names are crowded, marks do
        if (!codes.contains(zone.code))
            options.namedElsewhere += zone.code;
    }
    const TextMeasure measure(font);
    Panel map{planScene(plan, drawn, scene), view};
    map.list.labels = placeLabels(plan, drawn, scene, options, view).labels;
    emphasise(map.list, drawn, codes, scene.theme);
    map.list = trimmed(std::move(map.list), view);

    Sheet sheet;
    Block ground(measure);
    ground.size = view.frame.size();
    ground.rect(view.frame, scene.theme.land);
    sheet.panels.push_back(ground.at({0, 0}));
    sheet.panels.push_back(std::move(map));
    Block frame(measure);
    frame.size = view.frame.size();
    frame.frame(view.frame, scene.theme.neighbour, 0.2);
    sheet.panels.push_back(frame.at({0, 0}));
    const Block foot =
        mapFoot(plan, drawn.projection, view, language, !codes.isEmpty(), scene.theme, measure, sheet.panels);
    sheet.panels.push_back(foot.at(view.frame.bottomLeft()));
    sheet.size = QSizeF(contentWidth, height + foot.size.height());
    return sheet;
}

QByteArray sheetSvg(const Sheet& sheet, const QFont& font) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(254); // one unit is a millimetre: 254 dots per inch make 10 of them
    generator.setSize((sheet.size * 10).toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), sheet.size));
    generator.setTitle(sheet.title);
    generator.setDescription(sheet.subject);
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Panel& panel : sheet.panels)
        paint(painter, panel.list, panel.view, font);
    painter.end();
    // Qt embeds no font: where the one family is missing, a viewer should take another Chinese sans serif.
    return bytes.replace("font-family=\"WenQuanYi Micro Hei\"",
                         "font-family=\"'WenQuanYi Micro Hei','Noto Sans CJK SC','Source Han Sans SC',"
                         "'Microsoft YaHei','PingFang SC',sans-serif\"");
}

std::vector<Sheet> pagesOf(const Dossier& dossier, const QFont& font) {
    const TextMeasure measure(font);
    Pages pages(dossier, measure);
    pages.head();
    for (const DossierPart& part : dossier.parts)
        pages.add(part);
    return pages.finished();
}

void addFoot(Sheet& sheet, const Dossier& dossier, std::size_t number, std::size_t of, const QFont& font) {
    const TextMeasure measure(font);
    const Theme theme = Theme::paper();
    Block foot(measure);
    foot.size = QSizeF(contentWidth, footRoom);
    const QString place = report_words::page.in(dossier.language).arg(number).arg(of);
    foot.text({contentWidth, 3}, place, noteSize, theme.quietText, Block::Align::Right);
    const double room = contentWidth - foot.width(place, noteSize) - 4;
    const QStringList lines = linesOf(measure, dossier.foot, noteSize, room);
    if (!lines.isEmpty()) // one line; what does not fit stands in full on the first page
        foot.text({0, 3}, lines.first(), noteSize, theme.quietText);
    sheet.panels.push_back(foot.at({margin, page.height() - margin - footRoom + 2}));
}

Result<QByteArray> pagesPdf(const std::vector<Sheet>& pages, const QFont& font) {
    QString drawn;
    for (const Sheet& sheet : pages) {
        for (const Panel& panel : sheet.panels) {
            for (const Label& label : panel.list.labels)
                drawn += label.mark + label.text;
        }
    }
    if (const QString missing = missingGlyphs(font, drawn); !missing.isEmpty())
        return std::unexpected(Problem{.code = Problem::Code::GlyphMissing, .arguments = {missing, font.family()}});
    return withIdentity(paintedPdf(pages, font), pages.front());
}

std::vector<Sheet> dossierPages(const Dossier& dossier, const QFont& font) {
    std::vector<Sheet> pages = pagesOf(dossier, font);
    for (std::size_t i = 0; i < pages.size(); ++i)
        addFoot(pages[i], dossier, i + 1, pages.size(), font);
    return pages;
}

Result<QByteArray> dossierPdf(const Dossier& dossier) {
    return mapFont().and_then([&](const QFont& font) { return pagesPdf(dossierPages(dossier, font), font); });
}

} // namespace tiermap
