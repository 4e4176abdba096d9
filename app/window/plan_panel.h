#pragma once

#include "core/plan/plan.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace tiermap {

/// The plan itself: its targets, and its measures with the bodies responsible and the zones each names.
class PlanPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlanPanel(const Plan& plan, QWidget* parent = nullptr);

    void refresh(); ///< after the plan has changed; scrolling and folded groups stay

Q_SIGNALS:
    void zonesNamed(const QStringList& zones); ///< a measure was chosen that names these

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void fillTargets();
    void fillMeasures();

    const Plan& m_plan;
    QLabel* m_title;
    QLabel* m_targetsHeading;
    QLabel* m_measuresHeading;
    QTreeWidget* m_targets;
    QTreeWidget* m_measures;
};

} // namespace tiermap
