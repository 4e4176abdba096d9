#pragma once

#include "core/project/table.h"

namespace tiermap {

/// One row put in, changed or taken out.
struct Change {
    enum class Kind { Update, Insert, Remove };

    Kind kind = Kind::Update;
    Table table{};
    QStringList key; ///< natural key, before and after: a change of the key is a Remove and an Insert
    Fields
        before;   ///< cells as they were; a Remove has the whole row. Where an Update leaves one out, any value will do
    Fields after; ///< cells as they become; an Insert has the whole row, left-out cells become empty

    friend bool operator==(const Change&, const Change&) = default;
};

/// What one step of undo takes back: one cell, a pasted block, an import. The changes are made in order, all or none.
struct Edit {
    QList<Change> changes;
    QString reason{}; ///< why, in the author's words
    QString source{}; ///< where the new values come from
    QString author{}; ///< empty: whoever works on the project

    friend bool operator==(const Edit&, const Edit&) = default;
};

/// What takes an edit back.
Edit inverse(const Edit& edit);

// The usual edits.

Change setCell(Table table, const QStringList& key, const QString& column, const Value& value);
Change insertRow(Table table, const Fields& row);
Change removeRow(Table table, const QStringList& key);

} // namespace tiermap
