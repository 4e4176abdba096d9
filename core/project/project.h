#pragma once

#include "core/plan/plan.h"
#include "core/project/reference_layer.h"
#include "core/project/saved_figure.h"
#include "core/project/saved_scenario.h"
#include "core/project/saved_style.h"

#include <QByteArray>
#include <QHash>

namespace tiermap {

/// Geometry as it stands in a GeoPackage: header and WKB, EPSG:4490, longitude before latitude. `core` carries it
/// unread; maps/geometry/geopackage_blob.h encodes and decodes it.
using ShapeBlob = QByteArray;

/// Something around the plan that is drawn for orientation only.
struct ContextFeature {
    enum class Role { Water, Neighbour, Border };

    Role role = Role::Water;
    Text name;
    QString source;
    ShapeBlob shape; ///< polygons for Water and Neighbour, lines for Border

    friend bool operator==(const ContextFeature&, const ContextFeature&) = default;
};

/// The open document: a plan with the shapes of its zones.
struct Project {
    QString file;
    Plan plan{};
    QHash<QString, ShapeBlob> zoneShapes{}; ///< by Zone::code, for every zone of the layout
    QList<ContextFeature> context{};
    QList<ReferenceLayer> layers{}; ///< in the plan's order; `level` says which lies above
    QList<SavedStyle> styles{};
    QList<SavedFigure> figures{};
    QList<SavedScenario> scenarios{};
};

// By key or by name in either language; null where there is none.
const ReferenceLayer* layerNamed(const Project& project, const QString& name);
const SavedFigure* figureNamed(const Project& project, const QString& name);
const SavedScenario* scenarioNamed(const Project& project, const QString& name);

QString toString(ContextFeature::Role role); ///< water, neighbour, border

} // namespace tiermap
