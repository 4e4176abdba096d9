#pragma once

#include "app/map/camera.h"
#include "app/session/selection.h"
#include "core/analysis/scenario.h"
#include "core/problem.h"
#include "core/project/project.h"
#include "maps/scene/found_ink.h"
#include "maps/scene/label_placement.h"
#include "maps/scene/plan_scene.h"

#include <QPointF>
#include <QWidget>

#include <memory>

namespace tiermap {

/// The live map: Qt Location's MapView (provider itemsoverlay, no network) for camera and gestures, and over it our own
/// item that draws the plan's DisplayList in the scene graph, or as the painter's picture where there is no OpenGL.
class LiveMap : public QWidget {
    Q_OBJECT

public:
    enum class Tool { Pan, SelectBox, MeasureDistance, MeasureArea };

    /// Project, shapes and selection must outlive the map and stay where they are.
    LiveMap(const Project& project, const PlanShapes& shapes, Selection& selection, QWidget* parent = nullptr);
    ~LiveMap() override;

    // After the plan, or plan and shapes, have changed. Camera and marks stay.
    void refresh();
    void refreshShapes();

    void setOptions(const SceneOptions& options);
    void setMoves(const QList<ZoneMove>& moves);     ///< of a scenario that is shown; none: the adopted plan
    void refreshPictures();                          ///< of raster layers: a file of theirs has changed
    void setPoints(std::vector<InkedPlaces> points); ///< of registers, the last above the others
    void setLanguage(Language language);
    void setTool(Tool tool);
    Tool tool() const;

    void zoomToAll();
    void zoomToZones(const QStringList& codes);
    void zoomToLayer(const QString& layer);               ///< ReferenceLayer::key
    void showFound(const std::vector<FoundAreas>& found); ///< over the zones and below names; none: takes them away
    void zoomTo(const GeoPolygon& outline);
    void showPosition(const QPointF& longitudeLatitude); ///< centres it and marks it
    void pickPosition();                                 ///< the next click is told by picked()
    void zoomBy(double steps);                           ///< one step doubles the scale

    const Camera& camera() const;
    QPointF centre() const; ///< longitude, latitude, EPSG:4490
    double zoom() const;    ///< Qt Location's zoom level
    void setCamera(const QPointF& centre, double zoom);
    double scaleDenominator() const; ///< at the centre, corrected for latitude, at the screen's physical resolution

    QString zoneAt(const QPointF& longitudeLatitude) const;   ///< the of-which zone before the district around it
    QPointF toWidget(const QPointF& longitudeLatitude) const; ///< logical pixels
    bool usesSceneGraph() const; ///< false where the software renderer shows the painter's picture

Q_SIGNALS:
    void cameraChanged();
    void toolChanged(tiermap::LiveMap::Tool tool);
    void hovered(const QString& zone); ///< empty where the pointer left the zones
    void pointerMoved(const QPointF& longitudeLatitude);
    void picked(const QPointF& longitudeLatitude);
    void clicked(const QPointF& longitudeLatitude); ///< before it selects a zone, or tells the points that it hit
    void pointsClicked(int of, const QList<quint32>& members); ///< which of setPoints(), and numbers of its places
    void measured(double metres, double squareMetres);  ///< running length, and area when the tool measures areas
    void layerMissing(const tiermap::Problem& problem); ///< a raster layer cannot be read
    void firstFrame();                                  ///< once, after the first frame that shows the whole map

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiermap
