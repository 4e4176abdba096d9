#pragma once

#include "app/map/picture.h"
#include "app/map/prepared_scene.h"
#include "maps/scene/plan_scene.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace tiermap {

/// What labels are to be placed for.
struct PlacementRequest {
    Camera camera;
    ScreenScale scale;
    QFont font;
    Language language = Language::Chinese;
    SceneOptions options;
    std::vector<QRectF> obstacles; ///< logical pixels
};

/// Makes scenes and placements on a thread of its own, one after the other, so that neither the start nor a camera move
/// waits for them. Plan and shapes must outlive it.
class ScenePreparation : public QObject {
    Q_OBJECT

public:
    ScenePreparation(const Plan& plan, const PlanShapes& shapes, bool forSceneGraph);
    ~ScenePreparation() override;

    void draw(const SceneOptions& options);
    void place(const PlacementRequest& request); ///< a later request overtakes one that has not begun

Q_SIGNALS:
    void drawn(std::shared_ptr<const tiermap::PreparedScene> scene);
    void placed(std::shared_ptr<const tiermap::PlacedView> view);

private:
    const ProjectedShapes& shapes();
    std::shared_ptr<const PreparedScene> prepare(const SceneOptions& options);
    std::shared_ptr<const PlacedView> placedView(const PlacementRequest& request);

    const Plan& m_plan;
    const PlanShapes& m_shapes;
    const bool m_forSceneGraph;
    std::atomic<int> m_latestPlacement = 0;
    std::optional<ProjectedShapes> m_projected;   ///< of the thread
    std::shared_ptr<const PreparedScene> m_scene; ///< of the thread
    QThreadPool m_thread;
};

} // namespace tiermap
