#pragma once

#include "app/map/camera.h"
#include "core/project/reference_layer.h"
#include "maps/scene/plan_shapes.h"

#include <optional>

namespace tiermap {

/// Where a reference layer lies, in Web Mercator metres; nothing where it is empty or cannot be read.
std::optional<Box> layerExtent(const QString& projectFile, const ReferenceLayer& layer, const PlanShapes& shapes);

} // namespace tiermap
