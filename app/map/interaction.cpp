#include "app/map/interaction.h"

#include "app/map/map_furniture.h"
#include "app/map/marks.h"
#include "app/map/scene_item.h"

#include <QQuickWidget>

namespace tiermap {

namespace {

constexpr double panStep = 100; // logical pixels an arrow key moves

} // namespace

Interaction::Interaction(const Plan& plan, const ZoneIndex& zones, Selection& selection, MapFurniture& furniture,
                         MapCanvas& canvas, QWidget* map)
    : m_plan(plan)
    , m_zones(zones)
    , m_selection(selection)
    , m_furniture(furniture)
    , m_canvas(canvas)
    , m_gestures(this) {
    canvas.widget().installEventFilter(&m_gestures);
    map->installEventFilter(&m_gestures);
    connect(&selection, &Selection::changed, this, &Interaction::showSelection);
    connect(&canvas, &MapCanvas::tapped, this, [this](const QPointF& at) { click(at, Qt::NoModifier); });
    connectPointer();
    connectCamera();
    connectKeys();
}

void Interaction::connectPointer() {
    connect(&m_gestures, &Gestures::moved, this, &Interaction::movePointer);
    connect(&m_gestures, &Gestures::left, this, [this] { hover({}); });
    connect(&m_gestures, &Gestures::clicked, this, &Interaction::click);
    connect(&m_gestures, &Gestures::doubleClicked, this, [this](const QPointF& at) {
        if (!measures()) {
            Q_EMIT cameraWanted(camera().zoomedTo(m_canvas.limited(camera().zoom + 1), at));
            return;
        }
        m_measuring.finish();
        measure();
    });
    connect(&m_gestures, &Gestures::boxDragged, this, [this](const QRectF& box) {
        m_box = box;
        showMarks();
    });
    connect(&m_gestures, &Gestures::boxEnded, this, &Interaction::selectIn);
    connect(&m_gestures, &Gestures::boxCancelled, this, [this] {
        m_box.reset();
        showMarks();
    });
}

void Interaction::connectCamera() {
    connect(&m_gestures, &Gestures::dragStarted, this, [this] { m_canvas.widget().setCursor(Qt::ClosedHandCursor); });
    connect(&m_gestures, &Gestures::dragged, this,
            [this](const QPointF& from, const QPointF& to) { Q_EMIT cameraWanted(camera().dragged(from, to)); });
    connect(&m_gestures, &Gestures::dragEnded, this, &Interaction::updateCursor);
    connect(&m_gestures, &Gestures::zoomed, this, [this](double steps, const QPointF& about) {
        Q_EMIT cameraWanted(camera().zoomedTo(m_canvas.limited(camera().zoom + steps), about));
    });
    connect(&m_gestures, &Gestures::panKey, this,
            [this](const QPointF& way) { Q_EMIT cameraWanted(camera().dragged(way * panStep, {0, 0})); });
    connect(&m_gestures, &Gestures::zoomKey, this, &Interaction::zoomWanted);
    connect(&m_gestures, &Gestures::homeKey, this, &Interaction::wholePlanWanted);
}

void Interaction::connectKeys() {
    connect(&m_gestures, &Gestures::enterKey, this, [this] {
        m_measuring.finish();
        measure();
    });
    connect(&m_gestures, &Gestures::escapeKey, this, [this] {
        m_measuring.clear();
        m_position.reset();
        m_picking = false;
        updateCursor();
        measure();
    });
}

void Interaction::setTool(LiveMap::Tool tool) {
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_gestures.setDraggingBoxes(tool == LiveMap::Tool::SelectBox);
    m_measuring = Measuring(tool == LiveMap::Tool::MeasureArea);
    updateCursor();
    measure();
    Q_EMIT toolChanged(tool);
}

void Interaction::setTheme(const Theme& theme) {
    m_theme = theme;
    setFound(m_found);
    showMarks();
}

void Interaction::setLanguage(Language language) {
    m_language = language;
    showUnderPointer();
}

void Interaction::refresh() {
    showSelection();
    showUnderPointer();
}

void Interaction::setFound(const std::vector<FoundAreas>& found) {
    m_found = found;
    m_foundInk = {};
    for (const FoundAreas& areas : m_found)
        addFound(m_foundInk, areas, Projection::webMercator(), m_theme);
    showSelection();
}

void Interaction::markPosition(const Point& metres) {
    m_position = metres;
    showMarks();
}

void Interaction::pickPosition() {
    m_picking = true;
    updateCursor();
}

bool Interaction::measures() const {
    return m_tool == LiveMap::Tool::MeasureDistance || m_tool == LiveMap::Tool::MeasureArea;
}

const Camera& Interaction::camera() const { return m_canvas.scene().camera(); }

void Interaction::movePointer(const QPointF& at) {
    const Point metres = camera().toMetres(at);
    hover(m_zones.at(metres));
    Q_EMIT pointerMoved(longitudeLatitude(metres));
    if (measures() && !m_measuring.isEmpty() && !m_measuring.isFinished()) {
        m_measuring.moveTo(longitudeLatitude(metres));
        measure();
    }
}

void Interaction::click(const QPointF& at, Qt::KeyboardModifiers modifiers) {
    const Point metres = camera().toMetres(at);
    if (m_picking) {
        m_picking = false;
        updateCursor();
        Q_EMIT picked(longitudeLatitude(metres));
        return;
    }
    if (measures()) {
        m_measuring.add(longitudeLatitude(metres));
        measure();
        return;
    }
    Q_EMIT clicked(longitudeLatitude(metres));
    if (m_takeClick && m_takeClick(at))
        return;
    const QString zone = m_zones.at(metres);
    const bool more = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!more)
        m_selection.set(zone.isEmpty() ? QStringList() : QStringList{zone});
    else if (!zone.isEmpty())
        m_selection.toggle(zone);
}

void Interaction::selectIn(const QRectF& pixels, bool add) {
    const QStringList touched =
        m_zones.touching(Box(camera().toMetres(pixels.bottomLeft()), camera().toMetres(pixels.topRight())));
    m_box.reset();
    showMarks();
    if (add)
        m_selection.add(touched);
    else
        m_selection.set(touched);
}

void Interaction::hover(const QString& zone) {
    if (zone == m_hovered)
        return;
    m_hovered = zone;
    showUnderPointer();
    Q_EMIT hovered(zone);
}

void Interaction::measure() {
    showMarks();
    showUnderPointer();
    if (measures())
        Q_EMIT measured(m_measuring.metres(), m_measuring.squareMetres());
}

void Interaction::showSelection() {
    Lines lines;
    for (const QString& code : m_selection.zones()) {
        if (const Polygons* polygons = m_zones.polygons(code)) {
            const Lines more = outlines(*polygons);
            lines.insert(lines.end(), more.begin(), more.end());
        }
    }
    DisplayList list = m_foundInk;
    if (!lines.empty())
        append(list, outlineMarks(lines, m_theme));
    m_canvas.scene().setSelection(std::move(list));
}

void Interaction::showMarks() {
    DisplayList marks = m_measuring.marks(m_theme);
    if (m_position)
        append(marks, positionMarks(*m_position, m_theme));
    if (m_box)
        append(marks,
               boxMarks(Box(camera().toMetres(m_box->bottomLeft()), camera().toMetres(m_box->topRight())), m_theme));
    m_canvas.scene().setMarks(std::move(marks));
}

void Interaction::showUnderPointer() {
    QString words = m_measuring.figure();
    const Zone* zone = m_plan.zone(m_hovered);
    if (words.isEmpty() && zone) {
        words = zone->name.in(m_language);
        if (const Tier* tier = m_plan.tier(zone->tier))
            words += QStringLiteral(" · ") + tier->name.in(m_language);
    }
    m_furniture.underPointer = words;
    Q_EMIT m_furniture.changed();
}

void Interaction::updateCursor() {
    const bool arrow = m_tool == LiveMap::Tool::Pan && !m_picking;
    m_canvas.widget().setCursor(arrow ? Qt::ArrowCursor : Qt::CrossCursor);
}

} // namespace tiermap
