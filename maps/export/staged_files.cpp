#include "maps/export/staged_files.h"

#include <unistd.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> unwritable(const QString& file, const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {reason}});
}

Result<void> move(const QString& from, const QString& to) {
    QFile file(from);
    if (!file.open(QIODevice::ReadWrite) || fsync(file.handle()) != 0) {
        return unwritable(to, file.error() == QFileDevice::NoError ? qt_error_string() : file.errorString());
    }
    file.close();
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return unwritable(to, qt_error_string());
    }
    return {};
}

} // namespace

Result<StagedFiles> StagedFiles::beside(const QString& file) {
    const QFileInfo given(file);
    const QFileInfo info(given.isSymLink() && given.exists() ? given.canonicalFilePath() : file);
    if (info.exists() && !info.isFile()) { // a folder, a device, a pipe
        return unwritable(file, qt_error_string(info.isDir() ? EISDIR : EEXIST));
    }
    StagedFiles staged(info.absolutePath(), info.fileName());
    if (!staged.m_folder.isValid()) {
        return unwritable(file,
                          QFileInfo(staged.m_target).isDir() ? staged.m_folder.errorString() : qt_error_string(ENOENT));
    }
    return staged;
}

Result<QStringList> StagedFiles::putInPlace(bool replace) {
    QStringList names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    std::ranges::stable_partition(names, [this](const QString& name) { return name != m_name; });
    const QDir target(m_target);
    for (const QString& name : std::as_const(names)) {
        const QFileInfo there(target.filePath(name));
        if (there.exists() && !replace) {
            return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = there.filePath()});
        }
        if (there.exists() && !there.isFile()) {
            return unwritable(there.filePath(), qt_error_string(EEXIST));
        }
    }
    QStringList paths;
    for (const QString& name : std::as_const(names)) {
        paths << target.filePath(name);
        if (const Result<void> moved = move(m_folder.filePath(name), paths.last()); !moved) {
            return std::unexpected(moved.error());
        }
    }
    return paths;
}

} // namespace tiermap
