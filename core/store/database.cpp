#include "core/store/database.h"

#include <sqlite3.h>

#include <QFile>
#include <QHash>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// How long to wait for another program that has the file locked.
constexpr int busyMilliseconds = 5000;

struct Bind {
    sqlite3_stmt* statement;
    int index;

    // SQLITE_TRANSIENT: the values need not outlive the call.
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(qint64 number) const { return sqlite3_bind_int64(statement, index, number); }
    int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
    int operator()(const QString& text) const {
        const QByteArray utf8 = text.toUtf8();
        return sqlite3_bind_text64(statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                   SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    int operator()(const QByteArray& blob) const {
        return sqlite3_bind_blob64(statement, index, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                                   SQLITE_TRANSIENT);
    }
};

} // namespace

void CloseDatabase::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

class IdleStatements {
public:
    IdleStatements() = default;
    Q_DISABLE_COPY_MOVE(IdleStatements)
    ~IdleStatements() {
        for (sqlite3_stmt* statement : std::as_const(m_statements)) {
            sqlite3_finalize(statement);
        }
    }

    sqlite3_stmt* take(const QByteArray& sql) { return m_statements.take(sql); }

    void put(sqlite3_stmt* statement) {
        constexpr qsizetype most = 64;
        sqlite3_reset(statement);
        const QByteArray sql(sqlite3_sql(statement));
        if (m_statements.size() >= most || m_statements.contains(sql)) {
            sqlite3_finalize(statement);
            return;
        }
        sqlite3_clear_bindings(statement);
        m_statements.insert(sql, statement);
    }

private:
    QHash<QByteArray, sqlite3_stmt*> m_statements;
};

void ReleaseStatement::operator()(sqlite3_stmt* statement) const { idle->put(statement); }

Database::Database(const QString& file, const QByteArray& name, int flags, FirstProblem& problem)
    : m_file(file)
    , m_problem(&problem)
    , m_idle(std::make_shared<IdleStatements>()) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &opened, flags, nullptr);
    m_database.reset(opened); // a failed open hands out a database too, which holds the message
    check(code);
    if (code == SQLITE_OK) {
        // Files come from outside: nothing that they define may run. A view that poses as a table could run forever.
        sqlite3_extended_result_codes(opened, 1);
        sqlite3_busy_timeout(opened, busyMilliseconds);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    }
}

Database Database::inMemory(const QString& file, FirstProblem& problem) {
    return {file, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, problem};
}

Database Database::immutable(const QString& file, FirstProblem& problem) {
    const QByteArray address = QUrl::fromLocalFile(file).toEncoded() + "?immutable=1";
    return {file, address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, problem};
}

Database Database::recovering(const QString& file, FirstProblem& problem) {
    return {file, file.toUtf8(), SQLITE_OPEN_READWRITE, problem};
}

Database Database::reading(const QString& file, FirstProblem& problem) {
    return {file, file.toUtf8(), SQLITE_OPEN_READONLY, problem};
}

Database Database::ofImage(const QString& file, const QByteArray& image, FirstProblem& problem) {
    Database database = inMemory(file, problem);
    if (!problem) {
        // SQLite frees what it was given.
        auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(image.size())));
        if (bytes == nullptr) {
            database.check(SQLITE_NOMEM);
            return database;
        }
        std::ranges::copy(image, bytes);
        database.check(sqlite3_deserialize(database.m_database.get(), "main", bytes, image.size(), image.size(),
                                           SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE));
    }
    return database;
}

bool Database::hasMoved() const {
    int moved = 0;
    sqlite3_file_control(m_database.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

void Database::run(const QByteArray& sql) {
    if (!*m_problem) {
        check(sqlite3_exec(m_database.get(), sql.constData(), nullptr, nullptr, nullptr));
    }
}

Statement Database::prepare(const QByteArray& sql) {
    if (*m_problem) {
        return {};
    }
    sqlite3_stmt* statement = m_idle->take(sql);
    if (statement == nullptr) {
        check(sqlite3_prepare_v2(m_database.get(), sql.constData(), static_cast<int>(sql.size()), &statement, nullptr));
    }
    return Statement(statement, ReleaseStatement{m_idle});
}

void Database::bind(const Statement& statement, const QList<Value>& values) {
    if (statement) {
        sqlite3_reset(statement.get());
    }
    for (qsizetype i = 0; i < values.size() && !*m_problem; ++i) {
        check(std::visit(Bind{statement.get(), static_cast<int>(i) + 1}, values[i]));
    }
}

void Database::insert(const Statement& statement, const QList<Value>& values) {
    bind(statement, values);
    if (!*m_problem) {
        next(statement);
        sqlite3_reset(statement.get());
    }
}

bool Database::next(const Statement& statement) {
    if (*m_problem || !statement) {
        return false;
    }
    const int code = sqlite3_step(statement.get());
    if (code != SQLITE_DONE) {
        check(code);
    }
    return code == SQLITE_ROW;
}

Value Database::value(const Statement& statement, int column) {
    switch (sqlite3_column_type(statement.get(), column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement.get(), column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement.get(), column);
    case SQLITE_TEXT: {
        const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), column));
        return QString::fromUtf8(utf8, sqlite3_column_bytes(statement.get(), column));
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement.get(), column));
        return QByteArray(bytes, sqlite3_column_bytes(statement.get(), column));
    }
    default:
        return {};
    }
}

QByteArray Database::image() {
    QByteArray bytes;
    if (!*m_problem) {
        sqlite3_int64 size = 0;
        unsigned char* image = sqlite3_serialize(m_database.get(), "main", &size, 0);
        if (image == nullptr) {
            check(SQLITE_NOMEM);
        } else {
            bytes = QByteArray(reinterpret_cast<const char*>(image), size);
        }
        sqlite3_free(image);
    }
    return bytes;
}

namespace {

/// "UNIQUE constraint failed: observations.zone, observations.indicator, ..." names table and columns.
Problem uniqueProblem(const QString& message) {
    const QStringList columns = message.section(u": "_s, 1).split(u", "_s);
    // The index that lets one observation be adopted lacks the source, which tells rows apart.
    const bool adopted = columns.contains(u"observations.period"_s) && !columns.contains(u"observations.source"_s);
    return {.code = adopted ? Problem::Code::AdoptedTwice : Problem::Code::DuplicateKey,
            .field = columns.constFirst(),
            .arguments = {columns.join(u' ')}};
}

Problem problemOf(int code, const QString& message) {
    using enum Problem::Code;
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return {.code = NotAProject};
    case SQLITE_CORRUPT:
        return {.code = ProjectDamaged, .arguments = {message}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {.code = ProjectBusy};
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return {.code = FileUnwritable, .arguments = {message}};
    default:
        break;
    }
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
        return uniqueProblem(message);
    }
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY) {
        return {.code = StillUsed};
    }
    return {.code = DatabaseError, .arguments = {message}};
}

} // namespace

void Database::check(int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW) {
        return;
    }
    Problem problem = problemOf(code, m_database ? QString::fromUtf8(sqlite3_errmsg(m_database.get()))
                                                 : QString::fromUtf8(sqlite3_errstr(code)));
    problem.file = m_file;
    m_problem->note(problem);
}

} // namespace tiermap
