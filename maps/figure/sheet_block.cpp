#include "maps/figure/sheet_block.h"

#include "core/analysis/zone_figures.h"
#include "maps/figure/sheet_words.h"
#include "maps/style/number_text.h"
#include "maps/style/period_text.h"
#include "maps/style/style_words.h"
#include "maps/style/tier_style.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double padding = 1.8;
constexpr double textSize = 8;
constexpr double titleSize = 8.5;
constexpr double noteSize = 7;
constexpr double dot = 1.5; // mm across

/// Of one indicator: what is drawn, and what has to be said of it.
struct Column {
    const Indicator* indicator;
    QList<ZoneFigure> figures;
    QStringList periods{}; ///< of each zone; empty where there is no observation
    QString heading{};
};

struct Work {
    const LayoutWork& layout;
    const FigureBlock& wanted;
    SheetBlock& result;
    double width; ///< mm of the page before it is magnified

    Block& block() const { return result.block; }
    const Theme& theme() const { return layout.scene.theme; }
    Language language() const { return layout.spec.language; }
    double room() const { return width - 2 * padding; }
    QString nameOf(const QString& zone) const { return layout.plan.zone(zone)->name.in(language()); }
};

Column columnOf(Work& work, const QString& key) {
    const Plan& plan = work.layout.plan;
    const std::optional<Period> period =
        work.wanted.period.isEmpty() ? std::nullopt : Period::parse(work.wanted.period);
    Column column{plan.indicator(key), zoneFigures(plan, key, period)};
    QStringList all;
    for (const ZoneFigure& figure : column.figures) {
        if (figure.observation < 0) {
            column.periods += QString();
            continue;
        }
        const Observation& observation = plan.observations[figure.observation];
        column.periods += periodText(observation.period, work.language());
        all += column.periods.last();
        if (!work.result.sources.contains(observation.source))
            work.result.sources += observation.source;
        work.result.hasEstimates |= observation.status == Observation::Status::Estimate;
        work.result.hasIllustrative |= observation.status == Observation::Status::Illustrative;
    }
    all.removeDuplicates();
    QStringList about{column.indicator->unit.in(work.language())};
    if (all.size() == 1) { // else each row says its own
        about += all.first();
        column.periods.clear();
    }
    about.removeAll(QString());
    column.heading = column.indicator->name.in(work.language());
    if (!about.isEmpty())
        column.heading = style_words::withPeriod.in(work.language())
                             .arg(column.heading, about.join(style_words::separator.in(work.language())));
    if (work.result.words.isEmpty())
        work.result.words = work.wanted.text;
    work.result.words += (work.result.words.isEmpty() ? QString() : u": "_s) + column.heading;
    return column;
}

QString valueText(const Work& work, const Column& column, qsizetype row) {
    const ZoneFigure& figure = column.figures[row];
    if (figure.known == ZoneFigure::Known::Withheld)
        return style_words::withheld.in(work.language());
    if (figure.observation < 0 || !work.layout.plan.observations[figure.observation].value)
        return style_words::missing.in(work.language());
    const Observation& observation = work.layout.plan.observations[figure.observation];
    const QString value = quantityText(*observation.value, work.language());
    const QString when = column.periods.value(row);
    return when.isEmpty() ? value : style_words::withPeriod.in(work.language()).arg(value, when);
}

double addTitle(Work& work) {
    return work.wanted.text.isEmpty() ? padding
                                      : work.block().paragraph({padding, padding}, work.wanted.text, titleSize,
                                                               work.theme().text, work.room()) +
                                            0.6;
}

/// What is not a published number is said below, whatever the map says of itself.
double addNotes(Work& work, double y) {
    const auto note = [&](const QString& text) {
        y = work.block().paragraph({padding, y}, text, noteSize, work.theme().quietText, work.room());
    };
    if (work.result.hasEstimates)
        note(sheet_words::blockEstimates.in(work.language()));
    if (work.result.hasIllustrative)
        note(sheet_words::blockIllustrative.in(work.language()));
    return y;
}

double addText(Work& work) {
    double y = padding;
    for (const QString& paragraph : work.wanted.text.split(u'\n'))
        y = paragraph.isEmpty()
                ? y + lineHeight(textSize)
                : work.block().paragraph({padding, y}, paragraph, textSize, work.theme().text, work.room());
    return y;
}

double addTable(Work& work) {
    Block& block = work.block();
    std::vector<Column> columns;
    for (const QString& key : work.wanted.indicators)
        columns.push_back(columnOf(work, key));
    double nameWidth = 0;
    for (const ZoneFigure& figure : columns.front().figures)
        nameWidth = std::max(nameWidth, block.width(work.nameOf(figure.zone), textSize));
    nameWidth = std::min(nameWidth + 2, work.room() / 2);
    const double each = (work.room() - nameWidth) / static_cast<double>(columns.size());
    const auto rightOf = [&](std::size_t i) { return padding + nameWidth + each * static_cast<double>(i + 1); };
    double y = addTitle(work);
    double bottom = y;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double line = y + 0.95 * noteSize * mmPerPoint;
        for (const QString& text : wrapped(block.measure(), columns[i].heading, noteSize, each - 1)) {
            block.text({rightOf(i), line}, text, noteSize, work.theme().quietText, Block::Align::Right);
            line += lineHeight(noteSize);
        }
        bottom = std::max(bottom, line - 0.95 * noteSize * mmPerPoint);
    }
    y = bottom + 0.4;
    block.line({padding, y}, {work.width - padding, y}, work.theme().neighbour, 0.15);
    for (qsizetype row = 0; row < columns.front().figures.size(); ++row) {
        double next = block.paragraph({padding, y + 0.3}, work.nameOf(columns.front().figures[row].zone), textSize,
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
    block.line({padding, y + 0.3}, {work.width - padding, y + 0.3}, work.theme().neighbour, 0.15);
    return addNotes(work, y + 0.8);
}

double medianOf(std::vector<double> numbers) {
    std::ranges::sort(numbers);
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/// Exact numbers only: a bound has no place on an axis.
double addChart(Work& work) {
    Block& block = work.block();
    const Plan& plan = work.layout.plan;
    const Column column = columnOf(work, work.wanted.indicators.first());
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
    double y =
        block.paragraph({padding, addTitle(work)}, column.heading, noteSize, work.theme().quietText, work.room()) + 0.8;
    double nameWidth = 0;
    for (const Tier& tier : plan.tiers)
        nameWidth = std::max(nameWidth, block.width(tier.name.in(work.language()), noteSize));
    nameWidth = std::min(nameWidth + 2, work.room() / 2);
    const double left = padding + nameWidth + dot / 2;
    const double right = work.width - padding - dot / 2;
    const double range = high > low ? high - low : 1; // noughts alone
    const auto xOf = [&](double number) { return left + (number - low) / range * (right - left); };
    const double row = lineHeight(noteSize) + 1.2;
    const double top = y;
    for (const Tier& tier : plan.tiers) {
        std::vector<double> numbers;
        const AreaInk ink = tierInk(tier);
        const QColor color = ink.fill.value_or(ink.hatch ? ink.hatch->color : work.theme().outline);
        const double middle = y + row / 2;
        for (const ZoneFigure& figure : column.figures) {
            if (figure.known != ZoneFigure::Known::Exact || plan.zone(figure.zone)->tier != tier.key)
                continue;
            numbers.push_back(figure.number);
            block.symbol({.size = dot, .color = color, .outline = work.theme().text}, {xOf(figure.number), middle});
        }
        if (numbers.empty()) // a tier without a number has no row: an empty one would read as zero
            continue;
        block.text({padding, middle + 0.36 * noteSize * mmPerPoint}, tier.name.in(work.language()), noteSize,
                   work.theme().text);
        const double median = xOf(medianOf(numbers));
        block.line({median, middle - 1.5}, {median, middle + 1.5}, work.theme().text, 0.35);
        y += row;
    }
    if (!shown.isEmpty() && high > low) {
        block.line({left, y}, {right, y}, work.theme().quietText, 0.15);
        block.line({xOf(0), top}, {xOf(0), y}, work.theme().neighbour, 0.15);
        const double baseline = y + 0.4 + 0.95 * noteSize * mmPerPoint;
        block.text({left, baseline}, numberText(low, decimalsOf({low})), noteSize, work.theme().quietText);
        block.text({right, baseline}, numberText(high, decimalsOf({high})), noteSize, work.theme().quietText,
                   Block::Align::Right);
        y += 0.8 + lineHeight(noteSize);
        y = block.paragraph({padding, y}, sheet_words::chartMedian.in(work.language()), noteSize,
                            work.theme().quietText, work.room());
    }
    QStringList years = column.periods; // a dot cannot say its own
    years.removeAll(QString());
    years.removeDuplicates();
    years.sort();
    if (!years.isEmpty())
        y = block.paragraph(
            {padding, y},
            style_words::years.in(work.language()).arg(years.join(style_words::listed.in(work.language()))), noteSize,
            work.theme().quietText, work.room());
    if (!without.isEmpty())
        y = block.paragraph(
            {padding, y},
            sheet_words::chartWithout.in(work.language()).arg(without.join(style_words::listed.in(work.language()))),
            noteSize, work.theme().quietText, work.room());
    return addNotes(work, y);
}

} // namespace

SheetBlock sheetBlock(const LayoutWork& layout, const FigureBlock& wanted) {
    // Drawn twice, as the legend is: the ground comes first, and its height is known last.
    const auto drawn = [&](double height) {
        SheetBlock result{Block(layout.measure)};
        Work work{layout, wanted, result, wanted.width / layout.spec.magnified()};
        Block& block = result.block;
        block.size = QSizeF(work.width, height);
        if (wanted.kind == FigureBlock::Kind::Text || wanted.kind == FigureBlock::Kind::Logo)
            result.words = wanted.text.simplified();
        if (wanted.kind == FigureBlock::Kind::Logo) {
            if (const auto image = logoImage(wanted.picture)) {
                block.size.setHeight(work.width * image->height() / image->width());
                block.picture(QRectF(QPointF(0, 0), block.size), *image);
            }
            return result;
        }
        const QRectF ground(QPointF(0, 0), block.size);
        block.rect(ground, QColor(Qt::white));
        block.frame(ground, work.theme().neighbour, 0.15);
        const double bottom = wanted.kind == FigureBlock::Kind::Text    ? addText(work)
                              : wanted.kind == FigureBlock::Kind::Table ? addTable(work)
                                                                        : addChart(work);
        block.size.setHeight(bottom + padding);
        return result;
    };
    const double height = drawn(0).block.size.height();
    return drawn(height);
}

} // namespace tiermap
