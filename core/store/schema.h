#pragma once

#include <QByteArray>

#include <QLatin1StringView>
#include <array>

namespace tiermap {

/// Creates all tables of schema version 8, those of GeoPackage included. docs/file-format.md describes them.
QByteArray schemaSql();

/// What makes a file of an older version one of the next; empty where there is none.
QByteArray migrationSql(int from);

/// A table of ours that GeoPackage lists in gpkg_contents.
struct ContentTable {
    QLatin1StringView name;
    QLatin1StringView geometryType; ///< empty for a table of attributes
};

inline constexpr std::array contentTables{
    ContentTable{QLatin1StringView("zones"), QLatin1StringView("MULTIPOLYGON")},
    ContentTable{QLatin1StringView("sites"), QLatin1StringView("POINT")},
    ContentTable{QLatin1StringView("context"), QLatin1StringView("GEOMETRY")},
    ContentTable{QLatin1StringView("tiers"), {}},
    ContentTable{QLatin1StringView("indicators"), {}},
    ContentTable{QLatin1StringView("observations"), {}},
    ContentTable{QLatin1StringView("sum_rules"), {}},
    ContentTable{QLatin1StringView("rules"), {}},
    ContentTable{QLatin1StringView("targets"), {}},
    ContentTable{QLatin1StringView("measures"), {}},
    ContentTable{QLatin1StringView("claims"), {}},
    ContentTable{QLatin1StringView("claim_terms"), {}},
    ContentTable{QLatin1StringView("figures"), {}},
    ContentTable{QLatin1StringView("tiermap_scenarios"), {}},
    ContentTable{QLatin1StringView("former_units"), {}},
    ContentTable{QLatin1StringView("boundary"), {}},
    ContentTable{QLatin1StringView("layers"), {}},
    ContentTable{QLatin1StringView("styles"), {}},
    ContentTable{QLatin1StringView("layer_features"), QLatin1StringView("GEOMETRY")},
    ContentTable{QLatin1StringView("edits"), {}},
};

} // namespace tiermap
