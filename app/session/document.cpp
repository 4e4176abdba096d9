#include "app/session/document.h"

#include "app/session/builtin_plan.h"
#include "core/store/project_file.h"

#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace tiermap {

ShapeSource shapeSource(const Project& project) {
    ShapeSource source{.layout = {}, .zones = project.zoneShapes, .context = project.context, .layers = {}};
    for (const ReferenceLayer& layer : project.layers)
        source.layers << layer.data;
    for (const Zone& zone : project.plan.layoutZones())
        source.layout.emplace_back(zone.code, zone.kind);
    return source;
}

Result<Document> openDocument(const QString& file) {
    const bool builtIn = file.isEmpty() || isBuiltInPlan(file);
    return OpenProject::open(builtIn ? builtInPlanFile() : file,
                             builtIn ? OpenProject::Access::Read : OpenProject::Access::Write)
        .and_then(withShapes);
}

Result<Document> withShapes(std::unique_ptr<OpenProject> project) {
    auto shapes = decodeShapes(project->content());
    if (!shapes)
        return std::unexpected(shapes.error());
    return Document{std::move(project), *std::move(shapes)};
}

Result<void> writableTarget(const QString& file) {
    QLockFile lock(file + u".lock"_s); // as OpenProject holds it
    lock.setStaleLockTime(0);
    if (!QFileInfo::exists(file) || lock.tryLock(0) || lock.error() != QLockFile::LockFailedError)
        return {};
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    return std::unexpected(Problem{.code = Problem::Code::ProjectHeld,
                                   .file = file,
                                   .arguments = {u"%1 (%2)"_s.arg(program).arg(process), host, lock.fileName()}});
}

Result<void> copyProject(const QString& from, const QString& to) {
    if (isSameFile(from, to))
        return std::unexpected(Problem{.code = Problem::Code::ReadOnly, .file = to});
    return writableTarget(to).and_then([&] { return copyProjectFile(from, to); });
}

bool isSameFile(const QString& one, const QString& other) {
    const QString canonical = QFileInfo(one).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(other).canonicalFilePath();
}

} // namespace tiermap
