#include "core/analysis/location_quotient.h"
#include "maps/report/dossier_work.h"
#include "maps/style/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What the claim of specialisation counts, as whole numbers: of the zones that have all of its terms.
struct Counts {
    std::vector<std::vector<qint64>> zones; ///< empty for a zone that lacks a number
    std::vector<qint64> all;                ///< of each term
    qint64 whole = 0;
};

std::optional<Counts> countsOf(const ClaimEvidence& evidence) {
    Counts counts{.zones = std::vector<std::vector<qint64>>(static_cast<std::size_t>(evidence.zones.size())),
                  .all = std::vector<qint64>(static_cast<std::size_t>(evidence.terms.size()))};
    for (std::size_t zone = 0; zone < counts.zones.size(); ++zone) {
        for (const TermEvidence& term : evidence.terms) {
            const double number = zone < term.numbers.size() ? term.numbers[zone] : IndicatorMatrix::missing;
            if (std::isnan(number)) {
                counts.zones[zone].clear();
                break;
            }
            if (number != std::floor(number) || number < 0)
                return std::nullopt; // no units to be counted
            counts.zones[zone].push_back(std::llround(number));
        }
        for (std::size_t term = 0; term < counts.zones[zone].size(); ++term)
            counts.all[term] += counts.zones[zone][term];
    }
    counts.whole = std::reduce(counts.all.begin(), counts.all.end());
    return counts;
}

/// One form: how many the zone has, and what that is beside all zones.
QStringList formRow(DossierWork& work, const ClaimEvidence& evidence, const Counts& counts, std::size_t zone,
                    qsizetype place) {
    using namespace report_words;
    const TermEvidence& term = evidence.terms[place];
    const auto at = static_cast<std::size_t>(place);
    const QList<qsizetype> made = zone < term.observations.size() ? term.observations[zone] : QList<qsizetype>();
    const Observation* observation = made.isEmpty() ? nullptr : &work.plan.observations[made.first()];
    QStringList row{indicatorName(work, term.term.indicator),
                    observation ? valueText(work, *observation) : work.in(missing)};
    const std::vector<qint64>& own = counts.zones[zone];
    const qint64 sum = std::reduce(own.begin(), own.end());
    if (own.empty() || sum == 0 || counts.all[at] == 0)
        return row + QStringList{work.in(missing), work.in(missing), {}, {}, {}};
    const LocationQuotient quotient = locationQuotient(own[at], sum, counts.all[at], counts.whole);
    return row + QStringList{numberText(100.0 * static_cast<double>(own[at]) / static_cast<double>(sum), 1),
                             threeDigits(quotient.quotient),
                             work.in(interval).arg(threeDigits(quotient.lower), threeDigits(quotient.upper)),
                             work.in(quotient.specialised ? yes : no),
                             observation ? work.sources.mark(observation->source, observation->address) : QString()};
}

} // namespace

/// By location quotients: a raw count says where much is, and not what a zone is special in. Registers of enterprises, in
/// which clusters on the map are found, are no part of a project.
DossierPart specialisationPart(DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(specialisation)};
    const auto evidence = std::ranges::find(work.material.evidence, Claim::Statistic::Specialisation,
                                            [](const ClaimEvidence& each) { return each.claim.statistic; });
    const qsizetype zone = evidence == work.material.evidence.end() ? -1 : evidence->zones.indexOf(work.zone.code);
    const auto counts = zone < 0 ? std::nullopt : countsOf(*evidence);
    if (!counts || evidence->terms.isEmpty()) {
        part.items += DossierText{work.in(work.isDistrict() ? noStructure : notCompared)};
    } else {
        DossierTable table{{{work.in(indicator), 60},
                            {work.in(value), 20, true},
                            {work.in(shareOfZone), 22, true},
                            {work.in(quotientName), 20, true},
                            {work.in(quotientInterval), 34},
                            {work.in(specialised), 20},
                            {work.in(source), 14}},
                           {}};
        for (qsizetype i = 0; i < evidence->terms.size(); ++i)
            table.rows += formRow(work, *evidence, *counts, static_cast<std::size_t>(zone), i);
        part.items += table;
        const std::optional<Period>& period = evidence->terms.first().period;
        part.items += note(work.in(specialisationNote)
                               .arg(period ? periodWords(*period, work.language) : work.in(periodUnknown))
                               .arg(enoughUnits));
    }
    part.items += note(work.in(clustersNote));
    return part;
}

} // namespace tiermap
