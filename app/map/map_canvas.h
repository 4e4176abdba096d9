#pragma once

#include "app/map/camera.h"

#include <QObject>

class QQuickWidget;
class QWidget;

namespace tiermap {

class MapFurniture;
class SceneItem;

/// MapCanvas.qml in its Qt Quick widget: Qt Location's map with our scene over it.
class MapCanvas : public QObject {
    Q_OBJECT

public:
    MapCanvas(MapFurniture& furniture, QWidget* parent);
    ~MapCanvas() override;

    QQuickWidget& widget() const { return *m_widget; }
    SceneItem& scene() const { return *m_scene; }
    void setCamera(const Camera& camera); ///< within the zoom limits
    double limited(double zoom) const;

Q_SIGNALS:
    void rendered(); ///< after a frame stands in the window
    void tapped(const QPointF& at);

private:
    QQuickWidget* m_widget;
    SceneItem* m_scene = nullptr;
    QObject* m_map = nullptr; ///< QtLocation's Map
};

} // namespace tiermap
