#include "core/analysis/target_decomposition.h"
#include "maps/report/dossier_work.h"
#include "maps/style/number_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

/// What the plan wants of the city, as far as an indicator measures it, and what the zone has of that.
DossierPart targetsPart(DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::targets)};
    DossierTable table{{{work.in(target), 50},
                        {work.in(wanted), 24, true},
                        {work.in(cityHas), 24, true},
                        {work.in(needed), 30, true},
                        {work.in(zoneHas), 24, true},
                        {work.in(unit), 26}},
                       {}};
    for (const Target& each : work.plan.targets) {
        if (each.indicator.isEmpty())
            continue;
        const TargetStanding standing = standingOf(work.plan, each);
        const Observation* city = standing.latest < 0 ? nullptr : &work.plan.observations[standing.latest];
        const auto own = std::ranges::find_if(work.plan.observations, [&](const Observation& o) {
            return o.adopted && o.zone == work.zone.code && o.indicator == each.indicator && o.value;
        });
        table.rows += {work.in(each.name),
                       operatorSymbol(each.sense) + u' ' + shortest(each.value),
                       city ? valueText(work, *city) + u" ("_s + periodWords(city->period, work.language) + u')'
                            : work.in(missing),
                       standing.met    ? work.in(met)
                       : standing.need ? work.in(perYearNeeded).arg(numberText(100 * standing.need->required.share, 1))
                                       : work.in(missing),
                       own == work.plan.observations.end() ? work.in(missing) : valueText(work, *own),
                       work.in(each.unit)};
    }
    part.items += DossierText{work.in(targetsNote)};
    if (!table.rows.isEmpty())
        part.items += table;
    return part;
}

} // namespace tiermap
