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

    friend bool operator==(const RegisterChoices&, const RegisterChoices&) = default;
};

/// Compact JSON for ReferenceLayer::choices; the datum stands in the layer itself.
QString toJson(const RegisterChoices& choices);
/// SyntaxError, FieldType, ValueUnknown. What it does not know is left unread: a later version may have written it.
Result<RegisterChoices> registerChoicesFromJson(const QString& json);

} // namespace tiermap
