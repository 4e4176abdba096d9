#pragma once

#include "app/window/questions.h"
#include "core/store/open_project.h"
#include "maps/scene/plan_shapes.h"

#include <QMainWindow>

class QAction;

namespace tiermap {

/// Asks for a file and writes the plan's whole story there, in the language of the interface. A thread of its own works on
/// copies of project, shapes and log, because edits go on meanwhile.
class ReportExport : public QObject {
    Q_OBJECT

public:
    ReportExport(QMainWindow& window, QAction& action);

    void run(const OpenProject& project, const PlanShapes& shapes, const Questions& questions);

Q_SIGNALS:
    void finished(); ///< the file is there, or why it is not was told

private:
    QMainWindow& m_window;
    QAction& m_action; ///< disabled while a report is written
};

} // namespace tiermap
