#include "maps/report/dossier_work.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

SheetWord kindWord(Site::Kind kind) {
    switch (kind) {
    case Site::Kind::Platform:
        break;
    case Site::Kind::Base:
        return report_words::base;
    case Site::Kind::Park:
        return report_words::park;
    case Site::Kind::Venue:
        return report_words::venue;
    case Site::Kind::Headquarters:
        return report_words::headquarters;
    }
    return report_words::platform;
}

} // namespace

DossierPart sitesPart(DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::sites)};
    QList<const Site*> sites;
    QStringList elsewhere;
    for (const Site& site : work.plan.sites) {
        if (site.zone == work.zone.code)
            sites += &site;
    }
    std::ranges::stable_sort(sites, {}, [](const Site* site) { return site->kind; });
    for (const Zone& child : work.plan.zones) {
        const qsizetype count = std::ranges::count(work.plan.sites, child.code, &Site::zone);
        if (child.kind == Zone::Kind::OfWhich && child.parent == work.zone.code && count > 0)
            elsewhere += work.in(countOf).arg(work.in(child.name), QString::number(count));
    }
    DossierTable table{
        {{work.in(kind), 20}, {work.in(name), 96}, {work.in(stage), 22}, {work.in(place), 30}, {work.in(source), 14}},
        {}};
    for (const Site* site : std::as_const(sites))
        table.rows +=
            {work.in(kindWord(site->kind)), work.in(site->name),
             work.in(site->stage == Site::Stage::Planned ? planned : operating),
             work.in(site->position ? located : districtOnly), work.sources.mark(site->source, site->address)};
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(missing)};
    else
        part.items += table;
    if (!elsewhere.isEmpty())
        part.items += note(work.in(sitesElsewhere).arg(work.joined(elsewhere)));
    return part;
}

} // namespace tiermap
