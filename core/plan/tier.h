#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// A tier is a role that a plan gives to its zones, not a rank.
struct Tier {
    enum class Pattern { Solid, Hatch };

    QString key;   ///< stable name, e.g. "lead"
    Text mark;     ///< one character that stands in map labels, so that tiers do not rely on colour
    Text name;     ///< 引领
    Text driver;   ///< what drives it: 引领, 联动, 支撑, 全域联动
    Text carrier;  ///< what carries it: 自贸试验区杭州片区 ...; empty where the plan names none
    Text mode;     ///< how its zones are to develop: 创新, 特色化, 开放门户, 差异化
    Text role;     ///< the plan's own words
    QString color; ///< "#RRGGBB", an opaque tint
    Pattern pattern = Pattern::Solid;

    friend bool operator==(const Tier&, const Tier&) = default;
};

QString toString(Tier::Pattern pattern); ///< solid, hatch

} // namespace tiermap
