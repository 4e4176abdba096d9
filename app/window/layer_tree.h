#pragma once

#include "core/analysis/scenario.h"
#include "core/project/project.h"
#include "maps/scene/plan_scene.h"
#include "maps/scene/site_legend.h"

#include <QTreeWidget>

namespace tiermap {

/// Layers and legend in one: what is listed, with its swatch, is what the map draws; a check box switches it off.
class LayerTree : public QTreeWidget {
    Q_OBJECT

public:
    LayerTree(const Project& project, const PlanShapes& shapes, QWidget* parent = nullptr);

    QSet<QString> hiddenTiers() const;
    bool water() const;
    bool neighbours() const;
    bool graticule() const;
    bool sites() const;
    void setTierShown(const QString& tier, bool shown);
    void setMoves(const QList<ZoneMove>& moves); ///< of a scenario that the map shows
    void setTheme(const Theme& theme);           ///< swatches look as the map does
    void setTierInk(bool drawn);                 ///< whether the map's zones have the tiers' ink

    void refresh(); ///< after the plan has changed; what is hidden and scrolling stay

Q_SIGNALS:
    void layersChanged();
    void layerSwitched(const QString& layer, bool shown); ///< a reference layer, which the project remembers
    void layerMenuWanted(const QString& layer, const QPoint& globalPosition);
    void layerActivated(const QString& layer);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void fillTiers();
    void fillSites();
    void fillLayers();
    void drawContext();
    void retranslate();
    void follow(QTreeWidgetItem* item);
    static QString wordOf(SiteLegendEntry::What what);

    const Project& m_project;
    const PlanShapes& m_shapes;
    QList<ZoneMove> m_moves;
    Plan m_plan; ///< as the map shows it
    Theme m_theme = Theme::paper();
    bool m_tierInk = true;
    QTreeWidgetItem* m_tiers;
    QTreeWidgetItem* m_reference;
    QTreeWidgetItem* m_context;
    QTreeWidgetItem* m_sites;
    QTreeWidgetItem* m_water;
    QTreeWidgetItem* m_neighbours;
    QTreeWidgetItem* m_graticule;
};

} // namespace tiermap
