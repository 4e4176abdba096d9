#pragma once

#include "core/plan/names.h"
#include "core/plan/problem_list.h"

#include <QHash>

namespace tiermap {

/// One record of a CSV file. Cells are asked for by column name; the first line names the columns, and columns that
/// nobody asks for are left alone.
class CsvRow {
public:
    QString text(QLatin1StringView column) const;     ///< may be empty
    QString required(QLatin1StringView column) const; ///< an empty cell is noted as FieldMissing
    bool flag(QLatin1StringView column) const;        ///< yes or no
    int line() const { return m_line; }

    template <class E>
    E oneOf(QLatin1StringView column) const {
        const QString name = required(column);
        const std::optional<E> value = fromName<E>(name);
        if (!value) {
            fail(Problem::Code::ValueUnknown, column, {name, allowedNames<E>()});
        }
        return value.value_or(E{});
    }

    void fail(Problem::Code code, QLatin1StringView column, const QStringList& arguments) const;

private:
    friend class CsvTable;

    const class CsvTable* m_table = nullptr;
    QStringList m_cells;
    int m_line = 0;
};

/// A CSV file as RFC 4180 has it, in UTF-8: quotes strictly checked, records may span lines.
class CsvTable {
public:
    /// The table must have all of `columns`. It must outlive its rows.
    CsvTable(const QString& file, std::initializer_list<QLatin1StringView> columns, ProblemList& problem);
    CsvTable(const CsvTable&) = delete;
    CsvTable& operator=(const CsvTable&) = delete;

    const QList<CsvRow>& rows() const { return m_rows; }

private:
    friend class CsvRow;

    void parse(const QByteArray& bytes);
    void addRecord(const QStringList& cells, int line);

    QString m_file;
    ProblemList* m_problem;
    QStringList m_header;
    QHash<QString, qsizetype> m_columns;
    QList<CsvRow> m_rows;
};

} // namespace tiermap
