#pragma once

#include "app/edit/edit_gate.h"
#include "app/map/live_map.h"
#include "app/register/kept_registers.h"
#include "app/register/register_panel.h"

#include <QDockWidget>

namespace tiermap {

/// The register's panel in the window, and on the map its points with those of the other registers that the project shows:
/// a click on some of them lists what the register says.
class RegisterDock : public QDockWidget {
    Q_OBJECT

public:
    RegisterDock(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, LiveMap& map);

    void open(const QString& file); ///< shows itself, too
    void open(const ReferenceLayer& layer);
    void followProject(); ///< its layers have changed
    void read();          ///< its shapes have changed
    RegisterPanel& panel() { return *m_panel; }
    KeptRegisters& others() { return *m_others; }
    /// What the map shows. None where some of it is still being read: whoever draws the figure then reads it.
    std::vector<FigurePoints> figurePoints() const;

Q_SIGNALS:
    void told(const QString& sentence); ///< of what was clicked on the map

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void drawFound();
    void listMembers(int of, const QList<quint32>& members);

    const OpenProject& m_project;
    LiveMap& m_map;
    RegisterPanel* m_panel;
    KeptRegisters* m_others;
    std::shared_ptr<const PointIndex> m_points; ///< the panel's
};

} // namespace tiermap
