#pragma once

#include "maps/figure/figure_spec.h"
#include "maps/scene/label_placement.h"
#include "maps/scene/text_measure.h"

namespace tiermap {

/// What every step of a layout needs to know.
struct LayoutWork {
    const Plan& plan;
    const FigureSpec& spec;
    TextMeasure measure;
    ProjectedShapes equalArea; ///< conic, for small scales
    ProjectedShapes conformal; ///< Gauss-Krueger, for large ones
    QString projectFile{};     ///< where the paths of raster layers start
    SceneOptions scene{};

    /// Gauss-Krueger from 1:500 000 up.
    const ProjectedShapes& shapesFor(double denominator) const { return denominator > 500000 ? equalArea : conformal; }

    bool landscape() const { return spec.orientation == FigureSpec::Orientation::Landscape; }

    LabelOptions labels() const {
        LabelOptions options;
        options.language = spec.language;
        options.font = measure.font();
        options.sites = spec.sites;
        if (spec.points)
            options.points = spec.points->places;
        return options;
    }
};

} // namespace tiermap
