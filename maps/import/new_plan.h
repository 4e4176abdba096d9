#pragma once

#include "core/import/observation_import.h"
#include "maps/import/coordinates.h"

namespace tiermap {

/// What a plan package for another city is made from.
struct NewPlanChoices {
    QString key{};        ///< Plan::key
    QString boundaries{}; ///< vector file with an outline for each zone
    QString layer{};
    QString encoding{};
    QString keyField{};         ///< codes; empty: found out
    QString nameField{};        ///< names; empty: found out
    QString tiers{};            ///< a field of the boundaries, or a table of zones and tiers; empty: not known
    QStringList observations{}; ///< tables of figures
    QString source{};           ///< of figures whose table names none
    std::optional<Period> period{};
    QString title{};
    QString city{};    ///< its name
    QString vintage{}; ///< since when the districts stand like this
    CoordinateChoices coordinates{};
};

/// What was understood of one of the files.
struct NewPlanTable {
    QString file;
    ImportReport report;
};

struct NewPlan {
    Project project;
    CoordinateReading coordinates{};
    QString keyField{};
    QString nameField{};
    ImportReport outlines{};
    QList<NewPlanTable> tables{};
};

/// Makes a plan of an outline for each zone and of tables. What the files do not tell is a placeholder
/// (core/plan/placeholder.h) or empty, never invented; only colours and marks of tiers are chosen. Outlines come out in
/// EPSG:4490, their rings as RFC 7946 has them. The city's code follows from those of its districts (GB/T 2260: the first
/// four digits and 00). Fails as the readers of source.h, layoutOf() and readCoordinates() do; with ValueUnknown where a
/// field is not there, GeometryMissing where no outline can be used.
Result<NewPlan> makePlan(const NewPlanChoices& choices);

} // namespace tiermap
