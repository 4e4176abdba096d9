#pragma once

#include "core/project/log_line.h"
#include "core/store/database.h"

namespace tiermap {

/// The table `edits`: who changed what, when, why and on whose word. Rows are only ever added. What can be undone
/// follows from it: an undo takes the last edit that is not yet taken back, a new edit ends what could be redone.
class EditLog {
public:
    void load(Database& database);

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    qint64 nextUndo() const { return m_done.last(); }
    qint64 nextRedo() const { return m_undone.last(); }
    const QList<qint64>& done() const { return m_done; }     ///< edits in force, oldest first
    const QList<qint64>& undone() const { return m_undone; } ///< edits taken back, the next to redo last

    /// Writes an entry within the caller's transaction; `undoes` is the edit that an undo or redo is about. It counts
    /// once keep() is called.
    void write(Database& database, const Edit& edit, Action action, qint64 undoes, const QString& at);
    void keep();
    void drop(); ///< the transaction was rolled back

private:
    struct Entry {
        qint64 edit;
        Action action;
        qint64 undoes;
    };
    void follow(const Entry& entry);

    QList<qint64> m_done;
    QList<qint64> m_undone;
    qint64 m_lastSeq = 0;
    QList<Entry> m_written;
};

/// An edit as the log has it.
Edit loggedEdit(Database& database, qint64 edit);

/// The cells of a row that came or went, from the text that a line of the log has of it.
Fields rowFromText(Table table, const QString& text);

/// Lines of the log, oldest first.
QList<LogLine> logLines(Database& database, const LogFilter& filter);

/// A row whose key changed (another period, another source) stands in the log as a removal right before an insertion at
/// the same place. Here it becomes what it means: a change of each cell that differs.
QList<LogLine> asCellChanges(const QList<LogLine>& lines);

/// All edits, undos among them, oldest first.
QList<LogEntry> logEntries(Database& database);

} // namespace tiermap
