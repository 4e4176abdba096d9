#pragma once

#include <QActionGroup>

class QMainWindow;
class QMenu;

namespace tiermap {

/// Every action of the window, with its shortcut and icon; menus, toolbar and the shortcut list are made of these.
struct Actions {
    explicit Actions(QMainWindow& window);

    void retranslate();
    QList<QAction*> all() const;

    QAction* newFromBuiltIn;
    QAction* newIllustrative;
    QAction* newFromPackage;
    QAction* open;
    QAction* saveCopy;
    QAction* importFile;
    QAction* openRegister;
    QAction* exportData;
    QAction* writeForms;
    QAction* collectForms;
    QAction* composeFigure;
    QAction* exportFigure;
    QAction* writeReport;
    QAction* quit;
    QAction* undo; ///< its text says what, and is the window's to set
    QAction* redo;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomAll;
    QAction* zoomZone;
    QAction* zoomTier;
    QAction* compare;    ///< checkable: a second map stands beside the first
    QActionGroup* tools; ///< data: LiveMap::Tool
    QAction* pan;
    QAction* selectBox;
    QAction* measureDistance;
    QAction* measureArea;
    QAction* find;
    QAction* selectNone;
    QActionGroup* languages; ///< data: Language
    QAction* chinese;
    QAction* english;
    QActionGroup* schemes; ///< data: Qt::ColorScheme
    QAction* systemScheme;
    QAction* light;
    QAction* dark;
    QAction* shortcuts;
    QAction* about;
    QMenu* fileMenu;
    QMenu* newMenu;
    QMenu* formMenu;
    QMenu* recentMenu; ///< filled when it opens
    QMenu* editMenu;
    QMenu* viewMenu;
    QMenu* toolMenu;
    QMenu* settingsMenu;
    QMenu* languageMenu;
    QMenu* schemeMenu;
    QMenu* helpMenu;
};

} // namespace tiermap
