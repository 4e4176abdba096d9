#pragma once

#include "maps/import/zone_import.h"

namespace tiermap {

/// Takes features or rows in as sites. Fields are known by their name in our files or a usual Chinese or English one
/// (名称, 企业名称, 类型, 区县, 经度, 纬度 ...). A site is the one with the same key, else with the same Chinese name, else
/// a new one; its zone is what the row names, else where it lies. Without coordinates it stands for its zone. `rows` are in EPSG:4490 degrees. `source` is for
/// rows that name none, `nameField` the heading of the names; empty: found out.
ShapeImport importSites(const Project& project, const PlanShapes& shapes, const ZoneNames& names,
                        const SourceRows& rows, const QString& nameField, const QString& source);

/// The code of the zone of today that each row of sites names; an empty text where it names none.
QStringList zonesNamed(const SourceRows& rows, const ZoneNames& names, const QString& nameField);

/// A sheet as rows with positions from its columns of coordinates (degrees or metres, as they stand). Its heading is the
/// first row with more than one cell.
SourceRows rowsOf(const QList<QStringList>& sheet);

} // namespace tiermap
