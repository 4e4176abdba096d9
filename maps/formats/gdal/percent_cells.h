#pragma once

#include <QSet>
#include <QString>

#include <utility>

namespace tiermap {

/// Row and column, both from 0.
using CellPlace = std::pair<int, int>;

// Cells of one sheet of a workbook that show their numbers in per cent: GDAL gives 0.055 where a person reads 5.5 %. Empty
// where the archive is not what it should be; the driver will tell.

/// XLSX (ECMA-376): by the number format of the cell's style.
QSet<CellPlace> percentCellsXlsx(const QString& path, const QString& sheet);

/// ODS (OpenDocument 1.3, part 3): by the cell's office:value-type.
QSet<CellPlace> percentCellsOds(const QString& path, const QString& sheet);

/// Those of a sheet that have a formula and no stored result, as programs write them that do not calculate.
QSet<CellPlace> unsolvedCellsXlsx(const QString& path, const QString& sheet);

} // namespace tiermap
