#include "maps/figure/sheet_block.h"

#include "maps/figure/block_work.h"
#include "maps/figure/logo.h"
#include "maps/figure/sheet_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double textSize = 8;

/// What is not a published number is said below, whatever the map says of itself.
double addNotes(BlockWork& work, double y) {
    const auto note = [&](const QString& text) {
        y = work.block().paragraph({blockPadding, y}, text, blockNoteSize, work.theme().quietText, work.room());
    };
    if (work.result.hasEstimates)
        note(sheet_words::blockEstimates.in(work.language()));
    if (work.result.hasIllustrative)
        note(sheet_words::blockIllustrative.in(work.language()));
    return y;
}

double addText(BlockWork& work) {
    double y = blockPadding;
    for (const QString& paragraph : work.wanted.text.split(u'\n'))
        y = paragraph.isEmpty()
                ? y + lineHeight(textSize)
                : work.block().paragraph({blockPadding, y}, paragraph, textSize, work.theme().text, work.room());
    return y;
}

double addTable(BlockWork& work) {
    Block& block = work.block();
    std::vector<BlockColumn> columns;
    for (const QString& key : work.wanted.indicators)
        columns.push_back(columnOf(work, key));
    double nameWidth = 0;
    for (const ZoneFigure& figure : columns.front().figures)
        nameWidth = std::max(nameWidth, block.width(work.nameOf(figure.zone), textSize));
    nameWidth = std::min(nameWidth + 2, work.room() / 2);
    const double each = (work.room() - nameWidth) / static_cast<double>(columns.size());
    const auto rightOf = [&](std::size_t i) { return blockPadding + nameWidth + each * static_cast<double>(i + 1); };
    double y = addTitle(work);
    double bottom = y;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double line = y + 0.95 * blockNoteSize * mmPerPoint;
        for (const QString& text : wrapped(block.measure(), columns[i].heading, blockNoteSize, each - 1)) {
            block.text({rightOf(i), line}, text, blockNoteSize, work.theme().quietText, Block::Align::Right);
            line += lineHeight(blockNoteSize);
        }
        bottom = std::max(bottom, line - 0.95 * blockNoteSize * mmPerPoint);
    }
    y = bottom + 0.4;
    block.line({blockPadding, y}, {work.width - blockPadding, y}, work.theme().neighbour, 0.15);
    for (qsizetype row = 0; row < columns.front().figures.size(); ++row) {
        double next = block.paragraph({blockPadding, y + 0.3}, work.nameOf(columns.front().figures[row].zone), textSize,
                                      work.theme().text, nameWidth);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            double line = y + 0.3 + 0.95 * textSize * mmPerPoint;
            for (const QString& text : wrapped(block.measure(), valueText(work, columns[i], row), textSize, each - 1)) {
                const bool isNumber = columns[i].figures[row].known == ZoneFigure::Known::Exact;
                block.text({rightOf(i), line}, text, textSize, isNumber ? work.theme().text : work.theme().quietText,
                           Block::Align::Right);
                line += lineHeight(textSize);
            }
            next = std::max(next, line - 0.95 * textSize * mmPerPoint);
        }
        y = next;
    }
    block.line({blockPadding, y + 0.3}, {work.width - blockPadding, y + 0.3}, work.theme().neighbour, 0.15);
    return addNotes(work, y + 0.8);
}

} // namespace

SheetBlock sheetBlock(const LayoutWork& layout, const FigureBlock& wanted) {
    SheetBlock result{Block(layout.measure)};
    BlockWork work{layout, wanted, result, wanted.width / layout.spec.magnified()};
    Block& block = result.block;
    block.size = QSizeF(work.width, 0);
    if (wanted.kind == FigureBlock::Kind::Text || wanted.kind == FigureBlock::Kind::Logo)
        result.words = wanted.text.simplified();
    if (wanted.kind == FigureBlock::Kind::Logo) {
        if (const auto logo = readLogo(wanted.picture)) {
            block.size.setHeight(work.width * logo->image.height() / logo->image.width());
            block.picture(QRectF(QPointF(0, 0), block.size), logo->paths.empty() ? logo->image : QImage(), logo->paths);
        }
        return result;
    }
    const double bottom = wanted.kind == FigureBlock::Kind::Text    ? addText(work)
                          : wanted.kind == FigureBlock::Kind::Table ? addTable(work)
                                                                    : addNotes(work, addChart(work));
    block.size.setHeight(bottom + blockPadding);
    block.ground(Qt::white, work.theme().neighbour);
    return result;
}

} // namespace tiermap
