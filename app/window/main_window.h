#pragma once

#include "app/edit/edit_gate.h"
#include "app/map/live_map.h"
#include "app/session/document.h"
#include "app/session/selection.h"
#include "app/style/map_style.h"
#include "app/window/actions.h"
#include "app/window/questions.h"
#include "maps/figure/figure_spec.h"

#include <QMainWindow>

class QSplitter;
class QTabWidget;

namespace tiermap {

class Banner;
class CompareDock;
class DataExport;
class DataImport;
class EditDocks;
class FigureExport;
class FigureWindow;
class FileMenu;
class FileWatch;
class LayerMenu;
class LayerTree;
class LegendView;
class MapStatus;
class OnlineMenu;
class PlanPanel;
class RegisterDock;
class ReportExport;
class ScenarioBanner;
class SearchBox;
class SecondMap;
class StyleChooser;
class StylePanel;
class UndoList;
class ZoneList;
class ZonePanel;

/// The window: layers and zones on the left, the map in the middle, the selected zone and the plan on the right. It
/// owns the open project; the parts share it and the selection and do not know each other. They only show the project:
/// whoever changes it, they follow its signals. Another project gets another window, which takes this one's place.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(std::unique_ptr<OpenProject> project, PlanShapes shapes);
    ~MainWindow() override;

    LiveMap& map() { return *m_map; }
    Selection& selection() { return m_selection; }
    OpenProject& project() { return *m_project; }
    EditGate& gate() { return m_gate; }
    MapStyle& mapStyle() { return *m_style; }
    RegisterDock& registerDock() { return *m_register; }
    CompareDock& compareDock() { return *m_compareDock; }
    OnlineMenu& onlineMenu() { return *m_online; }
    FigureWindow& composeFigure();  ///< opens it with what the map shows
    FigureSpec shownFigure() const; ///< of what the map shows
    void compare(bool beside);      ///< shows or closes the second map
    void setQuestions(const Questions& questions);
    void open(const QString& file);
    void importFile(const QString& file);
    void setLanguage(Language language);
    void setColorScheme(Qt::ColorScheme scheme) const;
    void keepProjectElsewhere(); ///< asks where, and moves to the copy there

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void arrange();
    void arrangeToolbar();
    void connectParts();
    void connectActions();
    void connectProject();
    void connectStyle();
    void showStyle();
    void setMapOptions();
    void refresh();
    void refreshShapes();
    void showUndo();
    void writeBanners();
    void takeInOutsideChanges();
    void replaceWith(Document document);
    void editElsewhere(tiermap::Table table, const QStringList& key, const QString& field);
    void saveSettings() const;
    void retranslate();
    void followPalette();
    void restoreSettings();

    const Plan& plan() const { return m_project->content().plan; }

    std::unique_ptr<OpenProject> m_project;
    PlanShapes m_shapes;
    ShapeSource m_decoded; ///< what m_shapes were made of
    Selection m_selection;
    Actions m_actions;
    FileMenu* m_files;
    EditGate m_gate;
    DataImport* m_import;
    LayerMenu* m_layerMenu;
    DataExport* m_dataExport;
    FigureExport* m_export;
    ReportExport* m_report;
    FigureWindow* m_composer = nullptr; ///< made when it is first wanted
    FileWatch* m_watch;
    LiveMap* m_map;
    RegisterDock* m_register;
    OnlineMenu* m_online;
    MapStatus* m_status;
    MapStyle* m_style;
    StyleChooser* m_chooser;
    StylePanel* m_stylePanel;
    LegendView* m_legend;
    SecondMap* m_second = nullptr; ///< made when it is first wanted
    QSplitter* m_maps;
    LayerTree* m_layers;
    ZoneList* m_zones;
    ZonePanel* m_zonePanel;
    PlanPanel* m_planPanel;
    SearchBox* m_search;
    UndoList* m_undoList;
    Banner* m_readOnlyBanner;
    Banner* m_outsideBanner;
    ScenarioBanner* m_scenarioBanner;
    QDockWidget* m_leftDock;
    QDockWidget* m_rightDock;
    QDockWidget* m_undoDock;
    QDockWidget* m_styleDock;
    EditDocks* m_editDocks;
    CompareDock* m_compareDock;
    QTabWidget* m_tabs;
    SceneOptions m_options;
    std::function<void(EditDocks&)> m_edited; ///< opens the cell that is to be edited in the window of the copy
    QString m_placed;                         ///< the site that the next click on the map places
};

} // namespace tiermap
