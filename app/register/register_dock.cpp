#include "app/register/register_dock.h"

#include "app/register/hot_spots.h"
#include "app/register/member_list.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

RegisterDock::RegisterDock(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, LiveMap& map)
    : m_panel(new RegisterPanel(project, shapes, [&gate](const Edit& edit) { return gate.apply(edit); })) {
    setObjectName(u"registerDock"_s);
    setWidget(m_panel);
    setWindowTitle(tr("Register"));
    connect(m_panel, &RegisterPanel::pointsChanged, &map,
            [this, &map](const std::shared_ptr<const PointIndex>& points) { map.setPoints({points, m_panel->ink()}); });
    connect(m_panel, &RegisterPanel::clustersChanged, &map, [&map](const std::vector<RegisterCluster>& clusters) {
        std::vector<GeoPolygon> outlines;
        std::ranges::transform(clusters, std::back_inserter(outlines), &RegisterCluster::outline);
        map.showOutlines(outlines);
    });
    connect(m_panel, &RegisterPanel::clusterWanted, &map, &LiveMap::zoomTo);
    HotSpots& spots = m_panel->spots();
    connect(&spots, &HotSpots::changed, &map, [&map](const HexagonSpots& found) {
        std::vector<HatchedAreas> areas;
        for (const Spot kind : {Spot::Cold, Spot::Hot}) {
            HatchedAreas& alike = areas.emplace_back(GeoPolygons(), HotSpots::hatchOf(kind));
            for (const HexagonSpot& hexagon : found.hexagons) {
                if (spotOf(hexagon.spot) == kind)
                    alike.areas.push_back(hexagon.outline);
            }
        }
        map.showAreas(areas);
    });
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

void RegisterDock::listMembers(const QList<quint32>& members) {
    auto* list = new MemberList(m_panel->file(), m_panel->rowsOf(members), window());
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

} // namespace tiermap
