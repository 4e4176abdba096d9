#include "maps/figure/chart_work.h"
#include "maps/figure/sheet_words.h"
#include "maps/style/number_text.h"
#include "maps/style/style_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double dot = 1.5; // mm across

/// Numbers along a stretch of the page; where they are all the same, in its middle.
struct Axis {
    double low = 0;
    double high = 0;
    double from = 0; ///< mm
    double to = 0;

    Axis(const std::vector<double>& numbers, double start, double end)
        : from(start)
        , to(end) {
        if (!numbers.empty()) {
            low = std::ranges::min(numbers);
            high = std::ranges::max(numbers);
        }
    }
    double at(double number) const {
        return high > low ? from + (number - low) / (high - low) * (to - from) : (from + to) / 2;
    }
};

/// A dot cannot say its own year.
double addYears(BlockWork& work, const BlockColumn& column, double y) {
    QStringList years = column.periods;
    years.removeAll(QString());
    years.removeDuplicates();
    years.sort();
    if (years.isEmpty())
        return y;
    const QString said =
        style_words::years.in(work.language()).arg(years.join(style_words::listed.in(work.language())));
    return work.block().paragraph({blockPadding, y}, said, blockNoteSize, work.theme().quietText, work.room());
}

/// A district that has both numbers.
struct Pair {
    QString zone;
    double first = 0;
    double second = 0;
};

struct Pairs {
    std::vector<Pair> zones{};
    QStringList without{};

    QStringList codes() const {
        QStringList all;
        for (const Pair& pair : zones)
            all += pair.zone;
        return all;
    }
    std::vector<double> numbers(double Pair::* which) const {
        std::vector<double> all;
        std::ranges::transform(zones, std::back_inserter(all), which);
        return all;
    }
};

Pairs pairsOf(const BlockWork& work, const BlockColumn& first, const BlockColumn& second) {
    Pairs pairs;
    for (qsizetype i = 0; i < first.figures.size(); ++i) {
        const ZoneFigure& one = first.figures[i];
        const ZoneFigure& other = second.figures[i]; // the districts of the plan in their order, both times
        if (one.known == ZoneFigure::Known::Exact && other.known == ZoneFigure::Known::Exact)
            pairs.zones.push_back({one.zone, one.number, other.number});
        else
            pairs.without += work.nameOf(one.zone);
    }
    return pairs;
}

double medianOf(std::vector<double> numbers) {
    std::ranges::sort(numbers);
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/// Exact numbers only: a bound has no place on an axis.
double addDots(BlockWork& work) {
    Block& block = work.block();
    const Plan& plan = work.layout.plan;
    const BlockColumn column = columnOf(work, work.wanted.indicators.first());
    double low = 0;
    double high = 0;
    QStringList without;
    QStringList shown;
    for (const ZoneFigure& figure : column.figures) {
        if (figure.known != ZoneFigure::Known::Exact) {
            without += work.nameOf(figure.zone);
            continue;
        }
        low = std::min(low, figure.number);
        high = std::max(high, figure.number);
        shown += figure.zone;
    }
    double y = block.paragraph({blockPadding, addTitle(work)}, column.heading, blockNoteSize, work.theme().quietText,
                               work.room()) +
               0.8;
    double nameWidth = 0;
    for (const Tier& tier : plan.tiers)
        nameWidth = std::max(nameWidth, block.width(tier.name.in(work.language()), blockNoteSize));
    nameWidth = std::min(nameWidth + 2, work.room() / 2);
    const double left = blockPadding + nameWidth + dot / 2;
    const double right = work.width - blockPadding - dot / 2;
    const double range = high > low ? high - low : 1; // noughts alone
    const auto xOf = [&](double number) { return left + (number - low) / range * (right - left); };
    const double row = lineHeight(blockNoteSize) + 1.2;
    const double top = y;
    for (const Tier& tier : plan.tiers) {
        std::vector<double> numbers;
        const QColor color = colorOf(work, tier);
        const double middle = y + row / 2;
        for (const ZoneFigure& figure : column.figures) {
            if (figure.known != ZoneFigure::Known::Exact || plan.zone(figure.zone)->tier != tier.key)
                continue;
            numbers.push_back(figure.number);
            block.symbol({.size = dot, .color = color, .outline = work.theme().text}, {xOf(figure.number), middle});
        }
        if (numbers.empty()) // a tier without a number has no row: an empty one would read as zero
            continue;
        block.text({blockPadding, middle + 0.36 * blockNoteSize * mmPerPoint}, tier.name.in(work.language()),
                   blockNoteSize, work.theme().text);
        const double median = xOf(medianOf(numbers));
        block.line({median, middle - 1.5}, {median, middle + 1.5}, work.theme().text, 0.35);
        y += row;
    }
    if (!shown.isEmpty() && high > low) {
        block.line({left, y}, {right, y}, work.theme().quietText, 0.15);
        block.line({xOf(0), top}, {xOf(0), y}, work.theme().neighbour, 0.15);
        const double baseline = y + 0.4 + 0.95 * blockNoteSize * mmPerPoint;
        block.text({left, baseline}, numberText(low, decimalsOf({low})), blockNoteSize, work.theme().quietText);
        block.text({right, baseline}, numberText(high, decimalsOf({high})), blockNoteSize, work.theme().quietText,
                   Block::Align::Right);
        y += 0.8 + lineHeight(blockNoteSize);
        y = block.paragraph({blockPadding, y}, sheet_words::chartMedian.in(work.language()), blockNoteSize,
                            work.theme().quietText, work.room());
    }
    y = addYears(work, column, y);
    return addWithout(work, without, y);
}

/// Beside its symbol, where there is room for it; a crowd of names would hide the symbols.
void addName(BlockWork& work, const QString& name, const QPointF& at, const QRectF& plot, std::vector<QRectF>& taken) {
    const QSizeF size(work.block().width(name, blockNoteSize), 0.8 * lineHeight(blockNoteSize));
    const double across = chartSymbol / 2 + 0.6;
    for (const QPointF& topLeft :
         {QPointF(across, -size.height() / 2), QPointF(-across - size.width(), -size.height() / 2),
          QPointF(-size.width() / 2, -across - size.height()), QPointF(-size.width() / 2, across)}) {
        const QRectF box(at + topLeft, size);
        if (!plot.contains(box) ||
            std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        work.block().text({box.left(), box.center().y() + 0.36 * blockNoteSize * mmPerPoint}, name, blockNoteSize,
                          work.theme().text);
        return;
    }
}

/// The first indicator to the right, the second upwards.
double addScatter(BlockWork& work) {
    Block& block = work.block();
    const BlockColumn right = columnOf(work, work.wanted.indicators[0]);
    const BlockColumn up = columnOf(work, work.wanted.indicators[1]);
    const Pairs pairs = pairsOf(work, right, up);
    const auto note = [&](const QString& text, double y) {
        return block.paragraph({blockPadding, y}, text, blockNoteSize, work.theme().quietText, work.room());
    };
    double y = note(sheet_words::chartUpwards.in(work.language()).arg(up.heading), addTitle(work)) + 0.8;
    constexpr double proportion = 0.7;
    const QRectF plot(blockPadding, y, work.room(), proportion * work.room());
    const double inside = chartSymbol / 2 + 0.5; // symbols stay off the axes
    const Axis x(pairs.numbers(&Pair::first), plot.left() + inside, plot.right() - inside);
    const Axis height(pairs.numbers(&Pair::second), plot.bottom() - inside, plot.top() + inside);
    block.line(plot.topLeft(), plot.bottomLeft(), work.theme().quietText, chartThin);
    block.line(plot.bottomLeft(), plot.bottomRight(), work.theme().quietText, chartThin);
    std::vector<QRectF> taken;
    const auto place = [&](const Pair& pair) { return QPointF(x.at(pair.first), height.at(pair.second)); };
    for (const Pair& pair : pairs.zones) {
        const QPointF at = place(pair);
        block.symbol(symbolOf(work, tierPlace(work, pair.zone)), at);
        taken.emplace_back(at.x() - chartSymbol / 2, at.y() - chartSymbol / 2, chartSymbol, chartSymbol);
    }
    for (const Pair& pair : pairs.zones)
        addName(work, work.nameOf(pair.zone), place(pair), plot, taken);
    y = plot.bottom() + 0.4;
    if (!pairs.zones.empty()) {
        const double baseline = y + 0.95 * blockNoteSize * mmPerPoint;
        block.text({plot.left(), baseline},
                   sheet_words::chartRange.in(work.language())
                       .arg(endText(x.low), endText(x.high), endText(height.low), endText(height.high)),
                   blockNoteSize, work.theme().quietText);
        y += lineHeight(blockNoteSize);
    }
    y = note(sheet_words::chartToTheRight.in(work.language()).arg(right.heading), y);
    y = addTiers(work, pairs.codes(), y);
    y = addYears(work, right, y);
    y = addYears(work, up, y);
    return addWithout(work, pairs.without, y);
}

/// A line for each district that has a number at both periods.
double addSlope(BlockWork& work) {
    Block& block = work.block();
    const QString& key = work.wanted.indicators.first();
    const BlockColumn before = columnOf(work, key, Period::parse(work.wanted.from));
    const BlockColumn after = columnOf(work, key);
    const Pairs pairs = pairsOf(work, before, after);
    double y = block.paragraph({blockPadding, addTitle(work)}, before.heading + u" → "_s + after.heading, blockNoteSize,
                               work.theme().quietText, work.room()) +
               0.8;
    const double row = 0.9 * lineHeight(blockNoteSize);
    constexpr double proportion = 0.6;
    const double height =
        std::max(proportion * work.room(), row * static_cast<double>(std::max<std::size_t>(2, pairs.zones.size())));
    std::vector<double> numbers = pairs.numbers(&Pair::first);
    std::ranges::copy(pairs.numbers(&Pair::second), std::back_inserter(numbers));
    const Axis axis(numbers, y + height - row / 2, y + row / 2);
    QStringList names;
    QStringList values;
    std::vector<double> lefts;
    std::vector<double> rights;
    double nameWidth = 0;
    double valueWidth = 0;
    for (const Pair& pair : pairs.zones) {
        names += work.nameOf(pair.zone) + u' ' + endText(pair.second);
        values += endText(pair.first);
        lefts.push_back(axis.at(pair.first));
        rights.push_back(axis.at(pair.second));
        nameWidth = std::max(nameWidth, block.width(names.last(), blockNoteSize));
        valueWidth = std::max(valueWidth, block.width(values.last(), blockNoteSize));
    }
    constexpr double lead = 3; // between a symbol and its words
    const double left = blockPadding + valueWidth + lead;
    const double right = std::max(left + 5, work.width - blockPadding - nameWidth - lead);
    lefts = spread(lefts, row, y + height - row / 2);
    rights = spread(rights, row, y + height - row / 2);
    for (std::size_t i = 0; i < pairs.zones.size(); ++i) {
        const Pair& pair = pairs.zones[i];
        const qsizetype tier = tierPlace(work, pair.zone);
        const QPointF from(left, axis.at(pair.first));
        const QPointF to(right, axis.at(pair.second));
        block.line(from, to, lineColorOf(work, work.layout.plan.tiers[tier]), chartLine);
        block.symbol(symbolOf(work, tier), from);
        block.symbol(symbolOf(work, tier), to);
        const auto text = [&](double x, double middle, const QString& words, Block::Align align) {
            block.text({x, middle + 0.36 * blockNoteSize * mmPerPoint}, words, blockNoteSize, work.theme().text, align);
        };
        const auto at = static_cast<qsizetype>(i);
        block.line({left - chartSymbol / 2, from.y()}, {left - lead + 0.5, lefts[i]}, work.theme().neighbour,
                   chartThin);
        text(left - lead, lefts[i], values[at], Block::Align::Right);
        block.line({right + chartSymbol / 2, to.y()}, {right + lead - 0.5, rights[i]}, work.theme().neighbour,
                   chartThin);
        text(right + lead, rights[i], names[at], Block::Align::Left);
    }
    y = addTiers(work, pairs.codes(), y + (pairs.zones.empty() ? 0 : height));
    return addWithout(work, pairs.without, y);
}

} // namespace

double addChart(BlockWork& work) {
    switch (work.wanted.form) {
    case FigureBlock::Form::Dots:
        return addDots(work);
    case FigureBlock::Form::Scatter:
        return addScatter(work);
    case FigureBlock::Form::Slope:
        return addSlope(work);
    case FigureBlock::Form::Parallel:
        return addParallel(work);
    case FigureBlock::Form::Matrix:
        return addMatrix(work);
    case FigureBlock::Form::Ranks:
        break;
    }
    return addRanks(work);
}

} // namespace tiermap
