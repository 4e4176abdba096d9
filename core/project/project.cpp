#include "core/project/project.h"

#include "core/project/names.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

template <class Row>
const Row* named(const QList<Row>& rows, const QString& name) {
    const auto found = std::ranges::find_if(
        rows, [&](const Row& row) { return row.key == name || row.name.zh == name || row.name.en == name; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

template <>
std::span<const Name<ContextFeature::Role>> namesOf() {
    using enum ContextFeature::Role;
    static constexpr Name<ContextFeature::Role> names[] = {
        {Water, "water"_L1}, {Neighbour, "neighbour"_L1}, {Border, "border"_L1}};
    return names;
}

template <>
std::span<const Name<ReferenceLayer::Kind>> namesOf() {
    using enum ReferenceLayer::Kind;
    static constexpr Name<ReferenceLayer::Kind> names[] = {
        {Vector, "vector"_L1}, {Raster, "raster"_L1}, {Register, "register"_L1}};
    return names;
}

QString toString(ContextFeature::Role role) { return nameOf(role); }

const ReferenceLayer* layerNamed(const Project& project, const QString& name) { return named(project.layers, name); }

const SavedFigure* figureNamed(const Project& project, const QString& name) { return named(project.figures, name); }

const SavedScenario* scenarioNamed(const Project& project, const QString& name) {
    return named(project.scenarios, name);
}

QString fileOf(const ReferenceLayer& layer, const QString& projectFile) {
    return QFileInfo(projectFile).absoluteDir().absoluteFilePath(layer.file);
}

} // namespace tiermap
