#include "core/analysis/zone_figures.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

ZoneFigure::Known knownOf(const Observation& observation) {
    if (observation.value)
        return observation.value->bound == Quantity::Bound::Exact ? ZoneFigure::Known::Exact : ZoneFigure::Known::Bound;
    return isWithheld(observation) ? ZoneFigure::Known::Withheld : ZoneFigure::Known::Missing;
}

} // namespace

template <>
std::span<const Name<ZoneFigure::Known>> namesOf() {
    using enum ZoneFigure::Known;
    static constexpr Name<ZoneFigure::Known> names[] = {
        {Exact, "exact"_L1}, {Bound, "bound"_L1}, {Withheld, "withheld"_L1}, {Missing, "missing"_L1}};
    return names;
}

bool isWithheld(const Observation& observation) {
    static constexpr std::array words{u"保密", u"withheld", u"suppressed", u"confidential"};
    return !observation.value && std::ranges::any_of(words, [&](const char16_t* word) {
        return observation.missingReason.startsWith(QStringView(word), Qt::CaseInsensitive);
    });
}

QList<Zone> mappedZones(const Plan& plan) {
    QList<Zone> zones = plan.layoutZones();
    zones.removeIf([](const Zone& zone) { return zone.kind != Zone::Kind::District; });
    return zones;
}

std::vector<int> tierPlaces(const Plan& plan, const QStringList& zones) {
    std::vector<int> places;
    for (const QString& zone : zones) {
        places.push_back(
            static_cast<int>(std::ranges::find(plan.tiers, plan.zone(zone)->tier, &Tier::key) - plan.tiers.begin()));
    }
    return places;
}

QList<Period> periodsOf(const Plan& plan, const QString& indicator) {
    QSet<QString> districts;
    for (const Zone& zone : mappedZones(plan))
        districts += zone.code;
    struct Count {
        Period period;
        int exact = 0;
    };
    QHash<QString, qsizetype> places; // by the written form
    QList<Count> counts;
    for (const Observation& observation : plan.observations) {
        if (!observation.adopted || observation.indicator != indicator || !districts.contains(observation.zone))
            continue;
        const QString written = observation.period.toString();
        if (!places.contains(written)) {
            places.insert(written, counts.size());
            counts += Count{.period = observation.period};
        }
        counts[places[written]].exact += knownOf(observation) == ZoneFigure::Known::Exact;
    }
    std::ranges::stable_sort(counts, [](const Count& a, const Count& b) {
        return std::tuple(a.exact, a.period.to, a.period.toString()) >
               std::tuple(b.exact, b.period.to, b.period.toString());
    });
    QList<Period> periods;
    for (const Count& count : counts)
        periods += count.period;
    return periods;
}

QList<ZoneFigure> zoneFigures(const Plan& plan, const QString& indicator, const std::optional<Period>& period) {
    QList<ZoneFigure> figures;
    QHash<QString, qsizetype> places;
    for (const Zone& zone : mappedZones(plan)) {
        places.insert(zone.code, figures.size());
        figures += ZoneFigure{.zone = zone.code};
    }
    for (qsizetype i = 0; i < plan.observations.size(); ++i) {
        const Observation& observation = plan.observations[i];
        if (!observation.adopted || observation.indicator != indicator || (period && observation.period != *period))
            continue;
        const auto place = places.constFind(observation.zone);
        if (place == places.constEnd())
            continue;
        ZoneFigure& figure = figures[*place];
        // An invalid date is the earliest.
        if (figure.observation >= 0 && observation.period.to <= plan.observations[figure.observation].period.to)
            continue;
        figure.known = knownOf(observation);
        figure.number = figure.known == ZoneFigure::Known::Exact ? observation.value->number : 0;
        figure.observation = i;
    }
    return figures;
}

} // namespace tiermap
