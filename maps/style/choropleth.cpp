#include "maps/style/number_text.h"
#include "maps/style/palette.h"
#include "maps/style/style_words.h"
#include "maps/style/thematic_work.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Of the first side of a diverging palette: how many classes lie below the middle.
int classesBelow(const Classes& classes, double middle) {
    int below = 0;
    while (below < classes.size() && classes.bounds[static_cast<std::size_t>(below) + 1] <= middle)
        ++below;
    // A class that ends at the middle because all numbers are below it, or begins there, is on its own side.
    return below;
}

const Palette* paletteOf(const LayerStyle& style) {
    return palette(style.palette.isEmpty() ? usualPalette(style) : style.palette);
}

QList<QColor> coloursOf(const LayerStyle& style, int count) {
    if (const Palette* known = paletteOf(style))
        return known->colours(count, style.reversed);
    const std::optional<Palette> custom = customPalette(style.palette);
    return custom ? custom->colours(count, style.reversed) : QList<QColor>();
}

/// Words for so many classes, the lowest first. Where ties leave fewer than three there is none between.
QStringList lowToHigh(int classes, Language language) {
    using namespace style_words;
    switch (classes) {
    case 0:
        return {};
    case 1:
        return {middle.in(language)};
    case 2:
        return {low.in(language), high.in(language)};
    default:
        return {low.in(language), middle.in(language), high.in(language)};
    }
}

/// One side of the square of a bivariate map.
StyleLegend::Axis axisOf(const StyledSeries& series, const Classes& classes, Language language) {
    StyleLegend::Axis axis{series.unit.isEmpty()
                               ? style_words::withPeriod.in(language).arg(series.name, series.when)
                               : style_words::unitWhen.in(language).arg(series.name, series.unit, series.when),
                           lowToHigh(classes.size(), language),
                           {}};
    for (const StyleLegendItem& item : classItems(classes, language))
        axis.bounds += item.text;
    return axis;
}

/// "Indicator: high (20 – 30)"
QString classWords(const StyledSeries& series, const StyleLegend::Axis& axis, int in, Language language) {
    return style_words::named.in(language).arg(
        series.name, style_words::withPeriod.in(language).arg(axis.classes[in], axis.bounds[in]));
}

} // namespace

QList<QColor> classColours(const LayerStyle& style, const Classes& classes) {
    const int count = classes.size();
    if (!style.middle)
        return coloursOf(style, count);
    const int below = classesBelow(classes, *style.middle);
    const int half = std::max(below, count - below);
    return coloursOf(style, 2 * half).mid(half - below, count);
}

QList<StyleLegendItem> classItems(const Classes& classes, Language language) {
    QList<StyleLegendItem> items;
    for (std::size_t i = 0; i < classes.counts.size(); ++i) {
        const QString low = numberText(classes.bounds[i], decimalsOf({classes.bounds[i]}));
        const QString high = numberText(classes.bounds[i + 1], decimalsOf({classes.bounds[i + 1]}));
        const QString text = low == high ? low : style_words::interval.in(language).arg(low, high);
        items += {.text = text, .count = classes.counts[i]};
    }
    return items;
}

void drawGraduated(ThematicWork& work) {
    const StyledSeries& series = work.series.first();
    const QList<double> numbers = series.numbers.values();
    Classes& classes = work.map.classes;
    classes = classesFor(work.style, {numbers.begin(), numbers.end()});
    const QList<QColor> colours = classColours(work.style, classes);
    QList<StyleLegendItem> items = classItems(classes, work.language);
    for (qsizetype i = 0; i < items.size(); ++i)
        items[i].ink.fill = colours.value(i);
    drawUnknown(work, {});
    for (const auto& [zone, number] : series.numbers.asKeyValueRange()) {
        const int in = classes.classOf(number);
        work.map.classOf.insert(zone, in);
        work.map.inks.insert(zone, {.fill = colours.value(in)});
    }
    // Beginning with the greatest, as one reads a scale.
    std::ranges::reverse(items);
    work.map.legend.items = items + work.map.legend.items;
    if (classes.size() > 1)
        work.map.legend.notes.prepend(style_words::halfOpen.in(work.language));
    if (work.style.measure == LayerStyle::Measure::Value && isAmount(*series.indicator))
        work.map.warnings += MapWarning::AmountAsColour;
    if (const Target* target = comparableTarget(work.plan, series.indicator->key);
        target && work.style.middle != target->value)
        work.map.warnings += MapWarning::TargetApart;
    if (std::cmp_less(QSet<double>(numbers.begin(), numbers.end()).size(), work.style.classes))
        work.map.warnings += MapWarning::FewNumbers;
    constexpr double parted = 3.0; // CIEDE2000: less is hard to tell in a map, where the classes lie apart
    if (colours.size() > 1 && weakestPair(colours, true, !work.style.middle).difference < parted)
        work.map.warnings += MapWarning::ColoursClose;
}

void drawBivariate(ThematicWork& work) {
    constexpr int thirds = 3;
    constexpr int cells = thirds * thirds;
    Classes classes[2];
    for (int i = 0; i < 2; ++i) {
        const QList<double> numbers = work.series[i].numbers.values();
        classes[i] = rounded(classify({numbers.begin(), numbers.end()}, ClassMethod::Quantile, thirds),
                             ClassMethod::Quantile, {numbers.begin(), numbers.end()});
    }
    const QList<QColor> colours = coloursOf(work.style, cells);
    QList<int> counts(cells, 0);
    drawUnknown(work, {});
    for (const auto& [zone, first] : work.series[0].numbers.asKeyValueRange()) {
        const auto second = work.series[1].numbers.constFind(zone);
        if (second == work.series[1].numbers.constEnd())
            continue;
        const int in = classes[1].classOf(*second) * thirds + classes[0].classOf(first);
        ++counts[in];
        work.map.classOf.insert(zone, in);
        work.map.inks.insert(zone, {.fill = colours.value(in)});
    }
    StyleLegend& legend = work.map.legend;
    legend.form = StyleLegend::Form::Square;
    legend.across = axisOf(work.series[0], classes[0], work.language);
    legend.upward = axisOf(work.series[1], classes[1], work.language);
    QList<StyleLegendItem> items;
    for (int i = 0; i < cells; ++i) {
        const int across = i % thirds;
        const int upward = i / thirds;
        const bool used = across < classes[0].size() && upward < classes[1].size();
        const QString text = used ? classWords(work.series[0], legend.across, across, work.language) +
                                        style_words::groups.in(work.language) +
                                        classWords(work.series[1], legend.upward, upward, work.language)
                                  : QString();
        items += {.ink = {.fill = colours.value(i)}, .text = text, .count = counts[i]};
    }
    legend.items = items + legend.items;
    legend.notes.prepend(style_words::thirds.in(work.language));
}

} // namespace tiermap
