#pragma once

#include "core/import/table_layout.h"
#include "core/project/edit.h"

namespace tiermap {

/// Adds to a plan the indicators that a table has figures of and the plan does not know yet: those of columns whose cells
/// are mostly numbers ("2023年地区生产总值（亿元）" gives 地区生产总值 in 亿元), and those that the rows name in a column of
/// indicators. What a heading does not say (unit, direction, English name) stays empty. Keys are the names where those are
/// plain ASCII, else indicator_1, indicator_2 ... An indicator without a unit and without values gets the unit that the
/// table states.
void addIndicators(Plan& plan, const SheetRows& sheet, const TableLayout& layout);

/// Puts those indicators of `after` that `before` lacks or has without their unit, and that the edit has values of, to the
/// front of the edit. Which are new.
QList<Indicator> introduceIndicators(Edit& edit, const Plan& before, const Plan& after);

} // namespace tiermap
