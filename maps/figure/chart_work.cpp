#include "maps/figure/chart_work.h"

#include "maps/figure/sheet_words.h"
#include "maps/style/label_ink.h"
#include "maps/style/number_text.h"
#include "maps/style/style_words.h"
#include "maps/style/tier_style.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

QColor colorOf(const BlockWork& work, const Tier& tier) {
    const AreaInk ink = tierInk(tier);
    return ink.fill.value_or(ink.hatch ? ink.hatch->color : work.theme().outline);
}

QColor lineColorOf(const BlockWork& work, const Tier& tier) {
    constexpr double leastContrast = 2.2; // that of the window's charts
    constexpr double step = 0.15;
    QColor color = colorOf(work, tier);
    const QColor text = work.theme().text;
    const auto darker = [&](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * step)); };
    for (int i = 0; i < 8 && contrastRatio(color, Qt::white) < leastContrast; ++i)
        color = QColor(darker(color.red(), text.red()), darker(color.green(), text.green()),
                       darker(color.blue(), text.blue()));
    return color;
}

qsizetype tierPlace(const BlockWork& work, const QString& zone) {
    const QList<Tier>& tiers = work.layout.plan.tiers;
    return std::ranges::find(tiers, work.layout.plan.zone(zone)->tier, &Tier::key) - tiers.begin();
}

Symbol symbolOf(const BlockWork& work, qsizetype tier) {
    constexpr Symbol::Shape shapes[] = {Symbol::Shape::Circle, Symbol::Shape::Square, Symbol::Shape::Diamond,
                                        Symbol::Shape::Triangle};
    return {.shape = shapes[static_cast<std::size_t>(tier) % std::size(shapes)],
            .size = chartSymbol,
            .color = colorOf(work, work.layout.plan.tiers[tier]),
            .outline = work.theme().text};
}

QString endText(double number) { return numberText(number, decimalsOf({number})); }

double addNote(BlockWork& work, const QString& text, double y) {
    return work.block().paragraph({blockPadding, y}, text, blockNoteSize, work.theme().quietText, work.room());
}

double addWithout(BlockWork& work, const QStringList& zones, double y) {
    if (zones.isEmpty())
        return y;
    const QString said =
        sheet_words::chartWithout.in(work.language()).arg(zones.join(style_words::listed.in(work.language())));
    return addNote(work, said, y);
}

double addTiers(BlockWork& work, const QStringList& zones, double y) {
    Block& block = work.block();
    double x = blockPadding;
    double middle = y + lineHeight(blockNoteSize) / 2 + 0.3;
    for (qsizetype tier = 0; tier < work.layout.plan.tiers.size(); ++tier) {
        const auto isThere = [&](const QString& zone) { return tierPlace(work, zone) == tier; };
        if (std::ranges::none_of(zones, isThere))
            continue;
        const QString name = work.layout.plan.tiers[tier].name.in(work.language());
        const double width = chartSymbol + 1 + block.width(name, blockNoteSize) + 2.5;
        if (x > blockPadding && x + width > work.width - blockPadding) {
            x = blockPadding;
            middle += lineHeight(blockNoteSize);
        }
        block.symbol(symbolOf(work, tier), {x + chartSymbol / 2, middle});
        block.text({x + chartSymbol + 1, middle + 0.36 * blockNoteSize * mmPerPoint}, name, blockNoteSize,
                   work.theme().text);
        x += width;
    }
    return middle + lineHeight(blockNoteSize) / 2 + 0.3;
}

std::vector<double> spread(const std::vector<double>& wanted, double apart, double bottom) {
    std::vector<std::size_t> order(wanted.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
    std::vector<double> places = wanted;
    for (std::size_t i = 1; i < order.size(); ++i)
        places[order[i]] = std::max(places[order[i]], places[order[i - 1]] + apart);
    for (std::size_t i = order.size(); i-- > 0;) {
        const double most = i + 1 < order.size() ? places[order[i + 1]] - apart : bottom;
        places[order[i]] = std::min(places[order[i]], most);
    }
    return places;
}

} // namespace tiermap
