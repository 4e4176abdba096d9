#include "core/store/project_file.h"

#include "core/store/backup.h"
#include "core/store/content.h"
#include "core/store/plan_facts.h"
#include "core/store/project_reader.h"
#include "core/store/project_writer.h"
#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr QByteArrayView sqliteMagic("SQLite format 3\0", 16);

/// Why a file is no SQLite database that can be read; nothing where it may be one.
std::optional<Problem> obstacle(const QString& path) {
    QFile file(path);
    if (!file.exists()) {
        return Problem{.code = Problem::Code::FileMissing, .file = path};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Problem{.code = Problem::Code::FileUnreadable, .file = path, .arguments = {file.errorString()}};
    }
    if (file.read(sqliteMagic.size()) != sqliteMagic) {
        return Problem{.code = Problem::Code::NotAProject, .file = path};
    }
    return std::nullopt;
}

QStringList filledSideFiles(const QString& path) {
    QStringList result;
    for (const QString& ending : {u"-wal"_s, u"-journal"_s}) {
        if (QFileInfo(path + ending).size() > 0) {
            result << ending;
        }
    }
    return result;
}

/// A file in WAL mode that was left whole needs a -shm file to be read by the rules; looked at as unchanging it does not.
bool isInWalMode(const QString& path) {
    QFile file(path);
    constexpr qint64 readVersionAt = 19;
    return file.open(QIODevice::ReadOnly) && file.seek(readVersionAt) && file.read(1) == "\2";
}

/// A project file that is open to be read, as its writer left it.
struct Reading {
    std::unique_ptr<QTemporaryDir> folder; ///< of the copy that is read in its stead
    Database database;
};

/// Another program (QGIS) is at work on the file, or died over it: part of what was written stands beside it. A copy of
/// both is read, since reading the file alone would miss that and opening it in place would change it.
Reading copyToRead(const QString& path, const QStringList& sideFiles, FirstProblem& problem) {
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(u"copy.gpkg"_s);
    bool copied = folder->isValid() && QFile::copy(path, copy);
    for (const QString& ending : sideFiles) {
        copied = copied && QFile::copy(path + ending, copy + ending);
    }
    if (!copied) {
        problem.note({.code = Problem::Code::FileUnreadable, .file = path, .arguments = {folder->errorString()}});
        return {.folder = {}, .database = Database::inMemory(path, problem)};
    }
    // A copy keeps the permissions of a read-only file.
    for (const QString& file : {copy, copy + u"-wal"_s, copy + u"-journal"_s}) {
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    }
    return {.folder = std::move(folder), .database = Database::recovering(copy, problem)};
}

Reading openToRead(const QString& path, FirstProblem& problem) {
    if (const auto obstructed = obstacle(path)) {
        problem.note(*obstructed);
        return {.folder = {}, .database = Database::inMemory(path, problem)};
    }
    const QStringList sideFiles = filledSideFiles(path);
    if (sideFiles == QStringList{u"-journal"_s}) { // of a writer at work, which SQLite waits for, or of one that died
        FirstProblem hot;
        Database database = Database::reading(path, hot);
        database.run("SELECT 1 FROM sqlite_schema");
        if (!hot) {
            database.reportTo(problem);
            return {.folder = {}, .database = std::move(database)};
        }
    }
    if (!sideFiles.isEmpty()) {
        return copyToRead(path, sideFiles, problem);
    }
    return {.folder = {},
            .database = isInWalMode(path) ? Database::immutable(path, problem) : Database::reading(path, problem)};
}

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
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {file.errorString()}});
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
    Reading reading = openToRead(path, problem);
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
    Reading reading = openToRead(path, problem);
    QList<LayerFeature> features = layerFeaturesIn(reading.database, data);
    if (problem) {
        return std::unexpected(*problem);
    }
    return features;
}

Result<void> copyProjectFile(const QString& from, const QString& to) {
    FirstProblem problem;
    Reading reading = openToRead(from, problem);
    const QByteArray image = reading.database.image();
    if (problem) {
        return std::unexpected(*problem);
    }
    return saveBytes(to, image);
}

std::optional<int> schemaVersionIn(const QString& path) {
    FirstProblem problem;
    Reading reading = openToRead(path, problem);
    return holdsProject(reading.database) ? std::optional(schemaVersionOf(reading.database)) : std::nullopt;
}

} // namespace tiermap
