#include "maps/report/dossier_work.h"

using namespace Qt::StringLiterals;

namespace tiermap {

DossierPart measuresPart(const DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::measures)};
    DossierTable table{{{work.in(number), 8}, {work.in(measure), 42}, {work.in(wording), 96}, {work.in(bodies), 34}},
                       {}};
    for (const Measure& each : work.plan.measures) {
        if (each.zones.contains(work.zone.code))
            table.rows += {each.number, work.in(each.title), each.text, work.joined(each.bodies)};
    }
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(noMeasures)};
    else
        part.items += table;
    return part;
}

} // namespace tiermap
