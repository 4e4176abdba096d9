#pragma once

#include "core/plan/names.h"
#include "core/project/project.h"

namespace tiermap {

template <>
std::span<const Name<ContextFeature::Role>> namesOf();
template <>
std::span<const Name<ReferenceLayer::Kind>> namesOf(); ///< vector, raster, register

} // namespace tiermap
