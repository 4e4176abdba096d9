#include "app/compare/scatter_chart.h"

#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiermap {

Chart scatterChart(const Plan& plan, const Comparison& comparison, int across, int upwards) {
    const ChartZones zones(plan);
    Chart chart = zones.chart(Chart::Form::Points, QT_TRANSLATE_NOOP("Chart", "Scatter plot"));
    const auto count = static_cast<int>(comparison.matrix.columns.size());
    if (count < 2 || std::min(across, upwards) < 0 || std::max(across, upwards) >= count)
        return withoutMarks(
            chart, chartWords(QT_TRANSLATE_NOOP("Chart", "A scatter plot needs two indicators to be compared.")));
    const MatrixColumn& first = comparison.matrix.columns[across];
    const MatrixColumn& second = comparison.matrix.columns[upwards];
    const IndicatorMatrix& values = comparison.matrix.values;
    std::vector<std::pair<double, int>> order; // from left to right
    std::vector<double> x;
    std::vector<double> y;
    QStringList missing;
    for (int zone = 0; zone < values.zones(); ++zone) {
        if (values.isMissing(zone, across) || values.isMissing(zone, upwards)) {
            missing << comparison.matrix.zones[zone];
            continue;
        }
        order.emplace_back(values.at(zone, across), zone);
        x.push_back(values.at(zone, across));
        y.push_back(values.at(zone, upwards));
    }
    std::ranges::sort(order);
    chart.table << QStringList{chartWords(QT_TRANSLATE_NOOP("Chart", "Zone")),
                               chartWords(QT_TRANSLATE_NOOP("Chart", "Tier")), oneLine(titleOf(plan, first)),
                               oneLine(titleOf(plan, second))};
    bool illustrative = false;
    for (const auto& [number, zone] : order) {
        const Observation& one = plan.observations[first.observations[static_cast<std::size_t>(zone)]];
        const Observation& other = plan.observations[second.observations[static_cast<std::size_t>(zone)]];
        ChartMark mark = zones.mark(comparison.matrix.zones[zone]);
        mark.points = {{number, values.at(zone, upwards)}};
        mark.details = {valueWithSource(plan, one), valueWithSource(plan, other)};
        illustrative = illustrative || isIllustrative(one) || isIllustrative(other);
        chart.table << QStringList{mark.name, zones.tierName(mark), tableNumber(number),
                                   tableNumber(values.at(zone, upwards))};
        zones.add(chart, mark, {valueOf(plan, one), valueOf(plan, other)});
    }
    for (const QString& zone : std::as_const(missing))
        zones.addWithoutData(chart, zone, 2);
    finish(chart, plan);
    if (chart.marks.isEmpty())
        return withoutMarks(chart, chartWords(QT_TRANSLATE_NOOP("Chart", "No zone has numbers for both indicators.")));
    if (!chart.withoutDataWords.isEmpty())
        chart.withoutDataWords = chartWords(QT_TRANSLATE_NOOP("Chart", "%1 (for one of the indicators or both)"))
                                     .arg(chart.withoutDataWords);
    chart.x = axisOf(titleOf(plan, first), x, false);
    chart.y = axisOf(titleOf(plan, second), y, false);
    noteIllustrative(chart, illustrative);
    return chart;
}

} // namespace tiermap
