#include "app/edit/undo_list.h"

#include "app/edit/edit_words.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int editRole = Qt::UserRole;
constexpr qint64 beforeAll = 0; // stands for the state before the first edit

QString localTime(const QString& utc) {
    return QDateTime::fromString(utc, Qt::ISODateWithMs).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

} // namespace

UndoList::UndoList(OpenProject& project, QWidget* parent)
    : QTreeWidget(parent)
    , m_project(project) {
    setObjectName(u"undoList"_s);
    setColumnCount(5);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setFrameShape(NoFrame);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem* item) { goTo(item->data(0, editRole).toLongLong()); });
    retranslate();
}

/// Fills m_edits; returns those of them that were taken back.
QSet<qint64> UndoList::readLog() {
    m_edits.clear();
    QSet<qint64> takenBack;
    const auto entries = m_project.entries();
    if (!entries) {
        Q_EMIT refused(entries.error());
        return takenBack;
    }
    for (const LogEntry& entry : *entries) {
        if (entry.action == Action::Undo)
            takenBack += entry.first.undoes;
        else if (entry.action == Action::Redo)
            takenBack -= entry.first.undoes;
        else
            m_edits += entry;
    }
    return takenBack;
}

void UndoList::markNow() {
    const qint64 now = m_project.done().isEmpty() ? beforeAll : m_project.done().constLast();
    for (int row = 0; row < topLevelItemCount() && m_project.isWritable(); ++row) {
        if (QTreeWidgetItem* item = topLevelItem(row); item->data(0, editRole).toLongLong() == now) {
            QFont font = item->font(0);
            font.setBold(true);
            for (int column = 0; column < columnCount(); ++column)
                item->setFont(column, font);
        }
    }
}

void UndoList::refresh() {
    const int scrolled = verticalScrollBar()->value();
    clear();
    const QSet<qint64> takenBack = readLog();
    for (const LogEntry& entry : m_edits | std::views::reverse) {
        const bool inForce = !takenBack.contains(entry.edit);
        const QString author = entry.action == Action::Outside ? tr("another program") : entry.author;
        auto* item = new QTreeWidgetItem(this, {localTime(entry.at), author, words(entry, m_project.content().plan),
                                                entry.reason, inForce ? tr("in force") : tr("taken back")});
        item->setData(0, editRole, entry.edit);
        for (int column = 0; column < columnCount() && !inForce; ++column)
            item->setForeground(column, palette().placeholderText());
    }
    if (!m_edits.isEmpty()) {
        auto* first = new QTreeWidgetItem(this, {QString(), QString(), tr("Before the first edit")});
        first->setData(0, editRole, beforeAll);
    }
    markNow();
    verticalScrollBar()->setValue(scrolled);
}

QString UndoList::nextUndo() const { return m_project.canUndo() ? nameOf(m_project.done().constLast()) : QString(); }

QString UndoList::nextRedo() const { return m_project.canRedo() ? nameOf(m_project.undone().constLast()) : QString(); }

QString UndoList::nameOf(qint64 edit) const {
    const auto entry = std::ranges::find(m_edits, edit, &LogEntry::edit);
    return entry == m_edits.end() ? QString() : words(*entry, m_project.content().plan);
}

/// An edit that a later one has replaced is out of reach: nothing happens.
void UndoList::goTo(qint64 edit) {
    const qsizetype done = m_project.done().indexOf(edit); // -1 for the state before all edits
    const qsizetype undone = m_project.undone().indexOf(edit);
    Result<void> gone;
    if (undone >= 0)
        gone = m_project.redo(int(m_project.undone().size() - undone));
    else if (const auto steps = int(m_project.done().size() - done - 1); steps > 0 && (done >= 0 || edit == beforeAll))
        gone = m_project.undo(steps);
    if (!gone)
        Q_EMIT refused(gone.error());
}

void UndoList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UndoList::retranslate() {
    setAccessibleName(tr("Undo history"));
    setToolTip(tr("A double click goes to the state after that edit"));
    setHeaderLabels({tr("When"), tr("Who"), tr("What"), tr("Why"), tr("State")});
    refresh();
}

} // namespace tiermap
