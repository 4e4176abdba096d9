#include "maps/figure/compared_block.h"

#include "core/analysis/scaling.h"
#include "maps/style/style_words.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

bool ComparedBlock::isComplete(int row) const {
    return std::ranges::none_of(unit.zone(row), [](double number) { return std::isnan(number); });
}

std::vector<double> ComparedBlock::numbers(int column) const {
    std::vector<double> all = matrix.values.indicator(column);
    std::erase_if(all, [](double number) { return std::isnan(number); });
    return all;
}

QStringList ComparedBlock::shown() const {
    QStringList codes;
    for (const int row : known)
        codes += matrix.zones[row];
    return codes;
}

ComparedBlock comparedBlock(BlockWork& work) {
    ComparedBlock compared;
    const Plan& plan = work.layout.plan;
    for (const QString& key : work.wanted.indicators)
        compared.columns.push_back(columnOf(work, key));
    const QString& period = work.wanted.period;
    compared.matrix = planMatrix(plan, work.wanted.indicators, period.isEmpty() ? std::nullopt : Period::parse(period));
    std::vector<IndicatorMeaning> meanings;
    for (const MatrixColumn& column : compared.matrix.columns)
        meanings.push_back(column.meaning);
    const auto scaling = scaled(compared.matrix.values, meanings, Scaling::MinMax);
    compared.unit = scaling ? betweenZeroAndOne(*scaling)
                            : IndicatorMatrix(compared.matrix.values.zones(), compared.matrix.values.indicators());
    compared.differs = scaling && scaling->constant.size() + scaling->empty.size() < compared.columns.size();
    for (int row = 0; row < compared.unit.zones(); ++row) {
        const auto isKnown = [](double number) { return !std::isnan(number); };
        if (std::ranges::any_of(compared.unit.zone(row), isKnown))
            compared.known.push_back(row);
        else
            compared.without += work.nameOf(compared.matrix.zones[row]);
    }
    std::ranges::stable_sort(compared.known, {}, [&](int row) { return tierPlace(work, compared.matrix.zones[row]); });
    return compared;
}

bool fits(const BlockWork& work, const ColumnHeads& heads, const QString& text) {
    constexpr qsizetype mostLines = 5;
    const TextMeasure& measure = work.block().measure();
    const QStringList lines = wrapped(measure, text, blockNoteSize, heads.room());
    return lines.size() <= mostLines && std::ranges::all_of(lines, [&](const QString& line) {
               return measure.width(line, blockNoteSize) <= heads.room();
           });
}

ColumnHeads columnHeads(const BlockWork& work, const ComparedBlock& compared, double left, double each,
                        const SheetWord& less) {
    ColumnHeads heads{.left = left, .each = each};
    constexpr qsizetype mostLines = 6; // of a head
    for (int i = 0; i < compared.unit.indicators(); ++i) {
        const BlockColumn& column = compared.columns[static_cast<std::size_t>(i)];
        QStringList texts{column.indicator->name.in(work.language()), column.about};
        if (compared.isLess(i))
            texts += less.in(work.language());
        texts.removeAll(QString());
        qsizetype lines = 0;
        for (const QString& text : std::as_const(texts)) {
            heads.fit = heads.fit && fits(work, heads, text);
            lines += wrapped(work.block().measure(), text, blockNoteSize, heads.room()).size();
        }
        heads.fit = heads.fit && lines <= mostLines;
        heads.texts.push_back(texts);
    }
    return heads;
}

QString headOf(const BlockWork& work, const ComparedBlock& compared, int column, const SheetWord& less) {
    const QString& heading = compared.columns[static_cast<std::size_t>(column)].heading;
    return compared.isLess(column) ? heading + style_words::separator.in(work.language()) + less.in(work.language())
                                   : heading;
}

double addHeads(BlockWork& work, const ColumnHeads& heads, double y) {
    std::vector<QStringList> all;
    std::size_t most = 1;
    for (std::size_t i = 0; i < heads.texts.size(); ++i) {
        QStringList lines;
        for (const QString& text : heads.texts[i])
            lines += wrapped(work.block().measure(), text, blockNoteSize, heads.room());
        all.push_back(heads.fit ? lines : QStringList{QString::number(i + 1)});
        most = std::max(most, static_cast<std::size_t>(all.back().size()));
    }
    const double bottom = y + lineHeight(blockNoteSize) * static_cast<double>(most);
    for (std::size_t i = 0; i < all.size(); ++i) { // they end at the same height
        double baseline =
            bottom - lineHeight(blockNoteSize) * static_cast<double>(all[i].size()) + 0.95 * blockNoteSize * mmPerPoint;
        for (const QString& line : std::as_const(all[i])) {
            work.block().text({heads.centre(static_cast<qsizetype>(i)), baseline}, line, blockNoteSize,
                              work.theme().quietText, Block::Align::Centre);
            baseline += lineHeight(blockNoteSize);
        }
    }
    return bottom;
}

double addHeadList(BlockWork& work, const QStringList& texts, double y) {
    for (qsizetype i = 0; i < texts.size(); ++i)
        y = addNote(work, style_words::named.in(work.language()).arg(QString::number(i + 1), texts[i]), y);
    return y;
}

} // namespace tiermap
