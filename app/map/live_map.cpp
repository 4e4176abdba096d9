#include "app/map/live_map.h"

#include "app/map/interaction.h"
#include "app/map/layer_extent.h"
#include "app/map/map_furniture.h"
#include "app/map/scale_bar.h"
#include "app/map/scene_item.h"
#include "app/map/scene_preparation.h"
#include "maps/figure/map_font.h"
#include "maps/scene/point_groups.h"
#include "maps/style/drawn_map.h"

#include <boost/geometry/algorithms/assign.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QEvent>
#include <QLineF>
#include <QQuickWidget>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tiermap {

namespace {

constexpr double fitMargin = 28;       // pixels around what is zoomed to
constexpr double widestBar = 140;      // pixels
constexpr int settleMilliseconds = 80; // after the last camera change labels are placed anew

} // namespace

/// Camera, scene and placement; the rest is Interaction's.
class LiveMap::Private {
public:
    Private(LiveMap* map, const Project& project, const PlanShapes& shapes, Selection& selection);

    const Camera& camera() const { return scene().camera(); }
    SceneItem& scene() const { return canvas.scene(); }
    void connectScene();
    void connectInteraction();
    void look(const Camera& camera);
    void fit(const QStringList& codes);
    void draw();
    void place();
    void followCamera();
    void followScreen();
    void writeNote();
    bool clickPoints(const QPointF& at) const;

    LiveMap* q;
    const Project& project;
    QList<ZoneMove> moves; ///< of a scenario
    Plan plan;             ///< as it is drawn: with them
    const PlanShapes& shapes;
    ZoneIndex zones;
    MapFurniture furniture;
    MapCanvas canvas;
    ScenePreparation preparation;
    Interaction interaction;
    QTimer settle;

    SceneOptions shown() const;
    double denominator() const { return camera().size.isEmpty() ? 0 : q->scaleDenominator(); }
    /// Which of style and layers are drawn at this scale.
    QList<bool> isDrawnNow() const;

    SceneOptions options;
    std::vector<InkedPlaces> points;
    QList<bool> drawnNow; ///< at the scale for which the scene was made
    Language language = Language::Chinese;
    QFont font;
    bool fitsAll = true; ///< until the camera is moved, the whole plan stays in view while the window takes its size
    QSizeF fittedSize;
    bool firstFrameShown = false;
};

LiveMap::Private::Private(LiveMap* map, const Project& project, const PlanShapes& shapes, Selection& selection)
    : q(map)
    , project(project)
    , plan(project.plan)
    , shapes(shapes)
    , zones(plan, shapes)
    , canvas(furniture, map)
    , preparation(plan, shapes, canvas.scene().usesSceneGraph())
    , interaction(plan, zones, selection, furniture, canvas, map) {
    font = mapFont().value_or(map->font());
    scene().setFont(font);
    connectScene();
    connectInteraction();
}

void LiveMap::Private::connectScene() {
    settle.setSingleShot(true);
    settle.setInterval(settleMilliseconds);
    connect(&settle, &QTimer::timeout, q, [this] { place(); });
    connect(&preparation, &ScenePreparation::drawn, q, [this](const auto& prepared) { scene().setScene(prepared); });
    connect(&preparation, &ScenePreparation::placed, q, [this](const auto& placed) { scene().setPlaced(placed); });
    connect(&preparation, &ScenePreparation::pictured, q,
            [this](const auto& pictures) { scene().setPictures(pictures); });
    connect(&preparation, &ScenePreparation::unreadable, q, [this](const QList<Problem>& problems) {
        if (!problems.isEmpty())
            Q_EMIT q->layerMissing(problems.first());
    });
    connect(&scene(), &SceneItem::cameraChanged, q, [this] { followCamera(); });
    connect(&canvas, &MapCanvas::rendered, q, [this] {
        if (!firstFrameShown && scene().isComplete()) {
            firstFrameShown = true;
            Q_EMIT q->firstFrame();
        }
    });
}

void LiveMap::Private::connectInteraction() {
    connect(&interaction, &Interaction::cameraWanted, q, [this](const Camera& wanted) { look(wanted); });
    connect(&interaction, &Interaction::zoomWanted, q, &LiveMap::zoomBy);
    connect(&interaction, &Interaction::wholePlanWanted, q, &LiveMap::zoomToAll);
    connect(&interaction, &Interaction::toolChanged, q, &LiveMap::toolChanged);
    connect(&interaction, &Interaction::hovered, q, &LiveMap::hovered);
    connect(&interaction, &Interaction::pointerMoved, q, &LiveMap::pointerMoved);
    connect(&interaction, &Interaction::measured, q, &LiveMap::measured);
    connect(&interaction, &Interaction::picked, q, &LiveMap::picked);
    connect(&interaction, &Interaction::clicked, q, &LiveMap::clicked);
    interaction.takeClicks([this](const QPointF& at) { return clickPoints(at); });
}

void LiveMap::Private::look(const Camera& to) {
    fitsAll = false;
    canvas.setCamera(to);
}

void LiveMap::Private::fit(const QStringList& codes) {
    if (!zones.isEmpty() && !camera().size.isEmpty())
        canvas.setCamera(camera().fittedTo(zones.extent(codes), fitMargin));
}

void LiveMap::Private::draw() {
    canvas.widget().setClearColor(options.theme.land);
    furniture.text = options.theme.text;
    furniture.quietText = options.theme.quietText;
    furniture.halo = options.theme.halo;
    writeNote();
    zones.setHiddenTiers(options.hiddenTiers);
    drawnNow = isDrawnNow();
    preparation.draw(shown());
    interaction.setTheme(options.theme);
    place();
}

/// What is drawn at this scale.
SceneOptions LiveMap::Private::shown() const {
    SceneOptions now = drawnAt(options, denominator());
    for (const ZoneMove& move : moves)
        now.moved += move.zone;
    return now;
}

QList<bool> LiveMap::Private::isDrawnNow() const {
    QList<bool> drawn{options.thematic && isDrawn(options.thematic->style, denominator())};
    for (const ReferenceLayer& layer : options.layers)
        drawn << isDrawn(layer, denominator());
    return drawn;
}

void LiveMap::Private::place() {
    settle.stop();
    const QSizeF size = camera().size;
    if (size.isEmpty())
        return;
    if (drawnNow != isDrawnNow())
        return draw(); // which places, too
    // Labels keep clear of scale bar and note at the foot.
    const double note = q->fontMetrics().horizontalAdvance(furniture.note) + 20;
    const QRectF bar(0, size.height() - 40, furniture.scaleBarPixels + 24, 40);
    const QRectF words(size.width() - note, size.height() - 30, note, 30);
    preparation.place({camera(), scene().screenScale(), font, language, shown(), {bar, words}, project.file, points});
}

void LiveMap::Private::followCamera() {
    followScreen();
    const ScaleBar bar = scaleBar(camera(), widestBar);
    furniture.scaleBarPixels = bar.pixels;
    furniture.scaleBarText = bar.text;
    Q_EMIT furniture.changed();
    settle.start();
    Q_EMIT q->cameraChanged();
    if (fitsAll && camera().size != fittedSize) {
        fittedSize = camera().size;
        fit({});
        place(); // at once: the first picture waits for it
    }
}

void LiveMap::Private::followScreen() {
    const ScreenScale scale{q->logicalDpiX() / 25.4, q->devicePixelRatioF()};
    if (scale == scene().screenScale())
        return;
    scene().setScreenScale(scale);
    settle.start();
}

/// Whether a click, in logical pixels, hits a group of points.
bool LiveMap::Private::clickPoints(const QPointF& at) const {
    const double pixelsPerMm = scene().screenScale().pixelsPerMm;
    for (std::size_t of = points.size(); of-- > 0;) { // the uppermost first
        if (!points[of].places)
            continue;
        const PointIndex& places = *points[of].places;
        for (const PointGroup& group :
             pointGroups(places, Projection::webMercator(), camera().view(pixelsPerMm))) { // as they were placed
            if (QLineF(at, camera().toPixels(group.at)).length() > group.size / 2 * pixelsPerMm + 1)
                continue;
            const std::vector<std::uint32_t> members = places.members(group.group);
            Q_EMIT q->pointsClicked(static_cast<int>(of), {members.begin(), members.end()});
            return true;
        }
    }
    return false;
}

void LiveMap::Private::writeNote() {
    QStringList note{plan.boundary.note.in(language)};
    for (const ReferenceLayer& layer : options.layers) { // who made an image wants to be named beside it
        if (layer.shown && layer.kind == ReferenceLayer::Kind::Raster && !layer.source.isEmpty())
            note << layer.source;
    }
    note.removeAll(QString());
    furniture.note = note.join(QStringLiteral(" · "));
    Q_EMIT furniture.changed();
}

LiveMap::LiveMap(const Project& project, const PlanShapes& shapes, Selection& selection, QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    retranslate();
    d = std::make_unique<Private>(this, project, shapes, selection);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&d->canvas.widget());
    d->draw();
}

LiveMap::~LiveMap() = default;

void LiveMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LiveMap::retranslate() {
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Arrow keys move the map, + and - zoom, Home shows the whole plan"));
}

void LiveMap::refresh() {
    d->plan = movedPlan(d->project.plan, d->moves);
    d->zones = ZoneIndex(d->plan, d->shapes);
    d->preparation.setPlan(d->plan);
    d->interaction.refresh();
    d->draw();
}

void LiveMap::refreshShapes() {
    d->preparation.setShapes(d->shapes);
    refresh();
}

void LiveMap::setOptions(const SceneOptions& options) {
    d->options = options;
    d->draw();
}

void LiveMap::setMoves(const QList<ZoneMove>& moves) {
    if (moves == d->moves)
        return;
    d->moves = moves;
    refresh();
}

void LiveMap::refreshPictures() { d->place(); }

void LiveMap::setPoints(std::vector<InkedPlaces> points) {
    d->points = std::move(points);
    d->place();
}

void LiveMap::setLanguage(Language language) {
    if (language == d->language)
        return;
    d->language = language;
    d->writeNote();
    d->interaction.setLanguage(language);
    d->place();
}

void LiveMap::setTool(Tool tool) { d->interaction.setTool(tool); }

LiveMap::Tool LiveMap::tool() const { return d->interaction.tool(); }

void LiveMap::zoomToAll() {
    d->fit({});
    d->fitsAll = true;
}

void LiveMap::zoomToZones(const QStringList& codes) {
    QStringList known;
    std::ranges::copy_if(codes, std::back_inserter(known),
                         [this](const QString& code) { return d->zones.polygons(code); });
    if (known.isEmpty())
        return;
    d->fitsAll = false;
    d->fit(known);
}

void LiveMap::zoomToLayer(const QString& key) {
    const auto layer = std::ranges::find(d->project.layers, key, &ReferenceLayer::key);
    const std::optional<Box> box =
        layer == d->project.layers.end() ? std::nullopt : layerExtent(d->project.file, *layer, d->shapes);
    if (!box || d->camera().size.isEmpty())
        return;
    d->fitsAll = false;
    d->canvas.setCamera(d->camera().fittedTo(*box, fitMargin));
}

void LiveMap::showFound(const std::vector<FoundAreas>& found) { d->interaction.setFound(found); }

void LiveMap::zoomTo(const GeoPolygon& outline) {
    Box box;
    boost::geometry::assign_inverse(box);
    for (const GeoPoint& corner : outline.outer())
        boost::geometry::expand(box, webMercatorMetres({corner.get<0>(), corner.get<1>()}));
    if (outline.outer().empty() || d->camera().size.isEmpty())
        return;
    d->fitsAll = false;
    constexpr double around = 120; // pixels: what lies beside a cluster tells where it is
    d->canvas.setCamera(d->camera().fittedTo(box, around));
}

void LiveMap::showPosition(const QPointF& place) {
    constexpr double neighbourhood = 13;
    d->interaction.markPosition(webMercatorMetres(place));
    setCamera(place, std::max(zoom(), neighbourhood));
}

void LiveMap::pickPosition() { d->interaction.pickPosition(); }

void LiveMap::zoomBy(double steps) {
    const QPointF middle(d->camera().size.width() / 2, d->camera().size.height() / 2);
    d->look(d->camera().zoomedTo(d->canvas.limited(zoom() + steps), middle));
}

const Camera& LiveMap::camera() const { return d->camera(); }

QPointF LiveMap::centre() const { return longitudeLatitude(d->camera().centre); }

double LiveMap::zoom() const { return d->camera().zoom; }

void LiveMap::setCamera(const QPointF& centre, double zoom) {
    Camera camera = d->camera();
    camera.centre = webMercatorMetres(centre);
    camera.zoom = zoom;
    d->look(camera);
}

double LiveMap::scaleDenominator() const {
    constexpr double metresPerInch = 0.0254;
    return groundMetresPerPixel(d->camera()) * screen()->physicalDotsPerInchX() / metresPerInch;
}

QString LiveMap::zoneAt(const QPointF& place) const { return d->zones.at(webMercatorMetres(place)); }

QPointF LiveMap::toWidget(const QPointF& place) const { return d->camera().toPixels(webMercatorMetres(place)); }

bool LiveMap::usesSceneGraph() const { return d->scene().usesSceneGraph(); }

} // namespace tiermap
