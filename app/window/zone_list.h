#pragma once

#include "app/session/selection.h"
#include "core/plan/plan.h"
#include "maps/style/thematic_map.h"

#include <QTreeView>

#include <memory>

class QStandardItemModel;

namespace tiermap {

/// The zones grouped by tier, in step with the selection both ways. Choosing a tier's heading selects its zones.
class ZoneList : public QTreeView {
    Q_OBJECT

public:
    ZoneList(const Plan& plan, Selection& selection, QWidget* parent = nullptr);

    void refresh(); ///< after the plan has changed; selection and scrolling stay
    void setMap(const std::shared_ptr<const ThematicMap>& map,
                const QHash<QString, double>& numbers); ///< null: no bars

Q_SIGNALS:
    void zoneActivated(const QString& zone); ///< double click or Enter: go there

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();
    void showSelection();
    void showNumbers();
    QModelIndex select();
    void takeSelection();

    const Plan& m_plan;
    Selection& m_selection;
    QStandardItemModel* m_model;
    std::shared_ptr<const ThematicMap> m_map;
    QHash<QString, double> m_numbers;
    bool m_following = false; ///< one side is being set from the other
};

} // namespace tiermap
