#pragma once

#include "core/store/open_project.h"

#include <QSet>
#include <QTreeWidget>

namespace tiermap {

/// Every edit that the project's log knows, the newest first, and whether it is in force or taken back. A double click
/// goes to the state after that edit in one step. The log is in the project file, so the list outlives the program.
class UndoList : public QTreeWidget {
    Q_OBJECT

public:
    explicit UndoList(OpenProject& project, QWidget* parent = nullptr);

    void refresh(); ///< after the project has changed; scrolling stays

    // What the next step is about; empty where there is none.
    QString nextUndo() const;
    QString nextRedo() const;

Q_SIGNALS:
    void refused(const tiermap::Problem& problem); ///< a step failed: nothing was changed

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QSet<qint64> readLog();
    void markNow(); ///< the state that the project is in stands bold
    void goTo(qint64 edit);
    QString nameOf(qint64 edit) const;

    OpenProject& m_project;
    QList<LogEntry> m_edits; ///< oldest first, without undos and redos
};

} // namespace tiermap
