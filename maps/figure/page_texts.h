#pragma once

#include "core/analysis/scenario.h"
#include "maps/figure/block.h"
#include "maps/figure/figure_spec.h"
#include "maps/geometry/projection.h"
#include "maps/style/thematic_map.h"
#include "maps/style/theme.h"

#include <optional>

namespace tiermap {

/// "杭州市“4+4+1+5”空间布局图", made of the plan's city, or the one zone that the sheet is about, and layout.
QString layoutTitle(const Plan& plan, const FigureSpec& spec);

/// "杭州市常住人口（2022年）".
QString mapTitle(const Plan& plan, const ThematicMap& map, const FigureSpec& spec);

/// What a sheet of a scenario says of itself, with its moves; empty where there are none.
QString scenarioText(const Plan& plan, const QList<ZoneMove>& moves, Language language);

/// Title and, below it, the scenario where there is one and what is drawn: the plan, who issued it, how long it is in
/// force.
Block titleBlock(const QString& title, const QString& scenario, const Plan& plan, const FigureSpec& spec,
                 const Theme& theme, const TextMeasure& measure, double width);

/// The scales and projections of a sheet.
struct SheetScales {
    Projection projection;
    double denominator = 0;
    std::optional<Projection> enlargedProjection;
    double enlargedDenominator = 0;
};

/// Number scale, projection and datum of the map and of its enlarged part.
Block scaleNotesBlock(const SheetScales& scales, Language language, const Theme& theme, const TextMeasure& measure,
                      double width);

struct SheetSources {
    QStringList figures{}; ///< titles of the publications that the sheet's numbers come from
    QString overview{};    ///< of the province's boundaries
};

/// Foot of the page: what the boundaries are good for, sources, approval number.
Block footBlock(const Plan& plan, const FigureSpec& spec, const SheetSources& sources, const Theme& theme,
                const TextMeasure& measure, double width);

} // namespace tiermap
