#include "app/window/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qsizetype most = 10;
constexpr auto setting = "recentFiles"_L1;

} // namespace

QStringList recentFiles() {
    QStringList files = QSettings().value(setting).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void rememberFile(const QString& file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(setting, files.mid(0, most));
}

} // namespace tiermap
