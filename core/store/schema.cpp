#include "core/store/schema.h"

namespace tiermap {

// The tables of schema versions 2 to 8 stand in pieces, so that migration and creation share their text.

namespace {

constexpr const char* const editsSql = R"sql(
CREATE TABLE edits (
  fid INTEGER PRIMARY KEY NOT NULL,
  edit INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo', 'outside')),
  undoes INTEGER,
  at DATETIME NOT NULL,
  author TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('update', 'insert', 'remove')),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (seq, line)
);
CREATE INDEX edits_edit ON edits (edit, line);
CREATE INDEX edits_row ON edits (table_name, row_key);
)sql";

constexpr const char* const addedBy2Sql = R"sql(
CREATE TABLE rules (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('range', 'required', 'count', 'code')),
  subject TEXT NOT NULL,
  minimum REAL,
  maximum REAL,
  pattern TEXT NOT NULL,
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL
);

CREATE TABLE figures (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  spec TEXT NOT NULL
);

CREATE TABLE tiermap_known (
  table_name TEXT NOT NULL,
  fid INTEGER NOT NULL,
  row BLOB NOT NULL,
  PRIMARY KEY (table_name, fid)
) WITHOUT ROWID;

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
INSERT INTO gpkg_extensions VALUES
  ('tiermap_project', NULL, 'tiermap_project', 'docs/file-format.md', 'read-write'),
  ('tiermap_known', NULL, 'tiermap_project', 'docs/file-format.md', 'read-write');
)sql";

constexpr const char* const addedBy3Sql = R"sql(
CREATE TABLE former_units (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  until TEXT NOT NULL,
  successor TEXT NOT NULL REFERENCES zones(code) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL,
  UNIQUE (code, until, successor)
);
)sql";

constexpr const char* const addedBy4Sql = R"sql(
CREATE TABLE boundary (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key = 'zones'),
  vintage TEXT NOT NULL,
  schematic BOOLEAN NOT NULL CHECK (schematic IN (0, 1)),
  note_zh TEXT NOT NULL, note_en TEXT NOT NULL,
  provenance_zh TEXT NOT NULL, provenance_en TEXT NOT NULL
);

CREATE TABLE layers (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('vector', 'raster')),
  file TEXT NOT NULL,
  data TEXT NOT NULL,
  crs TEXT NOT NULL,
  datum TEXT NOT NULL,
  vintage TEXT NOT NULL,
  source TEXT NOT NULL,
  color TEXT NOT NULL CHECK (color GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'),
  width REAL NOT NULL,
  opacity REAL NOT NULL CHECK (opacity BETWEEN 0 AND 1),
  shown BOOLEAN NOT NULL CHECK (shown IN (0, 1)),
  level REAL NOT NULL
);

CREATE TABLE layer_features (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom GEOMETRY NOT NULL,
  data TEXT NOT NULL,
  label TEXT NOT NULL
);
CREATE INDEX layer_features_data ON layer_features (data);
)sql";

constexpr const char* const addedBy5Sql = R"sql(
CREATE TABLE styles (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  layer TEXT NOT NULL,
  style TEXT NOT NULL
);
)sql";

constexpr const char* const addedBy6Sql = R"sql(
ALTER TABLE targets ADD COLUMN indicator TEXT REFERENCES indicators(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE styles ADD COLUMN qgis TEXT NOT NULL DEFAULT '';
ALTER TABLE layers ADD COLUMN largest_scale REAL NOT NULL DEFAULT 0 CHECK (largest_scale >= 0);
ALTER TABLE layers ADD COLUMN smallest_scale REAL NOT NULL DEFAULT 0 CHECK (smallest_scale >= 0);

CREATE TABLE claims (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  tier TEXT NOT NULL UNIQUE REFERENCES tiers(key) DEFERRABLE INITIALLY DEFERRED,
  statistic TEXT NOT NULL CHECK (statistic IN ('level', 'specialisation', 'throughput', 'distinctness')),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL
);

CREATE TABLE claim_terms (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  tier TEXT NOT NULL REFERENCES claims(tier) DEFERRABLE INITIALLY DEFERRED,
  indicator TEXT NOT NULL REFERENCES indicators(key) DEFERRABLE INITIALLY DEFERRED,
  measure TEXT NOT NULL CHECK (measure IN ('value', 'per_area', 'growth')),
  weight REAL NOT NULL,
  reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL,
  UNIQUE (tier, indicator, measure)
);
)sql";

// SQLite cannot change a CHECK: the table is made anew, and what it held comes along.
constexpr const char* const addedBy7Sql = R"sql(
CREATE TABLE layers_7 (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('vector', 'raster', 'register')),
  file TEXT NOT NULL,
  data TEXT NOT NULL,
  crs TEXT NOT NULL,
  datum TEXT NOT NULL,
  vintage TEXT NOT NULL,
  source TEXT NOT NULL,
  color TEXT NOT NULL CHECK (color GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'),
  width REAL NOT NULL,
  opacity REAL NOT NULL CHECK (opacity BETWEEN 0 AND 1),
  shown BOOLEAN NOT NULL CHECK (shown IN (0, 1)),
  level REAL NOT NULL,
  largest_scale REAL NOT NULL DEFAULT 0 CHECK (largest_scale >= 0),
  smallest_scale REAL NOT NULL DEFAULT 0 CHECK (smallest_scale >= 0),
  choices TEXT NOT NULL DEFAULT ''
);
INSERT INTO layers_7 SELECT fid, ordinal, key, name_zh, name_en, kind, file, data, crs, datum, vintage, source, color,
  width, opacity, shown, level, largest_scale, smallest_scale, '' FROM layers;
DROP TABLE layers;
ALTER TABLE layers_7 RENAME TO layers;

CREATE TABLE tiermap_exports (
  file TEXT PRIMARY KEY NOT NULL,
  figure TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO gpkg_extensions VALUES
  ('tiermap_exports', NULL, 'tiermap_project', 'docs/file-format.md', 'read-write');
)sql";

constexpr const char* const addedBy8Sql = R"sql(
CREATE TABLE tiermap_scenarios (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  moves TEXT NOT NULL
);
)sql";

QByteArray toVersion2() {
    // Version 1 never wrote to its log.
    return QByteArray("ALTER TABLE zones ADD COLUMN role_zh TEXT NOT NULL DEFAULT '';"
                      "ALTER TABLE zones ADD COLUMN role_en TEXT NOT NULL DEFAULT '';"
                      "DROP TABLE edits;") +
           editsSql + addedBy2Sql +
           "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('rules', 'attributes', 'rules'),"
           " ('figures', 'attributes', 'figures');"
           "UPDATE tiermap_project SET value = '2' WHERE key = 'schema_version';";
}

QByteArray toVersion3() {
    return QByteArray(addedBy3Sql) + "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES"
                                     " ('former_units', 'attributes', 'former_units');"
                                     "UPDATE tiermap_project SET value = '3' WHERE key = 'schema_version';";
}

QByteArray toVersion4() {
    // What was said of the boundaries can be edited now. The row's fid is the key of "zones".
    const auto fact = [](const char* key) {
        return QByteArray("(SELECT value FROM tiermap_project WHERE key = 'boundary.") + key + "')";
    };
    return QByteArray(addedBy4Sql) + "INSERT INTO boundary VALUES (875839458634682302, 0, 'zones', " + fact("vintage") +
           ", " + fact("schematic") + " <> '0', " + fact("note_zh") + ", " + fact("note_en") + ", " +
           fact("provenance_zh") + ", " + fact("provenance_en") +
           ");"
           "DELETE FROM tiermap_project WHERE key LIKE 'boundary.%';"
           "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES"
           " ('boundary', 'attributes', 'boundary', NULL), ('layers', 'attributes', 'layers', NULL),"
           " ('layer_features', 'features', 'layer_features', 4490);"
           "INSERT INTO gpkg_geometry_columns VALUES ('layer_features', 'geom', 'GEOMETRY', 4490, 0, 0);"
           "UPDATE tiermap_project SET value = '4' WHERE key = 'schema_version';";
}

QByteArray toVersion5() {
    return QByteArray(addedBy5Sql) + "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES"
                                     " ('styles', 'attributes', 'styles');"
                                     "UPDATE tiermap_project SET value = '5' WHERE key = 'schema_version';";
}

QByteArray toVersion6() {
    // Nothing ever wrote or read role_weights, which versions 2 to 5 had.
    return QByteArray("DROP TABLE IF EXISTS role_weights;"
                      "DELETE FROM gpkg_contents WHERE table_name = 'role_weights';") +
           addedBy6Sql +
           "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES"
           " ('claims', 'attributes', 'claims'), ('claim_terms', 'attributes', 'claim_terms');"
           "UPDATE tiermap_project SET value = '6' WHERE key = 'schema_version';";
}

QByteArray toVersion7() {
    return QByteArray(addedBy7Sql) + "UPDATE tiermap_project SET value = '7' WHERE key = 'schema_version';";
}

QByteArray toVersion8() {
    return QByteArray(addedBy8Sql) + "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES"
                                     " ('tiermap_scenarios', 'attributes', 'tiermap_scenarios');"
                                     "UPDATE tiermap_project SET value = '8' WHERE key = 'schema_version';";
}

} // namespace

// Written out, not put together from the C++ types: a file made by this version must stay readable when those move on.
// A reference may point ahead within one transaction (districts stand before the city), hence DEFERRED.
static const char* const baseSql = R"sql(
PRAGMA application_id = 0x47504B47; -- 'GPKG'
PRAGMA user_version = 10300;        -- GeoPackage 1.3.0

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490,
   'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]',
   'longitude/latitude coordinates in decimal degrees on the CGCS2000 spheroid');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE tiermap_project (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE tiers (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  mark_zh TEXT NOT NULL, mark_en TEXT NOT NULL,
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  driver_zh TEXT NOT NULL, driver_en TEXT NOT NULL,
  carrier_zh TEXT NOT NULL, carrier_en TEXT NOT NULL,
  mode_zh TEXT NOT NULL, mode_en TEXT NOT NULL,
  role_zh TEXT NOT NULL, role_en TEXT NOT NULL,
  color TEXT NOT NULL CHECK (color GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'),
  pattern TEXT NOT NULL CHECK (pattern IN ('solid', 'hatch'))
);

CREATE TABLE zones (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTIPOLYGON,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  tier TEXT REFERENCES tiers(key) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('city', 'district', 'of_which', 'statistical_only')),
  parent TEXT REFERENCES zones(code) DEFERRABLE INITIALLY DEFERRED,
  schematic BOOLEAN NOT NULL CHECK (schematic IN (0, 1)),
  ordinal INTEGER NOT NULL,
  role_zh TEXT NOT NULL DEFAULT '', role_en TEXT NOT NULL DEFAULT ''
);

CREATE TABLE indicators (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  unit_zh TEXT NOT NULL, unit_en TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('none', 'more', 'less')),
  aggregation TEXT NOT NULL CHECK (aggregation IN ('none', 'sum', 'ratio'))
);

CREATE TABLE observations (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  zone TEXT NOT NULL REFERENCES zones(code) DEFERRABLE INITIALLY DEFERRED,
  indicator TEXT NOT NULL REFERENCES indicators(key) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  value REAL,
  bound TEXT NOT NULL CHECK (bound IN ('exact', 'more_than', 'at_least', 'less_than', 'at_most', 'about')),
  missing_reason TEXT,
  status TEXT NOT NULL CHECK (status IN ('published', 'estimate', 'illustrative')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  adopted BOOLEAN NOT NULL CHECK (adopted IN (0, 1)),
  author TEXT,
  edited_at DATETIME,
  note TEXT NOT NULL,
  UNIQUE (zone, indicator, period, source),
  CHECK ((value IS NULL) <> (missing_reason IS NULL))
);
CREATE UNIQUE INDEX observations_adopted_once ON observations (zone, indicator, period) WHERE adopted = 1;

CREATE TABLE sum_rules (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  indicator TEXT NOT NULL REFERENCES indicators(key) DEFERRABLE INITIALLY DEFERRED,
  total TEXT NOT NULL REFERENCES zones(code) DEFERRABLE INITIALLY DEFERRED,
  member TEXT NOT NULL REFERENCES zones(code) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (indicator, total, member)
);

CREATE TABLE targets (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  section TEXT NOT NULL,
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  sense TEXT NOT NULL CHECK (sense IN ('reach', 'at_least', 'more_than', 'at_most')),
  value REAL NOT NULL,
  unit_zh TEXT NOT NULL, unit_en TEXT NOT NULL,
  scope_zh TEXT NOT NULL, scope_en TEXT NOT NULL,
  words TEXT NOT NULL,
  quote TEXT NOT NULL
);

CREATE TABLE measures (
  fid INTEGER PRIMARY KEY NOT NULL,
  ordinal INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  group_zh TEXT NOT NULL, group_en TEXT NOT NULL,
  title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
  text TEXT NOT NULL,
  bodies TEXT NOT NULL,
  zones TEXT NOT NULL,
  safeguard BOOLEAN NOT NULL CHECK (safeguard IN (0, 1))
);

CREATE TABLE sites (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom POINT,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('platform', 'base', 'park', 'venue', 'headquarters')),
  zone TEXT REFERENCES zones(code) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL CHECK (stage IN ('operating', 'planned')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE context (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom GEOMETRY,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('water', 'neighbour', 'border')),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  source TEXT NOT NULL
);

)sql";

QByteArray schemaSql() {
    return QByteArray(baseSql) + addedBy2Sql + addedBy3Sql + addedBy4Sql + addedBy5Sql + addedBy6Sql + addedBy7Sql +
           addedBy8Sql + editsSql;
}

QByteArray migrationSql(int from) {
    switch (from) {
    case 1:
        return toVersion2();
    case 2:
        return toVersion3();
    case 3:
        return toVersion4();
    case 4:
        return toVersion5();
    case 5:
        return toVersion6();
    case 6:
        return toVersion7();
    case 7:
        return toVersion8();
    default:
        return {};
    }
}

} // namespace tiermap
