#pragma once

#include "maps/import/zone_import.h"

namespace tiermap {

/// Whether fields are those of one of our own tables (zones, sites, observations), as an export writes them: its key and
/// whatever has a choice of words are there under their names.
bool isOwnTable(const QStringList& fields, Table table);

/// Takes rows back that an export gave out, cell by cell, whatever was done to them meanwhile: an empty cell empties the
/// one in the project, a row that the project lacks comes back. Only author and time are not taken, and a shape that is
/// missing leaves the one there. What cannot stand in the project is told. `rows` are in EPSG:4490 degrees.
ShapeImport importOwnRows(const Project& project, const ZoneNames& names, const SourceRows& rows, Table table);

} // namespace tiermap
