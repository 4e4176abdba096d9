#include "app/map/live_map.h"

#include "app/map/gestures.h"
#include "app/map/map_canvas.h"
#include "app/map/map_furniture.h"
#include "app/map/marks.h"
#include "app/map/measuring.h"
#include "app/map/scale_bar.h"
#include "app/map/scene_item.h"
#include "app/map/scene_preparation.h"
#include "app/map/zone_index.h"
#include "maps/figure/map_font.h"

#include <QQuickWidget>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tiermap {

namespace {

constexpr double fitMargin = 28;      // pixels around what is zoomed to
constexpr double widestBar = 140;     // pixels
constexpr double panStep = 100;       // pixels an arrow key moves
constexpr int settleMilliseconds = 80; // after the last camera change labels are placed anew

} // namespace

class LiveMap::Private {
public:
    Private(LiveMap* map, const Project& project, const PlanShapes& shapes, Selection& selection);

    const Camera& camera() const { return scene().camera(); }
    SceneItem& scene() const { return canvas.scene(); }
    void look(const Camera& camera);
    void fit(const QStringList& codes);
    void draw();
    void place();
    void connectGestures();
    void followCamera();
    void followScreen();
    void showSelection();
    void showMarks();
    void showUnderPointer();
    void write();
    void hover(const QString& zone);
    void click(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void selectIn(const QRectF& box, bool add);
    void measure();
    bool measures() const { return tool == Tool::MeasureDistance || tool == Tool::MeasureArea; }
    void updateCursor();

    LiveMap* q;
    const Plan& plan;
    Selection& selection;
    ZoneIndex zones;
    MapFurniture furniture;
    MapCanvas canvas;
    ScenePreparation preparation;
    Gestures gestures;
    QTimer settle;

    SceneOptions options;
    Language language = Language::Chinese;
    QFont font;
    Tool tool = Tool::Pan;
    Measuring measuring;
    std::optional<QRectF> box;        ///< pixels
    std::optional<Point> position;    ///< the marked place
    QString hovered;
    bool fitsAll = true; ///< until the camera is moved, the whole plan stays in view while the window takes its size
    QSizeF fittedSize;
    bool firstFrameShown = false;
};

LiveMap::Private::Private(LiveMap* map, const Project& project, const PlanShapes& shapes, Selection& shared)
    : q(map), plan(project.plan), selection(shared), zones(project.plan, shapes), canvas(furniture, map),
      preparation(project.plan, shapes, canvas.scene().usesSceneGraph()), gestures(map) {
    font = mapFont().value_or(map->font());
    scene().setFont(font);
    settle.setSingleShot(true);
    settle.setInterval(settleMilliseconds);
    QObject::connect(&settle, &QTimer::timeout, map, [this] { place(); });
    QObject::connect(&preparation, &ScenePreparation::drawn, map,
                     [this](const auto& prepared) { scene().setScene(prepared); });
    QObject::connect(&preparation, &ScenePreparation::placed, map,
                     [this](const auto& placed) { scene().setPlaced(placed); });
    QObject::connect(&scene(), &SceneItem::cameraChanged, map, [this] { followCamera(); });
    QObject::connect(&selection, &Selection::changed, map, [this] { showSelection(); });
    QObject::connect(&canvas, &MapCanvas::rendered, map, [this] {
        if (!firstFrameShown && scene().isComplete()) {
            firstFrameShown = true;
            Q_EMIT q->firstFrame();
        }
    });
    QObject::connect(&canvas, &MapCanvas::tapped, map, [this](const QPointF& at) { click(at, Qt::NoModifier); });
    connectGestures();
}

void LiveMap::Private::connectGestures() {
    canvas.widget().installEventFilter(&gestures);
    q->installEventFilter(&gestures);
    const auto on = [this](auto signal, auto slot) { QObject::connect(&gestures, signal, q, slot); };
    on(&Gestures::moved, [this](const QPointF& at) {
        const QPointF place = longitudeLatitude(camera().toMetres(at));
        hover(zones.at(camera().toMetres(at)));
        Q_EMIT q->pointerMoved(place);
        if (measures() && !measuring.isEmpty() && !measuring.isFinished()) {
            measuring.moveTo(place);
            measure();
        }
    });
    on(&Gestures::left, [this] { hover({}); });
    on(&Gestures::clicked, [this](const QPointF& at, Qt::KeyboardModifiers modifiers) { click(at, modifiers); });
    on(&Gestures::doubleClicked, [this](const QPointF& at) {
        if (!measures())
            return look(camera().zoomedTo(camera().zoom + 1, at));
        measuring.finish();
        measure();
    });
    on(&Gestures::dragStarted, [this] { canvas.widget().setCursor(Qt::ClosedHandCursor); });
    on(&Gestures::dragged, [this](const QPointF& from, const QPointF& to) { look(camera().dragged(from, to)); });
    on(&Gestures::dragEnded, [this] { updateCursor(); });
    on(&Gestures::boxDragged, [this](const QRectF& dragged) {
        box = dragged;
        showMarks();
    });
    on(&Gestures::boxEnded, [this](const QRectF& dragged, bool add) { selectIn(dragged, add); });
    on(&Gestures::boxCancelled, [this] {
        box.reset();
        showMarks();
    });
    on(&Gestures::zoomed, [this](double steps, const QPointF& about) {
        look(camera().zoomedTo(canvas.limited(camera().zoom + steps), about));
    });
    on(&Gestures::zoomKey, [this](double steps) { q->zoomBy(steps); });
    on(&Gestures::panKey, [this](const QPointF& way) { look(camera().dragged(way * panStep, {0, 0})); });
    on(&Gestures::homeKey, [this] { q->zoomToAll(); });
    on(&Gestures::enterKey, [this] {
        measuring.finish();
        measure();
    });
    on(&Gestures::escapeKey, [this] {
        measuring.clear();
        position.reset();
        measure();
    });
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
    furniture.ground = options.theme.land;
    furniture.text = options.theme.text;
    furniture.quietText = options.theme.quietText;
    furniture.halo = options.theme.halo;
    write();
    zones.setHiddenTiers(options.hiddenTiers);
    preparation.draw(options);
    showSelection();
    showMarks();
    place();
}

void LiveMap::Private::place() {
    settle.stop();
    const QSizeF size = camera().size;
    if (size.isEmpty())
        return;
    const double foot = size.height() - 34; // where scale bar and note stand
    preparation.place({camera(), scene().scale(), font, language, options,
                       {QRectF(0, foot - 6, furniture.scaleBarPixels + 24, 40), QRectF(size.width() - 260, foot + 8, 260, 26)}});
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
    if (scale == scene().scale())
        return;
    scene().setScale(scale);
    settle.start();
}

void LiveMap::Private::showSelection() {
    Lines lines;
    for (const QString& code : selection.zones())
        if (const Polygons* polygons = zones.polygons(code))
            for (Line& line : outlines(*polygons))
                lines.push_back(std::move(line));
    scene().setSelection(lines.empty() ? DisplayList() : outlineMarks(lines, options.theme));
}

void LiveMap::Private::showMarks() {
    DisplayList marks = measuring.marks(options.theme);
    if (position)
        append(marks, positionMarks(*position, options.theme));
    if (box) {
        Box metres(camera().toMetres(box->bottomLeft()), camera().toMetres(box->topRight()));
        append(marks, boxMarks(metres, options.theme));
    }
    scene().setMarks(std::move(marks));
}

void LiveMap::Private::write() {
    furniture.note = plan.boundary.note.in(language);
    showUnderPointer();
}

void LiveMap::Private::showUnderPointer() {
    QString words = measuring.figure();
    const Zone* zone = plan.zone(hovered);
    if (words.isEmpty() && zone) {
        words = zone->name.in(language);
        if (const Tier* tier = plan.tier(zone->tier))
            words += QStringLiteral(" · ") + tier->name.in(language);
    }
    furniture.underPointer = words;
    Q_EMIT furniture.changed();
}

void LiveMap::Private::hover(const QString& zone) {
    if (zone == hovered)
        return;
    hovered = zone;
    showUnderPointer();
    Q_EMIT q->hovered(zone);
}

void LiveMap::Private::click(const QPointF& at, Qt::KeyboardModifiers modifiers) {
    const Point metres = camera().toMetres(at);
    if (measures()) {
        measuring.add(longitudeLatitude(metres));
        return measure();
    }
    const QString zone = zones.at(metres);
    const bool more = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!more)
        selection.set(zone.isEmpty() ? QStringList() : QStringList{zone});
    else if (!zone.isEmpty())
        selection.toggle(zone);
}

void LiveMap::Private::selectIn(const QRectF& pixels, bool add) {
    const Box metres(camera().toMetres(pixels.bottomLeft()), camera().toMetres(pixels.topRight()));
    box.reset();
    showMarks();
    if (add)
        selection.add(zones.touching(metres));
    else
        selection.set(zones.touching(metres));
}

void LiveMap::Private::measure() {
    showMarks();
    showUnderPointer();
    if (measures())
        Q_EMIT q->measured(measuring.metres(), measuring.squareMetres());
}

void LiveMap::Private::updateCursor() {
    canvas.widget().setCursor(tool == Tool::Pan ? Qt::ArrowCursor : Qt::CrossCursor);
}

LiveMap::LiveMap(const Project& project, const PlanShapes& shapes, Selection& selection, QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Arrow keys move the map, + and - zoom, Home shows the whole plan"));
    d = std::make_unique<Private>(this, project, shapes, selection);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&d->canvas.widget());
    d->draw();
}

LiveMap::~LiveMap() = default;

void LiveMap::setOptions(const SceneOptions& options) {
    d->options = options;
    d->draw();
}

void LiveMap::setLanguage(Language language) {
    if (language == d->language)
        return;
    d->language = language;
    d->write();
    d->place();
}

void LiveMap::setTool(Tool tool) {
    if (tool == d->tool)
        return;
    d->tool = tool;
    d->gestures.setDraggingBoxes(tool == Tool::SelectBox);
    d->measuring = Measuring(tool == Tool::MeasureArea);
    d->updateCursor();
    d->measure();
    Q_EMIT toolChanged(tool);
}

LiveMap::Tool LiveMap::tool() const {
    return d->tool;
}

void LiveMap::zoomToAll() {
    d->fit({});
    d->fitsAll = true;
}

void LiveMap::zoomToZones(const QStringList& codes) {
    QStringList known;
    std::ranges::copy_if(codes, std::back_inserter(known), [this](const QString& code) { return d->zones.polygons(code); });
    if (known.isEmpty())
        return;
    d->fitsAll = false;
    d->fit(known);
}

void LiveMap::showPosition(const QPointF& place) {
    constexpr double neighbourhood = 13;
    d->position = webMercatorMetres(place);
    d->showMarks();
    setCamera(place, std::max(zoom(), neighbourhood));
}

void LiveMap::zoomBy(double steps) {
    const QPointF middle(d->camera().size.width() / 2, d->camera().size.height() / 2);
    d->look(d->camera().zoomedTo(d->canvas.limited(zoom() + steps), middle));
}

QPointF LiveMap::centre() const {
    return longitudeLatitude(d->camera().centre);
}

double LiveMap::zoom() const {
    return d->camera().zoom;
}

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

QString LiveMap::zoneAt(const QPointF& place) const {
    return d->zones.at(webMercatorMetres(place));
}

QPointF LiveMap::toWidget(const QPointF& place) const {
    return d->camera().toPixels(webMercatorMetres(place));
}

bool LiveMap::usesSceneGraph() const {
    return d->scene().usesSceneGraph();
}

} // namespace tiermap
