#pragma once

#include "maps/geometry/datum.h"
#include "maps/register/register_columns.h"
#include "maps/register/register_filter.h"

namespace tiermap {

/// How a register is read, and which of its rows.
struct RegisterChoices {
    RegisterColumnNames columns{};
    bool districtOnly = false;    ///< coordinates do not count
    Datum datum = Datum::Unknown; ///< of the coordinates; unknown ones stay where they are
    QString layer{};              ///< of a file that has several
    RegisterFilter filter{};
    // What is found among the rows and drawn with them; 0: with what suits them.
    std::optional<double> clusters{}; ///< of rows that are near each other, within so many metres
    std::optional<double> spots{};    ///< hot and cold ones, in hexagons so many metres wide

    friend bool operator==(const RegisterChoices&, const RegisterChoices&) = default;
};

/// Compact JSON for ReferenceLayer::choices; the datum stands in the layer itself.
QString toJson(const RegisterChoices& choices);
/// SyntaxError, FieldType, ValueUnknown. What it does not know is left unread: a later version may have written it.
Result<RegisterChoices> registerChoicesFromJson(const QString& json);

} // namespace tiermap
