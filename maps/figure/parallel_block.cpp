#include "maps/figure/compared_block.h"
#include "maps/figure/sheet_words.h"
#include "maps/style/style_words.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

/// What stands at the ends of an axis.
struct Ends {
    QString top{};
    QString bottom{};
};

/// The better end is above; where there is but one number it stands in the middle, and above is said that all are it.
Ends endsOf(const BlockWork& work, const ComparedBlock& compared, int column) {
    const std::vector<double> numbers = compared.numbers(column);
    if (numbers.empty())
        return {.top = style_words::missing.in(work.language())};
    const auto [least, most] = std::ranges::minmax(numbers);
    if (least == most)
        return {.top = style_words::allOf.in(work.language()).arg(endText(least))};
    return compared.isLess(column) ? Ends{endText(least), endText(most)} : Ends{endText(most), endText(least)};
}

/// The last axis on which the district has a number.
int lastKnown(const ComparedBlock& compared, int row) {
    int last = compared.unit.indicators() - 1;
    while (last > 0 && compared.unit.isMissing(row, last))
        --last;
    return last;
}

/// What of the axis its place on the page has no room for.
QString listed(const BlockWork& work, const QString& head, const Ends& ends) {
    return ends.bottom.isEmpty() ? style_words::withPeriod.in(work.language()).arg(head, ends.top)
                                 : sheet_words::parallelEnds.in(work.language()).arg(head, ends.bottom, ends.top);
}

} // namespace

double addParallel(BlockWork& work) {
    Block& block = work.block();
    const ComparedBlock compared = comparedBlock(work);
    const int count = compared.unit.indicators();
    double nameWidth = 0;
    for (const QString& zone : compared.shown())
        nameWidth = std::max(nameWidth, block.width(work.nameOf(zone), blockNoteSize));
    constexpr double lead = 2; // between an axis' column and the names
    ColumnHeads heads =
        columnHeads(work, compared, blockPadding, (work.room() - nameWidth - lead) / count, sheet_words::parallelLess);
    std::vector<Ends> ends;
    for (int column = 0; column < count; ++column) {
        ends.push_back(endsOf(work, compared, column));
        for (const QString& text : {ends.back().top, ends.back().bottom})
            heads.fit = heads.fit && fits(work, heads, text);
    }
    double y = addHeads(work, heads, addTitle(work)) + 0.4;
    const auto addEnds = [&](QString Ends::* which, double top) {
        for (int column = 0; heads.fit && column < count; ++column)
            block.text({heads.centre(column), top + 0.95 * blockNoteSize * mmPerPoint},
                       ends[static_cast<std::size_t>(column)].*which, blockNoteSize, work.theme().text,
                       Block::Align::Centre);
        return heads.fit ? top + lineHeight(blockNoteSize) : top;
    };
    y = addEnds(&Ends::top, y) + chartSymbol / 2;
    const double row = 0.9 * lineHeight(blockNoteSize);
    constexpr double proportion = 0.5;
    const double height =
        std::max(proportion * work.room(), row * static_cast<double>(std::max<std::size_t>(2, compared.known.size())));
    const auto place = [&](int zone, int column) {
        return QPointF(heads.centre(column), y + height * (1 - compared.unit.at(zone, column)));
    };
    for (int column = 0; column < count; ++column)
        block.line({heads.centre(column), y}, {heads.centre(column), y + height}, work.theme().quietText, chartThin);
    // A line that ends before the last axis does not go on: what leads to its name is broken, the name pale, and below
    // that of a line which ends there at the same height.
    const auto goesOn = [&](int zone) { return !compared.unit.isMissing(zone, count - 1); };
    std::vector<double> middles;
    middles.reserve(compared.known.size());
    for (const int zone : compared.known)
        middles.push_back(place(zone, lastKnown(compared, zone)).y() + (goesOn(zone) ? 0 : 0.01));
    middles = spread(middles, row, y + height);
    const double names = work.width - blockPadding - nameWidth;
    for (std::size_t i = 0; i < compared.known.size(); ++i) {
        const int zone = compared.known[i];
        block.line(place(zone, lastKnown(compared, zone)) + QPointF(chartSymbol / 2, 0), {names - 0.5, middles[i]},
                   work.theme().neighbour, chartThin,
                   goesOn(zone) ? std::vector<double>() : std::vector<double>{0.5, 0.7});
        block.text({names, middles[i] + 0.36 * blockNoteSize * mmPerPoint}, work.nameOf(compared.matrix.zones[zone]),
                   blockNoteSize, goesOn(zone) ? work.theme().text : work.theme().quietText);
    }
    for (const int zone : compared.known) {
        const qsizetype tier = tierPlace(work, compared.matrix.zones[zone]);
        for (int column = 0; column < count; ++column) {
            if (compared.unit.isMissing(zone, column))
                continue;
            block.symbol(symbolOf(work, tier), place(zone, column));
            if (column > 0 && !compared.unit.isMissing(zone, column - 1))
                block.line(place(zone, column - 1), place(zone, column),
                           lineColorOf(work, work.layout.plan.tiers[tier]), chartLine);
        }
    }
    y = addEnds(&Ends::bottom, y + height + chartSymbol / 2);
    y = addTiers(work, compared.shown(), y);
    if (!heads.fit) {
        QStringList all;
        for (int column = 0; column < count; ++column)
            all += listed(work, headOf(work, compared, column, sheet_words::parallelLess),
                          ends[static_cast<std::size_t>(column)]);
        y = addHeadList(work, all, y);
    }
    if (std::ranges::any_of(compared.known, [&](int zone) { return !compared.isComplete(zone); }))
        y = addNote(work, sheet_words::parallelBroken.in(work.language()), y);
    return addWithout(work, compared.without, y);
}

} // namespace tiermap
