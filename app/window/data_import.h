#pragma once

#include "app/edit/edit_gate.h"
#include "app/window/file_menu.h"

#include <QDialog>
#include <QPointer>

class QAction;
class QWidget;

namespace tiermap {

/// Takes files into the window's project: from the menu, or dropped onto the window, one after the other. A project file that is dropped is
/// opened instead.
class DataImport : public QObject {
    Q_OBJECT

public:
    DataImport(QWidget& window, QAction& action, const OpenProject& project, EditGate& gate, FileMenu& files);

    void import(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeNext();

    QWidget& m_window;
    const OpenProject& m_project;
    EditGate& m_gate;
    FileMenu& m_files;
    QStringList m_waiting; ///< dropped together, looked at one by one
    QPointer<QDialog> m_dialog;
};

} // namespace tiermap
