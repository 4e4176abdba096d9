#pragma once

#include "core/project/check.h"
#include "core/store/open_project.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace tiermap {

/// What the plan does not keep of its own rules, a sentence each. Checked when asked, and from then on after each
/// change.
class FindingsList : public QWidget {
    Q_OBJECT

public:
    explicit FindingsList(OpenProject& project, QWidget* parent = nullptr);

    void run();

Q_SIGNALS:
    /// Where a finding lies, for AttributePanel::showCell().
    void cellWanted(tiermap::Table table, const QStringList& key, const QString& field);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    OpenProject& m_project;
    QPushButton* m_check;
    QLabel* m_summary;
    QListWidget* m_list;
    QList<Finding> m_findings;
    bool m_checked = false;
};

} // namespace tiermap
