#pragma once

#include "maps/formats/csv_writer.h"

namespace tiermap {

/// What a sheet of Excel holds at most.
inline constexpr qint64 sheetRows = 1'048'576; ///< the heading is one of them
inline constexpr qsizetype sheetText = 32'767; ///< UTF-16 units in a cell

/// Writes a workbook of one sheet: a bold heading that stays in sight, columns as wide as their first rows ask for.
/// Texts are text whatever they look like, never formula, number or link; those beyond `sheetText` are cut at a
/// character, control characters that XML forbids are left out. `size` is the number of rows, as far as known: large
/// sheets are written in little memory. Fails with FileUnwritable; then there may be half a file.
Result<void> writeXlsx(const QString& file, const QString& sheet, const QStringList& heading, const CellSource& rows,
                       qint64 size);

/// Without what XML 1.0 cannot hold, and with line feeds for all line ends, as every reader of XML makes of them.
QString xmlText(const QString& text);

} // namespace tiermap
