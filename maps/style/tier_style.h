#pragma once

#include "core/plan/plan.h"
#include "maps/style/area_ink.h"

namespace tiermap {

AreaInk tierInk(const Tier& tier);

struct LegendEntry {
    QString tier; ///< Tier::key
    AreaInk ink;
    std::optional<QColor> ground{}; ///< fill of the zone that a hatched tier lies in
    QString title;                  ///< mark, name, number of zones: "引 引领 · 4"
    QString role;                   ///< driver, carrier and mode in one line
    QString zones;                  ///< names, joined as the language does
    bool schematic = false;
};

/// The legend of the layout, in the plan's order. It is computed from the same ink as the map, so it cannot drift.
QList<LegendEntry> tierLegend(const Plan& plan, Language language);

} // namespace tiermap
