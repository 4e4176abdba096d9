#include "app/map/ink_material.h"
#include "app/map/scene_state.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTextureMaterial>

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

void removeChildren(QSGNode& node) {
    while (QSGNode* child = node.firstChild()) {
        node.removeChildNode(child);
        delete child;
    }
}

/// Batches of one mesh, in order.
class MeshNodes : public QSGNode {
public:
    explicit MeshNodes(std::shared_ptr<InkView> view)
        : m_view(std::move(view)) {}

    void show(const InkMesh& mesh) {
        removeChildren(*this);
        m_places.clear();
        for (const InkBatch& batch : mesh) {
            if (!batch.picture.isEmpty()) {
                m_places.emplace_back(batch.picture, new QSGNode);
                appendChildNode(m_places.back().second);
            } else if (!batch.indices.empty()) {
                appendChildNode(new InkNode(batch, m_view));
            }
        }
    }

    /// The nodes are those of this mesh.
    void recolour(const InkMesh& mesh, const std::vector<InkColour>& colours) {
        QSGNode* child = firstChild();
        for (const InkBatch& batch : mesh) {
            const bool isPlace = !batch.picture.isEmpty();
            if (!isPlace && batch.indices.empty())
                continue; // has no node
            if (!isPlace && !batch.runs.empty())
                static_cast<InkNode*>(child)->recolour(batch, colours);
            child = child->nextSibling();
        }
    }

    void look(const InkView& view) {
        *m_view = view;
        for (QSGNode* child = firstChild(); child; child = child->nextSibling())
            child->markDirty(QSGNode::DirtyMaterial);
    }

    /// Where pictures lie among the batches, by their layer.
    const std::vector<std::pair<QString, QSGNode*>>& places() const { return m_places; }

private:
    std::shared_ptr<InkView> m_view;
    std::vector<std::pair<QString, QSGNode*>> m_places;
};

/// The base: the level of detail that the scale asks for.
class BaseNodes : public MeshNodes {
public:
    using MeshNodes::MeshNodes;

    void update(const SceneState& state, QQuickWindow* window) {
        const InkLevel* level = state.scene && state.scene->levels
                                    ? levelFor(*state.scene->levels, state.camera.pixelsPerMetre())
                                    : nullptr;
        const bool otherMesh = level != m_level || (state.scene && m_scene && state.scene->levels != m_scene->levels);
        if (otherMesh) {
            show(level ? level->mesh : InkMesh());
            m_pictures.reset();
        }
        if (level && !state.scene->colours.empty() && (otherMesh || state.scene != m_scene))
            recolour(level->mesh, state.scene->colours);
        m_scene = state.scene;
        m_level = level;
        if (state.pictures != m_pictures) {
            m_pictures = state.pictures;
            showPictures(window);
        }
        if (!m_pictures)
            return;
        for (const auto& [key, place] : places()) { // until the camera settles, those of the last view move along
            const auto picture = std::ranges::find(*m_pictures, key, &Picture::layer);
            if (auto* image = static_cast<QSGImageNode*>(place->firstChild()); image && picture != m_pictures->end())
                image->setRect(
                    QRectF(state.camera.toPixels(picture->low), state.camera.toPixels(picture->high)).normalized());
        }
    }

private:
    void showPictures(QQuickWindow* window) {
        for (const auto& [key, place] : places()) {
            removeChildren(*place);
            const auto picture =
                m_pictures ? std::ranges::find(*m_pictures, key, &Picture::layer) : ViewPictures::const_iterator();
            if (!m_pictures || picture == m_pictures->end())
                continue;
            QSGImageNode* image = window->createImageNode();
            image->setOwnsTexture(true);
            image->setTexture(window->createTextureFromImage(picture->image, QQuickWindow::TextureHasAlphaChannel));
            image->setFiltering(QSGTexture::Linear);
            place->appendChildNode(image);
        }
    }

    std::shared_ptr<const ViewPictures> m_pictures;
    std::shared_ptr<const PreparedScene> m_scene;
    const InkLevel* m_level = nullptr;
};

/// Selection and tool marks: few enough to be thinned anew when the scale changes by much. A node that comes or goes makes
/// the scene graph upload the whole map again, so there is always one for plain ink, and those that fit are used again.
class MarkNodes : public MeshNodes {
public:
    explicit MarkNodes(std::shared_ptr<InkView> view)
        : MeshNodes(std::move(view)) {
        show(withPlain({}));
    }

    void update(const std::shared_ptr<const DisplayList>& list, const SceneState& state, const Point& origin) {
        const double tolerance = std::exp2(std::round(std::log2(unseenPixels / state.camera.pixelsPerMetre())));
        if (list == m_list && tolerance == m_tolerance && origin.x() == m_origin.x() && origin.y() == m_origin.y())
            return;
        m_list = list;
        m_tolerance = tolerance;
        m_origin = origin;
        const InkMesh mesh = withPlain(list ? inkMesh(*list, origin, tolerance) : InkMesh());
        if (!reshape(mesh))
            show(mesh);
    }

private:
    /// Nothing to be seen: an empty batch would have no node.
    static InkMesh withPlain(InkMesh mesh) {
        if (mesh.empty())
            mesh.push_back({.pattern = {}, .vertices = std::vector<InkVertex>(3), .indices = {0, 1, 2}});
        return mesh;
    }

    /// Whether the nodes are those of a mesh with the same patterns.
    bool reshape(const InkMesh& mesh) {
        QSGNode* child = firstChild();
        for (const InkBatch& batch : mesh) {
            if (!child || batch.indices.empty() || !(static_cast<InkNode*>(child)->pattern() == batch.pattern))
                return false;
            child = child->nextSibling();
        }
        if (child)
            return false;
        child = firstChild();
        for (const InkBatch& batch : mesh) {
            static_cast<InkNode*>(child)->reshape(batch);
            child = child->nextSibling();
        }
        return true;
    }

    std::shared_ptr<const DisplayList> m_list;
    double m_tolerance = 0;
    Point m_origin{};
};

/// Labels and symbols. There are at most some hundred, so their corners are computed for every camera.
class SpriteNode : public QSGGeometryNode {
public:
    SpriteNode()
        : m_geometry(QSGGeometry::defaultAttributes_TexturedPoint2D(), 0) {
        m_geometry.setDrawingMode(QSGGeometry::DrawTriangles);
        setGeometry(&m_geometry);
        setMaterial(&m_material);
        m_material.setFiltering(QSGTexture::Nearest);
    }

    void update(const SceneState& state, QQuickWindow* window) {
        if (state.placed != m_placed) {
            m_placed = state.placed;
            const QImage image = m_placed ? m_placed->sprites.image : QImage();
            m_texture.reset(image.isNull() ? nullptr : window->createTextureFromImage(image));
            m_material.setTexture(m_texture.get());
            m_material.setFlag(QSGMaterial::Blending);
            m_geometry.allocate(m_texture ? static_cast<int>(m_placed->sprites.sprites.size()) * 6 : 0);
            markDirty(DirtyMaterial);
        }
        if (m_texture)
            place(state);
        markDirty(DirtyGeometry);
    }

private:
    void place(const SceneState& state) {
        const QSizeF sheet = m_placed->sprites.image.size();
        const double ratio = state.scale.devicePixelRatio;
        auto* corner = m_geometry.vertexDataAsTexturedPoint2D();
        for (const Sprite& sprite : m_placed->sprites.sprites) {
            const QPointF at = state.camera.toPixels(sprite.at) * ratio;
            const QPointF topLeft = QPointF(std::round(at.x()), std::round(at.y())) + sprite.offset;
            const QRectF screen(topLeft / ratio, QSizeF(sprite.source.size()) / ratio);
            const QRectF source(sprite.source.x() / sheet.width(), sprite.source.y() / sheet.height(),
                                sprite.source.width() / sheet.width(), sprite.source.height() / sheet.height());
            const auto set = [&corner](const QPointF& p, const QPointF& s) {
                (corner++)->set(float(p.x()), float(p.y()), float(s.x()), float(s.y()));
            };
            set(screen.topLeft(), source.topLeft());
            set(screen.topRight(), source.topRight());
            set(screen.bottomLeft(), source.bottomLeft());
            set(screen.bottomLeft(), source.bottomLeft());
            set(screen.topRight(), source.topRight());
            set(screen.bottomRight(), source.bottomRight());
        }
    }

    QSGGeometry m_geometry;
    QSGTextureMaterial m_material;
    std::unique_ptr<QSGTexture> m_texture;
    std::shared_ptr<const PlacedView> m_placed;
};

class SceneNodes : public QSGNode {
public:
    SceneNodes() {
        for (QSGNode* node : std::initializer_list<QSGNode*>{&m_base, &m_selection, &m_sprites, &m_marks}) {
            node->setFlag(OwnedByParent, false);
            appendChildNode(node);
        }
    }
    ~SceneNodes() override { removeAllChildNodes(); }

    void update(const SceneState& state, QQuickWindow* window) {
        const Point origin = state.scene ? state.scene->origin : Point(0, 0);
        m_base.update(state, window);
        m_selection.update(state.selection, state, origin);
        m_sprites.update(state, window);
        m_marks.update(state.marks, state, origin);
        const QPointF at = state.camera.toPixels(origin);
        const InkView view{float(state.camera.pixelsPerMetre()), float(at.x()), float(at.y()),
                           float(state.scale.pixelsPerMm), float(state.scale.devicePixelRatio)};
        for (MeshNodes* nodes : std::initializer_list<MeshNodes*>{&m_base, &m_selection, &m_marks})
            nodes->look(view);
    }

private:
    std::shared_ptr<InkView> m_view = std::make_shared<InkView>();
    BaseNodes m_base{m_view};
    MarkNodes m_selection{m_view};
    SpriteNode m_sprites;
    MarkNodes m_marks{m_view};
};

} // namespace

QSGNode* updateSceneNodes(QSGNode* old, const SceneState& state, QQuickWindow* window) {
    auto* nodes = old ? static_cast<SceneNodes*>(old) : new SceneNodes;
    nodes->update(state, window);
    return nodes;
}

} // namespace tiermap
