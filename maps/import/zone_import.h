#pragma once

#include "core/import/import_report.h"
#include "core/plan/zone_names.h"
#include "core/project/edit.h"
#include "core/project/project.h"
#include "maps/formats/source.h"
#include "maps/scene/plan_shapes.h"

namespace tiermap {

struct ZoneChoices {
    QString key{};          ///< the field that names zones; empty: found out
    bool schematic = false; ///< the outlines are sketches, too: figures go on saying so
    QString vintage{};      ///< date from which the boundaries stand like this, "2021-04"; empty: not known
    QString source{};       ///< where they come from; empty: the file's name
};

struct ShapeImport {
    Edit edit; ///< all of it, to be undone in one step
    ImportReport report;
    QString keyField; ///< the field that names zones; empty: they were known by where they lie
};

/// Gives the zones of a plan other outlines: by the field `key`, else by the field that names most of them, else by the
/// zone with which an outline shares most of its area. Attributes and figures stay. `rows` are in EPSG:4490 degrees.
///
/// Where every district of the layout gets one, and not as a sketch, the note on schematic boundaries goes, and vintage
/// and provenance become those of the file, all in the same step.
ShapeImport importZones(const Project& project, const PlanShapes& shapes, const ZoneNames& names,
                        const SourceRows& rows, const ZoneChoices& choices);

} // namespace tiermap
