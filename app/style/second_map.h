#pragma once

#include "app/map/live_map.h"
#include "maps/style/thematic_map.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace tiermap {

class LegendView;

/// A map beside the window's own, of another indicator or another year. Both look at the same place: whichever is moved,
/// the other one follows.
class SecondMap : public QWidget {
    Q_OBJECT

public:
    /// Project, shapes, selection and the first map must outlive it.
    SecondMap(const Project& project, const PlanShapes& shapes, Selection& selection, LiveMap& first,
              QWidget* parent = nullptr);

    LiveMap& map() { return *m_map; }
    void show(const LayerStyle& style);           ///< what it begins with
    void setOptions(const SceneOptions& options); ///< those of the first map, but for what is drawn by numbers
    void refresh();                               ///< after the plan has changed
    void refreshShapes();

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillPeriods();
    void draw();
    void retranslate();
    void link(LiveMap& moved, LiveMap& follows);

    const Project& m_project;
    const PlanShapes& m_shapes;
    LiveMap& m_first;
    LiveMap* m_map;
    QComboBox* m_indicator;
    QComboBox* m_period;
    QToolButton* m_close;
    LegendView* m_legend;
    SceneOptions m_options;
    bool m_linking = false;
};

} // namespace tiermap
