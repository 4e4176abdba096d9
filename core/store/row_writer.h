#pragma once

#include "core/store/content.h"

#include <QHash>

namespace tiermap {

struct TouchedRow {
    Table table;
    qint64 fid;
};

/// Makes changes of rows within the caller's transaction, keeps tiermap_known in step, and counts what they do to the
/// content hash. What is not allowed goes to the database's FirstProblem.
class RowWriter {
public:
    /// With `stamp`, an observation that is changed gets this author and time; undo brings them back as they were.
    RowWriter(Database& database, const QString& author, const QString& at, bool stamp)
        : m_database(database)
        , m_author(author)
        , m_at(at)
        , m_stamp(stamp) {}

    /// Makes one change and completes it: what was there before, what the row got by itself. False where it changes
    /// nothing, or failed.
    bool make(Change& change);

    const QList<TouchedRow>& touched() const { return m_touched; }
    const ContentHash& difference() const { return m_difference; } ///< to be added to the hash

private:
    bool update(Change& change, const StoredRow& row);
    bool insert(Change& change);
    void remove(Change& change, const StoredRow& row);
    void follow(const StoredRow& before, const StoredRow& after, Table table);
    qint64 nextOrdinal(Table table);
    void fail(Problem problem, Table table, const QStringList& key);

    Database& m_database;
    QString m_author;
    QString m_at;
    bool m_stamp;
    QList<TouchedRow> m_touched;
    ContentHash m_difference;
    QHash<Table, qint64> m_lastOrdinals; ///< of the tables that rows were put in at the end
};

/// The row of a natural key.
std::optional<StoredRow> stored(Database& database, Table table, const QStringList& key);

} // namespace tiermap
