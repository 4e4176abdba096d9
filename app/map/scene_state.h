#pragma once

#include "app/map/picture.h"
#include "app/map/prepared_scene.h"

#include <memory>

class QQuickWindow;
class QSGNode;

namespace tiermap {

/// All that the live map draws. Parts are replaced as wholes and never changed, so a node tree knows by their addresses
/// what of it is out of date.
struct SceneState {
    Camera camera;
    ScreenScale scale;
    QFont font;
    std::shared_ptr<const PreparedScene> scene;
    std::shared_ptr<const PlacedView> placed;
    std::shared_ptr<const ViewPictures> pictures; ///< none where no raster layer is shown
    std::shared_ptr<const DisplayList> selection; ///< fills and strokes; below the labels
    std::shared_ptr<const DisplayList> marks;     ///< strokes and discs; above everything

    bool isComplete() const { return scene && placed; }
};

/// The scene graph's back end: makes the tree where there is none, else changes what is out of date.
QSGNode* updateSceneNodes(QSGNode* old, const SceneState& state, QQuickWindow* window);

/// The back end of Qt Quick's software renderer, which skips geometry of ours: the painter's pictures.
QSGNode* updatePictureNodes(QSGNode* old, const SceneState& state, QQuickWindow* window);

} // namespace tiermap
