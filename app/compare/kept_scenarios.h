#pragma once

#include "core/analysis/scenario.h"
#include "core/project/edit.h"
#include "core/project/project.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace tiermap {

/// The scenarios that the project keeps: one is chosen by its name, and kept, renamed or removed; each is an edit that can
/// be undone.
class KeptScenarios : public QWidget {
    Q_OBJECT

public:
    /// The project must outlive it.
    explicit KeptScenarios(const Project& project, QWidget* parent = nullptr);

    void setMoves(const QList<ZoneMove>& moves); ///< what would be kept
    void refresh();                              ///< after the project has changed
    void retranslate();

Q_SIGNALS:
    void chosen(const QList<tiermap::ZoneMove>& moves);
    void editWanted(const tiermap::Edit& edit);
    void refused(const tiermap::Problem& problem);

private:
    void choose(int index);
    void keep();
    void rename();
    void remove();
    void offer(); ///< what can be done now
    const SavedScenario* current() const;
    QString typed() const;

    const Project& m_project;
    QList<ZoneMove> m_moves;
    QString m_key; ///< of the one that was chosen or kept last
    QComboBox* m_name;
    QToolButton* m_keep;
    QToolButton* m_rename;
    QToolButton* m_remove;
};

} // namespace tiermap
