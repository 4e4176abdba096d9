#include "maps/report/dossier_work.h"

using namespace Qt::StringLiterals;

namespace tiermap {

DossierPart rolePart(const DossierWork& work) {
    DossierPart part{work.in(report_words::role)};
    if (const Tier* tier = work.plan.tier(work.zone.tier); tier && !work.in(tier->role).isEmpty())
        part.items += DossierText{work.in(report_words::quote).arg(work.in(tier->role)), DossierText::Kind::Quote};
    const QString& own = work.in(work.zone.role);
    part.items += DossierText{own.isEmpty() ? work.in(report_words::noRole) : own};
    part.items += note(work.in(report_words::roleNote));
    return part;
}

} // namespace tiermap
