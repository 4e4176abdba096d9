#pragma once

#include <QString>

namespace tiermap {

class Database;

/// Writes how QGIS is to draw a table into `layer_styles`, where it looks for that; the table is made where there is none.
/// A style of the same table that somebody has made the default there stays the default. Empty: ours is taken out.
void writeLayerStyle(Database& database, const QString& table, const QString& qml);

} // namespace tiermap
