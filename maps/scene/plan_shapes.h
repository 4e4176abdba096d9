#pragma once

#include "core/problem.h"
#include "core/project/project.h"
#include "maps/geometry/point_index.h"
#include "maps/geometry/topology.h"

namespace tiermap {

struct ContextShape {
    ContextFeature::Role role{};
    Text name;
    GeoShape shape;
};

/// The features of a vector layer.
struct LayerShapes {
    QString data; ///< ReferenceLayer::data
    std::vector<GeoShape> shapes;
    /// Of more points than a map could show one by one; null where there are fewer, or other shapes.
    std::shared_ptr<const PointIndex> places{};

    bool areDots() const; ///< points, and nothing else
};

/// A project's geometry, decoded once when it is opened. EPSG:4490.
struct PlanShapes {
    std::vector<ZoneShape> zones; ///< the layout's zones in the plan's order, of-which zones included
    std::vector<Border> borders;  ///< of the zones that tile the city
    std::vector<ContextShape> context;
    std::vector<LayerShapes> layers;

    const GeoPolygons* polygons(const QString& code) const;
    GeoPolygons water() const; ///< of the context, one part after the other
};

/// Reads the features of vector layers from the project's file, too, where it has such layers.
Result<PlanShapes> decodeShapes(const Project& project);

} // namespace tiermap
