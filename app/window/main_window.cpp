#include "app/window/main_window.h"

#include "app/compare/compare_dock.h"
#include "app/compare/compare_panel.h"
#include "app/compare/scenario_panel.h"
#include "app/edit/undo_list.h"
#include "app/figure/figure_window.h"
#include "app/register/register_dock.h"
#include "app/session/builtin_plan.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "app/style/legend_view.h"
#include "app/style/second_map.h"
#include "app/style/style_chooser.h"
#include "app/style/style_panel.h"
#include "app/window/about.h"
#include "app/window/banner.h"
#include "app/window/data_export.h"
#include "app/window/data_import.h"
#include "app/window/edit_docks.h"
#include "app/window/figure_export.h"
#include "app/window/file_menu.h"
#include "app/window/file_watch.h"
#include "app/window/form_menu.h"
#include "app/window/layer_menu.h"
#include "app/window/layer_tree.h"
#include "app/window/map_status.h"
#include "app/window/online_menu.h"
#include "app/window/palettes.h"
#include "app/window/plan_panel.h"
#include "app/window/report_export.h"
#include "app/window/scenario_banner.h"
#include "app/window/search_box.h"
#include "app/window/toolbar.h"
#include "app/window/zone_list.h"
#include "app/window/zone_panel.h"
#include "core/store/blob_header.h"
#include "maps/import/layer_import.h"
#include "maps/style/current_style.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

MainWindow::MainWindow(std::unique_ptr<OpenProject> project, PlanShapes shapes)
    : m_project(std::move(project))
    , m_shapes(std::move(shapes))
    , m_decoded(shapeSource(m_project->content()))
    , m_actions(*this)
    , m_files(new FileMenu(*m_project, m_actions, this, [this](Document next) { replaceWith(std::move(next)); }))
    , m_gate(
          *m_project, [this] { return m_files->askWhereToKeep(); },
          [this](std::unique_ptr<OpenProject> kept) {
              if (auto document = withShapes(std::move(kept)))
                  replaceWith(*std::move(document));
              else
                  m_files->tell(document.error());
          })
    , m_import(new DataImport(*this, *m_actions.importFile, *m_project, m_gate, *m_files))
    , m_layerMenu(new LayerMenu(*this, *m_project, m_gate, *m_files))
    , m_dataExport(new DataExport(*this, *m_actions.exportData, *m_project, *m_files))
    , m_export(new FigureExport(*this, *m_actions.exportFigure))
    , m_report(new ReportExport(*this, *m_actions.writeReport))
    , m_watch(new FileWatch(m_project->content().file, this))
    , m_map(new LiveMap(m_project->content(), m_shapes, m_selection))
    , m_register(new RegisterDock(*m_project, m_shapes, m_gate, *m_map))
    , m_online(new OnlineMenu(*m_map,
                              [this](const QString& title, const QString& label, const QString& proposal) {
                                  return m_files->questions().text(this, title, label, proposal);
                              }))
    , m_status(new MapStatus(plan(), *m_map))
    , m_style(new MapStyle(*m_project, m_shapes, m_gate, this))
    , m_chooser(new StyleChooser(m_project->content()))
    , m_stylePanel(new StylePanel(*m_project, m_shapes, *m_style, m_gate))
    , m_legend(new LegendView)
    , m_maps(new QSplitter)
    , m_layers(new LayerTree(m_project->content(), m_shapes))
    , m_zones(new ZoneList(plan(), m_selection))
    , m_zonePanel(new ZonePanel(m_project->content(), m_shapes, m_selection))
    , m_planPanel(new PlanPanel(plan()))
    , m_search(new SearchBox(plan()))
    , m_undoList(new UndoList(*m_project))
    , m_readOnlyBanner(new Banner(u"readOnlyBanner"_s))
    , m_outsideBanner(new Banner(u"outsideBanner"_s))
    , m_scenarioBanner(new ScenarioBanner(plan(), *m_layers))
    , m_leftDock(new QDockWidget)
    , m_rightDock(new QDockWidget)
    , m_undoDock(new QDockWidget)
    , m_styleDock(new QDockWidget)
    , m_editDocks(new EditDocks(*m_project, m_selection, *this))
    , m_compareDock(new CompareDock(*m_project, m_shapes, m_selection, m_gate,
                                    [this](const QString& name) {
                                        return m_files->questions().fileToWrite(this, tr("Export Calculation"), name);
                                    }))
    , m_tabs(new QTabWidget) {
    arrange();
    connectParts();
    connectActions();
    connectProject();
    connectStyle();
    m_options.layers = m_project->content().layers;
    m_options.graticule = true;
    followPalette();
    retranslate();
    restoreSettings();
    m_register->followProject();
    m_readOnlyBanner->setHidden(m_project->isWritable());
    m_outsideBanner->setHidden(m_project->outsideChanges().isEmpty());
    m_map->setFocus();
}

MainWindow::~MainWindow() {
    // Threads of map and export read the project, which goes before the child widgets do.
    delete m_second;
    delete m_online;
    delete m_map;
    for (QThread* worker : findChildren<QThread*>())
        worker->wait();
    // So do the docks: a header that is hidden as it dies asks its model for words.
    qDeleteAll(findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly));
}

void MainWindow::arrange() {
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_readOnlyBanner);
    column->addWidget(m_outsideBanner);
    column->addWidget(m_scenarioBanner);
    m_scenarioBanner->add(*m_map);
    m_maps->addWidget(m_map);
    m_maps->setChildrenCollapsible(false);
    column->addWidget(m_maps, 1);
    setCentralWidget(middle);
    auto* left = new QSplitter(Qt::Vertical);
    auto* legends = new QWidget;
    auto* legendColumn = new QVBoxLayout(legends);
    legendColumn->setContentsMargins(0, 0, 0, 0);
    legendColumn->setSpacing(0);
    legendColumn->addWidget(m_legend);
    legendColumn->addWidget(m_layers, 1);
    left->addWidget(legends);
    left->addWidget(m_zones);
    left->setSizes({360, 440});
    m_leftDock->setObjectName(u"leftDock"_s);
    m_leftDock->setWidget(left);
    m_tabs->addTab(m_zonePanel, {});
    m_tabs->addTab(m_planPanel, {});
    m_rightDock->setObjectName(u"rightDock"_s);
    m_rightDock->setWidget(m_tabs);
    addDockWidget(Qt::LeftDockWidgetArea, m_leftDock);
    addDockWidget(Qt::RightDockWidgetArea, m_rightDock);
    resizeDocks({m_leftDock, m_rightDock}, {280, 340}, Qt::Horizontal);
    m_undoDock->setObjectName(u"undoDock"_s);
    m_undoDock->setWidget(m_undoList);
    addDockWidget(Qt::BottomDockWidgetArea, m_undoDock);
    m_undoDock->hide();
    m_styleDock->setObjectName(u"styleDock"_s);
    m_styleDock->setWidget(m_stylePanel);
    addDockWidget(Qt::RightDockWidgetArea, m_styleDock);
    tabifyDockWidget(m_rightDock, m_styleDock);
    m_rightDock->raise();
    m_styleDock->hide();
    addDockWidget(Qt::RightDockWidgetArea, m_register);
    tabifyDockWidget(m_styleDock, m_register);
    m_register->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_compareDock);
    m_compareDock->hide();
    m_actions.editMenu->addSeparator();
    m_actions.editMenu->addActions(m_editDocks->actions());
    m_actions.editMenu->addAction(m_undoDock->toggleViewAction());
    m_actions.viewMenu->addSeparator();
    m_actions.viewMenu->addActions({m_leftDock->toggleViewAction(), m_rightDock->toggleViewAction(),
                                    m_styleDock->toggleViewAction(), m_register->toggleViewAction()});
    m_actions.viewMenu->addActions({m_compareDock->toggleViewAction(), m_actions.compare});
    m_actions.viewMenu->addMenu(m_online);
    arrangeToolbar();
    setStatusBar(m_status);
}

void MainWindow::arrangeToolbar() {
    auto* bar = new Toolbar;
    addToolBar(bar);
    bar->addActions({m_actions.zoomAll, m_actions.zoomZone, m_actions.zoomTier});
    bar->addSeparator();
    bar->addActions(m_actions.tools->actions());
    bar->addSeparator();
    bar->addWidget(m_chooser);
    bar->addActions({m_editDocks->actions().constFirst(), m_compareDock->toggleViewAction()});
    bar->addAction(m_actions.exportFigure);
    bar->addAtEnd(m_search);
}

void MainWindow::connectParts() {
    connect(m_layers, &LayerTree::layersChanged, this, [this] {
        m_options.hiddenTiers = m_layers->hiddenTiers();
        m_options.water = m_layers->water();
        m_options.neighbours = m_layers->neighbours();
        m_options.graticule = m_layers->graticule();
        m_options.sites = m_layers->sites();
        setMapOptions();
    });
    // Queued: the edit makes the tree's items anew, which must not happen while one of them speaks.
    connect(
        m_layers, &LayerTree::layerSwitched, m_layerMenu,
        [this](const QString& layer, bool shown) {
            m_layerMenu->setShown(layer, shown);
            m_layers->refresh(); // also where the person declined
        },
        Qt::QueuedConnection);
    connect(&m_register->panel(), &RegisterPanel::layerSwitched, m_layerMenu, &LayerMenu::setShown,
            Qt::QueuedConnection);
    connect(m_layerMenu, &LayerMenu::countsWanted, this, [this](const QString& layer) {
        if (const ReferenceLayer* known = layerNamed(m_project->content(), layer))
            m_register->open(*known);
    });
    connect(m_layers, &LayerTree::layerMenuWanted, m_layerMenu, &LayerMenu::show);
    connect(m_layers, &LayerTree::layerActivated, m_layerMenu, &LayerMenu::openDialog);
    connect(m_layerMenu, &LayerMenu::zoomWanted, m_map, &LiveMap::zoomToLayer);
    connect(m_map, &LiveMap::layerMissing, this,
            [this](const Problem& problem) { statusBar()->showMessage(sentence(problem)); });
    connect(m_zones, &ZoneList::zoneActivated, m_map, [this](const QString& zone) { m_map->zoomToZones({zone}); });
    connect(m_zonePanel, &ZonePanel::sourceHovered, this,
            [this](const QString& source) { statusBar()->showMessage(source); });
    connect(m_planPanel, &PlanPanel::zonesNamed, &m_selection, &Selection::set);
    connect(&m_selection, &Selection::changed, this, [this] {
        if (!m_selection.zones().isEmpty())
            m_tabs->setCurrentWidget(m_zonePanel);
        m_actions.zoomZone->setEnabled(!m_selection.zones().isEmpty());
        m_actions.zoomTier->setEnabled(!m_selection.zones().isEmpty());
    });
    connect(m_search, &SearchBox::chosen, this, [this](const SearchHit& hit) {
        if (hit.kind == SearchHit::Kind::Coordinate) {
            m_map->showPosition(hit.position);
            return;
        }
        const auto site = std::ranges::find(plan().sites, hit.key, &Site::key);
        const bool isSite = hit.kind == SearchHit::Kind::Site && site != plan().sites.end();
        const QString zone = isSite ? site->zone : hit.key;
        if (isSite && site->position)
            m_map->showPosition(*site->position);
        else if (!zone.isEmpty())
            m_map->zoomToZones({zone});
        else
            statusBar()->showMessage(tr("No source tells where %1 lies.").arg(hit.title));
        if (!zone.isEmpty())
            m_selection.set({zone});
    });
    connect(m_online, &OnlineMenu::changed, this, [this] {
        m_status->setOnline(m_online->service());
        setMapOptions();
    });
    connect(m_online, &OnlineMenu::failed, this, [this](const QString& reason) {
        statusBar()->showMessage(tr("The online map is not to be had: %1").arg(reason), 10000);
    });
    connect(m_map, &LiveMap::toolChanged, this, [this](LiveMap::Tool tool) {
        for (QAction* action : m_actions.tools->actions())
            action->setChecked(action->data().toInt() == int(tool));
    });
}

void MainWindow::connectActions() {
    m_actions.zoomZone->setEnabled(false);
    m_actions.zoomTier->setEnabled(false);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.zoomIn, &QAction::triggered, m_map, [this] { m_map->zoomBy(1); });
    connect(m_actions.zoomOut, &QAction::triggered, m_map, [this] { m_map->zoomBy(-1); });
    connect(m_actions.zoomAll, &QAction::triggered, m_map, &LiveMap::zoomToAll);
    connect(m_actions.zoomZone, &QAction::triggered, m_map, [this] { m_map->zoomToZones(m_selection.zones()); });
    connect(m_actions.zoomTier, &QAction::triggered, m_map, [this] {
        QStringList zones;
        const Zone* last = plan().zone(m_selection.zones().value(m_selection.zones().size() - 1));
        for (const Zone& zone : plan().zonesOf(last ? last->tier : QString()))
            zones += zone.code;
        m_map->zoomToZones(zones);
    });
    connect(m_actions.tools, &QActionGroup::triggered, m_map,
            [this](const QAction* action) { m_map->setTool(LiveMap::Tool(action->data().toInt())); });
    connect(m_actions.find, &QAction::triggered, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(m_actions.selectNone, &QAction::triggered, &m_selection, [this] { m_selection.set({}); });
    connect(m_actions.languages, &QActionGroup::triggered, this,
            [this](const QAction* action) { setLanguage(Language(action->data().toInt())); });
    connect(m_actions.schemes, &QActionGroup::triggered, this,
            [this](const QAction* action) { setColorScheme(Qt::ColorScheme(action->data().toInt())); });
    connect(m_actions.exportFigure, &QAction::triggered, m_export,
            [this] { m_export->run(m_project->content(), m_shapes, shownFigure()); });
    connect(m_actions.composeFigure, &QAction::triggered, this, [this] { composeFigure(); });
    connect(m_actions.writeReport, &QAction::triggered, m_report,
            [this] { m_report->run(*m_project, m_shapes, m_files->questions()); });
    const auto openRegister = [this] {
        if (const QString file = m_files->questions().fileToImport(this, tr("Count a Register")); !file.isEmpty())
            m_register->open(file);
    };
    connect(m_actions.openRegister, &QAction::triggered, this, openRegister);
    connect(&m_register->panel(), &RegisterPanel::fileWanted, this, openRegister);
    const auto say = [this](const QString& words) { statusBar()->showMessage(words); };
    connect(&m_register->panel(), &RegisterPanel::unreadable, this, say);
    connect(m_register, &RegisterDock::told, this, say);
    connect(&m_register->panel(), &RegisterPanel::kept, this, [this](const QString& indicator) {
        statusBar()->showMessage(tr("The counts are kept as “%1”; choose it above the map to see it.").arg(indicator));
    });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(this, m_actions); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(this, plan()); });
}

FigureSpec MainWindow::shownFigure() const {
    return FigureExport::specOf(m_options, m_register->figurePoints(), m_scenarioBanner->moves());
}

FigureWindow& MainWindow::composeFigure() {
    if (!m_composer) {
        const auto ask = [this]() -> const Questions& { return m_files->questions(); };
        m_composer = new FigureWindow(
            *m_project, m_shapes, m_gate,
            {.text = [=](QWidget* parent, const QString& title, const QString& label,
                         const QString& proposal) { return ask().text(parent, title, label, proposal); },
             .fileToExport = [=](QWidget* parent, const QString& title, const QString& proposal,
                                 const QString& filter) { return ask().fileToExport(parent, title, proposal, filter); },
             .fileToOpen =
                 [](QWidget* parent, const QString& title, const QString& filter) {
                     return QFileDialog::getOpenFileName(parent, title, {}, filter);
                 },
             .tell = [=](QWidget* parent, const QString& sentence) { ask().tell(parent, sentence, {}); }},
            this);
        // Figures that are kept are known by the files that they were written to.
        connect(m_composer, &FigureWindow::written, this, [this](const QString& file, const QString& figure) {
            if (!figure.isEmpty() && m_project->isWritable())
                std::ignore = m_project->keepExport({pathFrom(m_project->content().file, file), figure});
        });
    }
    m_composer->begin(shownFigure());
    m_composer->show();
    m_composer->raise();
    m_composer->activateWindow();
    return *m_composer;
}

void MainWindow::connectProject() {
    new FormMenu(*this, m_actions, *m_project, m_gate, *m_files);
    connect(m_project.get(), &OpenProject::changed, this, &MainWindow::refresh);
    connect(m_project.get(), &OpenProject::reloaded, this, [this] {
        refresh();
        writeBanners();
        m_outsideBanner->setHidden(m_project->outsideChanges().isEmpty());
    });
    connect(m_editDocks, &EditDocks::zoneActivated, m_map, [this](const QString& zone) { m_map->zoomToZones({zone}); });
    connect(m_zonePanel, &ZonePanel::cellWanted, m_editDocks, &EditDocks::editCell);
    connect(m_editDocks, &EditDocks::positionWanted, this, [this](const QString& site) {
        m_placed = site;
        m_map->pickPosition();
        m_map->setFocus();
        statusBar()->showMessage(tr("Click on the map where it lies; Esc leaves it where it is."));
    });
    connect(m_map, &LiveMap::picked, this, [this](const QPointF& place) {
        statusBar()->clearMessage();
        const auto placed =
            m_gate.apply({.changes = {setCell(Table::Sites, {m_placed}, u"geom"_s, encodePosition(place))},
                          .reason = tr("placed on the map")});
        if (!placed)
            m_files->tell(placed.error());
    });
    connect(m_editDocks, &EditDocks::copyWanted, this, &MainWindow::editElsewhere);
    connect(m_watch, &FileWatch::written, this, &MainWindow::takeInOutsideChanges);
    connect(m_readOnlyBanner, &Banner::acted, this, &MainWindow::keepProjectElsewhere);
    connect(m_outsideBanner, &Banner::acted, m_undoDock, &QWidget::show);
    connect(m_undoList, &UndoList::refused, m_files, &FileMenu::tell);
    connect(m_compareDock, &CompareDock::refused, m_files, &FileMenu::tell);
    connect(m_compareDock, &CompareDock::zoneActivated, m_map,
            [this](const QString& zone) { m_map->zoomToZones({zone}); });
    const auto step = [this](Result<void> (OpenProject::*way)(int)) {
        if (const auto stepped = ((*m_project).*way)(1); !stepped)
            m_files->tell(stepped.error());
    };
    connect(m_actions.undo, &QAction::triggered, this, [this, step] {
        m_stylePanel->keep(); // what is only shown so far is a step, too
        m_style->canUndo() ? m_style->undo() : step(&OpenProject::undo);
    });
    connect(m_actions.redo, &QAction::triggered, this,
            [this, step] { m_style->canRedo() ? m_style->redo() : step(&OpenProject::redo); });
}

void MainWindow::connectStyle() {
    connect(m_style, &MapStyle::changed, this, &MainWindow::showStyle);
    const auto choose = [this](const LayerStyle& style) {
        if (const auto chosen = m_style->choose(style); !chosen)
            m_files->tell(chosen.error());
    };
    connect(m_chooser, &StyleChooser::chosen, this, choose);
    connect(m_compareDock, &CompareDock::mapWanted, this, choose);
    connect(m_compareDock, &CompareDock::scenarioWanted, m_scenarioBanner, &ScenarioBanner::setMoves);
    const auto adopted = [this] { m_compareDock->panel().scenario().showOnMap(false); };
    connect(m_scenarioBanner, &Banner::acted, this, adopted);
    connect(m_scenarioBanner, &Banner::closed, this, adopted);
    connect(m_chooser, &StyleChooser::panelWanted, this, [this] {
        m_styleDock->show();
        m_styleDock->raise();
    });
    connect(m_chooser, &StyleChooser::comparisonWanted, this, [this] { compare(true); });
    connect(m_actions.compare, &QAction::toggled, this, &MainWindow::compare);
    connect(m_stylePanel, &StylePanel::refused, m_files, &FileMenu::tell);
    showStyle();
}

/// Map, legend, list and export all show what the style says.
void MainWindow::showStyle() {
    m_options.thematic = m_style->map();
    setMapOptions();
    const LayerStyle& style = m_style->style();
    const bool zones = m_options.thematic && layerOf(style.kind) == "zones"_L1;
    const bool one = zones && style.indicators.size() == 1 && style.kind != LayerStyle::Kind::Bars &&
                     style.kind != LayerStyle::Kind::Ranks;
    m_zones->setMap(zones ? m_options.thematic : nullptr,
                    one ? styledNumbers(plan(), m_shapes.zones, style) : QHash<QString, double>());
    m_legend->setMap(m_options.thematic);
    m_layers->setTierInk(!zones);
    m_chooser->setStyle(style);
    showUndo();
}

void MainWindow::setMapOptions() {
    SceneOptions shown = m_options;
    if (const auto online = m_online->layer()) // of the window alone: neither project nor figure has it
        shown.layers.prepend(*online);
    m_map->setOptions(shown);
    if (m_second)
        m_second->setOptions(shown);
}

void MainWindow::compare(bool beside) {
    m_actions.compare->setChecked(beside);
    if (!beside) {
        if (m_second)
            m_second->hide();
        return;
    }
    if (!m_second) {
        m_second = new SecondMap(m_project->content(), m_shapes, m_selection, *m_map);
        connect(m_second, &SecondMap::closed, this, [this] { compare(false); });
        m_maps->addWidget(m_second);
        m_scenarioBanner->add(m_second->map());
        m_second->setOptions(m_options);
    }
    m_second->show(m_style->style());
    m_maps->setSizes({1000, 1000}); // halves
}

/// The project is another one than what the parts show.
void MainWindow::refresh() {
    if (m_options.layers != m_project->content().layers) {
        m_options.layers = m_project->content().layers;
        setMapOptions();
    }
    if (ShapeSource now = shapeSource(m_project->content()); now == m_decoded) {
        m_map->refresh();
    } else {
        m_decoded = std::move(now);
        refreshShapes();
    }
    m_register->followProject();
    m_style->refresh();
    m_stylePanel->refresh();
    if (m_second)
        m_second->refresh();
    m_layers->refresh(); // knows by the shapes what a layer's key looks like
    m_zones->refresh();
    QStringList selected = m_selection.zones();
    selected.removeIf([this](const QString& zone) { return !plan().zone(zone); });
    m_selection.set(selected);
    m_zonePanel->refresh();
    m_planPanel->refresh();
    m_search->refresh();
    m_undoList->refresh();
    m_compareDock->refresh();
    if (m_composer)
        m_composer->refresh();
    showUndo();
}

void MainWindow::refreshShapes() {
    auto decoded = decodeShapes(m_project->content());
    if (decoded) {
        m_shapes = *std::move(decoded);
    } else {
        statusBar()->showMessage(sentence(decoded.error())); // the map goes on with the shapes it has
        std::erase_if(m_shapes.zones, [this](const ZoneShape& shape) { return !plan().zone(shape.code); });
    }
    m_map->refreshShapes();
    m_register->read();
    if (m_second)
        m_second->refreshShapes();
}

void MainWindow::showUndo() {
    const QString undo = m_undoList->nextUndo();
    const QString redo = m_undoList->nextRedo();
    m_actions.undo->setEnabled(m_project->canUndo() || m_style->canUndo());
    m_actions.redo->setEnabled(m_project->canRedo() || m_style->canRedo());
    m_actions.undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    m_actions.redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
}

void MainWindow::writeBanners() {
    const auto reason = m_project->readOnlyReason();
    m_readOnlyBanner->setWords(isBuiltInPlan(m_project->content().file)
                                   ? tr("This is the built-in plan. To change it, keep a copy of your own.")
                               : reason ? sentence(*reason)
                                        : QString(),
                               tr("Keep a Copy…"));
    m_outsideBanner->setWords(tr("%n changes made by another program were found and logged.", nullptr,
                                 int(m_project->outsideChanges().size())),
                              tr("Undo History"));
}

void MainWindow::takeInOutsideChanges() {
    if (const auto taken = m_project->takeInOutsideChanges(); !taken)
        statusBar()->showMessage(sentence(taken.error()));
}

void MainWindow::setQuestions(const Questions& questions) { m_files->setQuestions(questions); }

void MainWindow::open(const QString& file) { m_files->open(file); }

void MainWindow::keepProjectElsewhere() {
    if (const auto kept = m_gate.keepElsewhere(); !kept)
        m_files->tell(kept.error());
}

void MainWindow::editElsewhere(Table table, const QStringList& key, const QString& field) {
    m_edited = [=](EditDocks& docks) { docks.editCell(table, key, field); };
    keepProjectElsewhere();
    m_edited = nullptr;
}

/// Another project, another window in the place of this one: every part starts from what it shows.
void MainWindow::replaceWith(Document document) {
    saveSettings();
    auto* next = new MainWindow(std::move(document.project), std::move(document.shapes));
    next->setAttribute(Qt::WA_DeleteOnClose);
    next->setQuestions(m_files->questions());
    if (next->plan().key == plan().key)
        next->selection().set(m_selection.zones());
    if (next->plan().key == plan().key && !m_project->isWritable() && m_style->style().kind != LayerStyle::Kind::Tiers)
        std::ignore = next->m_style->choose(m_style->style()); // what the built-in plan could not keep
    next->show();
    next->activateWindow();
    if (m_edited)
        m_edited(*next->m_editDocks);
    close();
}

void MainWindow::importFile(const QString& file) { m_import->import(file); }

void MainWindow::setLanguage(Language language) {
    QSettings().setValue(u"language"_s, language == Language::Chinese ? u"zh"_s : u"en"_s);
    setInterfaceLanguage(language);
}

void MainWindow::setColorScheme(Qt::ColorScheme scheme) const {
    QSettings().setValue(u"colorScheme"_s, int(scheme));
    for (QAction* action : m_actions.schemes->actions())
        action->setChecked(action->data().toInt() == int(scheme));
    applyColorScheme(scheme);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        followPalette();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        takeInOutsideChanges(); // some file systems tell a watcher nothing
}

/// The map is part of the window: a dark desktop gets a dark map, while figures stay on paper.
void MainWindow::followPalette() {
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    QIcon::setFallbackThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
    m_options.theme = dark ? Theme::dark() : Theme::paper();
    m_layers->setTheme(m_options.theme);
    m_legend->setTheme(m_options.theme);
    setMapOptions();
}

void MainWindow::retranslate() {
    const Language language = interfaceLanguage();
    m_actions.retranslate();
    (language == Language::Chinese ? m_actions.chinese : m_actions.english)->setChecked(true);
    const QString& file = m_project->content().file;
    setWindowTitle(tr("%1 — Tiermap")
                       .arg(isBuiltInPlan(file) ? plan().layout.in(language) + u' ' + plan().title.in(language)
                                                : QFileInfo(file).fileName()));
    m_leftDock->setWindowTitle(tr("Layers and zones"));
    m_rightDock->setWindowTitle(tr("Zone and plan"));
    m_editDocks->retranslate();
    m_undoDock->setWindowTitle(tr("Undo History"));
    m_styleDock->setWindowTitle(tr("Style of the map"));
    const auto name = [](const QDockWidget* dock, const QString& button, const QString& words) {
        if (auto* found = dock->findChild<QAbstractButton*>(button)) {
            found->setToolTip(words);
            found->setAccessibleName(words);
        }
    };
    for (const QDockWidget* dock : findChildren<QDockWidget*>()) { // Qt words its buttons only once
        name(dock, u"qt_dockwidget_floatbutton"_s, tr("Float"));
        name(dock, u"qt_dockwidget_closebutton"_s, tr("Close"));
    }
    m_tabs->setTabText(0, tr("Zone"));
    m_tabs->setTabText(1, tr("Plan"));
    m_map->setLanguage(language);
    m_style->refresh();
    showUndo();
    writeBanners();
}

void MainWindow::restoreSettings() {
    const QSettings settings;
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(settings.value(u"geometry"_s).toByteArray());
    restoreState(settings.value(u"windowState"_s).toByteArray());
    setColorScheme(Qt::ColorScheme(settings.value(u"colorScheme"_s, int(Qt::ColorScheme::Unknown)).toInt()));
    if (settings.contains(u"mapCentre"_s) && settings.value(u"mapPlan"_s) == plan().key)
        m_map->setCamera(settings.value(u"mapCentre"_s).toPointF(), settings.value(u"mapZoom"_s).toDouble());
}

void MainWindow::saveSettings() const {
    QSettings settings;
    settings.setValue(u"geometry"_s, saveGeometry());
    settings.setValue(u"windowState"_s, saveState());
    settings.setValue(u"mapCentre"_s, m_map->centre());
    settings.setValue(u"mapZoom"_s, m_map->zoom());
    settings.setValue(u"mapPlan"_s, plan().key);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveSettings();
    QMainWindow::closeEvent(event);
}

} // namespace tiermap
