#pragma once

#include <QSet>
#include <QString>

#include <utility>

namespace tiermap {

/// Row and column, both from 0.
using CellPlace = std::pair<int, int>;

/// Cells of one sheet of a workbook (XLSX, ECMA-376) that show their numbers in per cent: GDAL gives 0.055 where a
/// person reads 5.5 %. Empty where the archive is not what it should be; the driver will tell.
QSet<CellPlace> percentCells(const QString& path, const QString& sheet);

} // namespace tiermap
