#pragma once

#include "maps/style/hatch.h"

#include <optional>

namespace tiermap {

/// How an area becomes ink: the map's fill and the legend's swatch are both made of this.
struct AreaInk {
    std::optional<QColor> fill{}; ///< none for a hatched tier, which lies over another zone
    std::optional<Hatch> hatch{};

    friend bool operator==(const AreaInk&, const AreaInk&) = default;
};

} // namespace tiermap
