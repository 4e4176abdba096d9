#include "core/store/readable_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

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

/// What a file and those beside it are like at a moment; another writer changes it.
struct Moment {
    QList<std::pair<qint64, QDateTime>> files; ///< size and time

    explicit Moment(const QString& path) {
        for (const QString& ending : {QString(), u"-wal"_s, u"-journal"_s}) {
            const QFileInfo file(path + ending);
            files << std::pair(file.size(), file.lastModified());
        }
    }
    friend bool operator==(const Moment&, const Moment&) = default;
};

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

ReadableFile none(const QString& path, FirstProblem& problem) {
    return {.folder = {}, .database = Database::inMemory(path, problem)};
}

/// Another program (QGIS) is at work on the file, or died over it: part of what was written stands beside it. A copy of
/// both is read, since reading the file alone would miss that and opening it in place would change it.
ReadableFile copyToRead(const QString& path, const QStringList& sideFiles, FirstProblem& problem) {
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(u"copy.gpkg"_s);
    bool copied = folder->isValid() && QFile::copy(path, copy);
    for (const QString& ending : sideFiles) {
        copied = copied && QFile::copy(path + ending, copy + ending);
    }
    if (!copied) {
        problem.note({.code = Problem::Code::FileUnreadable, .file = path, .arguments = {folder->errorString()}});
        return none(path, problem);
    }
    // A copy keeps the permissions of a read-only file.
    for (const QString& file : {copy, copy + u"-wal"_s, copy + u"-journal"_s}) {
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    }
    return {.folder = std::move(folder), .database = Database::recovering(copy, problem)};
}

/// Whether what was opened holds good whatever others do meanwhile: SQLite's locks see to that.
struct Opened {
    ReadableFile file;
    bool locked = false;
};

Opened openNow(const QString& path, FirstProblem& problem) {
    const QStringList sideFiles = filledSideFiles(path);
    const bool inWalMode = isInWalMode(path);
    // A journal is that of a writer at work, which SQLite waits for, or of one that died: then reading would be writing.
    if (sideFiles == QStringList{u"-journal"_s} || (sideFiles.isEmpty() && !inWalMode)) {
        FirstProblem hot;
        Database database = Database::reading(path, hot);
        database.run("SELECT 1 FROM sqlite_schema");
        if (!hot || sideFiles.isEmpty()) {
            if (hot) {
                problem.note(*hot);
            }
            database.reportTo(problem);
            return {{.folder = {}, .database = std::move(database)}, !problem};
        }
    }
    if (!sideFiles.isEmpty()) {
        return {copyToRead(path, sideFiles, problem)};
    }
    return {{.folder = {}, .database = Database::immutable(path, problem)}};
}

} // namespace

ReadableFile openToRead(const QString& path, FirstProblem& problem) {
    if (const auto obstructed = obstacle(path)) {
        problem.note(*obstructed);
        return none(path, problem);
    }
    // While it is looked at a writer may begin, end or die: only a file that stood still is believed.
    constexpr int tries = 20;
    for (int i = 1;; ++i) {
        const Moment before(path);
        FirstProblem found;
        Opened opened = openNow(path, found);
        if (opened.locked || before == Moment(path) || i == tries) {
            if (found) {
                problem.note(*found);
            }
            opened.file.database.reportTo(problem);
            return std::move(opened.file);
        }
    }
}

} // namespace tiermap
