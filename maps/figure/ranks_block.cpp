#include "core/analysis/comparison.h"
#include "maps/figure/compared_block.h"
#include "maps/figure/sheet_words.h"
#include "maps/style/number_text.h"
#include "maps/style/style_words.h"

#include <algorithm>

namespace tiermap {

namespace {

constexpr double betweenTiers = 1.6;
constexpr double rangeLine = 0.6;

QString rankWords(const BlockWork& work, const ZoneRanks& ranks) {
    return sheet_words::rankAndRange.in(work.language()).arg(ranks.medianRank).arg(ranks.lowRank).arg(ranks.highRank);
}

/// Whole ranks, so far apart that their numbers do not touch.
std::vector<int> ticks(const BlockWork& work, int ranks, double length) {
    const double each = work.block().width(QString::number(ranks), blockNoteSize) + 1.5;
    int step = 1;
    while (length > 0 && ranks - 1 > step * length / each)
        ++step;
    std::vector<int> all;
    for (int rank = 1; rank <= ranks; rank += step)
        all.push_back(rank);
    return all;
}

double addRankRows(BlockWork& work, const ComparedBlock& compared, const RankRobustness& robustness, double y) {
    Block& block = work.block();
    const auto ranksOf = [&](int zone) -> const ZoneRanks& { return robustness.zones[static_cast<std::size_t>(zone)]; };
    const auto tierOf = [&](int zone) { return tierPlace(work, compared.matrix.zones[zone]); };
    std::vector<int> order = compared.known; // by tier
    std::ranges::stable_sort(order, {}, [&](int zone) { return std::pair(tierOf(zone), ranksOf(zone).expectedRank); });
    double nameWidth = 0;
    double rankWidth = 0;
    for (const int zone : order) {
        nameWidth = std::max(nameWidth, block.width(work.nameOf(compared.matrix.zones[zone]), blockNoteSize));
        rankWidth = std::max(rankWidth, block.width(rankWords(work, ranksOf(zone)), blockNoteSize));
    }
    const auto ranks = static_cast<int>(robustness.zones.size()); // those without a number have some rank, too
    const double left = blockPadding + nameWidth + 1 + chartSymbol;
    const double right = std::max(left + 5, work.width - blockPadding - rankWidth - 1 - chartSymbol);
    const auto xOf = [&](int rank) { return ranks > 1 ? left + (right - left) * (rank - 1) / (ranks - 1) : left; };
    const double row = lineHeight(blockNoteSize) + 0.4;
    const double top = y;
    std::vector<double> middles;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool isNext = i > 0 && tierOf(order[i]) != tierOf(order[i - 1]);
        y += isNext ? betweenTiers : 0;
        middles.push_back(y + row / 2);
        if (isNext)
            block.line({blockPadding, y - betweenTiers / 2}, {work.width - blockPadding, y - betweenTiers / 2},
                       work.theme().neighbour, chartThin);
        y += row;
    }
    for (const int tick : ticks(work, ranks, right - left)) {
        block.line({xOf(tick), top}, {xOf(tick), y}, work.theme().graticule, chartThin);
        block.text({xOf(tick), y + 0.4 + 0.95 * blockNoteSize * mmPerPoint}, QString::number(tick), blockNoteSize,
                   work.theme().quietText, Block::Align::Centre);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ZoneRanks& each = ranksOf(order[i]);
        const qsizetype tier = tierOf(order[i]);
        const double baseline = middles[i] + 0.36 * blockNoteSize * mmPerPoint;
        block.text({blockPadding, baseline}, work.nameOf(compared.matrix.zones[order[i]]), blockNoteSize,
                   work.theme().text);
        block.text({work.width - blockPadding, baseline}, rankWords(work, each), blockNoteSize, work.theme().text,
                   Block::Align::Right);
        if (each.lowRank < each.highRank)
            block.line({xOf(each.lowRank), middles[i]}, {xOf(each.highRank), middles[i]},
                       lineColorOf(work, work.layout.plan.tiers[tier]), rangeLine);
        Symbol symbol = symbolOf(work, tier);
        if (!compared.isComplete(order[i])) {
            symbol.hollow = true;
            symbol.color = lineColorOf(work, work.layout.plan.tiers[tier]);
            symbol.outline = Qt::white; // what a hollow one is filled with
        }
        block.symbol(symbol, {xOf(each.medianRank), middles[i]});
    }
    return y + 0.8 + lineHeight(blockNoteSize);
}

} // namespace

double addRanks(BlockWork& work) {
    const ComparedBlock compared = comparedBlock(work);
    const ComparisonSettings settings; // what the window and `tiermap compare` begin with
    const auto robustness = rankRobustness(compared.unit, {.samples = settings.samples, .seed = settings.seed});
    const auto in = [&](const SheetWord& word) { return word.in(work.language()); };
    QStringList headings;
    for (const BlockColumn& column : compared.columns)
        headings += column.heading;
    double y =
        addNote(work, in(sheet_words::ranksBy).arg(headings.join(in(style_words::listed))), addTitle(work)) + 0.8;
    if (!compared.differs || !robustness) // lots would be drawn
        return addWithout(work, compared.without, addNote(work, in(sheet_words::ranksNone), y));
    y = addTiers(work, compared.shown(), addRankRows(work, compared, *robustness, y));
    y = addNote(work, in(sheet_words::ranksHow).arg(numberText(settings.samples, 0)).arg(settings.seed), y);
    if (std::ranges::any_of(compared.known, [&](int zone) { return !compared.isComplete(zone); }))
        y = addNote(work, in(sheet_words::ranksHollow), y);
    y = addNote(work, in(sheet_words::ranksRoles), y);
    return addWithout(work, compared.without, y);
}

} // namespace tiermap
