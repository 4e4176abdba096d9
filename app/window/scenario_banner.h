#pragma once

#include "app/map/live_map.h"
#include "app/window/banner.h"
#include "app/window/layer_tree.h"

namespace tiermap {

/// While a scenario is shown instead of the adopted plan it says so above the map, and gives the moves to all that draw it.
class ScenarioBanner : public Banner {
    Q_OBJECT

public:
    /// Both must outlive it.
    ScenarioBanner(const Plan& plan, LayerTree& layers);

    void add(LiveMap& map); ///< one more that shows what the others do
    void setMoves(const QList<ZoneMove>& moves);
    const QList<ZoneMove>& moves() const { return m_moves; } ///< none: the adopted plan is shown

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Plan& m_plan;
    LayerTree& m_layers;
    QList<LiveMap*> m_maps;
    QList<ZoneMove> m_moves;
};

} // namespace tiermap
