#pragma once

#include "core/project/edit.h"
#include "core/store/database.h"

#include <array>

namespace tiermap {

/// A sum of the hashes of all rows of content, so that a change of one row changes it without looking at the others.
/// It tells accidents and other programs' work, not forgeries. XXH3, 128 bits, of table name, fid and packed cells.
struct ContentHash {
    std::array<quint64, 2> sum{};

    void add(const ContentHash& other);
    void remove(const ContentHash& other);
    QString toString() const; ///< 32 hexadecimal digits

    friend bool operator==(const ContentHash&, const ContentHash&) = default;
};

/// A row of content as it stands in the file.
struct StoredRow {
    qint64 fid = 0;
    qint64 ordinal = 0;
    QList<Value> cells; ///< those of columnsOf(), in its order

    Fields fields(Table table) const; ///< `fid` and `ordinal` among them
};

/// Cells as bytes: what is hashed, and what tiermap_known keeps of each row so that another program's changes can be
/// told cell by cell.
QByteArray packed(const StoredRow& row);
StoredRow unpacked(qint64 fid, const QByteArray& bytes);
ContentHash hashOf(Table table, qint64 fid, const QByteArray& packedRow);

/// "fid, ordinal, ..." for SELECT and the reader of what it gives.
const QByteArray& rowColumns(Table table);
StoredRow storedRow(Database& database, const Statement& statement, Table table);

ContentHash contentHash(Database& database);              ///< computed from the rows
std::optional<ContentHash> knownHash(Database& database); ///< as last logged; nothing in a file that has none yet
void setKnownHash(Database& database, const ContentHash& hash);
void remember(Database& database, Table table, qint64 fid, const QByteArray& packedRow);
void forget(Database& database, Table table, qint64 fid);
void rememberContent(Database& database); ///< all rows, and the hash
/// Counts the rows of a table that a migration filled as known; nothing where the file knows of no content yet.
void addToKnown(Database& database, Table table);

/// What other programs changed since the last logged edit.
QList<Change> changesFromOutside(Database& database);

} // namespace tiermap
