#pragma once

#include "app/session/selection.h"
#include "core/store/open_project.h"

#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace tiermap {

class AttributePanel;
class FindingsList;

/// The docks that a person edits in: attribute tables and what the plan's rules find. Made when they are first shown, so
/// that the start does not wait for them.
class EditDocks : public QObject {
    Q_OBJECT

public:
    EditDocks(OpenProject& project, Selection& selection, QMainWindow& window);

    QList<QAction*> actions() const; ///< that show and hide them
    void retranslate();
    void showCell(tiermap::Table table, const QStringList& key, const QString& field);
    void editCell(tiermap::Table table, const QStringList& key,
                  const QString& field); ///< shows it with its editor open

Q_SIGNALS:
    void copyWanted(tiermap::Table table, const QStringList& key, const QString& field);
    void zoneActivated(const QString& zone);
    void positionWanted(const QString& site);

private:
    AttributePanel& attributes();
    void makeFindings();

    OpenProject& m_project;
    Selection& m_selection;
    QDockWidget* m_attributeDock;
    QDockWidget* m_findingsDock;
    AttributePanel* m_attributes = nullptr;
    FindingsList* m_findings = nullptr;
};

} // namespace tiermap
