#pragma once

#include "maps/figure/figure_spec.h"
#include "maps/figure/sheet_shapes.h"
#include "maps/scene/label_placement.h"
#include "maps/scene/text_measure.h"
#include "maps/style/drawn_map.h"

namespace tiermap {

constexpr double smallestText = 6; ///< pt, as it is printed

/// Denominators of a sheet's maps; 0 where one is not known yet.
struct SheetMaps {
    double whole = 0;
    bool enlargesPart = false;
    double enlarged = 0;

    bool drawEnlarged(const auto& ranged) const { return enlargesPart && isDrawn(ranged, enlarged); }
    /// Whether something with a range of scales is drawn on any of them.
    bool draw(const auto& ranged) const { return isDrawn(ranged, whole) || drawEnlarged(ranged); }
};

/// What every step of a layout needs to know.
struct LayoutWork {
    const Plan& plan;
    const FigureSpec& spec;
    TextMeasure measure;
    const SheetShapes& shapes;
    QString projectFile{}; ///< where the paths of raster layers start
    SceneOptions scene{};

    // Scale denominators are those of the page before it is magnified; round ones are those that are printed.
    double printed(double denominator) const { return denominator / spec.magnified(); }
    double onPage(double denominator) const { return denominator * spec.magnified(); }

    /// Gauss-Krueger from 1:500 000 up, unless the spec wants one of the two.
    const ProjectedShapes& shapesFor(double denominator) const {
        using enum FigureSpec::MapProjection;
        const bool small = spec.projection == ByScale ? printed(denominator) > 500000 : spec.projection == EqualArea;
        return small ? shapes.equalArea : shapes.conformal();
    }

    /// Whether the sheet is about this zone; all are where the map is of the whole plan.
    bool isWanted(const QString& zone) const { return spec.extent.isEmpty() || spec.extent.contains(zone); }

    bool landscape() const { return spec.pageSize().width() > spec.pageSize().height(); }

    LabelOptions labels() const {
        LabelOptions options;
        options.language = spec.language;
        options.font = measure.font();
        options.sites = spec.sites;
        options.least = smallestText / spec.magnified();
        for (const FigurePoints& points : spec.points)
            options.points.push_back({points.places, points.color, points.shape});
        return options;
    }
};

} // namespace tiermap
