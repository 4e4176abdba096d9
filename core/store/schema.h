#pragma once

#include <QLatin1StringView>
#include <array>

namespace tiermap {

/// Creates all tables of schema version 1, those of GeoPackage included. docs/file-format.md describes them.
extern const char* const schemaSql;

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
    ContentTable{QLatin1StringView("targets"), {}},
    ContentTable{QLatin1StringView("measures"), {}},
    ContentTable{QLatin1StringView("edits"), {}},
};

} // namespace tiermap
