#pragma once

#include "core/problem.h"
#include "core/project/reference_layer.h"
#include "maps/geometry/projection.h"
#include "maps/scene/clip.h"
#include "maps/scene/display_list.h"

#include <QSize>

#include <functional>

namespace tiermap {

/// The shown raster layers of a project, each cut to an extent of a projection and resampled to so many pixels. One that
/// cannot be read (its file has moved, say) is left out, with the reason in `problems`.
struct LayerPictures {
    std::vector<Picture> pictures;
    QList<Problem> problems;
};

/// `projectFile` is where relative paths start. Stops early, with what there is, when `goesOn` says no.
LayerPictures layerPictures(const QString& projectFile, const QList<ReferenceLayer>& layers,
                            const Projection& projection, const Extent& extent, const QSize& pixels,
                            const std::function<bool()>& goesOn = {});

/// Puts pictures into the places that planScene() kept for them.
void placePictures(DisplayList& list, const std::vector<Picture>& pictures);

} // namespace tiermap
