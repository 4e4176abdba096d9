#pragma once

#include "core/problem.h"
#include "maps/geometry/datum.h"
#include "maps/geometry/projection.h"
#include "maps/scene/clip.h"

#include <QImage>
#include <QSize>

#include <functional>

namespace tiermap {

/// Like readRaster(): the part of a raster that `extent` of a projection shows, in so many pixels. The coordinates of
/// one in GCJ-02 or BD-09 are moved to EPSG:4490, each pixel by what its own place needs: the offset is worked out on a
/// grid of 33 by 33 points over the window and interpolated between them, which errs by less than a pixel from windows of
/// a street to those of a province.
Result<QImage> readMovedRaster(const QString& file, const QString& crs, Datum datum, const Projection& projection,
                               const Extent& extent, const QSize& pixels, const std::function<bool()>& goesOn = {});

} // namespace tiermap
