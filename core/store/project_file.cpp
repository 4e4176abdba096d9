#include "core/store/project_file.h"

#include "core/store/backup.h"
#include "core/store/content.h"
#include "core/store/plan_facts.h"
#include "core/store/project_reader.h"
#include "core/store/project_writer.h"
#include "core/store/readable_file.h"
#include "core/store/schema.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Written beside, synced, renamed.
Result<void> saveBytes(const QString& path, const QByteArray& bytes) {
    // Renaming would put the project in the place of a device or pipe, even through a link, and destroy it.
    if (QFileInfo there(path); there.exists() && !there.isFile()) {
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable,
                                       .file = path,
                                       .arguments = {qt_error_string(there.isDir() ? EISDIR : EEXIST)}});
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        // A disk that fills up half-way is an unknown error to Qt.
        const bool full = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() < bytes.size();
        const QString reason = file.isOpen() && full ? qt_error_string(ENOSPC) : file.errorString();
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {reason}});
    }
    return {};
}

} // namespace

int schemaVersionOf(Database& database) {
    const Statement statement = database.prepare("SELECT value FROM tiermap_project WHERE key = ?");
    database.bind(statement, {QString(schemaVersionKey)});
    return database.next(statement) ? textOf(database.value(statement, 0)).toInt() : 0;
}

void migrate(Database& database) {
    for (int version = schemaVersionOf(database); version >= 1 && version < schemaVersion; ++version) {
        database.run(migrationSql(version));
        if (version == 3) { // one of its rows is content, which nobody edited
            addToKnown(database, Table::Boundary);
        }
    }
}

Result<void> writeProjectFile(const QString& path, const Project& project) {
    FirstProblem problem;
    Database database = Database::inMemory(path, problem);
    writeProject(database, project);
    const QByteArray image = database.image();
    if (problem) {
        return std::unexpected(*problem);
    }
    return saveBytes(path, image);
}

Result<Project> readProjectFile(const QString& path) {
    FirstProblem problem;
    ReadableFile reading = openToRead(path, problem);
    Database& database = reading.database;
    Project project;
    if (!holdsProject(database)) {
        problem.note({.code = Problem::Code::NotAProject, .file = path});
    } else if (const int version = schemaVersionOf(database); version < 1 || version >= schemaVersion) {
        database.run("BEGIN"); // so that all tables are of one moment
        project = readProject(database);
    } else {
        Database newer = Database::ofImage(path, database.image(), problem);
        migrate(newer);
        project = readProject(newer);
    }
    if (problem) {
        Problem named = *problem;
        named.file = path;
        return std::unexpected(withLastGoodState(named));
    }
    project.file = path;
    return project;
}

Result<QList<LayerFeature>> readLayerFeatures(const QString& path, const QString& data) {
    FirstProblem problem;
    ReadableFile reading = openToRead(path, problem);
    QList<LayerFeature> features = layerFeaturesIn(reading.database, data);
    if (problem) {
        return std::unexpected(*problem);
    }
    return features;
}

Result<QList<ExportedFigure>> readExportedFigures(const QString& path) {
    FirstProblem problem;
    ReadableFile reading = openToRead(path, problem);
    const bool hasThem = holdsProject(reading.database) && schemaVersionOf(reading.database) >= 7;
    QList<ExportedFigure> all = hasThem ? exportedFiguresIn(reading.database) : QList<ExportedFigure>();
    if (problem) {
        return std::unexpected(*problem);
    }
    return all;
}

Result<void> readTableRows(const QString& path, Table table,
                           const std::function<bool(const QList<Value>& cells)>& take) {
    FirstProblem problem;
    ReadableFile reading = openToRead(path, problem);
    const int version = holdsProject(reading.database) ? schemaVersionOf(reading.database) : 0;
    if (version < 1) {
        problem.note({.code = Problem::Code::NotAProject, .file = path});
    } else if (version > schemaVersion) {
        problem.note({.code = Problem::Code::SchemaTooNew,
                      .file = path,
                      .arguments = {QString::number(version), QString::number(schemaVersion)}});
    }
    std::optional<Database> newer;
    if (!problem && version < schemaVersion) {
        migrate(newer.emplace(Database::ofImage(path, reading.database.image(), problem)));
    }
    Database& database = newer ? *newer : reading.database;
    database.run("BEGIN"); // so that all rows are of one moment
    const Statement rows =
        database.prepare("SELECT " + rowColumns(table) + " FROM " + nameOf(table).toUtf8() + " ORDER BY ordinal, fid");
    bool goesOn = true;
    while (goesOn && database.next(rows)) {
        goesOn = take(storedRow(database, rows, table).cells);
    }
    if (problem) {
        Problem named = *problem;
        named.file = path;
        return std::unexpected(withLastGoodState(named));
    }
    return {};
}

Result<void> copyProjectFile(const QString& from, const QString& to) {
    FirstProblem problem;
    ReadableFile reading = openToRead(from, problem);
    const QByteArray image = reading.database.image();
    if (problem) {
        return std::unexpected(*problem);
    }
    return saveBytes(to, image);
}

std::optional<int> schemaVersionIn(const QString& path) {
    FirstProblem problem;
    ReadableFile reading = openToRead(path, problem);
    return holdsProject(reading.database) ? std::optional(schemaVersionOf(reading.database)) : std::nullopt;
}

} // namespace tiermap
