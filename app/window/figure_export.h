#pragma once

#include "core/analysis/scenario.h"
#include "core/project/project.h"
#include "maps/figure/figure_spec.h"
#include "maps/scene/plan_scene.h"

#include <QMainWindow>

class QAction;

namespace tiermap {

/// Asks for a file and writes the figure of what the window shows there: the layout, or the map of an indicator. A thread
/// of its own draws copies of project and shapes, because edits go on meanwhile.
class FigureExport : public QObject {
    Q_OBJECT

public:
    FigureExport(QMainWindow& window, QAction& action);

    void run(const Project& project, const PlanShapes& shapes, const FigureSpec& spec);

    /// The figure of what the window shows.
    static FigureSpec specOf(const SceneOptions& options, const std::vector<FigurePoints>& points,
                             const QList<ZoneMove>& scenario);

private:
    void tellOutcome(const QString& file, const Result<QStringList>& written);

    QMainWindow& m_window;
    QAction& m_action; ///< disabled while a figure is written
};

} // namespace tiermap
