#include "maps/formats/plan_project.h"

#include "core/plan/package.h"
#include "core/plan/problem_list.h"
#include "core/project/names.h"
#include "maps/formats/features.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/validity.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A feature of a file, so that problems can name both.
struct Place {
    QString file;
    int row = 0;

    std::unexpected<Problem> problem(Problem::Code code, const QString& field, const QStringList& arguments) const {
        return std::unexpected(Problem{.code = code, .file = file, .row = row, .field = field, .arguments = arguments});
    }
};

/// Codes are text even where a file holds them as numbers.
QString textOf(const Feature& feature, const QString& key) {
    return feature.attributes.value(key).toString().trimmed();
}

bool isEmpty(const GeoShape& shape) {
    const auto* polygons = std::get_if<GeoPolygons>(&shape);
    const auto* lines = std::get_if<GeoLines>(&shape);
    return (polygons != nullptr && polygons->empty()) || (lines != nullptr && lines->empty());
}

/// `name` says in a Problem whose shape it is.
Result<ShapeBlob> validPolygons(const GeoShape& shape, const QString& name, const Place& place) {
    if (isEmpty(shape)) {
        return place.problem(Problem::Code::GeometryMissing, {}, {name});
    }
    const auto* polygons = std::get_if<GeoPolygons>(&shape);
    if (polygons == nullptr) {
        return place.problem(Problem::Code::GeometryInvalid, {}, {name, u"polygons are expected"_s});
    }
    if (const std::optional<QString> reason = whyInvalid(*polygons)) {
        return place.problem(Problem::Code::GeometryInvalid, {}, {name, *reason});
    }
    return encodeShape(*polygons);
}

Result<ShapeBlob> lines(const GeoShape& shape, const QString& name, const Place& place) {
    if (isEmpty(shape)) {
        return place.problem(Problem::Code::GeometryMissing, {}, {name});
    }
    if (!std::holds_alternative<GeoLines>(shape)) {
        return place.problem(Problem::Code::GeometryInvalid, {}, {name, u"lines are expected"_s});
    }
    return encodeShape(shape);
}

/// The zone that a feature is the shape of.
Result<QString> codeOf(const Feature& feature, const Project& project, const Place& place) {
    QString code = textOf(feature, u"code"_s);
    if (code.isEmpty()) {
        return place.problem(Problem::Code::FieldMissing, u"code"_s, {});
    }
    const Zone* zone = project.plan.zone(code);
    if (zone == nullptr || zone->tier.isEmpty()) { // units outside the layout have no shape that could be drawn
        return place.problem(Problem::Code::ReferenceUnknown, u"code"_s, {code, u"zone"_s});
    }
    if (project.zoneShapes.contains(code)) {
        return place.problem(Problem::Code::DuplicateKey, u"code"_s, {code});
    }
    return code;
}

void readZones(const QString& file, Project& project, ProblemList& problem) {
    const Result<std::vector<Feature>> features = readFeatures(file);
    if (!features) {
        problem.note(features.error());
        return;
    }
    Place place{file};
    for (const Feature& feature : *features) {
        ++place.row;
        const Result<QString> code = codeOf(feature, project, place);
        if (!code) {
            problem.note(code.error());
            continue;
        }
        const Result<ShapeBlob> shape = validPolygons(feature.shape, *code, place);
        if (!shape) {
            problem.note(shape.error());
        }
        project.zoneShapes.insert(*code, shape.value_or(ShapeBlob()));
    }
    for (const Zone& zone : project.plan.layoutZones()) {
        if (!project.zoneShapes.contains(zone.code)) {
            problem.note(Place{file}.problem(Problem::Code::GeometryMissing, {}, {zone.code}).error());
        }
    }
}

Result<ContextFeature> contextOf(const Feature& feature, const Place& place) {
    const QString roleName = textOf(feature, u"role"_s);
    const std::optional<ContextFeature::Role> role = fromName<ContextFeature::Role>(roleName);
    if (!role) {
        return place.problem(roleName.isEmpty() ? Problem::Code::FieldMissing : Problem::Code::ValueUnknown, u"role"_s,
                             {roleName, allowedNames<ContextFeature::Role>()});
    }
    const Text name{textOf(feature, u"name_zh"_s), textOf(feature, u"name_en"_s)};
    const auto read = *role == ContextFeature::Role::Border ? lines : validPolygons;
    return read(feature.shape, name.zh.isEmpty() ? roleName : name.zh, place).transform([&](const ShapeBlob& shape) {
        return ContextFeature{*role, name, textOf(feature, u"source"_s), shape};
    });
}

void readContext(const QString& file, Project& project, ProblemList& problem) {
    if (!QFileInfo::exists(file)) {
        return;
    }
    const Result<std::vector<Feature>> features = readFeatures(file);
    if (!features) {
        problem.note(features.error());
        return;
    }
    Place place{file};
    for (const Feature& feature : *features) {
        ++place.row;
        if (const Result<ContextFeature> context = contextOf(feature, place)) {
            project.context << *context;
        } else {
            problem.note(context.error());
        }
    }
}

void readShapes(const QString& folder, Project& project, ProblemList& problem) {
    readZones(folder + u"/zones.geojson"_s, project, problem);
    readContext(folder + u"/context.geojson"_s, project, problem);
}

} // namespace

Result<Project> readPlanProject(const QString& folder) {
    Result<Plan> plan = readPlanPackage(folder);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    Project project;
    project.plan = std::move(*plan);
    ProblemList problem;
    readShapes(folder, project, problem);
    if (problem) {
        return std::unexpected(*problem);
    }
    return project;
}

PackageFindings checkPlanProject(const QString& folder) {
    PackageFindings findings = checkPlanPackage(folder);
    if (!findings.problems.isEmpty()) {
        return findings; // shapes belong to zones that could not all be read
    }
    Project project;
    project.plan = readPlanPackage(folder).value_or(Plan{});
    ProblemList problems;
    readShapes(folder, project, problems);
    findings.problems = problems.all();
    return findings;
}

} // namespace tiermap
