#include "maps/style/number_text.h"
#include "maps/style/palette.h"
#include "maps/style/style_words.h"
#include "maps/style/thematic_work.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double smallestSymbol = 2.5; // mm, of the lowest class

QColor symbolColour(const LayerStyle& style, bool negative) {
    if (!style.palette.isEmpty()) {
        const Palette* known = palette(style.palette);
        const std::optional<Palette> custom = known ? std::nullopt : customPalette(style.palette);
        const Palette* from = known ? known : custom ? &*custom : nullptr;
        if (from) {
            const QList<QColor> colours = from->colours(5, style.reversed);
            return negative ? colours.first() : colours.value(colours.size() - 2, colours.last());
        }
    }
    return negative ? QColor(0xC8, 0x55, 0x3D) : QColor(0x3B, 0x7E, 0xA1);
}

Symbol circle(double size, const QColor& color) {
    return {.shape = Symbol::Shape::Circle, .size = size, .color = color, .outline = QColor(Qt::white)};
}

/// Of two digits that count, not above a number: 3300 for 3355.
double twoDigitsBelow(double number) {
    const double power = std::floor(std::log10(number)) - 1;
    const double unit = std::pow(10, std::abs(power)); // whole: a division keeps decimals short
    return power < 0 ? std::floor(number * unit * (1 + 1e-12)) / unit : std::floor(number / unit * (1 + 1e-12)) * unit;
}

void drawProportional(ThematicWork& work) {
    const StyledSeries& series = work.series.first();
    double greatest = 0;
    for (const double number : series.numbers)
        greatest = std::max(greatest, std::abs(number));
    const auto sizeOf = [&](double number) {
        return greatest > 0 ? work.style.size * std::sqrt(std::abs(number) / greatest) : 0;
    };
    bool negative = false;
    for (const auto& [zone, number] : series.numbers.asKeyValueRange()) {
        negative = negative || number < 0;
        if (number != 0) // nothing is drawn for nought; the label can tell it
            work.map.symbols.insert(zone, circle(sizeOf(number), symbolColour(work.style, number < 0)));
    }
    StyleLegend& legend = work.map.legend;
    legend.form = StyleLegend::Form::Nested;
    if (greatest <= 0)
        return;
    QList<StyleLegendItem> items;
    double last = 0;
    double least = greatest;
    for (const double number : series.numbers)
        least = number == 0 ? least : std::min(least, std::abs(number));
    for (const double number :
         {twoDigitsBelow(greatest), twoDigitsBelow((greatest + least) / 2), twoDigitsBelow(least)}) {
        if (number == last || number <= 0)
            continue;
        last = number;
        items += {.symbol = circle(sizeOf(number), symbolColour(work.style, false)),
                  .text = numberText(number, decimalsOf({number}))};
    }
    if (negative)
        legend.items.prepend(
            {.symbol = circle(3, symbolColour(work.style, true)), .text = style_words::negative.in(work.language)});
    legend.items = items + legend.items;
}

void drawGraduatedSymbols(ThematicWork& work) {
    const StyledSeries& series = work.series.first();
    const QList<double> numbers = series.numbers.values();
    Classes& classes = work.map.classes;
    classes = classesFor(work.style, {numbers.begin(), numbers.end()});
    const QColor color = symbolColour(work.style, false);
    const auto sizeOf = [&](int in) {
        const int last = classes.size() - 1;
        return last <= 0 ? work.style.size
                         : smallestSymbol + (work.style.size - smallestSymbol) * in / static_cast<double>(last);
    };
    for (const auto& [zone, number] : series.numbers.asKeyValueRange()) {
        const int in = classes.classOf(number);
        work.map.classOf.insert(zone, in);
        work.map.symbols.insert(zone, circle(sizeOf(in), color));
    }
    QList<StyleLegendItem> items = classItems(classes, work.language);
    for (int i = 0; i < classes.size(); ++i)
        items[i].symbol = circle(sizeOf(i), color);
    std::ranges::reverse(items);
    work.map.legend.items = items + work.map.legend.items;
    if (classes.size() > 1)
        work.map.legend.notes.prepend(style_words::halfOpen.in(work.language));
}

/// Of years a scale that grows darker towards today.
QList<QColor> chartColours(const LayerStyle& style, int count, bool overTime) {
    const QString usual = usualPalette(overTime ? LayerStyle{.kind = LayerStyle::Kind::Graduated} : style);
    const QString key = style.palette.isEmpty() ? usual : style.palette;
    if (const Palette* known = palette(key))
        return known->colours(std::max(count, 3), style.reversed);
    const std::optional<Palette> custom = customPalette(key);
    return custom ? custom->colours(std::max(count, 2), style.reversed) : QList<QColor>();
}

} // namespace

void drawZoneSymbols(ThematicWork& work) {
    drawUnknown(work, {.fill = symbolGround()});
    if (work.style.kind == LayerStyle::Kind::Proportional)
        drawProportional(work);
    else
        drawGraduatedSymbols(work);
}

void drawCharts(ThematicWork& work) {
    const bool pies = work.style.kind == LayerStyle::Kind::Pies;
    const auto count = static_cast<int>(work.series.size());
    const QList<QColor> colours = chartColours(work.style, count, work.overTime);
    QList<double> greatest(count, 0); // of each indicator
    double greatestSum = 0;
    QHash<QString, double> sums;
    for (int i = 0; i < count; ++i) {
        for (const auto& [zone, number] : work.series[i].numbers.asKeyValueRange()) {
            greatest[i] = std::max(greatest[i], std::abs(number));
            sums[zone] += std::max(0.0, number); // a sector cannot be less than nothing
        }
    }
    if (work.overTime) // years of one indicator can be compared
        greatest.fill(*std::ranges::max_element(greatest));
    for (const double sum : sums)
        greatestSum = std::max(greatestSum, sum);
    drawUnknown(work, {.fill = symbolGround()});
    for (const auto& [zone, sum] : sums.asKeyValueRange()) {
        if (pies && work.map.inks.value(zone).hatch) // a circle without one of its parts would lie about the others
            continue;
        Symbol symbol{.shape = pies ? Symbol::Shape::Pie : Symbol::Shape::Bars,
                      .size = work.style.size,
                      .outline = QColor(Qt::white)};
        for (int i = 0; i < count; ++i) {
            const auto number = work.series[i].numbers.constFind(zone);
            const bool known = number != work.series[i].numbers.constEnd();
            const double amount = !known ? qQNaN() : pies ? *number : greatest[i] == 0 ? 0 : *number / greatest[i];
            symbol.parts.push_back({amount, colours.value(i)});
        }
        if (pies && greatestSum > 0)
            symbol.size = work.style.size * std::sqrt(sum / greatestSum);
        if (!pies || sum > 0)
            work.map.symbols.insert(zone, symbol);
    }
    QList<StyleLegendItem> items;
    for (int i = 0; i < count; ++i) {
        const StyledSeries& series = work.series[i];
        items += {.ink = {.fill = colours.value(i)},
                  .text = work.overTime ? series.when : u"%1 (%2, %3)"_s.arg(series.name, series.when, series.unit)};
    }
    work.map.legend.items = items + work.map.legend.items;
    const bool gaps = std::ranges::any_of(work.map.symbols, [](const Symbol& symbol) {
        return std::ranges::any_of(symbol.parts, [](const Symbol::Part& part) { return std::isnan(part.amount); });
    });
    if (gaps)
        work.map.legend.notes.prepend(style_words::missingBar.in(work.language));
    // What a height or a circle means: the greatest of each, with its number.
    QStringList tallest;
    for (int i = 0; i < (work.overTime ? 1 : count); ++i) {
        const StyledSeries& series = work.series[i];
        if (series.numbers.isEmpty())
            continue;
        tallest += u"%1 (%2)"_s.arg(numberText(greatest[i], series.decimals), series.unit);
    }
    const QString listed = tallest.join(style_words::listed.in(work.language));
    const QString most =
        u"%1 (%2)"_s.arg(numberText(greatestSum, work.series.first().decimals), work.series.first().unit);
    if (!work.map.symbols.isEmpty())
        work.map.legend.notes.prepend(
            (pies ? style_words::widest : style_words::tallest).in(work.language).arg(pies ? most : listed));
    const SheetWord heights = work.overTime ? style_words::barsOverTime : style_words::bars;
    work.map.legend.notes.prepend((pies ? style_words::pies : heights).in(work.language));
}

} // namespace tiermap
