#pragma once

#include "app/window/file_menu.h"

class QAction;
class QMainWindow;

namespace tiermap {

/// Writes tables of the window's project to files for other programs.
class DataExport : public QObject {
    Q_OBJECT

public:
    DataExport(QMainWindow& window, QAction& action, const OpenProject& project, FileMenu& files);

private:
    void ask();

    QMainWindow& m_window;
    const OpenProject& m_project;
    FileMenu& m_files;
};

} // namespace tiermap
