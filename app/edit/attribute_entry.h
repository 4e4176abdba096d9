#pragma once

#include "app/edit/attribute_columns.h"
#include "core/project/edit.h"
#include "core/project/project.h"

#include <expected>

namespace tiermap {

/// What was typed or pasted into one cell.
struct CellEntry {
    QStringList key;
    AttributeColumn column;
    QString text;
};

/// What the figures of zones are written with.
struct FigureEntry {
    Period period;
    QString source; ///< for values that are new
};

/// A change, and the entry that asked for it.
struct EntryChange {
    Change change;
    qsizetype entry = 0;
};

struct RefusedEntry {
    qsizetype entry = 0;
    Problem problem;
};

/// The changes that entries ask for; they belong into one Edit. Entries of one row are read together: a value and the
/// reason for having none exclude each other, a position needs both its numbers. A value that becomes adopted takes the
/// place of the one that was. An observation of another period or source is another row: it goes and comes.
std::expected<QList<EntryChange>, RefusedEntry> changesFrom(const Project& project, Table table,
                                                            const QList<CellEntry>& entries, const FigureEntry& figure);

} // namespace tiermap
