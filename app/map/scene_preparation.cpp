#include "app/map/scene_preparation.h"

namespace tiermap {

namespace {

/// Vertices are float32 from here, in the middle of the plan: at its edge they err by less than a centimetre.
Point middleOf(const PlanShapes& shapes) {
    if (shapes.zones.empty() || shapes.zones.front().polygons.empty())
        return {0, 0};
    const GeoPoint& first = shapes.zones.front().polygons.front().outer().front();
    return webMercatorMetres({first.get<0>(), first.get<1>()});
}

} // namespace

ScenePreparation::ScenePreparation(const Plan& plan, const PlanShapes& shapes, bool forSceneGraph)
    : m_forSceneGraph(forSceneGraph) {
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    setPlan(plan);
    setShapes(shapes);
}

ScenePreparation::~ScenePreparation() {
    ++m_latestPlacement;
    m_thread.clear();
    m_thread.waitForDone();
}

void ScenePreparation::setPlan(const Plan& plan) {
    Plan drawn = plan;
    drawn.observations.clear(); // most of a plan, and not drawn
    m_thread.start([this, drawn] { m_plan = drawn; });
}

void ScenePreparation::setShapes(const PlanShapes& shapes) {
    m_thread.start([this, shapes] {
        m_shapes = projected(shapes, Projection::webMercator());
        m_origin = middleOf(shapes);
    });
}

void ScenePreparation::draw(const SceneOptions& options) {
    m_thread.start([this, options] { Q_EMIT drawn(prepare(options)); });
}

void ScenePreparation::place(const PlacementRequest& request) {
    m_thread.start([this, request, number = ++m_latestPlacement] {
        if (number == m_latestPlacement)
            Q_EMIT placed(placedView(request));
    });
}

std::shared_ptr<const PreparedScene> ScenePreparation::prepare(const SceneOptions& options) {
    auto scene = std::make_shared<PreparedScene>();
    scene->list = planScene(m_plan, *m_shapes, options);
    scene->origin = m_origin;
    if (m_forSceneGraph)
        scene->levels = inkLevels(scene->list, scene->origin);
    m_scene = scene;
    return scene;
}

std::shared_ptr<const PlacedView> ScenePreparation::placedView(const PlacementRequest& request) {
    LabelOptions labels;
    labels.language = request.language;
    labels.font = request.font;
    labels.sites = request.options.sites;
    labels.context = request.options.water;
    for (const QRectF& pixels : request.obstacles)
        labels.obstacles.emplace_back(pixels.topLeft() / request.scale.pixelsPerMm,
                                      pixels.size() / request.scale.pixelsPerMm);
    Placement placement =
        placeLabels(m_plan, *m_shapes, request.options, labels, request.camera.view(request.scale.pixelsPerMm));
    auto view = std::make_shared<PlacedView>();
    view->camera = request.camera;
    view->unplaced = placement.unplaced;
    if (m_forSceneGraph) {
        view->sprites = spriteSheet(placement, request.font, request.scale.devicePixelsPerMm());
        return view;
    }
    DisplayList list = m_scene ? m_scene->list : DisplayList();
    list.symbols = std::move(placement.symbols);
    list.labels = std::move(placement.labels);
    view->picture = picture(list, request.camera, request.scale, request.font);
    return view;
}

} // namespace tiermap
