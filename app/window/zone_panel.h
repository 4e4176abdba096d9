#pragma once

#include "app/session/selection.h"
#include "core/project/project.h"
#include "core/project/table.h"
#include "maps/scene/plan_shapes.h"

#include <QTextBrowser>

namespace tiermap {

/// What is known about the zone selected last: names, area, role in the plan's words, figures with year and source,
/// sites. What is not known is said, not left out.
class ZonePanel : public QTextBrowser {
    Q_OBJECT

public:
    ZonePanel(const Project& project, const PlanShapes& shapes, Selection& selection, QWidget* parent = nullptr);

    void refresh(); ///< after plan or shapes have changed; scrolling stays

Q_SIGNALS:
    void sourceHovered(const QString& source); ///< title and address, for the status bar
    void siteActivated(const QString& site);   ///< Site::key
    void cellWanted(tiermap::Table table, const QStringList& key, const QString& field); ///< to be edited

protected:
    void changeEvent(QEvent* event) override;

private:
    void show();
    QString heading(const Zone& zone);
    QString role(const Zone& zone);
    QString figures(const Zone& zone);
    QString sites(const Zone& zone);
    QString overview() const;

    const Plan& m_plan;
    const PlanShapes& m_shapes;
    Selection& m_selection;
    struct Cell {
        Table table;
        QStringList key;
        QString field;
    };
    /// A pencil that leads to the cell in the attribute table.
    QString pencil(const Cell& cell);

    QList<Cell> m_cells;   ///< what the pencils stand for, by number
    QStringList m_sources; ///< what the links stand for, by number
};

} // namespace tiermap
