#pragma once

#include "app/edit/edit_gate.h"
#include "app/session/selection.h"
#include "core/analysis/scenario.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/layer_style.h"

#include <QDockWidget>

class QSplitter;

namespace tiermap {

class ChartView;
class ComparePanel;

/// Claims and comparison beside their charts, at the foot of the window. Made when it is first shown, so that the start
/// does not wait for it.
class CompareDock : public QDockWidget {
    Q_OBJECT

public:
    /// Asks where the calculation is to be written; empty where the person declines.
    using Where = std::function<QString(const QString& suggested)>;

    CompareDock(const OpenProject& project, const PlanShapes& shapes, Selection& selection, EditGate& gate,
                Where where);

    void refresh(); ///< after the project or its shapes have changed
    ComparePanel& panel();
    ChartView& charts();

Q_SIGNALS:
    void zoneActivated(const QString& code);
    void mapWanted(const tiermap::LayerStyle& style);
    void scenarioWanted(const QList<tiermap::ZoneMove>& moves); ///< on the map; none: the adopted plan
    void refused(const tiermap::Problem& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void make();
    void writeWorkbook();

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    Selection& m_selection;
    EditGate& m_gate;
    Where m_where;
    ComparePanel* m_panel = nullptr;
    ChartView* m_charts = nullptr;
};

} // namespace tiermap
