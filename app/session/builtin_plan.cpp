#include "app/session/builtin_plan.h"

#include "core/store/project_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

QString builtInPlanFile() {
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/tiermap/plans/hangzhou.gpkg"_s);
}

bool isBuiltInPlan(const QString& file) {
    const QString builtIn = QFileInfo(builtInPlanFile()).canonicalFilePath();
    return !builtIn.isEmpty() && QFileInfo(file).canonicalFilePath() == builtIn;
}

Result<Project> openProject(const QString& file) { return readProjectFile(file.isEmpty() ? builtInPlanFile() : file); }

} // namespace tiermap
