#include "core/store/open_project.h"

#include "core/plan/consistency.h"
#include "core/project/check.h"
#include "core/store/backup.h"
#include "core/store/layer_styles.h"
#include "core/store/project_file.h"
#include "core/store/project_lock.h"
#include "core/store/readable_file.h"
#include "core/store/row_writer.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What `read` finds in a file, or why it cannot be read.
template <class Read>
auto readFrom(const QString& file, Read read) -> Result<decltype(read(std::declval<Database&>()))> {
    FirstProblem problem;
    ReadableFile reader = openToRead(file, problem);
    auto found = read(reader.database);
    if (problem) {
        return std::unexpected(*problem);
    }
    return found;
}

QString now() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

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
    project->m_reason = Problem{.code = Problem::Code::ReadOnly, .file = file};
    // A file that is write-protected stays as it is, even where the user might write (an administrator, a share).
    constexpr auto anyWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    const QFileInfo info(file);
    const bool writable = info.isWritable() && (info.permissions() & anyWrite);
    if (access == Access::Write && !writable) {
        project->m_reason->arguments = {qt_error_string(EACCES)};
    } else if (access == Access::Write && schemaVersionIn(file)) { // nothing is made beside what is no project
        project->takeLock(waitMilliseconds);
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

void OpenProject::takeLock(int waitMilliseconds) {
    if (auto lock = lockProject(m_project.file, waitMilliseconds)) {
        m_lock = *std::move(lock);
        m_reason.reset();
    } else {
        m_reason = lock.error();
    }
}

Result<void> OpenProject::prepareToWrite() {
    // What makes a file impossible is found before anything is written to it, be it a recovered journal.
    if (const int version = schemaVersionIn(m_project.file).value_or(0); version > schemaVersion) {
        return std::unexpected(Problem{.code = Problem::Code::SchemaTooNew,
                                       .file = m_project.file,
                                       .arguments = {QString::number(version), QString::number(schemaVersion)}});
    }
    FirstProblem problem;
    m_database = Database::recovering(m_project.file, problem);
    // Up to 64 MB of pages stay in memory: a large import touches its tables all over, and each page that has to leave
    // before the end costs a sync of the journal.
    m_database.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
                   "PRAGMA cache_size = -65536");
    // A medium that cannot be written shows here, not at the first edit.
    m_database.run("BEGIN IMMEDIATE; ROLLBACK");
    if (problem) {
        if ((*problem).code == Problem::Code::FileUnwritable) {
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
        if (const auto taken = takeIn(); !taken) {
            return std::unexpected(taken.error());
        }
        keepBackup(m_project.file);
    }
    m_database.reportTo(m_noProblem);
    return problem ? Result<void>(std::unexpected(*problem)) : Result<void>();
}

/// Reads the project, compares it with the hash last logged, and logs what differs. True where something did. All of it
/// is of one moment; what breaks the rules is neither taken in nor logged.
Result<bool> OpenProject::takeIn() {
    FirstProblem problem;
    m_database.reportTo(problem);
    m_database.run("BEGIN IMMEDIATE");
    m_hashBefore = m_hash;
    RowPlaces places;
    Project project = readProject(m_database, &places);
    EditLog log;
    log.load(m_database);
    const ContentHash hash = tiermap::contentHash(m_database);
    const auto known = knownHash(m_database);
    QList<Change> changes;
    if (!known) {
        rememberContent(m_database);
    } else if (*known != hash) {
        changes = changesFromOutside(m_database);
        log.write(m_database, Edit{.changes = changes, .author = u"-"_s}, Action::Outside, 0, now());
        rememberContent(m_database);
    }
    const qint64 version = dataVersion();
    m_database.run("COMMIT");
    if (problem) {
        rollBack();
        return std::unexpected(*problem);
    }
    log.keep();
    m_database.reportTo(m_noProblem);
    m_project = std::move(project);
    m_places = std::move(places);
    m_log = std::move(log);
    m_hash = hash;
    m_dataVersion = version;
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
    if (m_database.hasMoved()) { // another file stands there, as a synchroniser or version control puts it
        const auto prepared = prepareToWrite();
        m_database.reportTo(m_noProblem);
        if (!prepared) {
            return std::unexpected(withLastGoodState(prepared.error()));
        }
        Q_EMIT reloaded();
        return true;
    }
    if (dataVersion() == m_dataVersion) {
        return false;
    }
    // What breaks the rules is refused at each edit until somebody has put it right.
    if (const auto found = takeIn(); !found || !*found) {
        return found;
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

Result<void> OpenProject::keepLayerFeatures(const QString& data, const QList<LayerFeature>& features) {
    return keepAside([&] { writeLayerFeatures(m_database, data, features); });
}

Result<void> OpenProject::keepExport(const ExportedFigure& exported) {
    return keepAside([&] { writeExportedFigure(m_database, exported); });
}

Result<void> OpenProject::forgetExport(const QString& file) {
    return keepAside([&] { forgetExportedFigure(m_database, file); });
}

Result<void> OpenProject::keepAside(const std::function<void()>& write) {
    if (!isWritable()) {
        return std::unexpected(*m_reason);
    }
    if (const auto outside = takeInOutsideChanges(); !outside) {
        return std::unexpected(outside.error());
    }
    FirstProblem problem;
    m_database.reportTo(problem);
    m_database.run("BEGIN IMMEDIATE");
    m_hashBefore = m_hash;
    write();
    m_database.run("COMMIT");
    if (problem) {
        rollBack();
        return std::unexpected(*problem);
    }
    m_database.reportTo(m_noProblem);
    m_dataVersion = dataVersion();
    return {};
}

Result<void> OpenProject::undo(int steps) {
    // What others changed is an edit, too, and the latest one.
    if (const auto outside = takeInOutsideChanges(); !outside) {
        return std::unexpected(outside.error());
    }
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
    // What others changed is an edit, too, and the latest one.
    if (const auto outside = takeInOutsideChanges(); !outside) {
        return std::unexpected(outside.error());
    }
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

/// Opens a transaction in which memory is what the file says. From then on nobody else writes; who wrote while this
/// waited for the lock is taken in first.
Result<void> OpenProject::begin(FirstProblem& problem) {
    for (bool current = false; !current;) {
        if (const auto outside = takeInOutsideChanges(); !outside) {
            return std::unexpected(outside.error());
        }
        m_database.reportTo(problem);
        m_database.run("BEGIN IMMEDIATE");
        current = problem || dataVersion() == m_dataVersion;
        if (!current) {
            m_database.run("ROLLBACK");
            m_database.reportTo(m_noProblem);
        }
    }
    return {};
}

Result<bool> OpenProject::commit(QList<Edit> edits, Action action, const QList<qint64>& undoes) {
    if (!isWritable()) {
        return std::unexpected(*m_reason);
    }
    const QString at = now();
    FirstProblem problem;
    if (const auto begun = begin(problem); !begun) {
        return std::unexpected(begun.error());
    }
    m_hashBefore = m_hash;
    m_touched.clear();
    QList<Change> made;
    for (qsizetype i = 0; i < edits.size() && !problem; ++i) {
        Edit& edit = edits[i];
        // Undo and redo bring author and time back as they were.
        QList<Change> changes;
        RowWriter writer(m_database, edit.author, at, action == Action::Edit);
        for (Change& change : edit.changes) {
            if (writer.make(change)) {
                changes << change;
            }
        }
        m_touched << writer.touched();
        m_hash.add(writer.difference());
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
        for (const TouchedRow& row : m_touched) {
            tables << row.table;
        }
        for (const Table table : tables) {
            m_database.insert(stamp, {at, nameOf(table)});
        }
        m_database.insert(stamp, {at, u"edits"_s});
        checkTouched();
        if (tables.contains(Table::Styles)) {
            tellQgis();
        }
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
    Q_EMIT changed(made);
    return true;
}

/// Zones are drawn after one style at a time, which may be that of another layer's (heat over plain zones).
void OpenProject::tellQgis() {
    const auto drawn = std::ranges::find_if(
        m_project.styles, [](const SavedStyle& style) { return style.key == style.layer && !style.qgis.isEmpty(); });
    writeLayerStyle(m_database, nameOf(Table::Zones), drawn == m_project.styles.end() ? QString() : drawn->qgis);
}

/// Takes the transaction back, in the file and in memory.
void OpenProject::rollBack() {
    FirstProblem unheard; // a commit that failed may have rolled back by itself
    m_database.reportTo(unheard);
    m_database.run("ROLLBACK");
    FirstProblem rereading;
    m_database.reportTo(rereading);
    followTouched();
    m_touched.clear();
    m_hash = m_hashBefore;
    m_log.drop();
    m_database.reportTo(m_noProblem);
}

Result<Fields> OpenProject::row(Table table, const QStringList& key) const {
    return readFrom(m_project.file, [&](Database& database) -> Fields {
        if (const auto row = stored(database, table, key)) {
            return row->fields(table);
        }
        database.problem().note(
            {.code = Problem::Code::RowMissing, .file = database.file(), .arguments = {nameOf(table), key.join(u' ')}});
        return {};
    });
}

/// Brings the touched rows in memory up to date. Returns the indexes of those that are there.
QMap<Table, QList<qsizetype>> OpenProject::followTouched() {
    QMap<Table, QList<qint64>> fids;
    for (const TouchedRow& row : m_touched) {
        fids[row.table] << row.fid;
    }
    QMap<Table, QList<qsizetype>> indexes;
    for (auto [table, rows] : fids.asKeyValueRange()) {
        std::ranges::sort(rows);
        rows.erase(std::ranges::unique(rows).begin(), rows.end());
        indexes[table] = readRows(m_database, table, rows, m_project, m_places);
    }
    return indexes;
}

/// Brings memory up to date and asks whether each touched row keeps the rules that reading the file would ask for.
void OpenProject::checkTouched() {
    const QMap<Table, QList<qsizetype>> indexes = followTouched();
    const Locate locate = locateIn(m_project.file);
    for (const auto& [table, rows] : indexes.asKeyValueRange()) {
        const QLatin1StringView list(namesOf<Table>()[static_cast<std::size_t>(table)].text);
        for (const qsizetype index : rows) {
            if (m_database.problem()) {
                return;
            }
            if (const auto breach = findBreach(m_project.plan, list, index, locate)) {
                m_database.problem().note(*breach);
            } else if (table == Table::Zones) {
                checkShape(m_project.plan.zones[index]);
            } else if (table == Table::Observations) {
                if (auto range = rangeBreach(m_project.plan, m_project.plan.observations[index])) {
                    range->file = m_project.file;
                    m_database.problem().note(*range);
                }
            }
        }
    }
}

/// A zone of a tier without a shape could not be drawn.
void OpenProject::checkShape(const Zone& zone) {
    if (!zone.tier.isEmpty() && !m_project.zoneShapes.contains(zone.code)) {
        m_database.problem().note({.code = Problem::Code::GeometryMissing,
                                   .file = m_project.file,
                                   .field = u"zones.tier"_s,
                                   .arguments = {zone.code},
                                   .record = zone.code});
    }
}

qint64 OpenProject::dataVersion() {
    const Statement statement = m_database.prepare("PRAGMA data_version");
    const Value version = m_database.next(statement) ? m_database.value(statement, 0) : Value();
    const auto* number = std::get_if<qint64>(&version);
    return number == nullptr ? 0 : *number;
}

Result<QList<LogLine>> OpenProject::lines(const LogFilter& filter) const {
    return readFrom(m_project.file, [&](Database& database) { return logLines(database, filter); });
}

Result<QList<LogEntry>> OpenProject::entries() const {
    return readFrom(m_project.file, [](Database& database) { return logEntries(database); });
}

} // namespace tiermap
