#include "maps/analysis/hotspots.h"

#include "core/analysis/false_discovery.h"
#include "maps/analysis/zone_geography.h"

#include <algorithm>

namespace tiermap {

namespace {

/// Adjusts the p-values of those that are defined.
template <class Statistic>
void adjust(QList<Hotspot>& zones, std::optional<Statistic> Hotspot::* statistic, double Hotspot::* adjusted) {
    std::vector<double> p;
    for (const Hotspot& zone : std::as_const(zones)) {
        if (zone.*statistic) {
            p.push_back((zone.*statistic)->pseudoP.p);
        }
    }
    const std::vector<double> result = falseDiscoveryAdjusted(p);
    std::size_t next = 0;
    for (Hotspot& zone : zones) {
        if (zone.*statistic) {
            zone.*adjusted = result[next++];
        }
    }
}

} // namespace

Spot spotOf(const Hotspot& zone) {
    if (!zone.gi) {
        return Spot::None;
    }
    if (!zone.gi->pseudoP.canBeSignificant(spotLevel)) {
        return Spot::Never;
    }
    return zone.giAdjusted > spotLevel ? Spot::None : zone.gi->score > 0 ? Spot::Hot : Spot::Cold;
}

QList<Hotspot> hotspots(std::span<const double> values, const std::vector<std::vector<int>>& neighbours,
                        const PermutationSettings& settings, const std::function<bool()>& goesOn) {
    const auto gi = getisOrd(values, neighbours, settings, goesOn);
    const auto moran = localMoran(values, neighbours, settings, goesOn);
    QList<Hotspot> areas;
    for (std::size_t i = 0; i < values.size(); ++i) {
        areas << Hotspot{.zone = {},
                         .value = values[i],
                         .neighbours = static_cast<int>(neighbours[i].size()),
                         .gi = gi[i],
                         .moran = moran[i]};
    }
    adjust(areas, &Hotspot::gi, &Hotspot::giAdjusted);
    adjust(areas, &Hotspot::moran, &Hotspot::moranAdjusted);
    return areas;
}

QList<Hotspot> hotspots(const QStringList& codes, const QHash<QString, double>& numbers,
                        const std::vector<Border>& borders, const PermutationSettings& settings) {
    QStringList known;
    std::vector<double> values;
    for (const QString& code : codes) {
        if (numbers.contains(code)) {
            known << code;
            values.push_back(numbers.value(code));
        }
    }
    QList<Hotspot> zones = hotspots(values, neighboursOf(known, borders), settings);
    for (qsizetype i = 0; i < zones.size(); ++i) {
        zones[i].zone = known[i];
    }
    return zones;
}

} // namespace tiermap
