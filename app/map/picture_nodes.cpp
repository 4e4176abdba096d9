#include "app/map/scene_state.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <array>

namespace tiermap {

namespace {

class PictureNodes : public QSGNode {
public:
    void update(const SceneState& state, QQuickWindow* window) {
        if (state.placed != m_placed) {
            m_placed = state.placed;
            show(m_base, m_placed ? m_placed->picture : QImage(), window);
        }
        if (m_base) { // until the camera settles, the picture of the last view moves along
            const Camera& made = m_placed->camera;
            const QPointF topLeft = state.camera.toPixels(made.toMetres({0, 0}));
            const QPointF bottomRight = state.camera.toPixels(made.toMetres({made.size.width(), made.size.height()}));
            m_base->setRect(QRectF(topLeft, bottomRight));
        }
        updateMarks(state, window);
    }

private:
    /// Selection and tool marks: painted for the very camera, since they are few.
    void updateMarks(const SceneState& state, QQuickWindow* window) {
        if (state.selection == m_selection && state.marks == m_marks && state.camera == m_camera)
            return;
        m_selection = state.selection;
        m_marks = state.marks;
        m_camera = state.camera;
        DisplayList list = m_selection ? *m_selection : DisplayList();
        if (m_marks) {
            list.base.insert(list.base.end(), m_marks->base.begin(), m_marks->base.end());
            list.symbols = m_marks->symbols;
        }
        const bool nothing = list.base.empty() && list.symbols.empty();
        show(m_overlay, nothing ? QImage() : picture(list, m_camera, state.scale, state.font), window);
        if (m_overlay)
            m_overlay->setRect(QRectF(QPointF(0, 0), m_camera.size));
    }

    void show(QSGImageNode*& node, const QImage& image, QQuickWindow* window) {
        if (node) {
            removeChildNode(node);
            delete node;
            node = nullptr;
        }
        if (image.isNull())
            return;
        node = window->createImageNode();
        node->setOwnsTexture(true);
        node->setTexture(window->createTextureFromImage(image));
        node->setFiltering(QSGTexture::Linear);
        if (&node == &m_base)
            prependChildNode(node);
        else
            appendChildNode(node);
    }

    std::shared_ptr<const PlacedView> m_placed;
    std::shared_ptr<const DisplayList> m_selection;
    std::shared_ptr<const DisplayList> m_marks;
    Camera m_camera;
    QSGImageNode* m_base = nullptr; // both belong to the tree
    QSGImageNode* m_overlay = nullptr;
};

} // namespace

QSGNode* updatePictureNodes(QSGNode* old, const SceneState& state, QQuickWindow* window) {
    auto* nodes = old ? static_cast<PictureNodes*>(old) : new PictureNodes;
    nodes->update(state, window);
    return nodes;
}

} // namespace tiermap
