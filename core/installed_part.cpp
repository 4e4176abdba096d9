#include "core/installed_part.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString programFolder() {
    if (QCoreApplication::instance() != nullptr)
        return QCoreApplication::applicationDirPath();
    return QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
}

} // namespace

QString installedPart(const QString& name) {
    const QDir folder(programFolder());
    // Debian has a library folder for each architecture.
    for (const QString& libraries : {u"../lib"_s, u"../" TIERMAP_LIBRARY_FOLDER ""_s}) {
        const QString path = QDir::cleanPath(folder.filePath(libraries + u"/tiermap/"_s + name));
        if (QFileInfo::exists(path))
            return path;
    }
    return name;
}

} // namespace tiermap
