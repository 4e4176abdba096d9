#pragma once

#include "maps/import/file_import.h"

namespace tiermap {

/// One sentence about what an import made of a row, a value or a column, in the language of the interface.
QString sentence(const Plan& plan, const ImportReport::Notice& notice);

/// "18 rows read: 13 used, 2 as before, 3 not used".
QString rowWords(const ImportReport& report);
QString valueWords(const ImportReport& report);

/// How a file was read, a phrase each: format and layer, encoding and why, coordinates and datum, boundaries.
QStringList understood(const FileImport& made);

/// The datum, why, and by how many metres everything moves.
QString datumWords(const CoordinateReading& coordinates);

/// What a column of a table was taken for, with period and unit.
QString meaningOf(const Plan& plan, const ColumnReading& column);

/// That of every column that has anything in it, or why it is not used; a line each.
QStringList columnLines(const Plan& plan, const ImportReport& report);

/// What else a person should read, in the order of its weight; a value that its row has told of already is left out.
QList<ImportReport::Notice> noticesOf(const ImportReport& report);

} // namespace tiermap
