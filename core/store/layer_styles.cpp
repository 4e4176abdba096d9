#include "core/store/layer_styles.h"

#include "core/store/database.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const QString ours = u"Tiermap"_s;

// As QGIS makes it in a GeoPackage (QgsOgrProviderUtils::saveStyle).
constexpr auto tableSql = R"(
CREATE TABLE IF NOT EXISTS layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
  ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))";

bool any(Database& database, const char* sql, const QList<Value>& values) {
    const Statement rows = database.prepare(sql);
    database.bind(rows, values);
    return database.next(rows);
}

} // namespace

void writeLayerStyle(Database& database, const QString& table, const QString& qml) {
    const bool exists = any(database, "SELECT 1 FROM sqlite_master WHERE name = ?", {u"layer_styles"_s});
    if (!exists && qml.isEmpty()) {
        return;
    }
    if (!exists) {
        database.run(QByteArray(tableSql) + ");");
        database.run("INSERT INTO gpkg_contents (table_name, data_type, identifier)"
                     " VALUES ('layer_styles', 'attributes', 'layer_styles')");
    }
    const Statement remove = database.prepare("DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = ?");
    database.insert(remove, {table, ours});
    if (qml.isEmpty()) {
        return;
    }
    const bool others =
        any(database, "SELECT 1 FROM layer_styles WHERE f_table_name = ? AND useAsDefault = 1", {table});
    const Statement insert = database.prepare(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
        "styleQML,"
        " styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, 'geom', ?, ?, '', ?, '', '')");
    database.insert(insert, {table, ours, qml, qint64(others ? 0 : 1)});
}

} // namespace tiermap
