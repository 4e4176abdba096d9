#pragma once

#include "app/edit/edit_gate.h"
#include "app/window/file_menu.h"

class QWidget;

namespace tiermap {

/// What can be done with a reference layer: each is an edit of the project.
class LayerMenu : public QObject {
    Q_OBJECT

public:
    LayerMenu(QWidget& window, const OpenProject& project, EditGate& gate, FileMenu& files);

    void show(const QString& layer, const QPoint& globalPosition);
    void setShown(const QString& layer, bool shown);
    void openDialog(const QString& layer);
    void move(const QString& layer, int steps); ///< up where positive
    void remove(const QString& layer);

Q_SIGNALS:
    void zoomWanted(const QString& layer);
    void countsWanted(const QString& layer); ///< of a register

private:
    const ReferenceLayer* find(const QString& layer) const;
    void apply(const Edit& edit);

    QWidget& m_window;
    const OpenProject& m_project;
    EditGate& m_gate;
    FileMenu& m_files;
};

} // namespace tiermap
