#pragma once

#include "app/edit/edit_gate.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/thematic_map.h"

#include <QObject>

#include <memory>

namespace tiermap {

/// What the window's map is drawn with. A project that can be written keeps it: each choice is an edit, undone like any
/// other. The built-in plan is drawn with a choice of the window alone, which has its own way back.
class MapStyle : public QObject {
    Q_OBJECT

public:
    /// Project and shapes must outlive it and stay where they are.
    MapStyle(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, QObject* parent = nullptr);

    const LayerStyle& style() const { return m_style; }
    /// Made of the style in the language of the interface; null where zones are drawn by their tiers.
    const std::shared_ptr<const ThematicMap>& map() const { return m_map; }

    Result<void> preview(const LayerStyle& style); ///< shown, not kept; a style that cannot be drawn changes nothing
    Result<void> choose(const LayerStyle& style);  ///< shown and kept
    void refresh();                                ///< plan, shapes or language have changed

    // Steps of choices that no project keeps.
    bool canUndo() const { return !m_past.isEmpty(); }
    bool canRedo() const { return !m_future.isEmpty(); }
    void undo() { step(m_past, m_future); }
    void redo() { step(m_future, m_past); }

Q_SIGNALS:
    void changed();

private:
    Result<void> show(const LayerStyle& style);
    void step(QList<LayerStyle>& from, QList<LayerStyle>& to);

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    EditGate& m_gate;
    LayerStyle m_style;
    LayerStyle m_kept; ///< what a preview goes back to
    std::shared_ptr<const ThematicMap> m_map;
    QList<LayerStyle> m_past;
    QList<LayerStyle> m_future;
};

} // namespace tiermap
