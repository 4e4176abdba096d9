#pragma once

#include "app/map/live_map.h"
#include "app/session/selection.h"
#include "app/window/actions.h"

#include <QMainWindow>

class QLabel;
class QTabWidget;

namespace tiermap {

class LayerTree;
class PlanPanel;
class SearchBox;
class ZoneList;
class ZonePanel;

/// The window: layers and zones on the left, the map in the middle, the selected zone and the plan on the right. It
/// owns the open project; the parts share it and the selection and do not know each other.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Project project, PlanShapes shapes);
    ~MainWindow() override;

    LiveMap& map() { return *m_map; }
    Selection& selection() { return m_selection; }
    void setLanguage(Language language);
    void setColorScheme(Qt::ColorScheme scheme) const;

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void arrange();
    void connectParts();
    void connectActions();
    void retranslate();
    void followPalette();
    void showStatus();
    void exportFigure();
    void restoreSettings();

    Project m_project;
    PlanShapes m_shapes;
    Selection m_selection;
    Actions m_actions;
    LiveMap* m_map;
    LayerTree* m_layers;
    ZoneList* m_zones;
    ZonePanel* m_zonePanel;
    PlanPanel* m_planPanel;
    SearchBox* m_search;
    QDockWidget* m_leftDock;
    QDockWidget* m_rightDock;
    QTabWidget* m_tabs;
    QLabel* m_hover;
    QLabel* m_position;
    QLabel* m_scale;
    QLabel* m_datum;
    QLabel* m_offline;
    SceneOptions m_options;
    QPointF m_pointer;
};

} // namespace tiermap
