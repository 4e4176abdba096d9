#include "core/store/project_file.h"

#include "core/store/project_reader.h"
#include "core/store/project_writer.h"

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

Result<Project> read(const QString& path, const std::optional<QString>& copy) {
    FirstProblem problem;
    Database database = copy ? Database::recovering(*copy, problem) : Database::immutable(path, problem);
    Project project;
    if (holdsProject(database)) {
        project = readProject(database);
    } else {
        problem.note({.code = Problem::Code::NotAProject, .file = path});
    }
    if (problem) {
        Problem named = *problem;
        named.file = path;
        return std::unexpected(named);
    }
    project.file = path;
    return project;
}

/// Another program (QGIS) is at work on the file, or died over it: part of what was written stands beside it. A copy of
/// both is read, since reading the file alone would miss that and opening it in place would change it.
Result<Project> readWithSideFiles(const QString& path, const QStringList& sideFiles) {
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.gpkg"_s);
    bool copied = folder.isValid() && QFile::copy(path, copy);
    for (const QString& ending : sideFiles) {
        copied = copied && QFile::copy(path + ending, copy + ending);
    }
    if (!copied) {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnreadable, .file = path, .arguments = {folder.errorString()}});
    }
    // A copy keeps the permissions of a read-only file.
    for (const QString& file : {copy, copy + u"-wal"_s, copy + u"-journal"_s}) {
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    }
    return read(path, copy);
}

} // namespace

Result<void> writeProjectFile(const QString& path, const Project& project) {
    FirstProblem problem;
    Database database = Database::inMemory(path, problem);
    writeProject(database, project);
    const QByteArray image = database.image();
    if (problem) {
        return std::unexpected(*problem);
    }
    // Renaming would put the project in the place of a device or pipe, even through a link, and destroy it.
    if (QFileInfo there(path); there.exists() && !there.isFile()) {
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable,
                                       .file = path,
                                       .arguments = {qt_error_string(there.isDir() ? EISDIR : EEXIST)}});
    }
    // Written beside, synced, renamed.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(image) != image.size() || !file.commit()) {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {file.errorString()}});
    }
    return {};
}

Result<Project> readProjectFile(const QString& path) {
    if (const std::optional<Problem> problem = obstacle(path)) {
        return std::unexpected(*problem);
    }
    const QStringList sideFiles = filledSideFiles(path);
    return sideFiles.isEmpty() ? read(path, std::nullopt) : readWithSideFiles(path, sideFiles);
}

bool isProjectFile(const QString& path) {
    if (obstacle(path)) {
        return false;
    }
    FirstProblem problem;
    Database database = Database::immutable(path, problem);
    return holdsProject(database);
}

} // namespace tiermap
