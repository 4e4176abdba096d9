#pragma once

#include "app/map/camera.h"
#include "app/map/ink_mesh.h"
#include "app/map/sprite_sheet.h"

#include <QImage>
#include <QStringList>

#include <memory>

namespace tiermap {

/// A mesh whose lines and fills are thinned by `tolerance` metres.
struct InkLevel {
    double tolerance = 0;
    InkMesh mesh;
};

/// What does not depend on the view.
struct PreparedScene {
    DisplayList list;
    Point origin; ///< of the meshes' vertices
    /// From coarse to whole (tolerance 0); null for the software renderer. Scenes that differ in the colours of their
    /// fills alone share them.
    std::shared_ptr<const std::vector<InkLevel>> levels;
    std::vector<InkColour> colours{}; ///< of the list's Fills, instead of those in the meshes; empty: those are right
};

/// The raster layers of one settled view and some way around it.
using ViewPictures = std::vector<Picture>;

/// What was placed for one settled view.
struct PlacedView {
    Camera camera;
    SpriteSheet sprites; ///< for the scene graph
    QImage picture;      ///< of everything, for the software renderer
    QStringList unplaced;
};

/// Thinning by this much of a pixel is not seen: lines are wider, and soft at their edges.
inline constexpr double unseenPixels = 0.5;

/// Coarse levels for the whole city, fine ones for its streets.
std::vector<InkLevel> inkLevels(const DisplayList& list, const Point& origin);

/// The coarsest level that looks whole at this scale; never null unless there are none.
const InkLevel* levelFor(const std::vector<InkLevel>& levels, double pixelsPerMetre);

} // namespace tiermap
