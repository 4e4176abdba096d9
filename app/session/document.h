#pragma once

#include "core/store/open_project.h"
#include "maps/scene/plan_shapes.h"

namespace tiermap {

/// A project that is open, and its geometry decoded: what a window shows.
struct Document {
    std::unique_ptr<OpenProject> project;
    PlanShapes shapes;
};

/// What decodeShapes() reads of a project: as long as it stays the same, so do the shapes.
struct ShapeSource {
    QList<std::pair<QString, Zone::Kind>> layout;
    QHash<QString, ShapeBlob> zones;
    QList<ContextFeature> context;
    QStringList layers; ///< ReferenceLayer::data

    friend bool operator==(const ShapeSource&, const ShapeSource&) = default;
};

ShapeSource shapeSource(const Project& project);

/// Opens a project file to write, or the built-in plan, which is only read, where `file` is empty or names it.
Result<Document> openDocument(const QString& file);

Result<Document> withShapes(std::unique_ptr<OpenProject> project);

/// Whether a new project may take the place of this file: not while that is open for editing, here or elsewhere.
Result<void> writableTarget(const QString& file);

/// copyProjectFile() to a writableTarget() that is another file.
Result<void> copyProject(const QString& from, const QString& to);

/// Copies a project to another place. Images beside it stay where they are: in a copy in another folder their layers name
/// them by their whole path, which is an edit of its own.
Result<void> copyProject(const Project& project, const QString& to);

bool isSameFile(const QString& one, const QString& other);

} // namespace tiermap
