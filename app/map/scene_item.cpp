#include "app/map/scene_item.h"

#include <QQuickWindow>
#include <QSGRendererInterface>

namespace tiermap {

SceneItem::SceneItem(QQuickItem* parent)
    : QQuickItem(parent) {
    setFlag(ItemHasContents);
}

QGeoCoordinate SceneItem::centre() const {
    const QPointF centre = longitudeLatitude(m_state.camera.centre);
    return {centre.y(), centre.x()};
}

void SceneItem::setCentre(const QGeoCoordinate& centre) {
    const Point metres = webMercatorMetres({centre.longitude(), centre.latitude()});
    if (metres.x() == m_state.camera.centre.x() && metres.y() == m_state.camera.centre.y())
        return;
    m_state.camera.centre = metres;
    update();
    Q_EMIT cameraChanged();
}

void SceneItem::setZoomLevel(double zoomLevel) {
    if (zoomLevel == m_state.camera.zoom)
        return;
    m_state.camera.zoom = zoomLevel;
    update();
    Q_EMIT cameraChanged();
}

void SceneItem::setScreenScale(const ScreenScale& scale) {
    m_state.scale = scale;
    update();
}

void SceneItem::setFont(const QFont& font) {
    m_state.font = font;
    update();
}

void SceneItem::setScene(std::shared_ptr<const PreparedScene> scene) {
    m_state.scene = std::move(scene);
    update();
}

void SceneItem::setPlaced(std::shared_ptr<const PlacedView> placed) {
    m_state.placed = std::move(placed);
    update();
}

void SceneItem::setPictures(std::shared_ptr<const ViewPictures> pictures) {
    m_state.pictures = std::move(pictures);
    update();
}

void SceneItem::setSelection(DisplayList selection) {
    m_state.selection = std::make_shared<const DisplayList>(std::move(selection));
    update();
}

void SceneItem::setMarks(DisplayList marks) {
    m_state.marks = std::make_shared<const DisplayList>(std::move(marks));
    update();
}

bool SceneItem::usesSceneGraph() const {
    return !window() || window()->rendererInterface()->graphicsApi() != QSGRendererInterface::Software;
}

QSGNode* SceneItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    m_shownComplete = m_state.isComplete();
    return usesSceneGraph() ? updateSceneNodes(old, m_state, window()) : updatePictureNodes(old, m_state, window());
}

void SceneItem::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() == m_state.camera.size)
        return;
    m_state.camera.size = now.size();
    update();
    Q_EMIT cameraChanged();
}

} // namespace tiermap
