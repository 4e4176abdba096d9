#include "app/window/actions.h"

#include "app/map/live_map.h"

#include <QCoreApplication>
#include <QIcon>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString words(const char* text) { return QCoreApplication::translate("Actions", text); }

QAction* action(QMainWindow& window, const QString& icon, const QList<QKeySequence>& keys) {
    auto* made = new QAction(icon.isEmpty() ? QIcon() : QIcon::fromTheme(icon), {}, &window);
    QList<QKeySequence> once; // the platform's own key may be one that is named besides
    for (const QKeySequence& key : keys) {
        if (!once.contains(key))
            once += key;
    }
    made->setShortcuts(once);
    return made;
}

QAction* choice(QActionGroup* group, const QString& icon, const QKeySequence& key, const QVariant& data) {
    auto* made = new QAction(icon.isEmpty() ? QIcon() : QIcon::fromTheme(icon), {}, group);
    made->setCheckable(true);
    made->setShortcut(key);
    made->setData(data);
    return made;
}

} // namespace

Actions::Actions(QMainWindow& window)
    : newFromBuiltIn(action(window, u"document-new"_s, {QKeySequence::New}))
    , newIllustrative(action(window, u"document-new-from-template"_s, {}))
    , newFromPackage(action(window, u"folder-new"_s, {}))
    , open(action(window, u"document-open"_s, {QKeySequence::Open}))
    , saveCopy(action(window, u"document-save-as"_s, {QKeySequence(u"Ctrl+Shift+S"_s)}))
    , importFile(action(window, u"document-import"_s, {QKeySequence(u"Ctrl+I"_s)}))
    , openRegister(action(window, u"view-list-details"_s, {QKeySequence(u"Ctrl+R"_s)}))
    , exportData(action(window, u"document-save"_s, {QKeySequence(u"Ctrl+Shift+E"_s)}))
    , writeForms(action(window, u"document-edit"_s, {}))
    , collectForms(action(window, u"document-import"_s, {}))
    , composeFigure(action(window, u"document-page-setup"_s, {QKeySequence(u"Ctrl+Shift+F"_s)}))
    , exportFigure(action(window, u"document-export"_s, {QKeySequence(u"Ctrl+E"_s)}))
    , writeReport(action(window, {}, {}))
    , quit(action(window, u"application-exit"_s, {QKeySequence::Quit, QKeySequence(u"Ctrl+Q"_s)}))
    , undo(action(window, u"edit-undo"_s, {QKeySequence::Undo}))
    , redo(action(window, u"edit-redo"_s, {QKeySequence::Redo}))
    , zoomIn(action(window, u"zoom-in"_s, {QKeySequence::ZoomIn, QKeySequence(u"Ctrl+="_s)}))
    , zoomOut(action(window, u"zoom-out"_s, {QKeySequence::ZoomOut}))
    , zoomAll(action(window, u"zoom-fit-best"_s, {QKeySequence(u"Ctrl+0"_s)}))
    , zoomZone(action(window, u"zoom-select"_s, {QKeySequence(u"Ctrl+1"_s)}))
    , zoomTier(action(window, u"zoom-fit-width"_s, {QKeySequence(u"Ctrl+2"_s)}))
    , compare(action(window, u"view-split-left-right"_s, {QKeySequence(u"F9"_s)}))
    , tools(new QActionGroup(&window))
    , pan(choice(tools, u"transform-browse"_s, QKeySequence(u"F8"_s), int(LiveMap::Tool::Pan)))
    , selectBox(choice(tools, u"select-rectangular"_s, QKeySequence(u"F3"_s), int(LiveMap::Tool::SelectBox)))
    , measureDistance(choice(tools, u"measure"_s, QKeySequence(u"F4"_s), int(LiveMap::Tool::MeasureDistance)))
    , measureArea(choice(tools, u"draw-polygon"_s, QKeySequence(u"F6"_s), int(LiveMap::Tool::MeasureArea)))
    , find(action(window, u"edit-find"_s, {QKeySequence::Find}))
    , selectNone(action(window, u"edit-select-none"_s, {QKeySequence(u"Ctrl+Shift+A"_s)}))
    , languages(new QActionGroup(&window))
    , chinese(choice(languages, {}, {}, int(Language::Chinese)))
    , english(choice(languages, {}, {}, int(Language::English)))
    , schemes(new QActionGroup(&window))
    , systemScheme(choice(schemes, {}, {}, int(Qt::ColorScheme::Unknown)))
    , light(choice(schemes, {}, {}, int(Qt::ColorScheme::Light)))
    , dark(choice(schemes, {}, {}, int(Qt::ColorScheme::Dark)))
    , shortcuts(action(window, u"input-keyboard"_s, {QKeySequence::HelpContents}))
    , about(action(window, u"help-about"_s, {}))
    , fileMenu(window.menuBar()->addMenu(QString()))
    , newMenu(fileMenu->addMenu(QString()))
    , formMenu(new QMenu(&window))
    , recentMenu(new QMenu(&window))
    , editMenu(window.menuBar()->addMenu(QString()))
    , viewMenu(window.menuBar()->addMenu(QString()))
    , toolMenu(window.menuBar()->addMenu(QString()))
    , settingsMenu(window.menuBar()->addMenu(QString()))
    , languageMenu(settingsMenu->addMenu(QString()))
    , schemeMenu(settingsMenu->addMenu(QString()))
    , helpMenu(window.menuBar()->addMenu(QString())) {
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    writeReport->setObjectName(u"writeReport"_s);
    newMenu->addActions({newFromBuiltIn, newIllustrative, newFromPackage});
    fileMenu->addAction(open);
    fileMenu->addMenu(recentMenu);
    fileMenu->addSeparator();
    formMenu->addActions({writeForms, collectForms});
    fileMenu->addActions({saveCopy, importFile, openRegister, exportData, composeFigure, exportFigure, writeReport});
    fileMenu->insertMenu(composeFigure, formMenu);
    fileMenu->addSeparator();
    fileMenu->addAction(quit);
    editMenu->addActions({undo, redo});
    viewMenu->addActions({zoomIn, zoomOut, zoomAll, zoomZone, zoomTier});
    viewMenu->addSeparator();
    viewMenu->addActions({find, selectNone});
    toolMenu->addActions(tools->actions());
    languageMenu->addActions(languages->actions());
    schemeMenu->addActions(schemes->actions());
    helpMenu->addActions({shortcuts, about});
    pan->setChecked(true);
    compare->setCheckable(true);
    window.addActions(all());
    retranslate();
}

void Actions::retranslate() {
    const struct {
        QAction* action;
        const char* text;
        const char* hint;
    } texts[] = {
        {newFromBuiltIn, QT_TRANSLATE_NOOP("Actions", "From the &Built-in Plan…"),
         QT_TRANSLATE_NOOP("Actions", "Make a project of the built-in plan")},
        {newIllustrative, QT_TRANSLATE_NOOP("Actions", "From the Built-in Plan, with &Illustrative Numbers…"),
         QT_TRANSLATE_NOOP("Actions", "Made-up numbers, marked as such, to try comparisons out")},
        {newFromPackage, QT_TRANSLATE_NOOP("Actions", "From a Plan &Package…"),
         QT_TRANSLATE_NOOP("Actions", "Make a project of a folder with tables and boundaries")},
        {open, QT_TRANSLATE_NOOP("Actions", "&Open…"), QT_TRANSLATE_NOOP("Actions", "Open a project file")},
        {saveCopy, QT_TRANSLATE_NOOP("Actions", "&Save a Copy…"),
         QT_TRANSLATE_NOOP("Actions", "Write the project, its history included, to another file")},
        {importFile, QT_TRANSLATE_NOOP("Actions", "&Import Data…"),
         QT_TRANSLATE_NOOP(
             "Actions",
             "Take figures, sites, outlines or a reference layer in from a file; dropping it here does the same")},
        {openRegister, QT_TRANSLATE_NOOP("Actions", "Count a &Register…"),
         QT_TRANSLATE_NOOP("Actions", "Count enterprises or other points per zone, and show them on the map")},
        {exportData, QT_TRANSLATE_NOOP("Actions", "Export &Data…"),
         QT_TRANSLATE_NOOP("Actions", "Write a table as XLSX, CSV, GeoJSON, GeoPackage, Shapefile, KML or FlatGeobuf")},
        {writeForms, QT_TRANSLATE_NOOP("Actions", "&Write Forms…"),
         QT_TRANSLATE_NOOP("Actions", "Write a form for each zone, for others to fill in")},
        {collectForms, QT_TRANSLATE_NOOP("Actions", "&Collect Forms…"),
         QT_TRANSLATE_NOOP("Actions", "Take in the forms that came back, and see who has not answered")},
        {composeFigure, QT_TRANSLATE_NOOP("Actions", "Co&mpose Figure…"),
         QT_TRANSLATE_NOOP("Actions", "Put a page together, check it and keep it in the project")},
        {exportFigure, QT_TRANSLATE_NOOP("Actions", "&Export Figure…"),
         QT_TRANSLATE_NOOP("Actions", "Write what the map shows as a figure: PDF, SVG or PNG")},
        {writeReport, QT_TRANSLATE_NOOP("Actions", "Write &Report…"),
         QT_TRANSLATE_NOOP("Actions", "The whole story of the plan: layout, targets, comparison, each tier and zone")},
        {quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the program")},
        {undo, QT_TRANSLATE_NOOP("Actions", "&Undo"), QT_TRANSLATE_NOOP("Actions", "Take the last edit back")},
        {redo, QT_TRANSLATE_NOOP("Actions", "&Redo"),
         QT_TRANSLATE_NOOP("Actions", "Make the edit again that was taken back last")},
        {zoomIn, QT_TRANSLATE_NOOP("Actions", "Zoom &In"), QT_TRANSLATE_NOOP("Actions", "Double the scale")},
        {zoomOut, QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), QT_TRANSLATE_NOOP("Actions", "Halve the scale")},
        {zoomAll, QT_TRANSLATE_NOOP("Actions", "&Whole City"), QT_TRANSLATE_NOOP("Actions", "Show all zones")},
        {zoomZone, QT_TRANSLATE_NOOP("Actions", "To &Selection"),
         QT_TRANSLATE_NOOP("Actions", "Show the selected zones")},
        {zoomTier, QT_TRANSLATE_NOOP("Actions", "To &Tier"),
         QT_TRANSLATE_NOOP("Actions", "Show every zone of the selected zone's tier")},
        {compare, QT_TRANSLATE_NOOP("Actions", "Second &Map"),
         QT_TRANSLATE_NOOP("Actions", "Show another indicator or year beside the map, at the same place")},
        {pan, QT_TRANSLATE_NOOP("Actions", "&Move and Select"),
         QT_TRANSLATE_NOOP("Actions", "Drag the map; click a zone to select it")},
        {selectBox, QT_TRANSLATE_NOOP("Actions", "Select by &Box"),
         QT_TRANSLATE_NOOP("Actions", "Draw a box around zones (also Shift and drag)")},
        {measureDistance, QT_TRANSLATE_NOOP("Actions", "Measure &Distance"),
         QT_TRANSLATE_NOOP("Actions", "Click along a line; double-click ends it. Measured on the ellipsoid")},
        {measureArea, QT_TRANSLATE_NOOP("Actions", "Measure &Area"),
         QT_TRANSLATE_NOOP("Actions", "Click around an area; double-click ends it. Measured on the ellipsoid")},
        {find, QT_TRANSLATE_NOOP("Actions", "&Find…"),
         QT_TRANSLATE_NOOP("Actions", "Find a zone, a site or a coordinate")},
        {selectNone, QT_TRANSLATE_NOOP("Actions", "Select &Nothing"),
         QT_TRANSLATE_NOOP("Actions", "Clear the selection")},
        {systemScheme, QT_TRANSLATE_NOOP("Actions", "As the &System"),
         QT_TRANSLATE_NOOP("Actions", "Follow the desktop's light or dark setting")},
        {light, QT_TRANSLATE_NOOP("Actions", "&Light"), QT_TRANSLATE_NOOP("Actions", "Light palette")},
        {dark, QT_TRANSLATE_NOOP("Actions", "&Dark"), QT_TRANSLATE_NOOP("Actions", "Dark palette")},
        {shortcuts, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"),
         QT_TRANSLATE_NOOP("Actions", "List every shortcut")},
        {about, QT_TRANSLATE_NOOP("Actions", "&About Tiermap"),
         QT_TRANSLATE_NOOP("Actions", "Version, licence and where the boundaries come from")},
    };
    for (const auto& entry : texts) {
        entry.action->setText(words(entry.text));
        entry.action->setStatusTip(words(entry.hint));
        entry.action->setToolTip(words(entry.hint) +
                                 (entry.action->shortcut().isEmpty()
                                      ? QString()
                                      : u" ("_s + entry.action->shortcut().toString(QKeySequence::NativeText) + u')'));
    }
    chinese->setText(u"简体中文"_s); // each language under its own name, so that it is found in either
    english->setText(u"English"_s);
    fileMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&File")));
    newMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&New")));
    formMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "For&ms")));
    recentMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "Open &Recent")));
    editMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&Edit")));
    viewMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&View")));
    toolMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&Tools")));
    settingsMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&Settings")));
    languageMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&Language")));
    schemeMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&Palette")));
    helpMenu->setTitle(words(QT_TRANSLATE_NOOP("Actions", "&Help")));
}

QList<QAction*> Actions::all() const {
    return QList<QAction*>{newFromBuiltIn, newIllustrative, newFromPackage, open,       saveCopy,
                           importFile,     openRegister,    exportData,     writeForms, collectForms,
                           composeFigure,  exportFigure,    writeReport,    quit,       undo,
                           redo,           zoomIn,          zoomOut,        zoomAll,    zoomZone,
                           zoomTier,       compare} +
           tools->actions() + QList<QAction*>{find, selectNone, shortcuts, about};
}

} // namespace tiermap
