#include "app/edit/attribute_table.h"

#include "app/edit/cell_editor.h"
#include "app/edit/clipboard_block.h"
#include "app/session/words.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

AttributeTable::AttributeTable(OpenProject& project, Table table, QWidget* parent)
    : QTableView(parent)
    , m_model(new AttributeModel(project, table, this))
    , m_order(new AttributeOrder(this))
    , m_copy(action(QKeySequence::Copy, &AttributeTable::copy))
    , m_paste(action(QKeySequence::Paste, &AttributeTable::paste))
    , m_fillDown(action(QKeySequence(Qt::CTRL | Qt::Key_D), &AttributeTable::fillDown))
    , m_empty(action(QKeySequence::Delete, &AttributeTable::emptyCells))
    , m_history(action(QKeySequence(), &AttributeTable::showHistory)) {
    m_order->setSourceModel(m_model);
    setModel(m_order);
    setItemDelegate(new CellEditor(this));
    setFrameShape(NoFrame);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(true);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicatorClearable(true); // back to the plan's order
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setTextElideMode(Qt::ElideRight);
    verticalHeader()->setMaximumWidth(22 * fontMetrics().averageCharWidth());
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &AttributeTable::fitHeadings);
    sortByColumn(-1, Qt::AscendingOrder);
    for (QAction* needsWriting : {m_paste, m_fillDown, m_empty}) {
        needsWriting->setEnabled(project.isWritable());
    }
    connect(m_order, &QAbstractItemModel::modelReset, this, &AttributeTable::fitColumns); // columns came or went
    connect(m_model, &AttributeModel::refused, this, &AttributeTable::showRefusal);
    retranslate();
}

QAction* AttributeTable::action(const QKeySequence& keys, void (AttributeTable::*run)()) {
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // an open editor keeps its own copy and paste
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    return action;
}

void AttributeTable::retranslate() {
    setAccessibleName(titleOf(m_model->table()));
    m_copy->setText(tr("&Copy"));
    m_paste->setText(tr("&Paste"));
    m_fillDown->setText(tr("&Fill Down"));
    m_empty->setText(tr("&Empty Cells"));
    m_history->setText(tr("&History of This Cell"));
    m_model->retranslate();
    fitHeadings();
}

void AttributeTable::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    if (!m_fitted) { // later widths are the reader's own
        fitColumns();
        m_fitted = true;
    }
}

/// As wide as the cells need, within bounds; long headings take further lines.
void AttributeTable::fitColumns() {
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_order->columnCount(); ++column) {
        const int heading = horizontalHeader()->fontMetrics().horizontalAdvance(headingOf(column)) + 4 * character;
        const int cells = std::min(sizeHintForColumn(column) + character, 34 * character);
        const int inThreeLines = heading > 18 * character ? std::max(18 * character, heading * 45 / 100) : heading;
        setColumnWidth(column, std::max({cells, inThreeLines, 8 * character}));
    }
    fitHeadings();
}

/// High enough for all headings at the widths that their columns have.
void AttributeTable::fitHeadings() {
    const QFontMetrics metrics = horizontalHeader()->fontMetrics();
    int height = metrics.lineSpacing();
    for (int column = 0; column < m_order->columnCount(); ++column) {
        const QRect room(0, 0, columnWidth(column) - 2 * metrics.averageCharWidth(), 8 * metrics.lineSpacing());
        height = std::max(height, metrics.boundingRect(room, Qt::TextWordWrap, headingOf(column)).height());
    }
    horizontalHeader()->setFixedHeight(height + 8);
}

QString AttributeTable::headingOf(int column) const {
    return m_order->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

void AttributeTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT recordsSelected();
}

QModelIndexList AttributeTable::selection() const {
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty() && currentIndex().isValid()) {
        cells << currentIndex();
    }
    std::ranges::sort(cells, [](const QModelIndex& a, const QModelIndex& b) {
        return std::pair(a.row(), a.column()) < std::pair(b.row(), b.column());
    });
    return cells;
}

QList<QStringList> AttributeTable::selectedKeys() const {
    QList<QStringList> keys;
    for (const QModelIndex& cell : selectionModel()->selectedIndexes()) {
        const QStringList& key = m_model->key(m_order->mapToSource(cell).row());
        if (!keys.contains(key)) {
            keys << key;
        }
    }
    return keys;
}

void AttributeTable::selectRecords(const QList<QStringList>& keys) {
    QItemSelection rows;
    for (const QStringList& key : keys) {
        const QModelIndex first = m_order->mapFromSource(m_model->index(m_model->rowOf(key), 0));
        if (first.isValid()) {
            rows.select(first, first.siblingAtColumn(m_order->columnCount() - 1));
        }
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (!rows.isEmpty()) {
        const int x = horizontalScrollBar()->value();
        scrollTo(rows.last().topLeft());
        horizontalScrollBar()->setValue(x); // the columns looked at stay in view
    }
}

bool AttributeTable::showCell(const QStringList& key, const QString& field) {
    const QModelIndex cell =
        m_order->mapFromSource(m_model->index(m_model->rowOf(key), std::max(0, m_model->columnOf(field))));
    if (!cell.isValid()) {
        return false;
    }
    setCurrentIndex(cell);
    scrollTo(cell, PositionAtCenter);
    setFocus();
    return true;
}

AttributeModel::CellText AttributeTable::cell(const QModelIndex& shown, const QString& text) const {
    const QModelIndex source = m_order->mapToSource(shown);
    return {source.row(), source.column(), text};
}

/// The smallest rectangle around the selection; what is not selected within it stays empty.
void AttributeTable::copy() {
    const QModelIndexList cells = selection();
    if (cells.isEmpty()) {
        return;
    }
    const auto [left, right] = std::ranges::minmax(cells, {}, &QModelIndex::column);
    ClipboardBlock block(cells.last().row() - cells.first().row() + 1,
                         QStringList(right.column() - left.column() + 1, QString()));
    for (const QModelIndex& cell : cells) {
        block[cell.row() - cells.first().row()][cell.column() - left.column()] =
            cell.data(AttributeModel::CopyRole).toString();
    }
    QGuiApplication::clipboard()->setText(textFromBlock(block));
}

void AttributeTable::paste() {
    const ClipboardBlock block = blockFromText(QGuiApplication::clipboard()->text());
    const QModelIndexList selected = selection();
    if (block.isEmpty() || selected.isEmpty()) {
        return;
    }
    QList<AttributeModel::CellText> cells;
    if (block.size() == 1 && block[0].size() == 1) { // one cell goes into all that are selected
        for (const QModelIndex& index : selected) {
            cells << cell(index, block[0][0]);
        }
    } else {
        const int top = selected.first().row();
        const int left = std::ranges::min(selected, {}, &QModelIndex::column).column();
        const qsizetype width = std::ranges::max(block, {}, &QStringList::size).size();
        if (top + block.size() > m_order->rowCount() || left + width > m_order->columnCount()) {
            Q_EMIT m_model->refused({}, Problem{.code = Problem::Code::BlockTooLarge,
                                                .arguments = {QString::number(block.size()), QString::number(width),
                                                              QString::number(m_order->rowCount() - top),
                                                              QString::number(m_order->columnCount() - left)}});
            return;
        }
        for (int row = 0; row < block.size(); ++row) {
            for (int column = 0; column < block[row].size(); ++column) {
                cells << cell(m_order->index(top + row, left + column), block[row][column]);
            }
        }
    }
    m_model->write(cells);
}

/// In each column the topmost selected cell goes into the selected ones below it.
void AttributeTable::fillDown() {
    QHash<int, QString> top;
    QList<AttributeModel::CellText> cells;
    for (const QModelIndex& index : selection()) {
        if (top.contains(index.column())) {
            cells << cell(index, top[index.column()]);
        } else {
            top.insert(index.column(), index.data(Qt::EditRole).toString());
        }
    }
    m_model->write(cells);
}

void AttributeTable::emptyCells() {
    QList<AttributeModel::CellText> cells;
    for (const QModelIndex& index : selection()) {
        cells << cell(index, QString());
    }
    m_model->write(cells);
}

void AttributeTable::deleteRows() {
    QList<int> rows;
    for (const QStringList& key : selectedKeys()) {
        rows << m_model->rowOf(key);
    }
    m_model->removeRecords(rows);
}

void AttributeTable::showRefusal(const QModelIndex& index, const Problem& problem) {
    Q_EMIT refused(problem);
    const QModelIndex shown = m_order->mapFromSource(index);
    if (!shown.isValid() || !isVisible()) {
        return;
    }
    setCurrentIndex(shown);
    scrollTo(shown);
    // The place is where it stands; queued, because the closing editor's change of focus takes tips away.
    Problem here = problem;
    here.record.clear();
    here.field.clear();
    const QPersistentModelIndex cell(shown);
    QMetaObject::invokeMethod(
        this,
        [this, cell, here] {
            const QRect place = visualRect(cell);
            QToolTip::showText(viewport()->mapToGlobal(place.bottomLeft()), sentence(here), viewport(), place);
        },
        Qt::QueuedConnection);
}

bool AttributeTable::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    const QModelIndex place = m_order->mapToSource(index);
    if (trigger & (DoubleClicked | EditKeyPressed | AnyKeyPressed) && m_model->wantsCopy(place)) {
        Q_EMIT copyWanted(m_model->table(), m_model->key(place.row()),
                          place.data(AttributeModel::FieldRole).toString());
        return false;
    }
    if (trigger & (DoubleClicked | EditKeyPressed | AnyKeyPressed) && m_model->wantsPeriod(place)) {
        Q_EMIT periodWanted();
        return false;
    }
    return QTableView::edit(index, trigger, event);
}

void AttributeTable::showHistory() {
    const QModelIndex index = m_order->mapToSource(currentIndex());
    if (index.isValid()) {
        Q_EMIT historyWanted(m_model->table(), m_model->key(index.row()),
                             index.data(AttributeModel::FieldRole).toString());
    }
}

void AttributeTable::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addActions({m_copy, m_paste, m_fillDown, m_empty});
    menu.addSeparator();
    menu.addAction(m_history);
    menu.exec(event->globalPos());
}

} // namespace tiermap
