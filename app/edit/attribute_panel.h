#pragma once

#include "app/edit/attribute_table.h"
#include "app/session/selection.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace tiermap {

/// The attribute tables of a project, with the source and the reason that go into the log with each edit. Its zones are
/// in step with the selection.
class AttributePanel : public QWidget {
    Q_OBJECT

public:
    AttributePanel(OpenProject& project, Selection& selection, QWidget* parent = nullptr);
    ~AttributePanel() override;

    /// Brings a cell into view and makes it the current one. The figures of zones stand under their indicator's key; the
    /// key of a tier stands for its zones.
    void showCell(tiermap::Table table, const QStringList& key, const QString& field);

    /// As showCell(), and opens the cell's editor where it may be edited.
    void editCell(tiermap::Table table, const QStringList& key, const QString& field);

Q_SIGNALS:
    /// A cell was to be edited, but the project can only be read: whoever listens may ask where to keep it.
    void copyWanted(tiermap::Table table, const QStringList& key, const QString& field);
    void zoneActivated(const QString& code);
    void positionWanted(const QString& site); ///< it is to be placed on the map

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTopRow();
    QWidget* makeEntryRow();
    void addTable(Table table);
    AttributeTable& table(Table table);
    AttributeTable& current();
    void retranslate();
    void listPeriods();
    void takePeriod();
    void typePeriod();
    void setPeriod(const std::optional<Period>& period);
    void choosePeriodOf(const QString& indicator);
    void changeTable();
    void addRow();
    void showHistory(Table table, const QStringList& key, const QString& field);
    void takeSelection();
    void showSelection();
    void say(const QString& text);

    OpenProject& m_project;
    Selection& m_selection;
    QList<AttributeTable*> m_tables;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QLineEdit* m_filter;
    QPushButton* m_add;
    QPushButton* m_delete;
    QPushButton* m_place;
    QLabel* m_periodLabel;
    QComboBox* m_period;
    QLabel* m_sourceLabel;
    QLineEdit* m_source;
    QLabel* m_reasonLabel;
    QLineEdit* m_reason;
    QLabel* m_message;
    bool m_following = false; ///< one side is being set from the other
};

} // namespace tiermap
