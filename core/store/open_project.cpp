#include "core/store/open_project.h"

#include "core/plan/consistency.h"
#include "core/project/check.h"
#include "core/store/backup.h"
#include "core/store/project_file.h"
#include "core/store/row_key.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString now() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

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
        return 0.0;
    case Column::Kind::Flag:
        return qint64(0);
    case Column::Kind::Choice:
        return column.allowed().section(u", "_s, 0, 0);
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

} // namespace

QString systemAuthor() {
    for (const char* variable : {"TIERMAP_AUTHOR", "USER", "LOGNAME", "USERNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty()) {
            return name;
        }
    }
    return QFileInfo(QDir::homePath()).owner();
}

OpenProject::OpenProject(const QString& file, FirstProblem& problem)
    : m_author(systemAuthor())
    , m_database(Database::inMemory(file, problem)) {
    m_project.file = file;
}

OpenProject::~OpenProject() = default;

Result<std::unique_ptr<OpenProject>> OpenProject::open(const QString& file, Access access, int waitMilliseconds) {
    FirstProblem problem;
    std::unique_ptr<OpenProject> project(new OpenProject(file, problem));
    if (access == Access::Write) {
        auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
        lock->setStaleLockTime(0); // a project may be open for days
        if (!QFileInfo::exists(file) || !isProjectFile(file)) {
            // Nothing is made beside what is no project: reading it tells what it is.
        } else if (!QFileInfo(file).isWritable()) {
            project->m_reason = Problem{.code = Problem::Code::ReadOnly, .file = file};
        } else if (lock->tryLock(waitMilliseconds)) {
            project->m_lock = std::move(lock);
        } else if (lock->error() == QLockFile::LockFailedError) {
            qint64 process = 0;
            QString host;
            QString program;
            lock->getLockInfo(&process, &host, &program);
            project->m_reason = Problem{.code = Problem::Code::ProjectHeld,
                                        .file = file,
                                        .arguments = {u"%1 (%2)"_s.arg(program).arg(process), host, lock->fileName()}};
        } else {
            project->m_reason = Problem{.code = Problem::Code::ReadOnly, .file = file};
        }
    } else {
        project->m_reason = Problem{.code = Problem::Code::ReadOnly, .file = file};
    }
    if (project->m_lock) {
        if (const auto prepared = project->prepareToWrite(); !prepared) {
            return std::unexpected(withLastGoodState(prepared.error()));
        }
    }
    if (!project->m_lock) {
        Result<Project> content = readProjectFile(file);
        if (!content) {
            return std::unexpected(content.error());
        }
        project->m_project = *std::move(content);
    }
    return project;
}

Result<void> OpenProject::prepareToWrite() {
    // What makes a file impossible is found before anything is written to it, be it a recovered journal.
    FirstProblem problem;
    {
        Database look = Database::immutable(m_project.file, problem);
        if (const int version = schemaVersionOf(look); !problem && version > schemaVersion) {
            problem.note({.code = Problem::Code::SchemaTooNew,
                          .file = m_project.file,
                          .arguments = {QString::number(version), QString::number(schemaVersion)}});
        }
    }
    if (problem) {
        return std::unexpected(*problem);
    }
    m_database = Database::recovering(m_project.file, problem);
    m_database.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON");
    // A medium that cannot be written shows here, not at the first edit.
    m_database.run("BEGIN IMMEDIATE; ROLLBACK");
    if (problem) {
        if (problem && (*problem).code == Problem::Code::FileUnwritable) {
            m_reason =
                Problem{.code = Problem::Code::ReadOnly, .file = m_project.file, .arguments = (*problem).arguments};
            m_lock.reset();
            return {};
        }
        return std::unexpected(*problem);
    }
    if (schemaVersionOf(m_database) < schemaVersion) {
        if (const auto readable = readProjectFile(m_project.file); !readable) {
            return std::unexpected(readable.error());
        }
        keepBackup(m_project.file);
        m_database.run("BEGIN IMMEDIATE");
        migrate(m_database);
        m_database.run("COMMIT");
    }
    if (!problem) {
        if (const auto loaded = load(); !loaded) {
            return loaded;
        }
        keepBackup(m_project.file);
        if (const auto outside = logOutsideChanges(); !outside) {
            return std::unexpected(outside.error());
        }
        m_dataVersion = dataVersion();
    }
    m_database.reportTo(m_noProblem);
    return problem ? Result<void>(std::unexpected(*problem)) : Result<void>();
}

Result<void> OpenProject::load() {
    FirstProblem problem;
    m_database.reportTo(problem);
    m_database.run("BEGIN");
    RowPlaces places;
    Project project = readProject(m_database, &places);
    m_log.load(m_database);
    m_database.run("COMMIT");
    m_database.reportTo(m_noProblem);
    if (problem) {
        return std::unexpected(*problem);
    }
    m_project = std::move(project);
    m_places = std::move(places);
    return {};
}

/// Compares the rows with the hash last logged.
Result<bool> OpenProject::logOutsideChanges() {
    FirstProblem problem;
    m_database.reportTo(problem);
    m_database.run("BEGIN IMMEDIATE");
    m_hash = tiermap::contentHash(m_database);
    const auto known = knownHash(m_database);
    QList<Change> changes;
    if (!known) {
        rememberContent(m_database);
    } else if (*known != m_hash) {
        changes = changesFromOutside(m_database);
        m_log.write(m_database, Edit{.changes = changes, .author = u"-"_s}, Action::Outside, 0, now());
        rememberContent(m_database);
    }
    m_database.run("COMMIT");
    if (problem) {
        rollBack();
        return std::unexpected(*problem);
    }
    m_log.keep();
    m_database.reportTo(m_noProblem);
    if (!changes.isEmpty()) {
        m_outside = changes;
    }
    return !changes.isEmpty();
}

Result<bool> OpenProject::takeInOutsideChanges() {
    if (!isWritable()) {
        const Result<Project> content = readProjectFile(m_project.file);
        if (!content) {
            return std::unexpected(content.error());
        }
        if (content->plan == m_project.plan && content->zoneShapes == m_project.zoneShapes) {
            return false;
        }
        m_project = *content;
        Q_EMIT reloaded();
        return true;
    }
    if (dataVersion() == m_dataVersion) {
        return false;
    }
    const auto found = logOutsideChanges();
    m_dataVersion = dataVersion();
    if (!found || !*found) {
        return found;
    }
    if (const auto loaded = load(); !loaded) {
        return std::unexpected(loaded.error());
    }
    Q_EMIT reloaded();
    return true;
}

Result<bool> OpenProject::apply(Edit edit) {
    if (edit.author.isEmpty()) {
        edit.author = m_author;
    }
    return commit({std::move(edit)}, Action::Edit, {0});
}

Result<void> OpenProject::undo(int steps) {
    if (!canUndo()) {
        return std::unexpected(Problem{.code = Problem::Code::NothingToUndo, .file = m_project.file});
    }
    FirstProblem problem;
    m_database.reportTo(problem);
    QList<Edit> edits;
    QList<qint64> undoes;
    for (qsizetype i = m_log.done().size() - 1; i >= 0 && steps-- > 0; --i) {
        undoes << m_log.done()[i];
        edits << inverse(loggedEdit(m_database, undoes.last()));
        edits.last().author = m_author;
    }
    m_database.reportTo(m_noProblem);
    if (problem) {
        return std::unexpected(*problem);
    }
    return commit(std::move(edits), Action::Undo, undoes).transform([](bool) {});
}

Result<void> OpenProject::redo(int steps) {
    if (!canRedo()) {
        return std::unexpected(Problem{.code = Problem::Code::NothingToRedo, .file = m_project.file});
    }
    FirstProblem problem;
    m_database.reportTo(problem);
    QList<Edit> edits;
    QList<qint64> redoes;
    for (qsizetype i = m_log.undone().size() - 1; i >= 0 && steps-- > 0; --i) {
        redoes << m_log.undone()[i];
        edits << loggedEdit(m_database, redoes.last());
        edits.last().author = m_author;
    }
    m_database.reportTo(m_noProblem);
    if (problem) {
        return std::unexpected(*problem);
    }
    return commit(std::move(edits), Action::Redo, redoes).transform([](bool) {});
}

Result<bool> OpenProject::commit(QList<Edit> edits, Action action, const QList<qint64>& undoes) {
    if (!isWritable()) {
        return std::unexpected(*m_reason);
    }
    if (const auto outside = takeInOutsideChanges(); !outside) {
        return std::unexpected(outside.error());
    }
    const QString at = now();
    FirstProblem problem;
    m_database.reportTo(problem);
    m_database.run("BEGIN IMMEDIATE");
    m_hashBefore = m_hash;
    m_touched.clear();
    QList<Change> made;
    for (qsizetype i = 0; i < edits.size() && !problem; ++i) {
        Edit& edit = edits[i];
        // Undo and redo bring author and time back as they were.
        QList<Change> changes;
        for (Change& change : edit.changes) {
            if (make(change, edit.author, at, action == Action::Edit)) {
                changes << change;
            }
        }
        edit.changes = changes;
        if (!edit.changes.isEmpty() || action != Action::Edit) {
            m_log.write(m_database, edit, action, undoes[i], at);
        }
        made << edit.changes;
    }
    if (made.isEmpty() && action == Action::Edit) {
        rollBack();
        return problem ? Result<bool>(std::unexpected(*problem)) : Result<bool>(false);
    }
    if (!problem) {
        setKnownHash(m_database, m_hash);
        const Statement stamp = m_database.prepare("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?");
        QSet<Table> tables;
        for (const Touched& row : m_touched) {
            tables << row.table;
        }
        for (const Table table : tables) {
            m_database.insert(stamp, {at, nameOf(table)});
        }
        m_database.insert(stamp, {at, u"edits"_s});
        checkTouched();
    }
    m_database.run("COMMIT");
    if (problem) {
        Problem why = *problem;
        if (why.code == Problem::Code::StillUsed && why.arguments.isEmpty()) {
            for (const Change& change : made) {
                if (change.kind == Change::Kind::Remove && why.arguments.isEmpty()) {
                    why.arguments = {change.key.join(u' ')};
                    why.field = nameOf(change.table);
                }
            }
        }
        rollBack();
        return std::unexpected(why);
    }
    m_log.keep();
    m_touched.clear();
    m_database.reportTo(m_noProblem);
    m_dataVersion = dataVersion();
    Q_EMIT changed(made);
    return true;
}

/// Takes the transaction back, in the file and in memory.
void OpenProject::rollBack() {
    FirstProblem unheard; // a commit that failed may have rolled back by itself
    m_database.reportTo(unheard);
    m_database.run("ROLLBACK");
    FirstProblem rereading;
    m_database.reportTo(rereading);
    for (const Touched& row : m_touched) {
        readRow(m_database, row.table, row.fid, m_project, m_places);
    }
    m_touched.clear();
    m_hash = m_hashBefore;
    m_log.drop();
    m_database.reportTo(m_noProblem);
}

void OpenProject::fail(Problem problem, Table table, const QStringList& key) {
    problem.file = m_project.file;
    problem.field = nameOf(table) + (problem.field.isEmpty() ? QString() : u'.' + problem.field);
    problem.record = key.join(u' ');
    m_database.problem().note(problem);
}

std::optional<Fields> OpenProject::row(Table table, const QStringList& key) {
    FirstProblem problem;
    Database reader = Database::reading(m_project.file, problem);
    const auto row = stored(reader, table, key);
    return row ? std::optional(row->fields(table)) : std::nullopt;
}

/// Makes one change and completes it: what was there before, what the row got by itself. False where it changes nothing.
bool OpenProject::make(Change& change, const QString& author, const QString& at, bool stamp) {
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
        if (column != nullptr) {
            if (const auto fault = faultOf(*column, cell.value())) {
                fail(*fault, change.table, change.key);
                return false;
            }
        }
    }
    if (change.kind == Change::Kind::Insert) {
        return insert(change, author, at, stamp);
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
    return update(change, *row, author, at, stamp);
}

bool OpenProject::update(Change& change, const StoredRow& row, const QString& author, const QString& at, bool stamp) {
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
    if (stamp && change.table == Table::Observations) {
        for (const auto& [column, text] : {std::pair(u"author"_s, author), std::pair(u"edited_at"_s, at)}) {
            change.before[column] = cells.value(column);
            change.after[column] = text;
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

bool OpenProject::insert(Change& change, const QString& author, const QString& at, bool stamp) {
    QByteArray names;
    QList<Value> values;
    const auto add = [&](const QString& name, const Value& value) {
        names += (names.isEmpty() ? "" : ", ") + quoted(name);
        values << value;
        change.after[name] = value;
    };
    for (const Column& column : columnsOf(change.table)) {
        const Value value = change.after.contains(column.name) ? change.after.value(column.name) : emptyCell(column);
        if (const auto fault = faultOf(column, value)) {
            fail(*fault, change.table, change.key);
            return false;
        }
        add(column.name, value);
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
    if (stamp && change.table == Table::Observations) {
        change.after[u"author"_s] = author;
        change.after[u"edited_at"_s] = at;
        names.clear();
        values.clear();
        for (const Column& column : columnsOf(change.table)) {
            add(column.name, change.after.value(column.name));
        }
    }
    if (!change.after.contains(u"ordinal"_s)) {
        const Statement last = m_database.prepare("SELECT max(ordinal) FROM " + nameBytes(change.table));
        const Value ordinal = m_database.next(last) ? m_database.value(last, 0) : Value();
        const auto* number = std::get_if<qint64>(&ordinal);
        change.after[u"ordinal"_s] = number == nullptr ? qint64(0) : *number + 1;
    }
    if (!change.after.contains(u"fid"_s)) {
        change.after[u"fid"_s] = rowKey(change.key);
    }
    add(u"ordinal"_s, change.after.value(u"ordinal"_s));
    add(u"fid"_s, change.after.value(u"fid"_s));
    m_database.insert(m_database.prepare("INSERT INTO " + nameBytes(change.table) + " (" + names + ") VALUES (?" +
                                         QByteArray(", ?").repeated(values.size() - 1) + ")"),
                      values);
    if (const auto row = stored(m_database, change.table, change.key)) {
        remember(m_database, change.table, *row);
        m_hash.add(hashOf(change.table, row->fid, packed(*row)));
        m_touched << Touched{change.table, row->fid};
    }
    return true;
}

void OpenProject::remove(Change& change, const StoredRow& row) {
    change.before = row.fields(change.table);
    m_database.insert(m_database.prepare("DELETE FROM " + nameBytes(change.table) + " WHERE fid = ?"), {row.fid});
    forget(m_database, change.table, row.fid);
    m_hash.remove(hashOf(change.table, row.fid, packed(row)));
    m_touched << Touched{change.table, row.fid};
}

void OpenProject::follow(const StoredRow& before, const StoredRow& after, Table table) {
    remember(m_database, table, after);
    m_hash.remove(hashOf(table, before.fid, packed(before)));
    m_hash.add(hashOf(table, after.fid, packed(after)));
    m_touched << Touched{table, after.fid};
}

/// Brings memory up to date and asks whether each touched row keeps the rules that reading the file would ask for.
void OpenProject::checkTouched() {
    QHash<Table, QList<qint64>> rows;
    for (const Touched& row : m_touched) {
        readRow(m_database, row.table, row.fid, m_project, m_places);
    }
    const Locate locate = locateIn(m_project.file);
    for (const Touched& row : m_touched) {
        const auto index = readRow(m_database, row.table, row.fid, m_project, m_places);
        if (!index || m_database.problem()) {
            continue;
        }
        const QLatin1StringView list(namesOf<Table>()[static_cast<std::size_t>(row.table)].text);
        if (const auto breach = findBreach(m_project.plan, list, *index, locate)) {
            m_database.problem().note(*breach);
        } else if (row.table == Table::Observations) {
            if (const auto range = rangeBreach(m_project.plan, m_project.plan.observations[*index])) {
                Problem problem = *range;
                problem.file = m_project.file;
                m_database.problem().note(problem);
            }
        }
    }
}

qint64 OpenProject::dataVersion() {
    const Statement statement = m_database.prepare("PRAGMA data_version");
    const Value version = m_database.next(statement) ? m_database.value(statement, 0) : Value();
    const auto* number = std::get_if<qint64>(&version);
    return number == nullptr ? 0 : *number;
}

QList<LogLine> OpenProject::lines(const LogFilter& filter) {
    FirstProblem problem;
    Database reader = Database::reading(m_project.file, problem);
    return logLines(reader, filter);
}

QList<LogEntry> OpenProject::entries() {
    FirstProblem problem;
    Database reader = Database::reading(m_project.file, problem);
    return logEntries(reader);
}

} // namespace tiermap
