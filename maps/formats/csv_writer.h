#pragma once

#include "core/problem.h"

#include <QStringList>
#include <QVariantList>

#include <functional>

namespace tiermap {

/// Gets rows one by one; false ends it.
using TakeCells = std::function<bool(const QVariantList& cells)>;

/// Gives all rows to what it is called with. A Problem of its own ends the writing.
using CellSource = std::function<Result<void>(const TakeCells& take)>;

/// Writes a CSV file as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel takes it for the encoding
/// of the country. Cells are invalid (an empty cell), qint64, double (the shortest decimal that reads back the same) or
/// QString; texts that a spreadsheet would run are guarded (formula_guard.h). Fails with FileUnwritable; then there may
/// be half a file.
Result<void> writeCsv(const QString& file, const QStringList& heading, const CellSource& rows);

} // namespace tiermap
