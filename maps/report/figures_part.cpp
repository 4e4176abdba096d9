#include "core/analysis/zone_figures.h"
#include "maps/report/dossier_work.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Place of the zone's number among those that districts have for the same period; nothing where it has none there.
QString rankText(const DossierWork& work, const Observation& observation) {
    if (!observation.adopted || !observation.value)
        return {};
    if (!work.isDistrict() || observation.value->bound != Quantity::Bound::Exact)
        return work.zone.kind == Zone::Kind::City ? QString() : work.in(report_words::notRanked);
    const Indicator* indicator = work.plan.indicator(observation.indicator);
    const bool least = indicator && indicator->direction == Indicator::Direction::LessIsBetter;
    int rank = 1;
    int among = 0;
    for (const ZoneFigure& figure : zoneFigures(work.plan, observation.indicator, observation.period)) {
        if (figure.known != ZoneFigure::Known::Exact)
            continue;
        ++among;
        const double number = observation.value->number;
        rank += least ? figure.number < number : figure.number > number;
    }
    constexpr int fewest = 3; // first of one says nothing
    return among < fewest ? work.in(report_words::notRanked) : work.in(report_words::rankOf).arg(rank).arg(among);
}

/// What the whole has for the same indicator and period.
QString cityText(DossierWork& work, const Observation& observation) {
    if (work.zone.kind == Zone::Kind::City)
        return {};
    for (const Observation& each : work.plan.observations) {
        const Zone* zone = work.plan.zone(each.zone);
        if (each.adopted && zone && zone->kind == Zone::Kind::City && each.indicator == observation.indicator &&
            each.period == observation.period)
            return valueText(work, each);
    }
    return work.in(report_words::missing);
}

/// Of one indicator, latest first, the adopted before others of its period.
QList<const Observation*> observationsOf(const DossierWork& work, const QString& indicator) {
    QList<const Observation*> known;
    for (const Observation& observation : work.plan.observations) {
        if (observation.zone == work.zone.code && observation.indicator == indicator)
            known += &observation;
    }
    std::ranges::stable_sort(known, [](const Observation* a, const Observation* b) {
        return std::pair(a->period.to, a->adopted) > std::pair(b->period.to, b->adopted);
    });
    return known;
}

bool otherDistrictsHave(const DossierWork& work, const QString& indicator) {
    return std::ranges::any_of(zoneFigures(work.plan, indicator, {}), [&](const ZoneFigure& figure) {
        return figure.zone != work.zone.code &&
               (figure.known == ZoneFigure::Known::Exact || figure.known == ZoneFigure::Known::Bound);
    });
}

} // namespace

DossierPart figuresPart(DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::figures)};
    DossierTable table{{{work.in(indicator), 54},
                        {work.in(value), 18, true},
                        {work.in(unit), 24},
                        {work.in(period), 26},
                        {work.in(status), 19},
                        {work.in(rank), 14},
                        {work.in(city), 18, true},
                        {work.in(source), 10}},
                       {}};
    QList<DossierText> reasons;
    QStringList missingHere;
    for (const Indicator& each : work.plan.indicators) {
        const QList<const Observation*> known = observationsOf(work, each.key);
        if (known.isEmpty() && work.isDistrict() && otherDistrictsHave(work, each.key))
            missingHere += work.in(each.name);
        for (const Observation* observation : known) {
            const QString when = periodWords(observation->period, work.language);
            const QString said = work.in(statusWord(observation->status));
            table.rows += {work.in(each.name),
                           valueText(work, *observation),
                           work.in(each.unit),
                           when,
                           observation->adopted ? said : work.in(notAdopted).arg(said),
                           rankText(work, *observation),
                           cityText(work, *observation),
                           work.sources.mark(observation->source, observation->address)};
            if (!observation->value && !observation->missingReason.isEmpty())
                reasons += note(work.in(missingReason).arg(work.in(each.name), when, observation->missingReason));
        }
    }
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(missing)};
    else
        part.items += table;
    for (const DossierText& reason : std::as_const(reasons))
        part.items += reason;
    if (!missingHere.isEmpty())
        part.items += note(work.in(missingElsewhere).arg(work.joined(missingHere)));
    if (!table.rows.isEmpty())
        part.items += note(work.in(rankNote));
    return part;
}

} // namespace tiermap
