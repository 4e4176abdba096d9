#pragma once

#include "maps/analysis/hotspots.h"

namespace tiermap {

QString words(Spot spot);

} // namespace tiermap
