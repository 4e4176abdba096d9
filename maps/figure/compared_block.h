#pragma once

#include "core/analysis/plan_matrix.h"
#include "maps/figure/chart_work.h"
#include "maps/style/sheet_word.h"

namespace tiermap {

/// Several indicators side by side, as the window and `tiermap compare` have them: of one period each, and scaled between
/// 0 and 1. Rows are the districts of the plan in their order, columns the block's indicators in theirs.
struct ComparedBlock {
    std::vector<BlockColumn> columns{};
    PlanMatrix matrix{};
    IndicatorMatrix unit{};   ///< more is better, always
    bool differs = false;     ///< some indicator tells districts apart
    std::vector<int> known{}; ///< rows that have a number, by tier, and then in the plan's order
    QStringList without{};    ///< names of the others

    bool isLess(int column) const { return matrix.columns[column].meaning.better == Better::Less; }
    bool isComplete(int row) const;
    std::vector<double> numbers(int column) const; ///< those that are exact
    QStringList shown() const;                     ///< codes of `known`
};

ComparedBlock comparedBlock(BlockWork& work);

/// Columns of the page that are equally wide, and what stands over them.
struct ColumnHeads {
    double left = 0;
    double each = 0;
    std::vector<QStringList> texts{}; ///< name, unit and period, what else there is: each begins a line
    bool fit = true;                  ///< else they have numbers, and addHeadList() says what these mean

    double centre(qsizetype column) const { return left + each * (static_cast<double>(column) + 0.5); }
    double room() const { return each - 1; }
};

/// Over the block's columns; `less` says of an indicator of which less is better what that makes of the chart.
ColumnHeads columnHeads(const BlockWork& work, const ComparedBlock& compared, double left, double each,
                        const SheetWord& less);

/// Does the text stand in a column in few lines, none of them wider?
bool fits(const BlockWork& work, const ColumnHeads& heads, const QString& text);

/// In one line.
QString headOf(const BlockWork& work, const ComparedBlock& compared, int column, const SheetWord& less);

// Each returns the y below.
double addHeads(BlockWork& work, const ColumnHeads& heads, double y);
double addHeadList(BlockWork& work, const QStringList& texts, double y);

} // namespace tiermap
