#include "core/store/edit_log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<Action>> namesOf() {
    static constexpr Name<Action> names[] = {{Action::Edit, "edit"_L1},
                                             {Action::Undo, "undo"_L1},
                                             {Action::Redo, "redo"_L1},
                                             {Action::Outside, "outside"_L1}};
    return names;
}

namespace {

constexpr Name<Change::Kind> changeNames[] = {
    {Change::Kind::Update, "update"_L1}, {Change::Kind::Insert, "insert"_L1}, {Change::Kind::Remove, "remove"_L1}};

QString changeName(Change::Kind kind) { return changeNames[static_cast<int>(kind)].text; }

Change::Kind changeKind(const QString& text) {
    for (const Name<Change::Kind>& name : changeNames) {
        if (name.text == text) {
            return name.value;
        }
    }
    return Change::Kind::Update;
}

/// Positive, random: two people who log on two computers never take one number, nor one of those that follow it.
qint64 randomNumber() {
    return static_cast<qint64>(QRandomGenerator::global()->generate64() &
                               static_cast<quint64>(std::numeric_limits<qint64>::max() / 2)) |
           1;
}

constexpr auto fidColumn = "fid"_L1;
constexpr auto ordinalColumn = "ordinal"_L1;

/// A row in one cell of the log. Numbers of 63 bits do not survive JSON as numbers.
QString rowText(const Fields& row) {
    QJsonObject object;
    for (auto cell = row.cbegin(); cell != row.cend(); ++cell) {
        const auto* number = std::get_if<double>(&cell.value());
        object.insert(cell.key(), isNull(cell.value()) ? QJsonValue(QJsonValue::Null)
                                  : number != nullptr  ? QJsonValue(*number)
                                                       : QJsonValue(toText(cell.value())));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Value textOrNull(const Value& value) { return isNull(value) ? Value() : Value(toText(value)); }

qint64 integer(const Value& value) {
    const auto* number = std::get_if<qint64>(&value);
    return number == nullptr ? 0 : *number;
}

constexpr auto lineColumns = "edit, seq, line, action, undoes, at, author, change, table_name, row_key, field, old, "
                             "new, reason, source";

LogLine readLine(Database& database, const Statement& row) {
    const auto text = [&](int column) { return textOf(database.value(row, column)); };
    LogLine line;
    line.edit = integer(database.value(row, 0));
    line.seq = integer(database.value(row, 1));
    line.line = static_cast<int>(integer(database.value(row, 2)));
    line.action = fromName<Action>(text(3)).value_or(Action::Edit);
    line.undoes = integer(database.value(row, 4));
    line.at = text(5);
    line.author = text(6);
    line.change = changeKind(text(7));
    line.table = fromName<Table>(text(8)).value_or(Table::Zones);
    line.key = keyFromText(line.table, text(9));
    line.field = text(10);
    line.before = database.value(row, 11);
    line.after = database.value(row, 12);
    line.reason = text(13);
    line.source = text(14);
    return line;
}

} // namespace

Fields rowFromText(Table table, const QString& text) {
    Fields row;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto cell = object.begin(); cell != object.end(); ++cell) {
        if (cell.key() == fidColumn || cell.key() == ordinalColumn) {
            row.insert(cell.key(), cell.value().toString().toLongLong());
        } else if (const Column* column = columnOf(table, cell.key())) {
            row.insert(cell.key(), cell.value().isNull()     ? Value()
                                   : cell.value().isDouble() ? Value(cell.value().toDouble())
                                                             : valueFromText(*column, cell.value().toString()));
        }
    }
    return row;
}

void EditLog::load(Database& database) {
    m_done.clear();
    m_undone.clear();
    m_written.clear();
    m_lastSeq = 0;
    const Statement rows =
        database.prepare("SELECT edit, seq, action, undoes FROM edits WHERE line = 0 ORDER BY seq, fid");
    while (database.next(rows)) {
        m_lastSeq = integer(database.value(rows, 1));
        follow({integer(database.value(rows, 0)),
                fromName<Action>(textOf(database.value(rows, 2))).value_or(Action::Edit),
                integer(database.value(rows, 3))});
    }
}

void EditLog::follow(const Entry& entry) {
    const auto take = [&](QList<qint64>& from) { // nearly always the last
        if (!from.isEmpty() && from.last() == entry.undoes) {
            from.removeLast();
        } else {
            from.removeOne(entry.undoes);
        }
    };
    switch (entry.action) {
    case Action::Edit:
    case Action::Outside:
        m_done << entry.edit;
        m_undone.clear();
        break;
    case Action::Undo:
        take(m_done);
        m_undone << entry.undoes;
        break;
    case Action::Redo:
        take(m_undone);
        m_done << entry.undoes;
        break;
    }
}

void EditLog::write(Database& database, const Edit& edit, Action action, qint64 undoes, const QString& at) {
    const qint64 number = randomNumber();
    const qint64 seq = m_lastSeq + 1 + m_written.size();
    const Statement statement = database.prepare(QByteArray("INSERT INTO edits (fid, ") + lineColumns +
                                                 ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const qint64 firstFid = randomNumber(); // lines that follow each other stand beside each other in the file
    qint64 line = 0;
    const auto add = [&](const Change& change, const QString& field, const Value& before, const Value& after) {
        database.insert(statement,
                        {firstFid + line, number, seq, line, nameOf(action), undoes == 0 ? Value() : Value(undoes), at,
                         edit.author, changeName(change.kind), nameOf(change.table), keyText(change.key), field, before,
                         after, edit.reason, edit.source});
        ++line;
    };
    for (const Change& change : edit.changes) {
        switch (change.kind) {
        case Change::Kind::Insert:
            add(change, {}, {}, rowText(change.after));
            break;
        case Change::Kind::Remove:
            add(change, {}, rowText(change.before), {});
            break;
        case Change::Kind::Update:
            for (auto cell = change.after.cbegin(); cell != change.after.cend(); ++cell) {
                add(change, cell.key(), textOrNull(change.before.value(cell.key())), textOrNull(cell.value()));
            }
            break;
        }
    }
    m_written << Entry{number, action, undoes};
}

void EditLog::keep() {
    for (const Entry& entry : m_written) {
        follow(entry);
    }
    m_lastSeq += m_written.size();
    m_written.clear();
}

void EditLog::drop() { m_written.clear(); }

Edit loggedEdit(Database& database, qint64 edit) {
    Edit result;
    const Statement rows =
        database.prepare(QByteArray("SELECT ") + lineColumns + " FROM edits WHERE edit = ? ORDER BY line");
    database.bind(rows, {edit});
    while (database.next(rows)) {
        const LogLine line = readLine(database, rows);
        result.reason = line.reason;
        result.source = line.source;
        if (line.change != Change::Kind::Update) {
            const bool inserts = line.change == Change::Kind::Insert;
            result.changes << Change{line.change, line.table, line.key,
                                     inserts ? Fields() : rowFromText(line.table, textOf(line.before)),
                                     inserts ? rowFromText(line.table, textOf(line.after)) : Fields()};
            continue;
        }
        // Lines of one row that follow each other are one change.
        const bool goesOn = !result.changes.isEmpty() && result.changes.last().kind == Change::Kind::Update &&
                            result.changes.last().table == line.table && result.changes.last().key == line.key &&
                            !result.changes.last().after.contains(line.field);
        if (!goesOn) {
            result.changes << Change{.table = line.table, .key = line.key, .before = {}, .after = {}};
        }
        const auto cell = [&](const Value& text) -> Value {
            if (isNull(text)) {
                return {};
            }
            const Column* column = columnOf(line.table, line.field);
            return column == nullptr ? Value(textOf(text).toLongLong()) : valueFromText(*column, textOf(text));
        };
        result.changes.last().before.insert(line.field, cell(line.before));
        result.changes.last().after.insert(line.field, cell(line.after));
    }
    return result;
}

namespace {

/// Whether the second line puts in again what the first took out, under another key.
bool isRenaming(const LogLine& removal, const LogLine& insertion) {
    return removal.change == Change::Kind::Remove && insertion.change == Change::Kind::Insert &&
           removal.seq == insertion.seq && removal.edit == insertion.edit && removal.line + 1 == insertion.line &&
           removal.table == insertion.table &&
           rowFromText(removal.table, textOf(removal.before)).value(ordinalColumn) ==
               rowFromText(insertion.table, textOf(insertion.after)).value(ordinalColumn);
}

QList<LogLine> linesWhere(Database& database, const QByteArray& condition, const QList<Value>& values) {
    const Statement rows = database.prepare(QByteArray("SELECT ") + lineColumns + " FROM edits WHERE " + condition +
                                            " ORDER BY seq, line");
    database.bind(rows, values);
    QList<LogLine> lines;
    while (database.next(rows)) {
        lines << readLine(database, rows);
    }
    return lines;
}

/// The removals that stand right before the insertions among the lines, where they are one row's.
QList<LogLine> formerNames(Database& database, const QList<LogLine>& lines) {
    QList<LogLine> removals;
    for (const LogLine& line : lines) {
        if (line.change == Change::Kind::Insert && line.line > 0) {
            for (const LogLine& before : linesWhere(database, "edit = ? AND seq = ? AND line = ?",
                                                    {line.edit, line.seq, qint64(line.line - 1)})) {
                if (isRenaming(before, line)) {
                    removals << before;
                }
            }
        }
    }
    return removals;
}

} // namespace

QList<LogLine> logLines(Database& database, const LogFilter& filter) {
    QByteArray sql = "1";
    QList<Value> values;
    const auto where = [&](const char* condition, const Value& value) {
        sql.append(" AND ").append(condition);
        values << value;
    };
    if (filter.table) {
        where("table_name = ?", nameOf(*filter.table));
    }
    if (!filter.field.isEmpty()) {
        where("field IN (?, '')", filter.field);
    }
    if (!filter.since.isEmpty()) {
        where("CAST(at AS TEXT) >= ?", filter.since); // a DATETIME column would compare years as numbers
    }
    if (!filter.key.isEmpty()) {
        sql += " AND row_key = ? AND seq < ?";
        QList<LogLine> all;
        LogLine current; // the name that the row has now
        current.seq = std::numeric_limits<qint64>::max();
        current.key = filter.key;
        QList<LogLine> names{current};
        for (qsizetype i = 0; i < names.size(); ++i) { // what is found adds to it
            const QList<LogLine> lines =
                linesWhere(database, sql, values + QList<Value>{keyText(names[i].key), names[i].seq});
            all << lines;
            for (const LogLine& former : formerNames(database, lines)) {
                names << former;
                all << former;
            }
        }
        const auto place = [](const LogLine& line) { return std::tuple(line.seq, line.line, line.edit); };
        std::ranges::sort(all, {}, place);
        all.erase(std::ranges::unique(all, {}, place).begin(), all.end());
        return all;
    }
    QList<LogLine> lines = linesWhere(database, sql, values);
    if (!filter.zone.isEmpty()) {
        lines.removeIf([&](const LogLine& line) {
            const auto speaksOf = [&](const Value& cell) {
                const Fields row = line.field.isEmpty() ? rowFromText(line.table, textOf(cell)) : Fields();
                return textOf(row.value(u"zone"_s)) == filter.zone ||
                       (line.field == "zone"_L1 && textOf(cell) == filter.zone);
            };
            const bool named =
                (line.table == Table::Zones || line.table == Table::Observations) && line.key.value(0) == filter.zone;
            return !named && !speaksOf(line.before) && !speaksOf(line.after);
        });
    }
    return lines;
}

QList<LogLine> asCellChanges(const QList<LogLine>& lines) {
    QList<LogLine> changes;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i + 1 == lines.size() || !isRenaming(lines[i], lines[i + 1])) {
            changes << lines[i];
            continue;
        }
        LogLine change = lines[++i];
        const Fields before = rowFromText(change.table, textOf(lines[i - 1].before));
        const Fields after = rowFromText(change.table, textOf(lines[i].after));
        change.change = Change::Kind::Update;
        for (const Column& column : columnsOf(change.table)) {
            change.field = column.name;
            change.before = textOrNull(before.value(column.name));
            change.after = textOrNull(after.value(column.name));
            const bool bookkeeping = change.field == "author"_L1 || change.field == "edited_at"_L1;
            if (change.before != change.after && !bookkeeping) {
                changes << change;
            }
        }
    }
    return changes;
}

QList<LogEntry> logEntries(Database& database) {
    QList<LogEntry> entries;
    const Statement rows = database.prepare(
        QByteArray("SELECT ") + lineColumns +
        ", (SELECT count(*) FROM edits AS all_lines WHERE all_lines.edit = edits.edit) FROM edits WHERE line = 0 "
        "ORDER BY seq, fid");
    while (database.next(rows)) {
        LogLine line = readLine(database, rows);
        entries << LogEntry{line.edit,
                            line.seq,
                            line.at,
                            line.author,
                            line.reason,
                            line.action,
                            static_cast<int>(integer(database.value(rows, 15))),
                            line};
    }
    return entries;
}

} // namespace tiermap
