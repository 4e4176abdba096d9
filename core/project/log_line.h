#pragma once

#include "core/project/edit.h"

#include <optional>

namespace tiermap {

/// What an entry of the log did. Nothing is ever taken out of the log: taking an edit back is an entry too.
enum class Action { Edit, Undo, Redo, Outside };

template <>
std::span<const Name<Action>> namesOf();

/// One cell, or one row put in or taken out.
struct LogLine {
    qint64 edit = 0; ///< what was done together has one number
    qint64 seq = 0;  ///< order of the edits, 1 for the first
    int line = 0;    ///< within the edit
    Action action{};
    qint64 undoes = 0; ///< the edit that is taken back, or done again; 0 for none
    QString at;        ///< ISO 8601, UTC
    QString author;
    Change::Kind change{};
    Table table{};
    QStringList key;
    QString field; ///< empty where the whole row came or went
    Value before;  ///< a JSON object of the row's cells where the whole row went
    Value after;
    QString reason;
    QString source;
};

/// Which lines are wanted.
struct LogFilter {
    std::optional<Table> table{};
    QStringList key{}; ///< of a row of that table; what it was called before counts as well
    QString field{};   ///< of that row
    QString zone{};    ///< everything that speaks of a zone: its own row, its observations, its sites
    QString since{};   ///< ISO 8601 time or date
};

/// One edit as the list of what can be undone shows it.
struct LogEntry {
    qint64 edit = 0;
    qint64 seq = 0;
    QString at;
    QString author;
    QString reason;
    Action action{};
    int lines = 0;
    LogLine first; ///< its first line
};

} // namespace tiermap
