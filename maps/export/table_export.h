#pragma once

#include "maps/export/loss.h"

namespace tiermap {

struct ExportRequest {
    QString project; ///< the project file; it is only read
    Table table{};
    QString file;         ///< its ending says the format
    bool replace = false; ///< files that are there
    Progress progress{};  ///< may be empty
};

struct ExportReport {
    qint64 rows = 0;
    QList<Loss> losses{};
    Obstacle obstacle = Obstacle::None; ///< else nothing was written
    QStringList files{};                ///< a shapefile has several, and a dictionary of its fields: NAME_fields.csv
};

/// Writes a table of a project to a file that other programs read, whole or not at all. Columns have the names of the
/// project file (docs/file-format.md), rows the plan's order; sheets have a point in columns `longitude` and `latitude`.
/// Fails with FileTypeUnknown, FileExists, FileUnwritable, and as factsOf() does.
Result<ExportReport> exportTable(const ExportRequest& request);

} // namespace tiermap
