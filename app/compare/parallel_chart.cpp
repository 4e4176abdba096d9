#include "app/compare/parallel_chart.h"

#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"
#include "app/session/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The last scaled number that the zone has: its line ends there, and so do the labels.
double lastKnown(const Comparison& comparison, int zone) {
    double last = -1;
    for (const double number : comparison.unit.zone(zone))
        last = std::isnan(number) ? last : number;
    return last;
}

} // namespace

ZoneNumbers zoneNumbers(const Plan& plan, const Comparison& comparison, int zone) {
    ZoneNumbers numbers;
    for (const MatrixColumn& column : comparison.matrix.columns) {
        const qsizetype row = column.observations[static_cast<std::size_t>(zone)];
        if (row < 0) {
            numbers.complete = false;
            numbers.details << nameOfIndicator(plan, column.indicator) + u' ' + noData();
            numbers.cells << noData();
            continue;
        }
        const Observation& observation = plan.observations[row];
        numbers.words << valueOf(plan, observation);
        numbers.details << valueWithSource(plan, observation);
        numbers.cells << tableNumber(observation.value->number);
        numbers.illustrative = numbers.illustrative || isIllustrative(observation);
    }
    return numbers;
}

QList<ChartColumn> chartColumns(const Plan& plan, const Comparison& comparison) {
    QList<ChartColumn> columns;
    for (int i = 0; i < comparison.matrix.columns.size(); ++i) {
        ChartColumn column{.title = titleOf(plan, comparison.matrix.columns[i])};
        std::vector<double> numbers = comparison.matrix.values.indicator(i);
        std::erase_if(numbers, [](double number) { return std::isnan(number); });
        const bool less = comparison.matrix.columns[i].meaning.better == Better::Less;
        if (!numbers.empty()) {
            const auto [least, most] = std::ranges::minmax(numbers);
            column.most = words(less ? least : most);
            column.least = words(less ? most : least);
            if (least == most) // all stand in the middle
                column.least = column.most = chartWords(QT_TRANSLATE_NOOP("Chart", "all %1")).arg(column.most);
        }
        if (less)
            column.title += u' ' + chartWords(QT_TRANSLATE_NOOP("Chart", "(less is better, so above)"));
        columns << column;
    }
    return columns;
}

Chart parallelChart(const Plan& plan, const Comparison& comparison) {
    const ChartZones zones(plan);
    Chart chart = zones.chart(Chart::Form::Parallel, QT_TRANSLATE_NOOP("Chart", "Parallel coordinates"));
    const int count = static_cast<int>(comparison.matrix.columns.size());
    if (count == 0)
        return withoutMarks(chart, chartWords(QT_TRANSLATE_NOOP("Chart", "There is no indicator to be shown.")));
    chart.columns = chartColumns(plan, comparison);
    QStringList headings{chartWords(QT_TRANSLATE_NOOP("Chart", "Zone")),
                         chartWords(QT_TRANSLATE_NOOP("Chart", "Tier"))};
    for (const MatrixColumn& column : comparison.matrix.columns)
        headings << oneLine(titleOf(plan, column));
    chart.table << headings;
    std::vector<int> order(static_cast<std::size_t>(comparison.matrix.zones.size()));
    std::ranges::iota(order, 0);
    std::ranges::stable_sort(order, std::greater{}, [&](int zone) { return lastKnown(comparison, zone); });
    QStringList empty;
    bool illustrative = false;
    for (const int zone : order) {
        const ZoneNumbers numbers = zoneNumbers(plan, comparison, zone);
        if (numbers.none()) {
            empty << comparison.matrix.zones[zone];
            continue;
        }
        ChartMark mark = zones.mark(comparison.matrix.zones[zone]);
        for (int column = 0; column < count; ++column)
            mark.points << QPointF(column, comparison.unit.at(zone, column));
        mark.details = numbers.details;
        mark.complete = numbers.complete;
        illustrative = illustrative || numbers.illustrative;
        chart.table << QStringList{mark.name, zones.tierName(mark)} + numbers.cells;
        zones.add(chart, mark, numbers.words);
    }
    for (const QString& zone : std::as_const(empty))
        zones.addWithoutData(chart, zone, count);
    finish(chart, plan);
    chart.x = {.from = 0, .to = std::max(1.0, count - 1.0)};
    chart.y = {.from = 0, .to = 1};
    if (std::ranges::any_of(chart.marks, [](const ChartMark& mark) { return !mark.complete; }))
        chart.notes << chartWords(QT_TRANSLATE_NOOP("Chart", "A line is interrupted where there is no data."));
    noteIllustrative(chart, illustrative);
    return chart;
}

} // namespace tiermap
