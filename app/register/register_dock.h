#pragma once

#include "app/edit/edit_gate.h"
#include "app/map/live_map.h"
#include "app/register/register_panel.h"

#include <QDockWidget>

namespace tiermap {

/// The register's panel in the window, and its points on the map: a click on some of them lists what the register says.
class RegisterDock : public QDockWidget {
    Q_OBJECT

public:
    RegisterDock(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, LiveMap& map);

    void open(const QString& file); ///< shows itself, too
    void open(const ReferenceLayer& layer);
    RegisterPanel& panel() { return *m_panel; }

Q_SIGNALS:
    void told(const QString& sentence); ///< of what was clicked on the map

protected:
    void changeEvent(QEvent* event) override;

private:
    void listMembers(const QList<quint32>& members);

    RegisterPanel* m_panel;
};

} // namespace tiermap
