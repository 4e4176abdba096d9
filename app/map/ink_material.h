#pragma once

#include "app/map/ink_mesh.h"

#include <QSGGeometryNode>
#include <QSGMaterial>

#include <memory>

namespace tiermap {

/// Where the camera stands, as the shader needs it; one object for all nodes of an item.
struct InkView {
    float pixelsPerMetre = 1; ///< logical pixels
    float originX = 0;        ///< where the mesh's origin lies, logical pixels
    float originY = 0;
    float pixelsPerMm = 96 / 25.4F;
    float devicePixelRatio = 1;
};

/// A batch in the scene graph. After InkView changed, the node must be marked dirty (DirtyMaterial); its vertices stay.
class InkNode : public QSGGeometryNode {
public:
    InkNode(const InkBatch& batch, std::shared_ptr<const InkView> view);

    /// Of the same pattern.
    void reshape(const InkBatch& batch);
    const InkPattern& pattern() const;
    /// Of the batch's fills; `colours` by InkRun::fill.
    void recolour(const InkBatch& batch, const std::vector<InkColour>& colours);
};

} // namespace tiermap
