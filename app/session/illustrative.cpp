#include "app/session/illustrative.h"

#include "app/session/builtin_plan.h"
#include "core/store/open_project.h"
#include "maps/import/file_import.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

Result<void> addIllustrativeNumbers(const QString& file) {
    const auto project = OpenProject::open(file, OpenProject::Access::Write);
    if (!project)
        return std::unexpected(project.error());
    const auto shapes = decodeShapes((*project)->content());
    if (!shapes)
        return std::unexpected(shapes.error());
    const QString numbers = QFileInfo(builtInPlanFile()).absolutePath() + u"/hangzhou-illustrative.csv"_s;
    auto made =
        importFile((*project)->content(), *shapes, numbers,
                   {.kind = ImportKind::Observations, .observations = {.status = Observation::Status::Illustrative}});
    if (!made)
        return std::unexpected(made.error());
    return (*project)->apply(made->edit).transform([](bool) {});
}

} // namespace tiermap
