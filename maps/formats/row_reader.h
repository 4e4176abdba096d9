#pragma once

#include "maps/formats/format_module.h"
#include "maps/formats/source.h"

#include <functional>

namespace tiermap {

/// Reads a layer row by row through the module, as far as `options` say (the encoding is the given one). Returns what
/// the layer says of itself.
Result<SourceLayer> readRows(const QString& file, const QString& encoding, const ReadOptions& options,
                             const std::function<void(const RawRow&)>& take);

/// In the shortest form that is this number, without exponent.
QString numberText(double number);

/// A cell as text; null where it is absent.
QString cellText(const QVariant& cell);

/// GDAL gives numbers and dates of a spreadsheet as they stand in the file, where Java programs put 330102.0 and 1.2E7 for
/// whole numbers, and dates with slashes. Texts that look the same mean the same.
QString spreadsheetText(const QString& cell);

} // namespace tiermap
