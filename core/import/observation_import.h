#pragma once

#include "core/import/table_layout.h"
#include "core/plan/crosswalk.h"
#include "core/project/edit.h"

namespace tiermap {

/// As FormerSplit notices have them: none, cannot_split, not_additive, part_missing, bounds_differ.
template <>
std::span<const Name<CrosswalkResult::Gap>> namesOf();

struct ObservationChoices {
    QString source{}; ///< of rows that name none
    Observation::Status status = Observation::Status::Published;
    bool adopt = false;               ///< takes the place of another source's adopted value
    std::optional<Vintage> vintage{}; ///< the boundaries that the table speaks of; nothing: found out
    bool noteVintage = true; ///< figures of before a change of boundaries say in their note which ones they speak of
};

/// Values that speak of earlier boundaries of their zones.
struct EarlierFigures {
    Period period;
    int rows = 0; ///< that have such values

    friend bool operator==(const EarlierFigures&, const EarlierFigures&) = default;
};

struct ObservationImport {
    Edit edit; ///< all of it, to be undone in one step
    ImportReport report;
    Vintage vintage = Vintage::Unknown;
    QList<EarlierFigures> earlier{};
};

/// Turns a table of figures into observations. A value that the project has from the same source is changed or left, a
/// new one is adopted where none is. Figures of earlier boundaries are added up to today's zones where those are made
/// of whole units, and left out with a notice elsewhere.
ObservationImport importObservations(const Plan& plan, const ZoneNames& zones, const SheetRows& sheet,
                                     const TableLayout& layout, const ObservationChoices& choices);

} // namespace tiermap
