#include "core/store/row_writer.h"

#include "core/store/row_key.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QByteArray quoted(const QString& column) { return '"' + column.toUtf8() + '"'; }

QByteArray nameBytes(Table table) { return nameOf(table).toUtf8(); }

/// The cell that an inserted row has where nobody said anything.
Value emptyCell(const Column& column) {
    switch (column.kind) {
    case Column::Kind::Reference:
    case Column::Kind::OptionalNumber:
    case Column::Kind::Geometry:
        return {};
    case Column::Kind::Number:
    case Column::Kind::Share:
        return 0.0;
    case Column::Kind::Flag:
        return qint64(0);
    case Column::Kind::Choice:
        return column.allowed().constFirst();
    case Column::Kind::List:
        return u"[]"_s;
    default:
        return QString();
    }
}

/// "key = ? AND ..." for the row of a natural key.
QByteArray keyCondition(Table table) {
    QByteArray condition;
    for (const Column& column : columnsOf(table)) {
        if (column.key) {
            condition += (condition.isEmpty() ? "" : " AND ") + quoted(column.name) + " = ?";
        }
    }
    return condition.isEmpty() ? "fid = ?" : condition;
}

} // namespace

std::optional<StoredRow> stored(Database& database, Table table, const QStringList& key) {
    const Statement statement =
        database.prepare("SELECT " + rowColumns(table) + " FROM " + nameBytes(table) + " WHERE " + keyCondition(table));
    QList<Value> values;
    for (const QString& part : key) {
        values << Value(part);
    }
    database.bind(statement, values);
    return database.next(statement) ? std::optional(storedRow(database, statement, table)) : std::nullopt;
}

void RowWriter::fail(Problem problem, Table table, const QStringList& key) {
    problem.file = m_database.file();
    problem.field = nameOf(table) + (problem.field.isEmpty() ? QString() : u'.' + problem.field);
    problem.record = key.join(u' ');
    m_database.problem().note(problem);
}

/// Makes one change and completes it: what was there before, what the row got by itself. False where it changes nothing.
bool RowWriter::make(Change& change) {
    if (m_database.problem()) {
        return false;
    }
    for (auto cell = change.after.cbegin(); cell != change.after.cend(); ++cell) {
        const Column* column = columnOf(change.table, cell.key());
        const bool own = cell.key() == "fid"_L1 || cell.key() == "ordinal"_L1;
        if (column == nullptr && !own) {
            fail({.code = Problem::Code::ValueUnknown, .field = cell.key(), .arguments = {cell.key(), {}}},
                 change.table, change.key);
            return false;
        }
        if (column != nullptr && change.kind != Change::Kind::Insert) { // insert() looks at all cells
            if (const auto fault = faultOf(*column, cell.value())) {
                fail(*fault, change.table, change.key);
                return false;
            }
        }
    }
    if (change.kind == Change::Kind::Insert) {
        return insert(change);
    }
    const auto row = stored(m_database, change.table, change.key);
    if (!row) {
        fail({.code = Problem::Code::RowMissing, .arguments = {nameOf(change.table), change.key.join(u' ')}},
             change.table, change.key);
        return false;
    }
    const Fields cells = row->fields(change.table);
    for (auto cell = change.before.cbegin(); cell != change.before.cend(); ++cell) {
        if (cells.value(cell.key()) != cell.value()) {
            fail({.code = Problem::Code::Conflict,
                  .field = cell.key(),
                  .arguments = {change.key.join(u' '), toText(cell.value()), toText(cells.value(cell.key()))}},
                 change.table, change.key);
            return false;
        }
    }
    if (change.kind == Change::Kind::Remove) {
        remove(change, *row);
        return true;
    }
    return update(change, *row);
}

bool RowWriter::update(Change& change, const StoredRow& row) {
    const Fields cells = row.fields(change.table);
    for (auto cell = change.after.begin(); cell != change.after.end();) {
        const Column* column = columnOf(change.table, cell.key());
        if (cells.value(cell.key()) == cell.value()) {
            change.before.remove(cell.key());
            cell = change.after.erase(cell);
            continue;
        }
        if (column != nullptr && column->key) { // other rows and the log know the row by it
            fail({.code = Problem::Code::ReadOnly, .field = cell.key()}, change.table, change.key);
            return false;
        }
        change.before[cell.key()] = cells.value(cell.key());
        ++cell;
    }
    if (change.after.isEmpty()) {
        return false;
    }
    if (m_stamp && change.table == Table::Observations) {
        for (const auto& [column, text] : {std::pair(u"author"_s, m_author), std::pair(u"edited_at"_s, m_at)}) {
            if (cells.value(column) != Value(text)) {
                change.before[column] = cells.value(column);
                change.after[column] = text;
            }
        }
    }
    QByteArray sql = "UPDATE " + nameBytes(change.table) + " SET ";
    QList<Value> values;
    for (auto cell = change.after.cbegin(); cell != change.after.cend(); ++cell) {
        sql += (values.isEmpty() ? "" : ", ") + quoted(cell.key()) + " = ?";
        values << cell.value();
    }
    values << row.fid;
    m_database.insert(m_database.prepare(sql + " WHERE fid = ?"), values);
    const auto after = stored(m_database, change.table, change.key);
    if (after) {
        follow(row, *after, change.table);
    }
    return true;
}

/// After all rows of the table. They are looked through once.
qint64 RowWriter::nextOrdinal(Table table) {
    auto last = m_lastOrdinals.find(table);
    if (last == m_lastOrdinals.end()) {
        const Statement rows = m_database.prepare("SELECT max(ordinal) FROM " + nameBytes(table));
        const Value ordinal = m_database.next(rows) ? m_database.value(rows, 0) : Value();
        const auto* number = std::get_if<qint64>(&ordinal);
        last = m_lastOrdinals.insert(table, number == nullptr ? qint64(-1) : *number);
    }
    return ++*last;
}

bool RowWriter::insert(Change& change) {
    if (m_stamp && change.table == Table::Observations) {
        change.after[u"author"_s] = m_author;
        change.after[u"edited_at"_s] = m_at;
    }
    QList<Value> cells;
    for (const Column& column : columnsOf(change.table)) {
        auto cell = change.after.find(column.name);
        if (cell == change.after.end()) {
            cell = change.after.insert(column.name, emptyCell(column));
        }
        if (const auto fault = faultOf(column, *cell)) {
            fail(*fault, change.table, change.key);
            return false;
        }
        cells << *cell;
    }
    change.key = change.key.isEmpty() ? keyOf(change.table, change.after) : change.key;
    if (stored(m_database, change.table, change.key)) {
        const auto columns = columnsOf(change.table);
        const auto key = std::ranges::find(columns, true, &Column::key);
        fail({.code = Problem::Code::DuplicateKey,
              .field = key == columns.end() ? QString() : QString(key->name),
              .arguments = {change.key.join(u' ')}},
             change.table, change.key);
        return false;
    }
    if (!change.after.contains(u"ordinal"_s)) {
        change.after[u"ordinal"_s] = nextOrdinal(change.table);
    } else {
        m_lastOrdinals.remove(change.table);
    }
    if (!change.after.contains(u"fid"_s)) {
        change.after[u"fid"_s] = rowKey(change.key);
    }
    const QList<Value> values = QList<Value>{change.after.value(u"fid"_s), change.after.value(u"ordinal"_s)} + cells;
    m_database.insert(m_database.prepare("INSERT INTO " + nameBytes(change.table) + " (" + rowColumns(change.table) +
                                         ") VALUES (?" + QByteArray(", ?").repeated(values.size() - 1) + ")"),
                      values);
    if (const auto row = stored(m_database, change.table, change.key)) {
        const QByteArray bytes = packed(*row);
        remember(m_database, change.table, row->fid, bytes);
        m_difference.add(hashOf(change.table, row->fid, bytes));
        m_touched << TouchedRow{change.table, row->fid};
    }
    return true;
}

void RowWriter::remove(Change& change, const StoredRow& row) {
    change.before = row.fields(change.table);
    m_database.insert(m_database.prepare("DELETE FROM " + nameBytes(change.table) + " WHERE fid = ?"), {row.fid});
    forget(m_database, change.table, row.fid);
    m_difference.remove(hashOf(change.table, row.fid, packed(row)));
    m_touched << TouchedRow{change.table, row.fid};
}

void RowWriter::follow(const StoredRow& before, const StoredRow& after, Table table) {
    const QByteArray bytes = packed(after);
    remember(m_database, table, after.fid, bytes);
    m_difference.remove(hashOf(table, before.fid, packed(before)));
    m_difference.add(hashOf(table, after.fid, bytes));
    m_touched << TouchedRow{table, after.fid};
}

} // namespace tiermap
