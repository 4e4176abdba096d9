#include "app/window/scenario_banner.h"

#include "app/session/scenario_words.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace tiermap {

ScenarioBanner::ScenarioBanner(const Plan& plan, LayerTree& layers)
    : Banner(u"scenarioBanner"_s)
    , m_plan(plan)
    , m_layers(layers) {}

void ScenarioBanner::add(LiveMap& map) {
    m_maps << &map;
    map.setMoves(m_moves);
}

void ScenarioBanner::setMoves(const QList<ZoneMove>& moves) {
    m_moves = moves;
    for (LiveMap* map : std::as_const(m_maps))
        map->setMoves(moves);
    m_layers.setMoves(moves);
    retranslate();
    setHidden(moves.isEmpty());
}

void ScenarioBanner::retranslate() {
    setWords(tr("%1. Outlined on the map: %2").arg(scenarioMark(), movesInWords(m_plan, m_moves)),
             tr("Show the Adopted Plan"));
}

void ScenarioBanner::changeEvent(QEvent* event) {
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tiermap
