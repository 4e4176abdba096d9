#include "app/session/document.h"

#include "app/session/builtin_plan.h"
#include "core/store/project_file.h"
#include "core/store/project_lock.h"
#include "maps/import/layer_import.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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
    if (!QFileInfo::exists(file))
        return {};
    const auto lock = lockProject(file, 0); // let go at once: whoever writes there renames
    const bool held =
        !lock && lock.error().code != Problem::Code::ReadOnly; // a folder that takes no lock takes no file
    return held ? Result<void>(std::unexpected(lock.error())) : Result<void>();
}

Result<void> copyProject(const QString& from, const QString& to) {
    if (isSameFile(from, to))
        return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = to});
    return writableTarget(to).and_then([&] { return copyProjectFile(from, to); });
}

Result<void> copyProject(const Project& project, const QString& to) {
    if (const auto copied = copyProject(project.file, to); !copied)
        return copied;
    Edit edit{.changes = {}, .reason = QCoreApplication::translate("Document", "the project was copied"), .source = to};
    for (const ReferenceLayer& layer : project.layers) {
        const QString file = pathFrom(to, fileOf(layer, project.file));
        if (layer.kind != ReferenceLayer::Kind::Vector && file != layer.file)
            edit.changes << setCell(Table::Layers, {layer.key}, u"file"_s, file);
    }
    if (edit.changes.isEmpty())
        return {};
    return OpenProject::open(to, OpenProject::Access::Write).and_then([&](const auto& copy) {
        return copy->apply(edit).transform([](bool) {});
    });
}

bool isSameFile(const QString& one, const QString& other) {
    const QString canonical = QFileInfo(one).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(other).canonicalFilePath();
}

} // namespace tiermap
