#pragma once

#include "maps/figure/layout_work.h"

#include <optional>

namespace tiermap {

/// The dense core of a plan at a larger scale.
struct Inset {
    QStringList zones;                       ///< whose names found no room inside them on the main map
    const ProjectedShapes* shapes = nullptr; ///< of the layout
    double denominator = 0;
    Point centre; ///< projected metres
    QSizeF size;  ///< mm, caption included

    static constexpr double caption = 6; ///< mm, above the map
    static constexpr double titleSize = 8;
    static constexpr double titleMargin = 1.8; ///< mm

    QString title(const LayoutWork& work) const; ///< with the scale that is printed
    bool holdsTitle(const LayoutWork& work) const;

    /// The outline of what it shows, for the main map.
    Line extent(const Projection& on) const;
};

/// The largest round scale at which crowded zones fit into `most` (mm). Where that is smaller than `aim`, zones that
/// stretch the extent are left to the main map; it is never larger than `finest`. None where no zone needs it.
std::optional<Inset> insetFor(const LayoutWork& work, QStringList zones, double aim, double finest, const QSizeF& most);

/// The same zones in a frame of another width and the same proportion, at the largest round scale at which they fit.
Inset resized(const LayoutWork& work, const Inset& inset, double width);

} // namespace tiermap
