#include "app/window/edit_docks.h"

#include "app/edit/attribute_panel.h"
#include "app/edit/findings_list.h"

#include <QAction>
#include <QDockWidget>
#include <QIcon>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace tiermap {

EditDocks::EditDocks(OpenProject& project, Selection& selection, QMainWindow& window)
    : QObject(&window)
    , m_project(project)
    , m_selection(selection)
    , m_attributeDock(new QDockWidget(&window))
    , m_findingsDock(new QDockWidget(&window)) {
    m_attributeDock->setObjectName(u"attributeDock"_s);
    m_findingsDock->setObjectName(u"findingsDock"_s);
    for (QDockWidget* dock : {m_attributeDock, m_findingsDock}) {
        window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->hide();
    }
    window.resizeDocks({m_attributeDock}, {300}, Qt::Vertical);
    QAction* attributes = m_attributeDock->toggleViewAction();
    attributes->setIcon(QIcon::fromTheme(u"view-form-table"_s));
    attributes->setShortcut(QKeySequence(u"F7"_s));
    m_findingsDock->toggleViewAction()->setIcon(QIcon::fromTheme(u"view-list-details"_s));
    connect(m_attributeDock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible)
            this->attributes();
    });
    connect(m_findingsDock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible)
            makeFindings();
    });
}

QList<QAction*> EditDocks::actions() const {
    return {m_attributeDock->toggleViewAction(), m_findingsDock->toggleViewAction()};
}

void EditDocks::retranslate() {
    m_attributeDock->setWindowTitle(tr("Attribute Table"));
    m_findingsDock->setWindowTitle(tr("Rules"));
}

void EditDocks::showCell(Table table, const QStringList& key, const QString& field) {
    m_attributeDock->show();
    m_attributeDock->raise();
    attributes().showCell(table, key, field);
}

void EditDocks::editCell(Table table, const QStringList& key, const QString& field) {
    m_attributeDock->show();
    m_attributeDock->raise();
    attributes().editCell(table, key, field);
}

AttributePanel& EditDocks::attributes() {
    if (!m_attributes) {
        m_attributes = new AttributePanel(m_project, m_selection, m_attributeDock);
        m_attributeDock->setWidget(m_attributes);
        connect(m_attributes, &AttributePanel::copyWanted, this, &EditDocks::copyWanted);
        connect(m_attributes, &AttributePanel::zoneActivated, this, &EditDocks::zoneActivated);
        connect(m_attributes, &AttributePanel::positionWanted, this, &EditDocks::positionWanted);
    }
    return *m_attributes;
}

void EditDocks::makeFindings() {
    if (m_findings)
        return;
    m_findings = new FindingsList(m_project, m_findingsDock);
    m_findingsDock->setWidget(m_findings);
    m_findings->run();
    connect(m_findings, &FindingsList::cellWanted, this, &EditDocks::showCell);
}

} // namespace tiermap
