#pragma once

#include "core/analysis/local_statistics.h"
#include "maps/geometry/topology.h"

#include <QHash>
#include <QList>
#include <QString>

namespace tiermap {

/// Whether high or low values lie together around an area.
struct Hotspot {
    QString zone; ///< Zone::code
    double value = 0;
    int neighbours = 0;                ///< that have a value
    std::optional<GetisOrd> gi{};      ///< nothing: not defined, see local_statistics.h
    double giAdjusted = 1;             ///< the p-value after Benjamini and Hochberg (1995)
    std::optional<LocalMoran> moran{}; ///< likewise
    double moranAdjusted = 1;
};

/// The least false-discovery rate that counts: one spot of twenty is expected to be none.
constexpr double spotLevel = 0.05;

/// What can be said of a zone. A score of Gi* and its p-value may disagree, since only the score weighs the zone's own
/// value: a spot has both on one side.
enum class Spot { None, Hot, Cold, Never }; ///< Never: with so few neighbours not even the rarest outcome counts
Spot spotOf(const Hotspot& zone);

/// Of areas in any order, each with the indexes of its neighbours; `zone` stays empty. What comes back once `goesOn` has
/// said no is good for nothing.
QList<Hotspot> hotspots(std::span<const double> values, const std::vector<std::vector<int>>& neighbours,
                        const PermutationSettings& settings = {}, const std::function<bool()>& goesOn = {});

/// Of the zones that have a number; those without one are neighbours of nobody. Zones are neighbours that share a border,
/// a corner alone is none. In the order of `codes`.
QList<Hotspot> hotspots(const QStringList& codes, const QHash<QString, double>& numbers,
                        const std::vector<Border>& borders, const PermutationSettings& settings = {});

} // namespace tiermap
