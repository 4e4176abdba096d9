#include "core/store/database.h"

#include <sqlite3.h>

#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

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

void FinalizeStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const QString& file, const QByteArray& name, int flags, FirstProblem& problem)
    : m_file(file)
    , m_problem(&problem) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &opened, flags, nullptr);
    m_database.reset(opened); // a failed open hands out a database too, which holds the message
    check(code);
    if (code == SQLITE_OK) {
        // Files come from outside: nothing that they define may run. A view that poses as a table could run forever.
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

void Database::run(const char* sql) {
    if (!*m_problem) {
        check(sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr));
    }
}

Statement Database::prepare(const QByteArray& sql) {
    sqlite3_stmt* statement = nullptr;
    if (!*m_problem) {
        check(sqlite3_prepare_v2(m_database.get(), sql.constData(), static_cast<int>(sql.size()), &statement, nullptr));
    }
    return Statement(statement);
}

void Database::insert(const Statement& statement, const QList<SqlValue>& values) {
    for (qsizetype i = 0; i < values.size() && !*m_problem; ++i) {
        check(std::visit(Bind{statement.get(), static_cast<int>(i) + 1}, values[i]));
    }
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

void Database::check(int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW) {
        return;
    }
    const bool notDatabase = code == SQLITE_NOTADB;
    const QString message =
        m_database ? QString::fromUtf8(sqlite3_errmsg(m_database.get())) : QString::fromUtf8(sqlite3_errstr(code));
    m_problem->note({.code = notDatabase ? Problem::Code::NotAProject : Problem::Code::DatabaseError,
                     .file = m_file,
                     .arguments = notDatabase ? QStringList() : QStringList{message}});
}

} // namespace tiermap
