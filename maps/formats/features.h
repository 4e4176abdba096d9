#pragma once

#include "core/problem.h"
#include "maps/geometry/shape.h"

#include <QVariantMap>

#include <vector>

namespace tiermap {

struct Feature {
    GeoShape shape;
    QVariantMap attributes; ///< bool, double, qint64 or QString; absent values are absent
};

/// Reads the first layer of any vector file that GDAL knows. GDAL is loaded on the first call (linking it would cost
/// every start 0.1 s). Coordinates are taken as they stand.
Result<std::vector<Feature>> readFeatures(const QString& file);

} // namespace tiermap
