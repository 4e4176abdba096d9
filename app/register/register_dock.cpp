#include "app/register/register_dock.h"

#include "app/register/hot_spots.h"
#include "app/register/member_list.h"
#include "app/session/named_register.h"
#include "maps/style/register_symbol.h"
#include "maps/style/theme.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

RegisterDock::RegisterDock(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, LiveMap& map)
    : m_project(project)
    , m_map(map)
    , m_panel(new RegisterPanel(project, shapes, [&gate](const Edit& edit) { return gate.apply(edit); }))
    , m_others(new KeptRegisters(project, shapes, this)) {
    setObjectName(u"registerDock"_s);
    setWidget(m_panel);
    setWindowTitle(tr("Register"));
    connect(m_panel, &RegisterPanel::pointsChanged, this, [this](const std::shared_ptr<const PointIndex>& points) {
        m_points = points;
        m_others->follow(m_panel->layerKey()); // the panel may have turned to another one
        draw();
    });
    connect(m_others, &KeptRegisters::changed, this, &RegisterDock::draw);
    connect(m_others, &KeptRegisters::unreadable, this, &RegisterDock::told);
    connect(m_panel, &RegisterPanel::clustersChanged, this, &RegisterDock::drawFound);
    connect(m_panel, &RegisterPanel::clusterWanted, &map, &LiveMap::zoomTo);
    HotSpots& spots = m_panel->spots();
    connect(&spots, &HotSpots::changed, this, &RegisterDock::drawFound);
    connect(&spots, &HotSpots::spotWanted, &map, &LiveMap::zoomTo);
    connect(&spots, &HotSpots::told, this, &RegisterDock::told);
    connect(&map, &LiveMap::clicked, &spots,
            [&spots](const QPointF& place) { spots.tell(GeoPoint(place.x(), place.y())); });
    connect(&map, &LiveMap::pointsClicked, this, &RegisterDock::listMembers);
}

void RegisterDock::open(const QString& file) {
    show();
    raise();
    m_panel->open(file);
}

void RegisterDock::open(const ReferenceLayer& layer) {
    show();
    raise();
    m_panel->open(layer);
}

void RegisterDock::changeEvent(QEvent* event) {
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Register"));
}

void RegisterDock::followProject() {
    m_panel->followProject();
    m_others->follow(m_panel->layerKey());
    draw();
}

void RegisterDock::read() {
    m_panel->read();
    m_others->readAnew();
}

/// The panel's own above the others.
void RegisterDock::draw() {
    std::vector<InkedPlaces> points;
    for (const KeptRegisters::Kept& kept : m_others->shown())
        points.push_back({.places = kept.read ? kept.read->places : nullptr,
                          .color = layerInk(kept.layer, Theme::paper()),
                          .shape = registerShape(m_project.content().layers, kept.layer.key)});
    points.push_back({.places = m_points, .color = m_panel->ink(), .shape = m_panel->shape()});
    m_map.setPoints(std::move(points));
    drawFound();
}

void RegisterDock::drawFound() {
    std::vector<FoundAreas> found;
    for (const KeptRegisters::Kept& kept : m_others->shown()) {
        if (kept.finds)
            found.push_back(areasOf(*kept.finds, layerInk(kept.layer, Theme::paper())));
    }
    found.push_back(areasOf(m_panel->finds(), m_panel->ink()));
    m_map.showFound(found);
}

std::vector<FigurePoints> RegisterDock::figurePoints() const {
    std::vector<FigurePoints> all;
    if (m_others->isReading() || (m_panel->spots().isBusy() && !m_panel->layerKey().isEmpty()))
        return all;
    for (const KeptRegisters::Kept& kept : m_others->shown()) {
        const auto named = keptRegister(m_project.content(), kept.layer);
        if (named && kept.read)
            all.push_back(tiermap::figurePoints(*named, *kept.read, kept.finds));
    }
    if (const auto own = m_panel->figurePoints())
        all.push_back(*own);
    return all;
}

void RegisterDock::listMembers(int of, const QList<quint32>& members) {
    QString file = m_panel->file();
    std::vector<qint64> rows = m_panel->rowsOf(members);
    if (static_cast<std::size_t>(of) < m_others->shown().size()) {
        const KeptRegisters::Kept& kept = m_others->shown()[static_cast<std::size_t>(of)];
        file = fileOf(kept.layer, m_project.content().file);
        rows = tiermap::rowsOf(*kept.read, members);
    }
    auto* list = new MemberList(file, rows, window());
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

} // namespace tiermap
