#pragma once

#include "core/problem.h"

#include <QStringList>

namespace tiermap {

/// Columns of a register that somebody names; empty: found out by the usual headings.
struct RegisterColumnNames {
    QString longitude{};
    QString latitude{};
    QString district{};
    QString industry{};
    QString size{};
    QString year{};

    friend bool operator==(const RegisterColumnNames&, const RegisterColumnNames&) = default;
};

/// Where a register says what; -1: nowhere.
struct RegisterColumns {
    int longitude = -1;
    int latitude = -1;
    int district = -1; ///< code or name of a zone
    int industry = -1; ///< code or name of GB/T 4754
    int size = -1;     ///< size class
    int year = -1;     ///< year or date of foundation

    bool hasPlace() const { return longitude >= 0 && latitude >= 0; }
};

/// Fails with FieldMissing where a named column is absent (field), or there is neither a place nor a district (field
/// "longitude").
Result<RegisterColumns> findColumns(const QStringList& headings, const RegisterColumnNames& names);

} // namespace tiermap
