#pragma once

#include "core/plan/names.h"
#include "core/problem.h"
#include "core/project/value.h"

#include <optional>
#include <span>

namespace tiermap {

/// The tables of a project file that hold its content. docs/file-format.md describes them.
enum class Table {
    Tiers,
    Zones,
    Indicators,
    Observations,
    SumRules,
    Rules,
    Targets,
    Measures,
    Sites,
    Context,
    ClaimTerms,
    Figures,
    FormerUnits, // new ones at the end: the hash of a row counts its table
    Boundary,
    Layers,
    Styles,
    Claims,
    Scenarios,
};

template <>
std::span<const Name<Table>> namesOf();

struct Column {
    enum class Kind {
        Text,      ///< may be empty
        Required,  ///< text that must not be empty
        Reference, ///< text or NULL
        Number,
        OptionalNumber,
        Share, ///< a number from 0 to 1
        Flag,  ///< 0 or 1
        Choice,
        PeriodText, ///< the written form of a Period
        Color,
        List,     ///< a JSON array of texts
        Geometry, ///< a GeoPackage blob or NULL
    };

    QLatin1StringView name;
    Kind kind = Kind::Text;
    const QStringList& (*allowed)() = nullptr; ///< the names of a Choice
    bool key = false;                          ///< part of the row's natural key
};

/// All columns but `fid` and `ordinal`; those that a later schema added come last.
std::span<const Column> columnsOf(Table table);
const Column* columnOf(Table table, const QString& name);

/// The natural key of a row: the cells of its key columns as text.
QStringList keyOf(Table table, const Fields& row);

/// The key as the log writes it: the text itself, or a JSON array where it has several parts.
QString keyText(const QStringList& key);
QStringList keyFromText(Table table, const QString& text);

/// A cell from the text that toText() made of it.
Value valueFromText(const Column& column, const QString& text);

/// What makes a cell impossible in its column, whatever the rest says: wrong type, empty name, unknown choice, a period
/// that cannot be read.
std::optional<Problem> faultOf(const Column& column, const Value& value);

} // namespace tiermap
