#pragma once

#include "app/map/picture.h"
#include "app/map/prepared_scene.h"
#include "core/problem.h"
#include "maps/scene/label_placement.h"
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
    QString projectFile{};         ///< where the paths of raster layers start
    std::vector<InkedPlaces> points{};
};

/// Makes scenes and placements on a thread of its own, one after the other, so that neither the start nor a camera move
/// waits for them. It draws a copy of plan and shapes: the open project changes while the thread works.
class ScenePreparation : public QObject {
    Q_OBJECT

public:
    ScenePreparation(const Plan& plan, const PlanShapes& shapes, bool forSceneGraph);
    ~ScenePreparation() override;

    // What is drawn from the next request on.
    void setPlan(const Plan& plan);
    void setShapes(const PlanShapes& shapes);

    void draw(const SceneOptions& options);
    void place(const PlacementRequest& request); ///< a later request overtakes one that has not begun

Q_SIGNALS:
    void drawn(std::shared_ptr<const tiermap::PreparedScene> scene);
    void placed(std::shared_ptr<const tiermap::PlacedView> view);
    /// After placed() where raster layers are shown: reading them may take longer. Null where none is.
    void pictured(std::shared_ptr<const tiermap::ViewPictures> pictures);
    void unreadable(const QList<tiermap::Problem>& problems); ///< layers whose pictures are missing

private:
    std::shared_ptr<const PreparedScene> prepare(const SceneOptions& options);
    std::shared_ptr<const PreparedScene> recoloured(const SceneOptions& options) const;
    std::shared_ptr<const PlacedView> placedView(const PlacementRequest& request, const ViewPictures& pictures);
    std::shared_ptr<const ViewPictures> pictures(const PlacementRequest& request, int number);

    const bool m_forSceneGraph;
    std::atomic<int> m_latestPlacement = 0;
    // Of the thread:
    Plan m_plan;
    std::optional<ProjectedShapes> m_shapes;
    Point m_origin{0, 0};
    std::shared_ptr<const PreparedScene> m_scene; ///< of this plan and these shapes; null: none yet
    SceneOptions m_drawn;                         ///< what it was made for
    QThreadPool m_thread;
};

} // namespace tiermap
