#include "app/compare/dot_plot.h"

#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

double median(std::vector<double> numbers) {
    std::ranges::sort(numbers);
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

void addMedians(Chart& chart) {
    for (qsizetype first = 0; first < chart.marks.size();) {
        qsizetype end = first;
        std::vector<double> numbers;
        for (; end < chart.marks.size() && chart.marks[end].tier == chart.marks[first].tier; ++end)
            numbers.push_back(chart.marks[end].points.first().x());
        if (numbers.size() > 1) // of one zone it is that zone
            chart.lines << ChartLine{.kind = ChartLine::Kind::Median,
                                     .x = median(numbers),
                                     .from = chart.marks[first].points.first().y() - 0.5,
                                     .to = chart.marks[end - 1].points.first().y() + 0.5};
        first = end;
    }
    if (!chart.lines.isEmpty())
        chart.median = chartWords(QT_TRANSLATE_NOOP("Chart", "median of the tier"));
}

void addTarget(Chart& chart, const Plan& plan, const MatrixColumn& column) {
    const auto target = std::ranges::find(plan.targets, column.indicator, &Target::indicator);
    if (!column.meaning.target || target == plan.targets.end())
        return;
    chart.lines << ChartLine{
        .kind = ChartLine::Kind::Target, .x = *column.meaning.target, .from = chart.y.from, .to = chart.y.to};
    const Language language = interfaceLanguage();
    const QString scope = target->scope.in(language);
    const QString number = words(*target) + u' ' + target->unit.in(language);
    chart.target = scope.isEmpty()
                       ? chartWords(QT_TRANSLATE_NOOP("Chart", "target of the plan for the whole: %1")).arg(number)
                       : chartWords(QT_TRANSLATE_NOOP("Chart", "target of the plan (%1): %2")).arg(scope, number);
}

} // namespace

Chart dotPlot(const Plan& plan, const Comparison& comparison, int column) {
    const ChartZones zones(plan);
    Chart chart = zones.chart(Chart::Form::Rows, QT_TRANSLATE_NOOP("Chart", "Dot plot"));
    if (column < 0 || column >= comparison.matrix.columns.size())
        return withoutMarks(chart, chartWords(QT_TRANSLATE_NOOP("Chart", "There is no indicator to be shown.")));
    const MatrixColumn& about = comparison.matrix.columns[column];
    const QString title = titleOf(plan, about);
    const std::vector<double> numbers = comparison.matrix.values.indicator(column);
    std::vector<std::tuple<int, double, int>> order; // tier, what is most first, zone
    for (int zone = 0; zone < comparison.matrix.zones.size(); ++zone) {
        const double number = numbers[static_cast<std::size_t>(zone)];
        if (!std::isnan(number))
            order.emplace_back(zones.mark(comparison.matrix.zones[zone]).tier, -number, zone);
    }
    std::ranges::sort(order);
    chart.table << QStringList{
        chartWords(QT_TRANSLATE_NOOP("Chart", "Zone")), chartWords(QT_TRANSLATE_NOOP("Chart", "Tier")), oneLine(title),
        chartWords(QT_TRANSLATE_NOOP("Chart", "Status")), chartWords(QT_TRANSLATE_NOOP("Chart", "Source"))};
    for (const auto& [tier, less, zone] : order) {
        const Observation& observation = plan.observations[about.observations[static_cast<std::size_t>(zone)]];
        ChartMark mark = zones.mark(comparison.matrix.zones[zone]);
        mark.points = {{-less, 0}};
        mark.details = {valueWithSource(plan, observation)};
        chart.table << QStringList{mark.name, zones.tierName(mark), tableNumber(-less), words(observation.status),
                                   observation.source};
        zones.add(chart, mark, {valueOf(plan, observation)});
    }
    for (int zone = 0; zone < comparison.matrix.zones.size(); ++zone)
        if (std::isnan(numbers[static_cast<std::size_t>(zone)]))
            zones.addWithoutData(chart, comparison.matrix.zones[zone], 1);
    finish(chart, plan);
    if (chart.marks.isEmpty())
        return withoutMarks(chart, chartWords(QT_TRANSLATE_NOOP("Chart", "No zone has a number for this indicator.")));
    setInRows(chart);
    addMedians(chart);
    addTarget(chart, plan, about);
    std::vector<double> shown = numbers;
    if (!chart.target.isEmpty())
        shown.push_back(*about.meaning.target);
    chart.x = axisOf(title, shown, true);
    noteIllustrative(chart, std::ranges::any_of(about.observations, [&](qsizetype row) {
                         return row >= 0 && isIllustrative(plan.observations[row]);
                     }));
    return chart;
}

} // namespace tiermap
