#include "app/map/map_canvas.h"

#include "app/map/map_furniture.h"
#include "app/map/scene_item.h"

#include <QGeoCoordinate>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickGraphicsConfiguration>
#include <QQuickWidget>
#include <QQuickWindow>

#include <algorithm>

// Made by qt_add_qml_module. A static library's types are registered only where something asks for them.
void qml_register_types_Tiermap_Map();

namespace tiermap {

MapCanvas::MapCanvas(MapFurniture& furniture, QWidget* parent)
    : QObject(parent)
    , m_widget(new QQuickWidget(parent)) {
    qml_register_types_Tiermap_Map();
    // The picture is drawn from the ground up: nothing asks what lies nearer, and software OpenGL would for every pixel.
    QQuickGraphicsConfiguration graphics;
    graphics.setDepthBufferFor2D(false);
    m_widget->quickWindow()->setGraphicsConfiguration(graphics);
    m_widget->setResizeMode(QQuickWidget::SizeRootObjectToView);
    m_widget->setFocusPolicy(Qt::NoFocus); // keys go to the LiveMap around it
    const QUrl source(QStringLiteral("qrc:/qt/qml/Tiermap/Map/MapCanvas.qml"));
    auto* component = new QQmlComponent(m_widget->engine(), source, m_widget);
    QObject* root =
        component->createWithInitialProperties({{QStringLiteral("furniture"), QVariant::fromValue(&furniture)}});
    if (!root) // only a broken installation gets here: a QML module of Qt is missing
        qFatal("%s", qPrintable(component->errorString()));
    m_widget->setContent(source, component, root);
    m_map = root->property("map").value<QObject*>();
    m_scene = root->property("scene").value<SceneItem*>();
    connect(root, SIGNAL(tapped(QPointF)), this, SIGNAL(tapped(QPointF)));
    // Queued: the frame is in the widget's texture now and reaches the window with the paint event that asked for it.
    connect(m_widget->quickWindow(), &QQuickWindow::afterRendering, this, &MapCanvas::rendered, Qt::QueuedConnection);
}

MapCanvas::~MapCanvas() {
    delete m_widget; // before the furniture that its QML shows
}

void MapCanvas::setCamera(const Camera& camera) {
    const QPointF centre = longitudeLatitude(camera.centre);
    m_map->setProperty("zoomLevel", limited(camera.zoom));
    m_map->setProperty("center", QVariant::fromValue(QGeoCoordinate(centre.y(), centre.x())));
}

double MapCanvas::limited(double zoom) const {
    return std::clamp(zoom, m_map->property("minimumZoomLevel").toDouble(),
                      m_map->property("maximumZoomLevel").toDouble());
}

} // namespace tiermap
