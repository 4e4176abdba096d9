#pragma once

#include "core/analysis/comparison.h"

namespace tiermap {

/// A comparison as a workbook that works itself out: values, sources, scaled values, weights and scores on a sheet each,
/// in formulas from the values on, so that a reviewer can follow and repeat every step, or change a number and see what
/// comes of it. Each formula has the program's number as its result until a spreadsheet program works it out; the scores
/// stand beside the program's own, with the greatest difference of the two.
///
/// Typed are only the values, given weights, a cap, the program's own scores, and the correlations of CRITIC where values
/// are missing: there, spreadsheet programs do not agree on what a correlation is.
///
/// The comparison is one of this plan. A file that is there is replaced, once the new one is whole. FileUnwritable.
Result<void> writeComparisonWorkbook(const QString& file, const Plan& plan, const Comparison& comparison,
                                     Language language);

} // namespace tiermap
