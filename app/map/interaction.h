#pragma once

#include "app/map/gestures.h"
#include "app/map/live_map.h"
#include "app/map/map_canvas.h"
#include "app/map/measuring.h"
#include "app/map/zone_index.h"

namespace tiermap {

/// What a pointer and keys do with the map by the tool in hand: hover, select, measure, ask for another camera. It draws
/// its marks into the canvas and writes what is under the pointer.
class Interaction : public QObject {
    Q_OBJECT

public:
    Interaction(const Plan& plan, const ZoneIndex& zones, Selection& selection, MapFurniture& furniture,
                MapCanvas& canvas, QWidget* map);

    LiveMap::Tool tool() const { return m_tool; }
    void setTool(LiveMap::Tool tool);
    void setTheme(const Theme& theme);
    void setLanguage(Language language);
    void refresh(); ///< after the plan or its shapes have changed
    void setFound(const std::vector<FoundAreas>& found);
    void markPosition(const Point& metres);
    /// Who is asked first whether a click, in logical pixels, is his; and answers.
    void takeClicks(std::function<bool(const QPointF& at)> take) { m_takeClick = std::move(take); }
    void pickPosition(); ///< the next click is a place, not a selection; Escape gives it up

Q_SIGNALS:
    void cameraWanted(const tiermap::Camera& camera);
    void zoomWanted(double steps);
    void wholePlanWanted();
    void toolChanged(tiermap::LiveMap::Tool tool);
    void hovered(const QString& zone);
    void pointerMoved(const QPointF& longitudeLatitude);
    void measured(double metres, double squareMetres);
    void picked(const QPointF& longitudeLatitude);
    void clicked(const QPointF& longitudeLatitude);

private:
    void connectPointer();
    void connectCamera();
    void connectKeys();
    bool measures() const;
    const Camera& camera() const;
    void movePointer(const QPointF& at);
    void click(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void selectIn(const QRectF& box, bool add);
    void hover(const QString& zone);
    void measure();
    void showSelection();
    void showMarks();
    void showUnderPointer();
    void updateCursor();

    const Plan& m_plan;
    const ZoneIndex& m_zones;
    Selection& m_selection;
    MapFurniture& m_furniture;
    MapCanvas& m_canvas;
    Gestures m_gestures;
    Theme m_theme = Theme::paper();
    Language m_language = Language::Chinese;
    LiveMap::Tool m_tool = LiveMap::Tool::Pan;
    Measuring m_measuring;
    std::vector<FoundAreas> m_found;
    DisplayList m_foundInk;          ///< the same in metres
    std::optional<QRectF> m_box;     ///< logical pixels
    std::optional<Point> m_position; ///< the marked place
    QString m_hovered;
    bool m_picking = false;
    std::function<bool(const QPointF& at)> m_takeClick;
};

} // namespace tiermap
