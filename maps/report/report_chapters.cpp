#include "maps/report/report_chapters.h"

#include "core/analysis/target_decomposition.h"
#include "maps/geometry/measure.h"
#include "maps/report/dossier_pdf.h"
#include "maps/style/number_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

Dossier begun(const ChapterWork& work, const SheetWord& title) {
    Dossier chapter;
    chapter.language = work.language;
    chapter.kicker = work.in(work.plan.title);
    chapter.title = work.in(title);
    return chapter;
}

QString boundaryWords(const ChapterWork& work) {
    if (!work.plan.boundary.schematic)
        return {};
    const QString& said = work.in(work.plan.boundary.note);
    return said.isEmpty() ? work.in(report_words::schematic) : said;
}

QString zoneNames(const ChapterWork& work, const QString& tier) {
    QStringList names;
    for (const Zone& zone : work.plan.zonesOf(tier))
        names += work.in(zone.name);
    return work.joined(names);
}

QString tierName(const ChapterWork& work, const Zone& zone) {
    const Tier* tier = work.plan.tier(zone.tier);
    return tier ? work.in(tier->name) : QString();
}

DossierTable tiersTable(const ChapterWork& work) {
    using namespace report_words;
    DossierTable table{{{work.in(tierColumn), 28},
                        {work.in(driverColumn), 24},
                        {work.in(carrierColumn), 40},
                        {work.in(modeColumn), 24},
                        {work.in(zonesColumn), 70}},
                       {}};
    for (const Tier& tier : work.plan.tiers)
        table.rows += {work.in(tier.mark) + u' ' + work.in(tier.name), work.in(tier.driver), work.in(tier.carrier),
                       work.in(tier.mode), zoneNames(work, tier.key)};
    return table;
}

DossierTable zonesTable(const ChapterWork& work) {
    using namespace report_words;
    DossierTable table{{{work.in(zoneColumn), 56},
                        {work.in(codeColumn), 26},
                        {work.in(tierColumn), 40},
                        {work.in(areaColumn), 36, true},
                        {work.in(withinColumn), 28}},
                       {}};
    for (const Zone& zone : work.plan.layoutZones()) {
        const GeoPolygons* polygons = work.material.shapes.polygons(zone.code);
        const Zone* parent = zone.kind == Zone::Kind::OfWhich ? work.plan.zone(zone.parent) : nullptr;
        table.rows += {work.in(zone.name), zone.code, tierName(work, zone),
                       polygons ? numberText(areaSquareMetres(*polygons) / 1e6, 1) : work.in(missing),
                       parent ? work.in(parent->name) : QString()};
    }
    return table;
}

/// Zones from the first to the last, with what is known of their rank.
DossierTable ranksTable(const ChapterWork& work, const Comparison& comparison) {
    using namespace report_words;
    DossierTable table{{{work.in(zoneColumn), 34},
                        {work.in(tierColumn), 30},
                        {work.in(score), 32, true},
                        {work.in(rankInterval).arg(comparison.matrix.zones.size()), 26, true},
                        {work.in(methodInterval), 32, true},
                        {work.in(samplingInterval), 32, true}},
                       {}};
    const QString mark = comparison.matrix.illustrative ? u"*"_s : QString();
    for (const int place : inOrder(comparison.scores)) {
        const auto at = static_cast<std::size_t>(place);
        const Zone* zone = work.plan.zone(comparison.matrix.zones[place]);
        const CompositeScore& said = comparison.scores[at];
        QString methods = work.in(missing);
        QString sampled = work.in(missing);
        if (at < comparison.grid.zones.size())
            methods = intervalText(work, comparison.grid.zones[at].best, comparison.grid.zones[at].worst) + mark;
        if (comparison.robustness && at < comparison.robustness->zones.size()) {
            const ZoneRanks& ranks = comparison.robustness->zones[at];
            sampled = intervalText(work, ranks.lowRank, ranks.highRank) + mark;
        }
        table.rows += {zone ? work.in(zone->name) : comparison.matrix.zones[place],
                       zone ? tierName(work, *zone) : QString(),
                       intervalText(work, numberText(said.worst, 3), numberText(said.best, 3)) + mark,
                       intervalText(work, said.bestRank, said.worstRank) + mark,
                       methods,
                       sampled};
    }
    return table;
}

DossierTable weightsTable(const ChapterWork& work, const Comparison& comparison) {
    using namespace report_words;
    DossierTable table{{{work.in(indicator), 70},
                        {work.in(period), 30},
                        {work.in(unit), 34},
                        {work.in(weight), 18, true},
                        {work.in(entropyColumn), 18, true},
                        {work.in(knownColumn), 16, true}},
                       {}};
    const auto percent = [](double share) { return numberText(100 * share, 1) + u" %"_s; };
    for (qsizetype i = 0; i < comparison.matrix.columns.size(); ++i) {
        const MatrixColumn& column = comparison.matrix.columns[i];
        const auto at = static_cast<std::size_t>(i);
        const auto known = std::ranges::count_if(column.observations, [](qsizetype each) { return each >= 0; });
        table.rows +=
            {indicatorName(work, column.indicator),
             periodWords(column.period, work.language),
             unitOf(work, column.indicator),
             percent(comparison.weights[at]),
             at < comparison.entropy.weights.size() ? percent(comparison.entropy.weights[at]) : work.in(missing),
             QString::number(known)};
    }
    return table;
}

DossierPart tierClaim(ChapterWork& work, const Tier& tier) {
    using namespace report_words;
    DossierPart part{work.in(claim)};
    const auto found = std::ranges::find_if(work.material.evidence,
                                            [&](const ClaimEvidence& each) { return each.claim.tier == tier.key; });
    if (found == work.material.evidence.end()) {
        part.items += DossierText{work.in(noClaim)};
        return part;
    }
    const QString verdict = work.material.verdicts.value(tier.key);
    part.items += DossierText{verdict.isEmpty() ? work.in(found->claim.name) : verdict};
    if (!work.in(found->claim.reason).isEmpty())
        part.items += DossierText{work.in(found->claim.reason), DossierText::Kind::Quote};
    DossierTable said{{{work.in(zoneColumn), 50}, {work.in(saysColumn), 136}}, {}};
    DossierTable made{{{work.in(zoneColumn), 30},
                       {work.in(indicator), 44},
                       {work.in(measured), 18},
                       {work.in(value), 20, true},
                       {work.in(unit), 28},
                       {work.in(period), 26},
                       {work.in(source), 14}},
                      {}};
    for (const Zone& zone : work.plan.zonesOf(tier.key)) {
        const qsizetype place = found->zones.indexOf(zone.code);
        said.rows += {work.in(zone.name), contributionWords(work, *found, place)};
        for (const TermEvidence& term : place < 0 ? QList<TermEvidence>() : found->terms) {
            QStringList row = termRow(work, *found, term, place);
            row.removeAt(5); // the weight, which is the same for all zones
            made.rows += QStringList{work.in(zone.name)} + row;
        }
    }
    part.items += said;
    if (!made.rows.isEmpty())
        part.items += made;
    part.items += note(work.in(claimNote));
    return part;
}

DossierTable allTargets(ChapterWork& work) {
    using namespace report_words;
    DossierTable table{{{work.in(target), 50},
                        {work.in(wanted), 26, true},
                        {work.in(unit), 20},
                        {work.in(cityHas), 34, true},
                        {work.in(needed), 32, true},
                        {work.in(measuresColumn), 24}},
                       {}};
    for (const Target& each : work.plan.targets) {
        const TargetStanding standing = standingOf(work.plan, each);
        const Observation* city = standing.latest < 0 ? nullptr : &work.plan.observations[standing.latest];
        table.rows +=
            {work.in(each.name),
             each.words.isEmpty() ? operatorSymbol(each.sense) + u' ' + shortest(each.value) : each.words,
             work.in(each.unit),
             city ? work.in(withPeriod).arg(valueText(work, *city), periodWords(city->period, work.language)) + u' ' +
                        work.sources.mark(city->source, city->address)
                  : work.in(missing),
             standing.met    ? work.in(met)
             : standing.need ? work.in(perYearNeeded).arg(numberText(100 * standing.need->required.share, 1))
                             : work.in(missing),
             measuresFor(work.plan, each).join(u' ')};
    }
    return table;
}

} // namespace

Dossier layoutChapter(const DossierMaterial& material, const QFont& font) {
    using namespace report_words;
    ChapterWork work{material, material.project.plan, material.language};
    const Plan& plan = work.plan;
    Dossier chapter = begun(work, layoutTitle);
    const QStringList from{
        work.in(plan.layout), work.in(plan.issuer),
        work.in(validity).arg(plan.validFrom.toString(Qt::ISODate), plan.validTo.toString(Qt::ISODate))};
    chapter.facts += from.join(work.in(facts));
    DossierPart tiers{work.in(tiersHeading)};
    if (!plan.goal.isEmpty())
        tiers.items += DossierText{work.in(quote).arg(plan.goal), DossierText::Kind::Quote};
    tiers.items += tiersTable(work);
    tiers.items += note(work.in(roleNote));
    DossierPart zones{work.in(zonesHeading)};
    zones.items += zonesTable(work);
    zones.items += note(work.in(ofWhichNote));
    chapter.parts = {tiers, zones};
    finish(chapter, work, boundaryWords(work));
    chapter.map = dossierMap(plan, material.shapes, {}, material.language, font);
    chapter.map.title = printable(chapter.title);
    return chapter;
}

Dossier targetsChapter(const DossierMaterial& material) {
    using namespace report_words;
    ChapterWork work{material, material.project.plan, material.language};
    Dossier chapter = begun(work, targetsTitle);
    DossierPart part{work.in(targets)};
    part.items += allTargets(work);
    part.items += note(work.in(allTargetsNote));
    chapter.parts = {part, sourcesPart(work)};
    finish(chapter, work, {});
    return chapter;
}

Dossier comparisonChapter(const DossierMaterial& material) {
    using namespace report_words;
    ChapterWork work{material, material.project.plan, material.language};
    Dossier chapter = begun(work, comparisonTitle);
    if (!material.comparison) {
        const QString& why = material.whyNoComparison;
        chapter.parts = {DossierPart{chapter.title,
                                     {DossierText{work.in(noComparison).arg(why.isEmpty() ? work.in(missing) : why)}}}};
        finish(chapter, work, {});
        return chapter;
    }
    const Comparison& comparison = *material.comparison;
    work.illustrative = comparison.matrix.illustrative;
    DossierPart ranks{work.in(ranksHeading)};
    ranks.items += ranksTable(work, comparison);
    ranks.items += note(work.in(comparisonNote));
    if (comparison.robustness)
        ranks.items +=
            note(work.in(samplingNote)
                     .arg(numberText(comparison.settings.samples, 0), QString::number(comparison.settings.seed)));
    DossierPart weights{work.in(weightsHeading)};
    weights.items += weightsTable(work, comparison);
    chapter.parts = {ranks, weights};
    finish(chapter, work, {});
    return chapter;
}

Dossier tierChapter(const DossierMaterial& material, const Tier& tier, const QFont& font) {
    using namespace report_words;
    ChapterWork work{material, material.project.plan, material.language};
    Dossier chapter;
    chapter.language = work.language;
    chapter.kicker = work.in(tierKicker).arg(work.in(work.plan.title));
    chapter.title = work.in(tier.name);
    chapter.mark = work.in(tier.mark);
    chapter.markColor = tier.color;
    chapter.tier = work.in(report_words::tier).arg(tierWords(work, tier));
    chapter.facts += zoneNames(work, tier.key);
    DossierPart role{work.in(report_words::role)};
    if (!work.in(tier.role).isEmpty())
        role.items += DossierText{work.in(quote).arg(work.in(tier.role)), DossierText::Kind::Quote};
    role.items += note(work.in(roleNote));
    const DossierPart claimed = tierClaim(work, tier); // before the sources, which it names
    chapter.parts = {role, claimed, sourcesPart(work)};
    finish(chapter, work, boundaryWords(work));
    QStringList codes;
    for (const Zone& zone : work.plan.zonesOf(tier.key))
        codes += zone.code;
    chapter.map = dossierMap(work.plan, material.shapes, codes, material.language, font);
    chapter.map.title = chapter.title;
    return chapter;
}

Dossier sourcesChapter(const DossierMaterial& material, const QList<Dossier>& chapters) {
    ChapterWork work{material, material.project.plan, material.language};
    for (const Dossier& each : chapters) {
        for (const auto& [title, address] : each.sources)
            work.sources.mark(title, address);
    }
    Dossier chapter = begun(work, report_words::sources);
    chapter.parts = {sourcesPart(work)};
    finish(chapter, work, boundaryWords(work));
    return chapter;
}

} // namespace tiermap
