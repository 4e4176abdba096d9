#include "maps/register/register_quotients.h"

#include <algorithm>
#include <numeric>

namespace tiermap {

qint64 rowsOf(const ZoneCount& zone, const Industry& industry) {
    const auto at = [&](const Industry& each) {
        return zone.industries[static_cast<std::size_t>(industryIndex(each))];
    };
    if (industry.division > 0) {
        return at(industry);
    }
    qint64 rows = at(industry);
    for (const IndustrySection& section : industrySections()) {
        for (int division = section.first; section.letter == industry.section && division <= section.last; ++division) {
            rows += at({section.letter, division});
        }
    }
    return rows;
}

QList<LocationQuotient> quotientsOf(const Plan& plan, const RegisterCount& count, const Industry& industry) {
    const auto known = [](const ZoneCount& zone) {
        return std::accumulate(zone.industries.begin() + 1, zone.industries.end(), qint64{0}); // the first is: unknown
    };
    qint64 all = 0;
    qint64 whole = 0;
    for (const ZoneCount& zone : count.zones) {
        const Zone* of = plan.zone(zone.code);
        const bool counts = of != nullptr && of->kind != Zone::Kind::OfWhich;
        all += counts ? rowsOf(zone, industry) : 0;
        whole += counts ? known(zone) : 0;
    }
    QList<LocationQuotient> quotients;
    for (const ZoneCount& zone : count.zones) {
        quotients << locationQuotient(rowsOf(zone, industry), known(zone), all, whole);
    }
    return quotients;
}

} // namespace tiermap
