#pragma once

#include "core/plan/plan.h"
#include "maps/scene/plan_scene.h"

#include <QTreeWidget>

namespace tiermap {

/// Layers and legend in one: what is listed, with its swatch, is what the map draws; a check box switches it off.
class LayerTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit LayerTree(const Plan& plan, QWidget* parent = nullptr);

    QSet<QString> hiddenTiers() const;
    bool water() const;
    bool neighbours() const;
    bool sites() const;
    void setTierShown(const QString& tier, bool shown);

    void refresh(); ///< after the plan has changed; what is hidden and scrolling stay

Q_SIGNALS:
    void layersChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillTiers();
    void retranslate();

    const Plan& m_plan;
    QTreeWidgetItem* m_tiers;
    QTreeWidgetItem* m_context;
    QTreeWidgetItem* m_sites;
    QTreeWidgetItem* m_water;
    QTreeWidgetItem* m_neighbours;
};

} // namespace tiermap
