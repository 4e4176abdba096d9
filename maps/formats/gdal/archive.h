#pragma once

#include <QString>

namespace tiermap {

/// Whether the file is a ZIP archive (XLSX, ODS, KMZ ...) with more in it than GDAL should unpack into memory: 512 MiB,
/// or 200 times its own size, which no sheet of a statistician reaches but by an attacker's doing.
bool isZipBomb(const QString& path);

} // namespace tiermap
