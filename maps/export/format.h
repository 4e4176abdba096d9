#pragma once

#include "core/problem.h"

#include <QLatin1StringView>
#include <span>

namespace tiermap {

/// A kind of file that data go out in, and what such a file can hold.
struct FileFormat {
    enum class Shapes {
        None,    ///< a table; of points it has two columns with coordinates
        OneKind, ///< points, lines or polygons
        Any,
    };

    QLatin1StringView name;     ///< its ending, too
    QLatin1StringView driver{}; ///< GDAL's short name; empty where we write it ourselves
    Shapes shapes = Shapes::None;
    bool tables = false;         ///< rows without any shape
    bool statesCgcs2000 = false; ///< of its coordinates
    bool typed = true;           ///< tells texts from numbers
    int longestName = 0;         ///< of a field, in bytes of ASCII; 0: whatever there is
    qsizetype longestText = 0;   ///< bytes in UTF-8, in XLSX UTF-16 units; 0: whatever there is
    qint64 mostRows = -1;        ///< -1: whatever there are
};

std::span<const FileFormat> fileFormats();
const FileFormat* formatNamed(const QString& name); ///< null where there is none

/// The format that the ending of a file's name asks for; FileTypeUnknown where it is none of them.
Result<const FileFormat*> formatOf(const QString& file);

/// All endings, or those of formats with tables, joined by ", ".
QString formatNames(bool withTables = false);

} // namespace tiermap
