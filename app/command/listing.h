#pragma once

#include <QStringList>
#include <QVariant>

namespace tiermap {

/// What a listing command prints: rows under keys that scripts may rely on. A null QVariant is an absent value.
struct Listing {
    QStringList keys;
    QStringList headings; ///< for people, as many as keys
    QList<QVariantList> rows;

    QByteArray json() const; ///< an array of objects, absent values null, list values arrays
    QByteArray csv() const;  ///< RFC 4180, UTF-8, keys as header, absent values empty, list values joined by ";"
    QByteArray text() const; ///< columns aligned for a terminal, absent values as a dash
};

} // namespace tiermap
