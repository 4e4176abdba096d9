#pragma once

#include <QByteArray>
#include <QString>

namespace tiermap {

/// Whether the file is a ZIP archive (XLSX, ODS, KMZ ...) with more in it than GDAL should unpack into memory: 512 MiB,
/// or 200 times its own size, which no sheet of a statistician reaches but by an attacker's doing.
bool isZipBomb(const QString& path);

/// A file of an archive ("/vsizip/{path}") that is no bomb; empty where there is none of that name.
QByteArray readEntry(const QByteArray& archive, const QString& name);

} // namespace tiermap
