#pragma once

#include "core/plan/names.h"
#include "core/store/database.h"

#include <vector>

namespace tiermap {

/// Walks the rows of one table in the plan's order and reads cells by column name. A cell that is NULL, of the wrong
/// type or unknown goes to the database's FirstProblem with table, record and column: a project file may come from
/// anywhere.
class RowReader {
public:
    /// `orderBy` is a list of columns, or empty.
    RowReader(Database& database, QLatin1StringView table, QLatin1StringView orderBy);
    RowReader(Database& database, QLatin1StringView table); ///< single rows, by find()

    bool next();
    bool find(qint64 fid); ///< goes to the row of that number, where there is one

    QString text(QLatin1StringView column) const;
    QString textOrNull(QLatin1StringView column) const; ///< empty for NULL
    Text bilingual(QLatin1StringView column) const;     ///< column_zh and column_en
    double number(QLatin1StringView column) const;
    bool flag(QLatin1StringView column) const; ///< 0 or 1
    QByteArray blobOrNull(QLatin1StringView column) const;
    QStringList list(QLatin1StringView column) const; ///< a JSON array of texts
    bool isNull(QLatin1StringView column) const;
    qint64 integer(QLatin1StringView column) const;

    template <class E>
    E oneOf(QLatin1StringView column) const {
        const QString name = text(column);
        const std::optional<E> value = fromName<E>(name);
        if (!value) {
            fail(Problem::Code::ValueUnknown, column, {name, allowedNames<E>()});
        }
        return value.value_or(E{});
    }

    void fail(Problem::Code code, QLatin1StringView column, const QStringList& arguments) const;

private:
    void nameColumns();
    /// The cell's index where its type is one of the two; else -1, and noted.
    int cell(QLatin1StringView column, int type, int orType, QLatin1StringView kind) const;

    Database& m_database;
    QLatin1StringView m_table;
    Statement m_statement;
    int indexOf(QLatin1StringView column) const; ///< -1 where the table has no such column

    std::vector<QByteArray> m_columns;
    mutable std::vector<std::pair<QByteArray, QString>> m_texts{512}; ///< read lately, by hash
    int m_record = 0;
};

} // namespace tiermap
