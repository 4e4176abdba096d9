#pragma once

#include "core/analysis/zone_figures.h"
#include "maps/geometry/projection.h"
#include "maps/style/thematic_map.h"

namespace tiermap {

/// One indicator as a style shows it.
struct StyledSeries {
    const Indicator* indicator = nullptr;
    std::optional<Period> period{}; ///< none: the latest of each zone
    QList<ZoneFigure> figures{};
    QHash<QString, double> numbers{}; ///< by Zone::code, exact ones, in the style's measure
    QString name;                     ///< with the measure
    QString unit;
    QString when;
    int decimals = 0;
    bool ofCity = false; ///< shares of the city's own number
};

/// What the parts of a thematic map share while it is made.
struct ThematicWork {
    const Plan& plan;
    const std::vector<ZoneShape>& shapes;
    const LayerStyle& style;
    Language language;
    QList<StyledSeries> series{};
    bool overTime = false; ///< one indicator, a series for each period, the latest last
    ThematicMap map{};

    const StyledSeries& told() const { return overTime ? series.last() : series.first(); } ///< in words and labels

    QString nameOf(const QString& zone) const { return plan.zone(zone)->name.in(language); }
    QString numberOf(const StyledSeries& of, double number) const;
};

StyledSeries styledSeries(const Plan& plan, const std::vector<ZoneShape>& shapes, const LayerStyle& style,
                          const QString& indicator, Language language);

/// Colours of a palette, for as many classes as there are; of a diverging one those on the side of the middle that the
/// classes are on.
QList<QColor> classColours(const LayerStyle& style, const Classes& classes);

/// Legend items of classes, without ink and symbols.
QList<StyleLegendItem> classItems(const Classes& classes, Language language);

/// Equal-area metres of a plan: what is measured and spread in them holds everywhere.
Projection equalAreaOf(const std::vector<ZoneShape>& shapes);

// The kinds. Each fills in `map` what is its own: inks or symbols, the legend's form and items.
void drawGraduated(ThematicWork& work);
void drawBivariate(ThematicWork& work);
void drawZoneSymbols(ThematicWork& work);
void drawCharts(ThematicWork& work);
/// Fails with OutOfRange (per_dot).
Result<void> drawDots(ThematicWork& work, const GeoPolygons& water);
void drawSites(ThematicWork& work);
/// Title and words, too. Fails with what rankStability() does.
Result<void> drawRanks(ThematicWork& work);

AreaInk inkOf(ZoneFigure::Known known);

/// Gives each zone that has no number its own ink and the legend its entries; the others the ground.
void drawUnknown(ThematicWork& work, const AreaInk& ground);

} // namespace tiermap
