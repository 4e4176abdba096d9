#pragma once

#include "core/problem.h"
#include "core/project/project.h"
#include "core/project/table.h"
#include "core/store/database.h"
#include "core/store/exported_figures.h"
#include "core/store/layer_features.h"

#include <functional>

namespace tiermap {

/// Version of our tables, kept in the table `tiermap_project`; GeoPackage claims PRAGMA user_version for itself.
inline constexpr int schemaVersion = 8;

/// Writes a project file: one GeoPackage 1.3 in EPSG:4490 that QGIS and ogrinfo open as it is. It is written beside
/// `path` and renamed, so a failure leaves what stood there before.
Result<void> writeProjectFile(const QString& path, const Project& project);

/// Reads a project file without changing it or making side files beside it (no -wal, no -shm).
Result<Project> readProjectFile(const QString& path);

/// Reads the features of a vector layer from a project file, likewise.
Result<QList<LayerFeature>> readLayerFeatures(const QString& path, const QString& data);

/// Reads which files the project's figures were written to, likewise.
Result<QList<ExportedFigure>> readExportedFigures(const QString& path);

/// Gives the rows of one table in the plan's order, as they stand, to `take`, which gets the cells of columnsOf() and ends
/// it with an answer of false. Changes nothing, as readProjectFile does; what else is in the file is not looked at.
Result<void> readTableRows(const QString& path, Table table,
                           const std::function<bool(const QList<Value>& cells)>& take);

/// Writes a whole copy of a project file, its log included.
Result<void> copyProjectFile(const QString& from, const QString& to);

/// The schema version of a project file; 0 where there is none.
int schemaVersionOf(Database& database);

/// Makes an open database of an older version one of ours; call it within a transaction.
void migrate(Database& database);

/// The schema version of what holds our schema table, whatever its name ends in; nothing for another file.
std::optional<int> schemaVersionIn(const QString& path);

} // namespace tiermap
