#include "core/store/backup.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// One place for each project, wherever it stands: its name, and what tells namesakes in other folders apart.
QString backupPath(const QString& project) {
    const QFileInfo info(project);
    const QByteArray place =
        QCryptographicHash::hash(QDir::cleanPath(info.absoluteFilePath()).toUtf8(), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + u"/tiermap/backups/"_s +
           QString::fromLatin1(place.toHex().first(12)) + u'-' + info.fileName();
}

} // namespace

void keepBackup(const QString& project) {
    const QString path = backupPath(project);
    QFileInfo now(project);
    now.stat(); // as it is before it is copied
    const QFileInfo kept(path);
    if (kept.exists() && kept.size() == now.size() && kept.lastModified() == now.lastModified()) {
        return;
    }
    const QString beside = path + u".new"_s;
    QDir().mkpath(kept.absolutePath());
    QFile::remove(beside);
    const bool copied = QFile::copy(project, beside);
    const QFileInfo then(project);
    if (!copied || then.size() != now.size() || then.lastModified() != now.lastModified()) { // somebody writes to it
        QFile::remove(beside);
        return;
    }
    QFile copy(beside);
    if (copy.open(QIODevice::ReadWrite)) {
        copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        copy.setFileTime(now.lastModified(), QFileDevice::FileModificationTime);
        copy.close();
        QFile::remove(path);
        copy.rename(path);
    }
}

std::optional<Backup> lastGoodState(const QString& project) {
    const QFileInfo kept(backupPath(project));
    return kept.exists() ? std::optional(Backup{kept.absoluteFilePath(), kept.lastModified()}) : std::nullopt;
}

Problem withLastGoodState(Problem problem) {
    using enum Problem::Code;
    const bool broken = problem.code == ProjectDamaged || problem.code == NotAProject || problem.code == DatabaseError;
    if (const auto backup = broken ? lastGoodState(problem.file) : std::nullopt) {
        const QString what =
            problem.code == ProjectDamaged || problem.code == DatabaseError ? problem.arguments.value(0) : QString();
        problem.code = ProjectDamaged;
        problem.arguments = {what, backup->file, backup->at.toString(u"yyyy-MM-dd HH:mm"_s)};
    }
    return problem;
}

} // namespace tiermap
