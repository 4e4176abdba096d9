#pragma once

#include "maps/geometry/projection.h"
#include "maps/scene/clip.h"
#include "maps/scene/plan_shapes.h"

#include <variant>

namespace tiermap {

/// A plan's geometry in the metres of one projection: made once for it, and used by every picture drawn in it.
struct ProjectedShapes {
    struct Zone {
        QString code;
        Polygons polygons;
    };
    struct Border {
        Line line;
        QString left;  ///< code of the zone on its left
        QString right; ///< empty where the outside lies on the right
    };
    struct Context {
        ContextFeature::Role role{};
        Text name;
        std::variant<Polygons, Lines> shape;
        Extent extent; ///< of polygons
        /// Polygons within the rectangle around the plan: a lake there lies above the zones, other water below.
        bool within = false;
    };

    struct Layer {
        QString data; ///< ReferenceLayer::data
        Lines lines;  ///< outlines of areas among them
        Lines dots;   ///< lines of one point each; none where there are `places`
        std::shared_ptr<const PointIndex> places{};
    };

    Projection projection;
    std::vector<Zone> zones;
    std::vector<Border> borders;
    std::vector<Context> context;
    std::vector<Layer> layers;
    Extent extent; ///< the rectangle around all zones

    const Polygons* polygons(const QString& code) const;
};

ProjectedShapes projected(const PlanShapes& shapes, const Projection& projection);

} // namespace tiermap
