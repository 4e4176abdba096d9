#include "maps/scene/site_legend.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <optional>

namespace tiermap {

Symbol::Shape siteShape(Site::Kind kind) {
    switch (kind) {
    case Site::Kind::Platform:
        return Symbol::Shape::Circle;
    case Site::Kind::Base:
    case Site::Kind::Headquarters:
        return Symbol::Shape::Square;
    case Site::Kind::Park:
        return Symbol::Shape::Diamond;
    case Site::Kind::Venue:
        return Symbol::Shape::Triangle;
    }
    return Symbol::Shape::Circle;
}

std::vector<SiteLegendEntry> siteLegend(const Plan& plan, const Theme& theme) {
    using What = SiteLegendEntry::What;
    constexpr std::array kinds{
        std::pair(Symbol::Shape::Circle, What::Platform), std::pair(Symbol::Shape::Square, What::Base),
        std::pair(Symbol::Shape::Diamond, What::Park), std::pair(Symbol::Shape::Triangle, What::Venue)};
    QHash<QString, qsizetype> districtOnly; // sites without a place of their own, by zone
    for (const Site& site : plan.sites) {
        if (!site.position && !site.zone.isEmpty())
            ++districtOnly[site.zone];
    }
    const auto symbol = [&theme](Symbol::Shape shape, bool hollow) {
        return Symbol{.shape = shape, .color = theme.site, .outline = theme.halo, .hollow = hollow};
    };
    std::vector<SiteLegendEntry> entries;
    for (const auto& [shape, what] : kinds) {
        std::optional<bool> hollow; // filled where any is
        for (const Site& site : plan.sites) {
            if (siteShape(site.kind) == shape && (site.position || districtOnly.value(site.zone) == 1))
                hollow = hollow.value_or(true) && !site.position;
        }
        if (hollow)
            entries.push_back({what, symbol(shape, *hollow)});
    }
    const auto several = std::ranges::max_element(districtOnly);
    if (several != districtOnly.end() && *several > 1)
        entries.push_back({What::SeveralInADistrict, symbol(Symbol::Shape::Circle, true), QString::number(*several)});
    else if (!districtOnly.isEmpty())
        entries.push_back({What::DistrictOnly, symbol(Symbol::Shape::Circle, true)});
    return entries;
}

} // namespace tiermap
