#include "app/style/map_style.h"

#include "app/session/language.h"
#include "maps/style/current_style.h"
#include "maps/style/qgis_style.h"

using namespace Qt::StringLiterals;

namespace tiermap {

MapStyle::MapStyle(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, QObject* parent)
    : QObject(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_gate(gate)
    , m_kept(currentStyle(project.content())) {
    if (!show(m_kept))
        m_style = m_kept = {};
}

Result<void> MapStyle::show(const LayerStyle& style) {
    if (style.kind == LayerStyle::Kind::Tiers) {
        if (!m_map && style == m_style)
            return {}; // tiers are drawn already
        m_map.reset();
    } else {
        auto map = thematicMap(m_project.content().plan, m_shapes.zones, style, interfaceLanguage(), m_shapes.water());
        if (!map)
            return std::unexpected(map.error());
        m_map = std::make_shared<const ThematicMap>(*std::move(map));
    }
    m_style = style;
    Q_EMIT changed();
    return {};
}

Result<void> MapStyle::preview(const LayerStyle& style) { return style == m_style ? Result<void>() : show(style); }

Result<void> MapStyle::choose(const LayerStyle& style) {
    if (style == m_kept)
        return preview(style);
    if (const auto shown = preview(style); !shown)
        return shown;
    if (!m_project.isWritable()) {
        m_past << m_kept;
        m_future.clear();
        m_kept = style;
        Q_EMIT changed();
        return {};
    }
    const QString qml = m_map ? qgisStyle(m_project.content().plan, *m_map) : QString();
    const auto applied = m_gate.apply(drawWith(m_project.content(), layerOf(style.kind), style, qml));
    return applied ? Result<void>() : std::unexpected(applied.error());
}

void MapStyle::refresh() {
    if (m_project.isWritable())
        m_kept = currentStyle(m_project.content());
    else if (!checkStyle(m_kept, m_project.content().plan)) // its indicator is gone
        m_kept = {};
    if (!show(m_kept))
        std::ignore = show({});
}

void MapStyle::step(QList<LayerStyle>& from, QList<LayerStyle>& to) {
    to << m_kept;
    m_kept = from.takeLast();
    if (!show(m_kept))
        std::ignore = show({});
}

} // namespace tiermap
