#include "app/compare/matrix_chart.h"

#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"
#include "app/compare/parallel_chart.h"
#include "core/analysis/seriation.h"

#include <QCoreApplication>

#include <numeric>

namespace tiermap {

namespace {

std::vector<int> unchanged(int count) {
    std::vector<int> order(static_cast<std::size_t>(count));
    std::ranges::iota(order, 0);
    return order;
}

std::vector<int> rowOrder(const IndicatorMatrix& matrix) {
    if (matrix.zones() > mostRowsSeriated)
        return unchanged(matrix.zones());
    return seriation(rowDissimilarity(matrix)).value_or(unchanged(matrix.zones()));
}

/// Only rows with numbers: what has none is like nothing.
IndicatorMatrix rowsOf(const IndicatorMatrix& matrix, const std::vector<int>& zones) {
    IndicatorMatrix rows(static_cast<int>(zones.size()), matrix.indicators());
    for (int row = 0; row < rows.zones(); ++row)
        for (int column = 0; column < rows.indicators(); ++column)
            rows.at(row, column) = matrix.at(zones[static_cast<std::size_t>(row)], column);
    return rows;
}

template <class List>
List reordered(const List& list, const std::vector<int>& order) {
    List result;
    for (const int place : order)
        result << list[place];
    return result;
}

} // namespace

Chart matrixChart(const Plan& plan, const Comparison& comparison) {
    const ChartZones zones(plan);
    Chart chart = zones.chart(Chart::Form::Cells, QT_TRANSLATE_NOOP("Chart", "Matrix"));
    const auto count = static_cast<int>(comparison.matrix.columns.size());
    if (count == 0)
        return withoutMarks(chart, chartWords(QT_TRANSLATE_NOOP("Chart", "There is no indicator to be shown.")));
    std::vector<int> known;
    QStringList empty;
    for (int zone = 0; zone < comparison.unit.zones(); ++zone) {
        if (zoneNumbers(plan, comparison, zone).none())
            empty << comparison.matrix.zones[zone];
        else
            known.push_back(zone);
    }
    const IndicatorMatrix rows = rowsOf(comparison.unit, known);
    const std::vector<int> columnOrder = seriation(columnDissimilarity(rows)).value_or(unchanged(count));
    const std::vector<int> order = rowOrder(rows);
    chart.columns = reordered(chartColumns(plan, comparison), columnOrder);
    QStringList headings;
    for (const MatrixColumn& column : comparison.matrix.columns)
        headings << oneLine(titleOf(plan, column));
    chart.table << QStringList{chartWords(QT_TRANSLATE_NOOP("Chart", "Zone")),
                               chartWords(QT_TRANSLATE_NOOP("Chart", "Tier"))} +
                       reordered(headings, columnOrder);
    chart.cells = IndicatorMatrix(static_cast<int>(order.size()), count);
    bool illustrative = false;
    for (int row = 0; row < chart.cells.zones(); ++row) {
        const int zone = known[static_cast<std::size_t>(order[static_cast<std::size_t>(row)])];
        const ZoneNumbers numbers = zoneNumbers(plan, comparison, zone);
        ChartMark mark = zones.mark(comparison.matrix.zones[zone]);
        mark.points = {QPointF(0, row)};
        mark.details = reordered(numbers.details, columnOrder);
        mark.complete = numbers.complete;
        for (int column = 0; column < count; ++column)
            chart.cells.at(row, column) = comparison.unit.at(zone, columnOrder[static_cast<std::size_t>(column)]);
        illustrative = illustrative || numbers.illustrative;
        chart.table << QStringList{mark.name, zones.tierName(mark)} + reordered(numbers.cells, columnOrder);
        zones.add(chart, mark, numbers.words);
    }
    for (const QString& zone : std::as_const(empty))
        zones.addWithoutData(chart, zone, count);
    finish(chart, plan);
    chart.x = {.from = -0.5, .to = count - 0.5};
    chart.y = {.from = -0.5, .to = chart.cells.zones() - 0.5};
    noteIllustrative(chart, illustrative);
    return chart;
}

} // namespace tiermap
