#include "maps/figure/thematic_legend.h"

#include "maps/figure/sheet_words.h"
#include "maps/style/label_ink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double padding = 2.8;
constexpr double swatchWidth = 9;
constexpr double swatchHeight = 4.2;
constexpr double rowHeight = 5;
constexpr double cell = 6.5; // of the square of a bivariate map
constexpr double nameSize = 8.5;
constexpr double textSize = 7.5;
constexpr double noteSize = 7;

/// Baseline of text whose middle is at `y`.
double baseline(double y, double points) { return y + 0.36 * points * mmPerPoint; }

double addRow(Block& block, const StyleLegendItem& item, const Theme& theme, double top, double width) {
    const double across = item.symbol ? std::max(swatchWidth, item.symbol->size) : swatchWidth;
    const double left = padding + across + 2.2;
    const QString count = item.count < 0 ? QString() : QString::number(item.count);
    const double room = width - padding - left - (count.isEmpty() ? 0 : block.width(count, textSize) + 2);
    const QStringList lines = wrapped(block.measure(), item.text, textSize, room);
    const double text = static_cast<double>(lines.size()) * lineHeight(textSize);
    const double height = std::max({rowHeight, item.symbol ? item.symbol->size + 0.8 : 0.0, text + 0.8});
    const double middle = top + height / 2;
    const QRectF swatch(padding, middle - swatchHeight / 2, swatchWidth, swatchHeight);
    if (item.symbol) {
        block.symbol(*item.symbol, {padding + across / 2, middle});
    } else if (item.ink.fill || item.ink.hatch) {
        block.rect(swatch, item.ink);
        block.frame(swatch, theme.neighbour, 0.1);
    }
    if (!count.isEmpty())
        block.text({width - padding, baseline(middle, textSize)}, count, textSize, theme.quietText,
                   Block::Align::Right);
    double y = middle - static_cast<double>(lines.size() - 1) * lineHeight(textSize) / 2;
    for (const QString& line : lines) {
        block.text({left, baseline(y, textSize)}, line, textSize, theme.text);
        y += lineHeight(textSize);
    }
    return top + height;
}

/// Circles that stand in each other, each with a line from its top to its number.
double addNested(Block& block, const QList<StyleLegendItem>& items, const Theme& theme, double top) {
    double greatest = 0;
    for (const StyleLegendItem& item : items)
        greatest = std::max(greatest, item.symbol->size);
    const double bottom = top + greatest + 0.6;
    const double middle = padding + std::max(greatest, swatchWidth) / 2;
    const double textLeft = padding + std::max(greatest, swatchWidth) + 4;
    double lastText = -1e9;
    for (const StyleLegendItem& item : items) {
        Symbol symbol = *item.symbol;
        block.symbol(symbol, {middle, bottom - symbol.size / 2});
        const double y = bottom - symbol.size;
        const double textY = std::max(y, lastText + lineHeight(textSize));
        lastText = textY;
        block.line({middle, y}, {textLeft - 2, y}, theme.quietText, 0.1);
        if (textY > y)
            block.line({textLeft - 2, y}, {textLeft - 0.6, textY}, theme.quietText, 0.1);
        else
            block.line({textLeft - 2, y}, {textLeft - 0.6, y}, theme.quietText, 0.1);
        block.text({textLeft, baseline(textY, textSize)}, item.text, textSize, theme.text);
    }
    return std::max(bottom, lastText + lineHeight(textSize) / 2) + 1.2;
}

double addSquare(Block& block, const StyleLegend& legend, const Theme& theme, double top, double width) {
    constexpr int thirds = 3;
    const double room = width - 2 * padding;
    double y = block.paragraph({padding, top}, u"↑ "_s + legend.upward.name, noteSize, theme.text, room) + 0.8;
    for (int row = 0; row < thirds; ++row) {
        for (int column = 0; column < thirds; ++column) {
            const StyleLegendItem& item = legend.items[(thirds - 1 - row) * thirds + column];
            const QRectF at(padding + column * cell, y + row * cell, cell, cell);
            block.rect(at, item.ink);
            block.frame(at, theme.land, 0.25);
            if (item.count > 0)
                block.text({at.center().x(), baseline(at.center().y(), noteSize)}, QString::number(item.count),
                           noteSize, labelInk(item.ink.fill.value_or(theme.land)).text, Block::Align::Centre);
        }
        if (const qsizetype in = thirds - 1 - row; in < legend.upward.classes.size())
            block.text({padding + thirds * cell + 1.6, baseline(y + (row + 0.5) * cell, noteSize)},
                       legend.upward.classes[in] + u"  "_s + legend.upward.bounds[in], noteSize, theme.text);
    }
    y += thirds * cell + 0.6;
    QStringList bounds;
    for (qsizetype in = 0; in < legend.across.classes.size(); ++in) {
        block.text({padding + (static_cast<double>(in) + 0.5) * cell, baseline(y + lineHeight(noteSize) / 2, noteSize)},
                   legend.across.classes[in], noteSize, theme.text, Block::Align::Centre);
        bounds += legend.across.classes[in] + u"  "_s + legend.across.bounds[in];
    }
    y = block.paragraph({padding, y + lineHeight(noteSize) + 0.6}, u"→ "_s + legend.across.name, noteSize, theme.text,
                        room);
    const QStringList listed = joined(block.measure(), bounds, u"; "_s, noteSize, room, true);
    return block.paragraph({padding, y}, listed, noteSize, theme.text) + 0.6;
}

double addMarks(Block& block, const LayoutWork& work, double top, double width, LegendWords& words) {
    const Language language = work.spec.language;
    const double disc = 1.3 * noteSize * mmPerPoint;
    double left = padding;
    double middle = top + disc / 2 + 0.4;
    for (const Tier& tier : work.plan.tiers) {
        const AreaInk ink = tierInk(tier);
        const QString name = words(tier.name.in(language));
        const double wide = disc + 0.8 + block.width(name, noteSize) + 2.6;
        if (left > padding && left + wide - 2.6 > width - padding) {
            left = padding;
            middle += lineHeight(noteSize) + 1;
        }
        block.mark({left + disc / 2, middle}, tier.mark.in(language), noteSize,
                   ink.fill.value_or(ink.hatch ? ink.hatch->color : work.scene.theme.outline));
        block.text({left + disc + 0.8, baseline(middle, noteSize)}, name, noteSize, work.scene.theme.text);
        left += wide;
    }
    return middle + disc / 2 + 0.8;
}

/// The legend with its own words, in the order in which they are read.
void putWords(StyleLegend& legend, LegendWords& words) {
    const auto put = [&](QString& text) { text = words(text); };
    put(legend.title);
    put(legend.subtitle);
    for (StyleLegendItem& item : legend.items)
        put(item.text);
    for (StyleLegend::Axis* axis : {&legend.upward, &legend.across}) {
        put(axis->name);
        std::ranges::for_each(axis->classes, put);
    }
    std::ranges::for_each(legend.notes, put);
}

} // namespace

double addStyleLegend(Block& block, const ThematicMap& map, const Theme& theme, Language language, double top,
                      double width) {
    const StyleLegend& legend = map.legend;
    const double room = width - 2 * padding;
    double y = top;
    if (!legend.title.isEmpty())
        y = block.paragraph({padding, y}, legend.title, nameSize, theme.text, room);
    const bool counted = legend.form != StyleLegend::Form::Square &&
                         std::ranges::any_of(legend.items, [](const StyleLegendItem& item) { return item.count >= 0; });
    const QString counts =
        counted ? map.areas.empty() ? sheet_words::zoneCount.in(language) : sheet_words::areaCount.in(language)
                : QString();
    if (counted)
        block.text({width - padding, y + 0.95 * noteSize * mmPerPoint}, counts, noteSize, theme.quietText,
                   Block::Align::Right);
    const double below = counted ? y + lineHeight(noteSize) : y;
    y = std::max(below, block.paragraph({padding, y}, legend.subtitle, noteSize, theme.quietText,
                                        room - (counted ? block.width(counts, noteSize) + 2 : 0))) +
        0.8;
    qsizetype first = 0;
    if (legend.form == StyleLegend::Form::Nested) {
        while (first < legend.items.size() && legend.items[first].symbol)
            ++first;
        // What is below zero has another colour, and stands below the nest.
        const QColor ink = first > 0 ? legend.items[first - 1].symbol->color : QColor();
        QList<StyleLegendItem> nested = legend.items.first(first);
        QList<StyleLegendItem> others;
        std::ranges::copy_if(nested, std::back_inserter(others),
                             [&](const StyleLegendItem& item) { return item.symbol->color != ink; });
        nested.removeIf([&](const StyleLegendItem& item) { return item.symbol->color != ink; });
        if (!nested.isEmpty())
            y = addNested(block, nested, theme, y);
        for (const StyleLegendItem& item : others)
            y = addRow(block, item, theme, y, width);
    } else if (legend.form == StyleLegend::Form::Square && legend.items.size() >= 9) {
        first = 9;
        y = addSquare(block, legend, theme, y, width);
    }
    for (const StyleLegendItem& item : legend.items.sliced(first))
        y = addRow(block, item, theme, y, width);
    y += 0.6;
    for (const QString& note : legend.notes)
        y = block.paragraph({padding, y}, note, noteSize, theme.quietText, room);
    return y;
}

double addThematicLegend(Block& block, const LayoutWork& work, double top, double width, const SheetMaps& maps,
                         LegendWords& words) {
    const LayerStyle& style = work.scene.thematic->style;
    const bool onWhole = isDrawn(style, maps.whole);
    const bool onEnlarged = maps.drawEnlarged(style);
    const Theme& theme = work.scene.theme;
    ThematicMap drawn = drawnMap(*work.scene.thematic, theme.land);
    const auto note = [&](const SheetWord& word) { drawn.legend.notes += word.in(work.spec.language); };
    if (!onWhole && !onEnlarged) {
        drawn.legend = {.title = drawn.legend.title, .subtitle = drawn.legend.subtitle};
        note(style.shown ? sheet_words::beyondScale : sheet_words::hidden);
    } else if (!onWhole) {
        note(sheet_words::enlargedOnly);
    } else if (maps.enlargesPart && !onEnlarged) {
        note(sheet_words::mainOnly);
    } else if (onEnlarged && (style.kind == LayerStyle::Kind::Bars || style.kind == LayerStyle::Kind::Pies)) {
        note(sheet_words::chartsEnlarged);
    }
    putWords(drawn.legend, words);
    const double y = addStyleLegend(block, drawn, theme, work.spec.language, top, width);
    return addMarks(block, work, y + 0.4, width, words);
}

} // namespace tiermap
