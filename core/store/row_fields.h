#pragma once

#include "core/project/project.h"
#include "core/project/value.h"

namespace tiermap {

// The cells of a row as the project file has them: all columns of its table but fid and ordinal.

Fields fieldsOf(const Zone& zone, const ShapeBlob& shape); ///< an empty shape is NULL
Fields fieldsOf(const Site& site);
Fields fieldsOf(const Observation& observation);

} // namespace tiermap
