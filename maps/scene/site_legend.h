#pragma once

#include "core/plan/plan.h"
#include "maps/scene/display_list.h"
#include "maps/style/theme.h"

#include <vector>

namespace tiermap {

/// A base and a headquarters look alike.
Symbol::Shape siteShape(Site::Kind kind);

/// One kind of symbol that the sites of a plan are drawn with.
struct SiteLegendEntry {
    enum class What {
        Platform,
        Base, ///< or headquarters
        Park,
        Venue,
        DistrictOnly,       ///< what a hollow symbol means
        SeveralInADistrict, ///< the same, where a hollow symbol with a number stands for several sites
    };
    What what = What::Platform;
    Symbol symbol{}; ///< as placeLabels draws it
    QString count{}; ///< the number beside it, of an example
};

/// What placeLabels draws for the sites of a plan and nothing that it does not draw, so that legend and map agree.
std::vector<SiteLegendEntry> siteLegend(const Plan& plan, const Theme& theme);

} // namespace tiermap
