#pragma once

#include "app/map/scene_state.h"

#include <QGeoCoordinate>
#include <QQuickItem>

namespace tiermap {

/// Draws the plan over Qt Location's map and stays in step with it: QML binds the map's centre and zoom level to it.
class SceneItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QGeoCoordinate centre READ centre WRITE setCentre NOTIFY cameraChanged)
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY cameraChanged)

public:
    explicit SceneItem(QQuickItem* parent = nullptr);

    QGeoCoordinate centre() const;
    void setCentre(const QGeoCoordinate& centre);
    double zoomLevel() const { return m_state.camera.zoom; }
    void setZoomLevel(double zoomLevel);

    const Camera& camera() const { return m_state.camera; }
    const ScreenScale& screenScale() const { return m_state.scale; }
    void setScreenScale(const ScreenScale& scale);
    void setFont(const QFont& font);

    void setScene(std::shared_ptr<const PreparedScene> scene);
    void setPlaced(std::shared_ptr<const PlacedView> placed);
    void setPictures(std::shared_ptr<const ViewPictures> pictures);
    void setSelection(DisplayList selection);
    void setMarks(DisplayList marks);

    bool usesSceneGraph() const;                        ///< known as soon as the item is in a window
    bool isComplete() const { return m_shownComplete; } ///< fills and labels are in the scene

Q_SIGNALS:
    void cameraChanged(); ///< the size included

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    SceneState m_state;
    bool m_shownComplete = false;
};

} // namespace tiermap
