#include "maps/report/dossier_work.h"

using namespace Qt::StringLiterals;

namespace tiermap {

DossierPart sourcesPart(const ChapterWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::sources)};
    int number = 0;
    for (const auto& [title, from] : work.sources.all()) {
        const QString said = title.isEmpty() || from.isEmpty() ? title + from : work.in(address).arg(title, from);
        part.items += note(u"[%1] %2"_s.arg(++number).arg(said));
    }
    if (!work.plan.source.isEmpty())
        part.items += note(work.plan.source);
    if (const QString& boundary = work.in(work.plan.boundary.provenance); !boundary.isEmpty())
        part.items += note(work.in(boundaries).arg(boundary));
    if (!work.plan.boundary.vintage.isEmpty())
        part.items += note(work.in(vintage).arg(work.plan.boundary.vintage));
    return part;
}

} // namespace tiermap
