#pragma once

#include "maps/geometry/topology.h"

#include <QHash>
#include <QStringList>

namespace tiermap {

/// Of zones that have an outline, in km2 on the ellipsoid.
QHash<QString, double> areasKm2(const std::vector<ZoneShape>& zones);

/// For each of the zones, which of them share a border with it: indices into `codes`. A corner alone is no border.
std::vector<std::vector<int>> neighboursOf(const QStringList& codes, const std::vector<Border>& borders);

} // namespace tiermap
