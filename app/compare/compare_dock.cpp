#include "app/compare/compare_dock.h"

#include "app/compare/chart_view.h"
#include "app/compare/compare_panel.h"
#include "app/compare/scenario_panel.h"
#include "app/session/language.h"
#include "maps/export/comparison_workbook.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
#include <QIcon>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace tiermap {

CompareDock::CompareDock(const OpenProject& project, const PlanShapes& shapes, Selection& selection, EditGate& gate,
                         Where where)
    : m_project(project)
    , m_shapes(shapes)
    , m_selection(selection)
    , m_gate(gate)
    , m_where(std::move(where)) {
    setObjectName(u"compareDock"_s);
    toggleViewAction()->setIcon(QIcon::fromTheme(u"office-chart-bar"_s));
    toggleViewAction()->setShortcut(QKeySequence(u"F10"_s));
    setWindowTitle(tr("Roles and Comparison"));
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible)
            make();
    });
}

void CompareDock::make() {
    if (m_panel)
        return;
    auto* splitter = new QSplitter;
    m_panel = new ComparePanel(m_project, m_shapes, m_selection, m_gate);
    m_charts = new ChartView(m_selection);
    splitter->addWidget(m_panel);
    splitter->addWidget(m_charts);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    setWidget(splitter);
    connect(m_panel, &ComparePanel::compared, m_charts,
            [this] { m_charts->setContent(m_panel->comparedPlan(), m_panel->comparison(), m_panel->claims()); });
    connect(m_panel, &ComparePanel::zoneActivated, this, &CompareDock::zoneActivated);
    connect(m_panel, &ComparePanel::mapWanted, this, &CompareDock::mapWanted);
    connect(&m_panel->scenario(), &ScenarioPanel::mapWanted, this, &CompareDock::scenarioWanted);
    connect(m_panel, &ComparePanel::workbookWanted, this, &CompareDock::writeWorkbook);
}

void CompareDock::refresh() {
    if (m_panel)
        m_panel->refresh();
}

ComparePanel& CompareDock::panel() {
    make();
    return *m_panel;
}

ChartView& CompareDock::charts() {
    make();
    return *m_charts;
}

void CompareDock::writeWorkbook() {
    if (!m_panel->comparison())
        return;
    const QString name = QFileInfo(m_project.content().file).completeBaseName();
    const QString file = m_where(tr("%1 comparison.xlsx").arg(name));
    if (file.isEmpty())
        return;
    const auto written =
        writeComparisonWorkbook(file, m_panel->comparedPlan(), *m_panel->comparison(), interfaceLanguage());
    if (!written)
        Q_EMIT refused(written.error());
}

void CompareDock::changeEvent(QEvent* event) {
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Roles and Comparison"));
}

} // namespace tiermap
