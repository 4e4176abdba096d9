#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QVariantMap>

#include <vector>

namespace tiermap {

/// A feature as it crosses the border of the GDAL module: the module knows no shapes of ours, and we no types of GDAL.
struct RawFeature {
    QByteArray wkb; ///< empty where the feature has no geometry
    QVariantMap attributes;
};

using RawFeatures = Result<std::vector<RawFeature>>;

/// The module's only entry point. The number grows with each change of the types above.
using ReadFirstLayer = void(const QString& file, RawFeatures* result);
inline constexpr auto readFirstLayerName = "tiermapReadFirstLayer1";

} // namespace tiermap
