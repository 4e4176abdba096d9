#pragma once

#include "core/plan/plan.h"
#include "core/project/reference_layer.h"
#include "maps/scene/display_list.h"
#include "maps/scene/projected_shapes.h"
#include "maps/style/thematic_map.h"
#include "maps/style/theme.h"

#include <QSet>

#include <memory>

namespace tiermap {

/// What of the plan is drawn.
struct SceneOptions {
    Theme theme = Theme::paper();
    QSet<QString> hiddenTiers{}; ///< Tier::key
    bool water = true;
    bool neighbours = true;
    bool sites = true;
    bool graticule = false;                        ///< around the plan, below everything; a figure has its own
    QSet<QString> moved{};                         ///< Zone::code: zones that a scenario moves, outlined
    QList<ReferenceLayer> layers{};                ///< those that are not shown do no harm
    std::shared_ptr<const ThematicMap> thematic{}; ///< none: the zones are drawn by their tiers

    friend bool operator==(const SceneOptions&, const SceneOptions&) = default;
};

/// What of it is drawn at a scale of 1 to `denominator`; layers and a thematic map have their ranges. 0: whatever the scale.
SceneOptions drawnAt(SceneOptions options, double denominator);

// Ink that the legend repeats, in mm: the outline of an of-which zone, dashed where it only sketches an extent.
inline constexpr double outlineOfWhichWidth = 0.3;
inline constexpr double enlargedExtentWidth = 0.3;
std::vector<double> schematicDash();
inline constexpr double movedOutlineWidth = 0.7;
std::vector<double> movedDash(); ///< of a zone that a scenario moves
/// A dot of a layer is so many times as wide as its lines.
inline constexpr double dotsPerWidth = 4;
AreaInk zoneInk(const Plan& plan, const Zone& zone, const SceneOptions& options);
QColor layerInk(const ReferenceLayer& layer, const Theme& theme); ///< of a vector layer

/// The part of the picture that does not depend on the view: context, tier fills, hatches, borders; in drawing order.
DisplayList planScene(const Plan& plan, const ProjectedShapes& shapes, const SceneOptions& options);

} // namespace tiermap
