#include "maps/figure/compared_block.h"
#include "maps/figure/sheet_words.h"
#include "maps/style/label_ink.h"
#include "maps/style/style_words.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

/// From nearly white to a dark blue that the window's matrix ends in, too.
QColor shade(double share) {
    const QColor strongest(0x1F, 0x4E, 0x79);
    const double strength = 0.06 + 0.94 * std::clamp(share, 0.0, 1.0);
    const auto part = [&](int most) { return static_cast<int>(std::lround(255 + (most - 255) * strength)); };
    return {part(strongest.red()), part(strongest.green()), part(strongest.blue())};
}

/// What stands in a cell: the number, or, in the sheet's words, why there is none.
QStringList linesOf(const BlockWork& work, const ComparedBlock& compared, const ColumnHeads& heads, int row,
                    int column) {
    return wrapped(work.block().measure(), valueText(work, compared.columns[static_cast<std::size_t>(column)], row),
                   blockNoteSize, heads.room());
}

void addCell(BlockWork& work, const QRectF& cell, double share, const QStringList& lines) {
    Block& block = work.block();
    const bool isKnown = !std::isnan(share);
    if (isKnown)
        block.rect(cell, shade(share));
    else if (lines.isEmpty())
        block.rect(cell, AreaInk{.fill = std::nullopt,
                                 .hatch = Hatch{.spacing = 1.2, .width = chartThin, .color = work.theme().quietText}});
    if (!isKnown)
        block.frame(cell, work.theme().neighbour, chartThin);
    const QColor ink = isKnown ? labelInk(shade(share)).text : work.theme().quietText;
    double middle = cell.center().y() - lineHeight(blockNoteSize) * static_cast<double>(lines.size() - 1) / 2;
    for (const QString& line : lines) {
        block.text({cell.center().x(), middle + 0.36 * blockNoteSize * mmPerPoint}, line, blockNoteSize, ink,
                   Block::Align::Centre);
        middle += lineHeight(blockNoteSize);
    }
}

} // namespace

double addMatrix(BlockWork& work) {
    Block& block = work.block();
    const ComparedBlock compared = comparedBlock(work);
    const int count = compared.unit.indicators();
    constexpr double beforeName = chartSymbol + 1;
    double nameWidth = 0;
    for (const QString& zone : compared.shown())
        nameWidth = std::max(nameWidth, block.width(work.nameOf(zone), blockNoteSize));
    nameWidth = std::min(beforeName + nameWidth + 1.5, work.room() / 2);
    const ColumnHeads heads = columnHeads(work, compared, blockPadding + nameWidth, (work.room() - nameWidth) / count,
                                          sheet_words::matrixLess);
    bool printed = true; // a number that is cut off would be another
    for (const int row : compared.known) {
        for (int column = 0; column < count; ++column)
            printed =
                printed && fits(work, heads, valueText(work, compared.columns[static_cast<std::size_t>(column)], row));
    }
    double y = addHeads(work, heads, addTitle(work)) + 0.4;
    constexpr double gap = 0.3;
    for (const int row : compared.known) {
        const QString& zone = compared.matrix.zones[row];
        const QStringList name =
            wrapped(block.measure(), work.nameOf(zone), blockNoteSize, nameWidth - beforeName - 0.5);
        std::vector<QStringList> cells;
        qsizetype most = name.size();
        for (int column = 0; column < count; ++column) {
            cells.push_back(printed ? linesOf(work, compared, heads, row, column) : QStringList());
            most = std::max(most, cells.back().size());
        }
        const double height = lineHeight(blockNoteSize) * static_cast<double>(most) + 0.9;
        const double middle = y + height / 2;
        block.symbol(symbolOf(work, tierPlace(work, zone)), {blockPadding + chartSymbol / 2, middle});
        block.paragraph(
            {blockPadding + beforeName, middle - lineHeight(blockNoteSize) * static_cast<double>(name.size()) / 2},
            name, blockNoteSize, work.theme().text);
        for (int column = 0; column < count; ++column)
            addCell(work, QRectF(heads.left + heads.each * column, y, heads.each - gap, height),
                    compared.unit.at(row, column), cells[static_cast<std::size_t>(column)]);
        y += height + gap;
    }
    y = addTiers(work, compared.shown(), y + 0.3);
    if (!heads.fit) {
        QStringList all;
        for (int column = 0; column < count; ++column)
            all += headOf(work, compared, column, sheet_words::matrixLess);
        y = addHeadList(work, all, y);
    }
    y = addNote(work, sheet_words::matrixShades.in(work.language()), y);
    if (!printed)
        y = addNote(work, sheet_words::matrixNarrow.in(work.language()), y);
    return addWithout(work, compared.without, y);
}

} // namespace tiermap
