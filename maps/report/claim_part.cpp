#include "maps/report/dossier_work.h"
#include "maps/style/number_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

SheetWord measureWord(ClaimTerm::Measure measure) {
    return measure == ClaimTerm::Measure::PerArea  ? report_words::measurePerArea
           : measure == ClaimTerm::Measure::Growth ? report_words::measureGrowth
                                                   : report_words::measureValue;
}

} // namespace

QString contributionWords(const ChapterWork& work, const ClaimEvidence& evidence, qsizetype place) {
    using namespace report_words;
    if (!evidence.test || place < 0 || place >= std::ssize(evidence.test->contributions))
        return work.in(noVoice);
    const std::optional<double>& contribution = evidence.test->contributions[static_cast<std::size_t>(place)];
    if (!contribution)
        return work.in(noVoice);
    if (*contribution == 0)
        return work.in(speaksNeither);
    if (evidence.claim.statistic == Claim::Statistic::Throughput) // a logarithm
        return work.in(*contribution > 0 ? passesMore : passesLess).arg(threeDigits(std::exp(*contribution)));
    return work.in(*contribution > 0 ? speaksFor : speaksAgainst).arg(threeDigits(std::abs(*contribution)));
}

QStringList termRow(ChapterWork& work, const ClaimEvidence& claim, const TermEvidence& evidence, qsizetype place) {
    using namespace report_words;
    const ClaimTerm& term = evidence.term;
    const auto at = static_cast<std::size_t>(place);
    const double number = at < evidence.numbers.size() ? evidence.numbers[at] : IndicatorMatrix::missing;
    const QList<qsizetype> made = at < evidence.observations.size() ? evidence.observations[at] : QList<qsizetype>();
    QString value = work.in(missing);
    QStringList sources;
    QStringList periods;
    if (!std::isnan(number)) {
        value = term.measure == ClaimTerm::Measure::Value ? shortest(number) : threeDigits(number);
        bool illustrated = false;
        for (const qsizetype index : made) {
            const Observation& observation = work.plan.observations[index];
            sources += work.sources.mark(observation.source, observation.address);
            periods += periodWords(observation.period, work.language);
            illustrated = illustrated || observation.status == Observation::Status::Illustrative;
        }
        if (illustrated)
            value += u'*';
        work.illustrative = work.illustrative || illustrated;
    } else if (evidence.period && evidence.period->kind != Period::Kind::Unknown) {
        periods += periodWords(*evidence.period, work.language);
    }
    sources.removeDuplicates();
    periods.removeDuplicates();
    const QString unit = unitOf(work, term.indicator);
    return {indicatorName(work, term.indicator),
            work.in(measureWord(term.measure)),
            value,
            claim.claim.statistic == Claim::Statistic::Throughput ? work.in(timesDistrict)
            : term.measure == ClaimTerm::Measure::Growth          ? work.in(perYear)
            : term.measure == ClaimTerm::Measure::PerArea         ? work.in(perArea).arg(unit)
                                                                  : unit,
            periods.join(u'–'),
            shortest(term.weight),
            sources.join(u' ')};
}

DossierPart claimPart(DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::claim)};
    const auto found = std::ranges::find_if(work.material.evidence, [&](const ClaimEvidence& each) {
        return !work.zone.tier.isEmpty() && each.claim.tier == work.zone.tier;
    });
    if (found == work.material.evidence.end()) {
        part.items += DossierText{work.in(noClaim)};
        return part;
    }
    const QString verdict = work.material.verdicts.value(work.zone.tier);
    part.items += DossierText{verdict.isEmpty() ? work.in(found->claim.name) : verdict};
    if (!work.in(found->claim.reason).isEmpty())
        part.items += DossierText{work.in(found->claim.reason), DossierText::Kind::Quote};
    const qsizetype place = found->zones.indexOf(work.zone.code);
    part.items += DossierText{contributionWords(work, *found, place)};
    if (place >= 0) {
        DossierTable table{{{work.in(indicator), 50},
                            {work.in(measured), 20},
                            {work.in(value), 22, true},
                            {work.in(unit), 30},
                            {work.in(period), 30},
                            {work.in(weight), 14, true},
                            {work.in(source), 16}},
                           {}};
        for (const TermEvidence& term : found->terms)
            table.rows += termRow(work, *found, term, place);
        part.items += table;
    }
    part.items += note(work.in(claimNote));
    return part;
}

} // namespace tiermap
