#pragma once

#include "core/plan/consistency.h"
#include "core/project/project.h"
#include "core/project/table.h"
#include "core/store/database.h"

#include <map>

namespace tiermap {

/// Whether the open database has our schema table.
bool holdsProject(Database& database);

/// Where a row of a list stands: lists are sorted by it.
struct RowPlace {
    qint64 ordinal = 0;
    qint64 fid = 0;

    friend auto operator<=>(const RowPlace&, const RowPlace&) = default;
};
using RowPlaces = std::map<Table, QList<RowPlace>>;

/// Reads what writeProject wrote, with the places of all rows for who wants to follow later changes. What fails goes to
/// the database's FirstProblem; the project is whole only without one.
Project readProject(Database& database, RowPlaces* places = nullptr);

/// Brings rows in memory up to date with the file: new, changed or gone. Returns the indexes in the plan's list of those
/// that are there.
QList<qsizetype> readRows(Database& database, Table table, const QList<qint64>& fids, Project& project,
                          RowPlaces& places);

/// Names table and record of a project file.
Locate locateIn(const QString& file);

} // namespace tiermap
