#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace tiermap {

/// The time that an observation speaks of. Two periods of different kinds never compare equal, so a half year is not
/// mistaken for a year.
///
/// Written form, as it stands in plan packages and project files:
///   2024 | 2024-Q1 | 2023-01..2023-11 (whole months) | 2023-01-05 | 2025-01-01..2025-06-12 | empty (not stated),
/// and a leading ~ where the source gives it only roughly (~2010).
struct Period {
    enum class Kind { Unknown, Year, Quarter, Months, Date, Dates };

    Kind kind = Kind::Unknown;
    QDate from{}; ///< first day; invalid when kind is Unknown
    QDate to{};   ///< last day, inclusive
    bool approximate = false;

    static std::optional<Period> parse(const QString& written);
    QString toString() const; ///< the written form above; parse(toString()) is the identity

    friend bool operator==(const Period&, const Period&) = default;
};

} // namespace tiermap
