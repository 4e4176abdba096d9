#include "app/compare/slope_chart.h"

#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QStringList headings(const QString& title, const YearPair& years) {
    return {chartWords(QT_TRANSLATE_NOOP("Chart", "Zone")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "Tier")),
            title + u' ' + words(years.from),
            title + u' ' + words(years.to),
            chartWords(QT_TRANSLATE_NOOP("Chart", "Source")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "Source"))};
}

/// A zone that has both numbers.
void addZone(Chart& chart, const Plan& plan, const ChartZones& zones, const ZoneFigure& from, const ZoneFigure& to) {
    const Observation& before = plan.observations[from.observation];
    const Observation& after = plan.observations[to.observation];
    ChartMark mark = zones.mark(from.zone);
    mark.points = {{0, from.number}, {1, to.number}};
    mark.details = {valueWithSource(plan, before), valueWithSource(plan, after)};
    for (const Observation* end : {&before, &after})
        mark.ends << words(*end->value) + (isIllustrative(*end) ? u" *"_s : QString());
    chart.table << QStringList{mark.name,     zones.tierName(mark), tableNumber(from.number), tableNumber(to.number),
                               before.source, after.source};
    const QString change =
        chartWords(QT_TRANSLATE_NOOP("Chart", "%1 %2, %3 %4"))
            .arg(words(before.period), numberAndUnit(plan, before), words(after.period), numberAndUnit(plan, after));
    zones.add(chart, mark, {nameOfIndicator(plan, before.indicator) + u' ' + change});
}

} // namespace

QList<YearPair> yearPairs(const Plan& plan, const QString& indicator) {
    QSet<QString> districts;
    for (const Zone& zone : mappedZones(plan))
        districts += zone.code;
    QMap<QDate, std::pair<Period, QSet<QString>>> years;
    for (const Observation& observation : plan.observations) {
        if (observation.indicator != indicator || !observation.adopted || !observation.value ||
            observation.value->bound != Quantity::Bound::Exact || observation.period.kind != Period::Kind::Year ||
            observation.period.approximate || !districts.contains(observation.zone))
            continue;
        auto& [period, zones] = years[observation.period.from];
        period = observation.period;
        zones += observation.zone;
    }
    QList<YearPair> pairs;
    for (auto from = years.cbegin(); from != years.cend(); ++from) {
        for (auto to = std::next(from); to != years.cend(); ++to) {
            const auto shared =
                std::ranges::count_if(from->second, [&](const QString& zone) { return to->second.contains(zone); });
            if (shared >= 2)
                pairs << YearPair{.from = from->first, .to = to->first, .zones = static_cast<int>(shared)};
        }
    }
    std::ranges::stable_sort(pairs, [](const YearPair& a, const YearPair& b) {
        return std::tuple(-a.zones, b.to.from, a.from.from) < std::tuple(-b.zones, a.to.from, b.from.from);
    });
    return pairs;
}

Chart slopeChart(const Plan& plan, const QString& indicator, const std::optional<YearPair>& years) {
    const ChartZones zones(plan);
    Chart chart = zones.chart(Chart::Form::Slope, QT_TRANSLATE_NOOP("Chart", "Slope chart"));
    if (!years || plan.indicator(indicator) == nullptr)
        return withoutMarks(
            chart, chartWords(QT_TRANSLATE_NOOP("Chart", "No indicator has numbers of the same two years for two zones "
                                                         "or more, so there is no change to be shown.")));
    const QString unit = plan.indicator(indicator)->unit.in(interfaceLanguage());
    const QString title = nameOfIndicator(plan, indicator) + (unit.isEmpty() ? QString() : u" · "_s + unit);
    const QList<ZoneFigure> before = zoneFigures(plan, indicator, years->from);
    const QList<ZoneFigure> after = zoneFigures(plan, indicator, years->to);
    const auto known = [&](qsizetype zone) {
        return before[zone].known == ZoneFigure::Known::Exact && after[zone].known == ZoneFigure::Known::Exact;
    };
    std::vector<std::pair<double, qsizetype>> order; // the latter year, most first: as the labels stand
    std::vector<double> numbers;
    for (qsizetype zone = 0; zone < before.size(); ++zone) {
        if (known(zone)) {
            order.emplace_back(-after[zone].number, zone);
            numbers.insert(numbers.end(), {before[zone].number, after[zone].number});
        }
    }
    std::ranges::sort(order);
    chart.table << headings(oneLine(title), *years);
    for (const auto& [less, zone] : order)
        addZone(chart, plan, zones, before[zone], after[zone]);
    for (qsizetype zone = 0; zone < before.size(); ++zone)
        if (!known(zone))
            zones.addWithoutData(chart, before[zone].zone, 2);
    finish(chart, plan);
    if (!chart.withoutDataWords.isEmpty())
        chart.withoutDataWords =
            chartWords(QT_TRANSLATE_NOOP("Chart", "%1 (for one of the years or both)")).arg(chart.withoutDataWords);
    chart.columns = {{.title = words(years->from)}, {.title = words(years->to)}};
    chart.x = {.from = 0, .to = 1};
    chart.y = axisOf(title, numbers, false);
    noteIllustrative(chart, std::ranges::any_of(chart.marks, [](const ChartMark& mark) {
                         return mark.ends.join(QString()).contains(u'*');
                     }));
    return chart;
}

} // namespace tiermap
