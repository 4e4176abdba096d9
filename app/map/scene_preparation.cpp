#include "app/map/scene_preparation.h"

#include "maps/scene/graticule_lines.h"
#include "maps/scene/layer_pictures.h"

#include <algorithm>

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
    m_thread.start([this, drawn] {
        if (drawn == m_plan)
            return;
        m_plan = drawn;
        m_scene.reset();
    });
}

void ScenePreparation::setShapes(const PlanShapes& shapes) {
    m_thread.start([this, shapes] {
        m_shapes = projected(shapes, Projection::webMercator());
        m_origin = middleOf(shapes);
        m_scene.reset();
    });
}

void ScenePreparation::draw(const SceneOptions& options) {
    m_thread.start([this, options] { Q_EMIT drawn(prepare(options)); });
}

void ScenePreparation::place(const PlacementRequest& request) {
    m_thread.start([this, request, number = ++m_latestPlacement] {
        if (number != m_latestPlacement)
            return;
        if (m_forSceneGraph) { // names first
            Q_EMIT placed(placedView(request, {}));
            Q_EMIT pictured(pictures(request, number));
        } else if (const auto behind = pictures(request, number); number == m_latestPlacement) {
            Q_EMIT placed(placedView(request, behind ? *behind : ViewPictures()));
        }
    });
}

/// The scene with other colours in its zones, where nothing else of it changes; null where more does.
std::shared_ptr<const PreparedScene> ScenePreparation::recoloured(const SceneOptions& options) const {
    SceneOptions otherwise = options;
    otherwise.thematic = m_drawn.thematic;
    const auto isFlat = [](const std::shared_ptr<const ThematicMap>& map) {
        return map && map->areas.empty() && map->dots.empty();
    };
    if (!m_scene || otherwise != m_drawn || !isFlat(options.thematic) || !isFlat(m_drawn.thematic))
        return nullptr;
    auto scene = std::make_shared<PreparedScene>(*m_scene);
    scene->colours.clear();
    for (auto& primitive : scene->list.base) {
        auto* fill = std::get_if<Fill>(&primitive);
        if (!fill)
            continue;
        if (!fill->zone.isEmpty()) {
            const AreaInk ink = options.thematic->inks.value(fill->zone);
            if (ink.fill.has_value() != fill->color.has_value() || ink.hatch != fill->hatch)
                return nullptr;
            fill->color = ink.fill;
        }
        scene->colours.push_back(inkColour(fill->color.value_or(QColor(Qt::black))));
    }
    // Zones without ink are no fills: there must be as many now as there were.
    const auto inked = [](const ThematicMap& map) {
        return std::ranges::count_if(map.inks, [](const AreaInk& ink) { return ink.fill || ink.hatch; });
    };
    return inked(*options.thematic) == inked(*m_drawn.thematic) ? scene : nullptr;
}

std::shared_ptr<const PreparedScene> ScenePreparation::prepare(const SceneOptions& options) {
    if (const auto scene = recoloured(options)) {
        m_scene = scene;
        m_drawn = options;
        return scene;
    }
    auto scene = std::make_shared<PreparedScene>();
    scene->list = planScene(m_plan, *m_shapes, options);
    scene->origin = m_origin;
    if (m_forSceneGraph)
        scene->levels = std::make_shared<const std::vector<InkLevel>>(inkLevels(scene->list, scene->origin));
    m_scene = scene;
    m_drawn = options;
    return scene;
}

std::shared_ptr<const ViewPictures> ScenePreparation::pictures(const PlacementRequest& request, int number) {
    const auto isShownRaster = [](const ReferenceLayer& layer) {
        return layer.shown && layer.kind == ReferenceLayer::Kind::Raster;
    };
    if (std::ranges::none_of(request.options.layers, isShownRaster))
        return nullptr;
    constexpr double around = 0.25; // of the view, on each side, so that a short pan shows no edge
    const QSizeF size = request.camera.size;
    const QPointF margin(size.width() * around, size.height() * around);
    const QSizeF all = size * (1 + 2 * around);
    const Extent extent{request.camera.toMetres({-margin.x(), size.height() + margin.y()}),
                        request.camera.toMetres({size.width() + margin.x(), -margin.y()})};
    const QSize pixels = (all * request.scale.devicePixelRatio).toSize().expandedTo(QSize(1, 1));
    LayerPictures read = layerPictures(request.projectFile, request.options.layers, Projection::webMercator(), extent,
                                       pixels, [this, number] { return number == m_latestPlacement; });
    if (number == m_latestPlacement)
        Q_EMIT unreadable(read.problems);
    return std::make_shared<ViewPictures>(std::move(read.pictures));
}

std::shared_ptr<const PlacedView> ScenePreparation::placedView(const PlacementRequest& request,
                                                               const ViewPictures& pictures) {
    LabelOptions labels;
    labels.language = request.language;
    labels.font = request.font;
    labels.sites = request.options.sites;
    labels.context = request.options.water;
    labels.points = request.points;
    for (const QRectF& pixels : request.obstacles)
        labels.obstacles.emplace_back(pixels.topLeft() / request.scale.pixelsPerMm,
                                      pixels.size() / request.scale.pixelsPerMm);
    const View frame = request.camera.view(request.scale.pixelsPerMm);
    std::vector<Label> degrees;
    if (request.options.graticule) {
        const TextMeasure measure(request.font);
        degrees = graticuleLabels(graticuleAround(*m_shapes), *m_shapes, frame, labels.obstacles, request.options.theme,
                                  measure);
        for (const Label& label : degrees)
            labels.obstacles.push_back(labelBox(label, frame.toPage(label.at), measure));
    }
    Placement placement = placeLabels(m_plan, *m_shapes, request.options, labels, frame);
    placement.labels.insert(placement.labels.end(), degrees.begin(), degrees.end());
    auto view = std::make_shared<PlacedView>();
    view->camera = request.camera;
    view->unplaced = placement.unplaced;
    if (m_forSceneGraph) {
        view->sprites = spriteSheet(placement, request.font, request.scale.devicePixelsPerMm());
        return view;
    }
    DisplayList list = m_scene ? m_scene->list : DisplayList();
    placePictures(list, pictures);
    list.symbols = std::move(placement.symbols);
    list.labels = std::move(placement.labels);
    view->picture = picture(list, request.camera, request.scale, request.font);
    return view;
}

} // namespace tiermap
