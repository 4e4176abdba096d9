#pragma once

#include "core/plan/first_problem.h"
#include "core/problem.h"
#include "core/project/value.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace tiermap {

struct CloseDatabase {
    void operator()(sqlite3* database) const;
};

/// Statements that are prepared and idle: a writer of a hundred thousand rows prepares each once. They are reset, so
/// they hold no lock.
class IdleStatements;

/// Hands a statement that nobody needs any longer back, to be used again.
struct ReleaseStatement {
    std::shared_ptr<IdleStatements> idle{};

    void operator()(sqlite3_stmt* statement) const;
};
using Statement = std::unique_ptr<sqlite3_stmt, ReleaseStatement>;

/// An open SQLite database. Like a reader of a file, it keeps the first failure and does nothing after it, so whoever
/// writes twenty rows asks once.
class Database {
public:
    static Database inMemory(const QString& file, FirstProblem& problem); ///< `file` only names it in problems
    /// Opens a file so that nothing on disk changes, not even beside it: no lock, no -shm. What stands in a -wal or a
    /// hot journal is not seen.
    static Database immutable(const QString& file, FirstProblem& problem);
    /// Opens a file as SQLite means it, so that a -wal or a hot journal is taken in.
    static Database recovering(const QString& file, FirstProblem& problem);
    /// Opens a file to read it while another process may write to it: each waits for the other.
    static Database reading(const QString& file, FirstProblem& problem);
    /// A copy of a whole file, in memory.
    static Database ofImage(const QString& file, const QByteArray& image, FirstProblem& problem);

    void run(const QByteArray& sql);                                     ///< one or many statements
    Statement prepare(const QByteArray& sql);                            ///< empty after a failure
    void bind(const Statement& statement, const QList<Value>& values);   ///< after a reset
    void insert(const Statement& statement, const QList<Value>& values); ///< binds, runs, resets
    bool next(const Statement& statement);                               ///< true while there is a row
    Value value(const Statement& statement, int column);                 ///< of the row that next() came to
    QByteArray image();                                                  ///< the whole file as it would be on disk

    const QString& file() const { return m_file; }
    FirstProblem& problem() const { return *m_problem; }
    /// From here on problems go to another one: an open database outlives an operation that failed.
    void reportTo(FirstProblem& problem) { m_problem = &problem; }
    bool isOpen() const { return m_database != nullptr; }
    bool hasMoved() const; ///< its file was renamed, removed or replaced: SQLite refuses to write there

private:
    Database(const QString& file, const QByteArray& name, int flags, FirstProblem& problem);
    void check(int code);

    QString m_file;
    FirstProblem* m_problem;
    std::unique_ptr<sqlite3, CloseDatabase> m_database;
    std::shared_ptr<IdleStatements> m_idle;
};

} // namespace tiermap
