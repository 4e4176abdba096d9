#include "core/store/project_lock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QSysInfo>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A process needs far less from making its lock file to having written into it who it is.
constexpr qint64 makingSeconds = 2;

/// Whether the process that made the lock may be gone although QLockFile takes it for alive: it looks for a process of
/// that number, which may be another one by now, and takes a lock that does not say whose it is for good.
bool mayBeLeftBehind(const QLockFile& lock) {
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program) || host.isEmpty()) { // it has not got that far
        const QFileInfo file(lock.fileName());
        return file.exists() && std::abs(file.lastModified().secsTo(QDateTime::currentDateTime())) >= makingSeconds;
    }
    // Of this computer since it was started. What another one holds over a network cannot be seen from here.
    QFile file(lock.fileName());
    const QByteArray boot = QSysInfo::bootUniqueId();
    return !boot.isEmpty() && file.open(QIODevice::ReadOnly) && file.readAll().contains(boot);
}

/// The system lets go of its own lock on that file as a process ends: only then can it be removed.
bool takeOver(QLockFile& lock) {
    return lock.error() == QLockFile::LockFailedError && mayBeLeftBehind(lock) && lock.removeStaleLockFile() &&
           lock.tryLock(0);
}

Problem problemOf(const QLockFile& lock, const QString& project) {
    if (lock.error() != QLockFile::LockFailedError) {
        const bool full = QStorageInfo(QFileInfo(project).absolutePath()).bytesAvailable() < 4096;
        const int reason = lock.error() == QLockFile::PermissionError ? EACCES : full ? ENOSPC : 0;
        return {.code = Problem::Code::ReadOnly,
                .file = project,
                .arguments = reason == 0 ? QStringList() : QStringList{qt_error_string(reason)}};
    }
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program) || host.isEmpty()) {
        return {.code = Problem::Code::ProjectBusy, .file = project};
    }
    return {.code = Problem::Code::ProjectHeld,
            .file = project,
            .arguments = {u"%1 (%2)"_s.arg(program).arg(process), host, lock.fileName()}};
}

} // namespace

Result<std::unique_ptr<QLockFile>> lockProject(const QString& file, int waitMilliseconds) {
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(0); // a project may be open for days
    if (lock->tryLock(0) || takeOver(*lock) || lock->tryLock(waitMilliseconds) || takeOver(*lock)) {
        return lock;
    }
    return std::unexpected(problemOf(*lock, file));
}

} // namespace tiermap
