#pragma once

#include "app/edit/attribute_model.h"
#include "app/edit/attribute_order.h"

#include <QTableView>

namespace tiermap {

/// One attribute table on the screen, with what a spreadsheet has: blocks of cells to copy, paste, fill and empty. Each
/// of these is one Edit, and of each all cells are taken or none.
class AttributeTable : public QTableView {
    Q_OBJECT

public:
    AttributeTable(OpenProject& project, Table table, QWidget* parent = nullptr);

    AttributeModel& attributes() { return *m_model; }
    void setFilter(const QString& text) { m_order->setFilter(text); }

    /// Makes a cell the current one. False where there is no such row or column, or the filter hides it.
    bool showCell(const QStringList& key, const QString& field);

    QList<QStringList> selectedKeys() const; ///< of the rows with a selected cell, in the order shown
    void selectRecords(const QList<QStringList>& keys);

    void copy();
    void paste();
    void fillDown();
    void emptyCells();
    void deleteRows();
    using QTableView::edit;
    void retranslate();

Q_SIGNALS:
    void refused(const tiermap::Problem& problem);
    void periodWanted(); ///< a figure was to be edited, and figures of several periods are shown
    void historyWanted(tiermap::Table table, const QStringList& key, const QString& field);
    void recordsSelected();
    /// A cell was to be edited, but the project can only be read.
    void copyWanted(tiermap::Table table, const QStringList& key, const QString& field);

protected:
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void showEvent(QShowEvent* event) override;

private:
    QAction* action(const QKeySequence& keys, void (AttributeTable::*run)());
    void showRefusal(const QModelIndex& index, const Problem& problem);
    void showHistory();
    void fitColumns();
    void fitHeadings();
    QString headingOf(int column) const;
    QModelIndexList selection() const; ///< selected cells, else the current one; by row, then column
    AttributeModel::CellText cell(const QModelIndex& shown, const QString& text) const;

    AttributeModel* m_model;
    AttributeOrder* m_order;
    QAction* m_copy;
    QAction* m_paste;
    QAction* m_fillDown;
    QAction* m_empty;
    QAction* m_history;
    bool m_fitted = false;
};

} // namespace tiermap
