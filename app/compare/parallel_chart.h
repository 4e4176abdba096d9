#pragma once

#include "app/compare/chart.h"
#include "core/analysis/comparison.h"

namespace tiermap {

/// All indicators side by side: a line for each zone over axes that each reach from the least to the most of its zones.
/// What is better is above, also where less is better. A missing number interrupts the line.
Chart parallelChart(const Plan& plan, const Comparison& comparison);

/// For axes and columns of cells: title, most and least of each indicator of the comparison.
QList<ChartColumn> chartColumns(const Plan& plan, const Comparison& comparison);

/// A zone's numbers of all indicators, as parallelChart() and matrixChart() tell them.
struct ZoneNumbers {
    QStringList words{};   ///< of those that are known
    QStringList details{}; ///< of each indicator
    QStringList cells{};   ///< of each indicator, for a table
    bool complete = true;
    bool illustrative = false;

    bool none() const { return words.isEmpty(); }
};

ZoneNumbers zoneNumbers(const Plan& plan, const Comparison& comparison, int zone);

} // namespace tiermap
